import type { Selection } from "../ontology/index.js";
import { type GraphStore, largeSubgraph, records, selectedStatements } from "../store/index.js";
import { ExportError, type ExportMeta, type ExportSource } from "./types.js";

/**
 * What a selection takes out of a store; nothing is read before a format asks for it.
 * @param query the command line or URL that made the file, for its description
 */
export function selectionSource(store: GraphStore, selection: Selection, query: string): ExportSource {
  let read: ReturnType<ExportSource["view"]> | undefined;
  const view = () => {
    read ??= largeSubgraph(store, selection);
    return read;
  };
  return {
    meta: describe(selection, query),
    view,
    async *statements() {
      yield* selectedStatements(store, selection, (await view()).edges);
    },
    records() {
      if (narrows(selection)) {
        throw new ExportError(
          "This format takes the whole store; leave the selection (focus, dates, predicates …) out.",
        );
      }
      return records(store);
    },
  };
}

function describe(selection: Selection, query: string): ExportMeta {
  const span = [selection.from, selection.to].some(Boolean)
    ? `, ${selection.from ?? ""}–${selection.to ?? ""}`
    : "";
  const focus = selection.focus.length > 0 ? selection.focus.join(", ") : "whole graph";
  return {
    title: `Entente: ${focus}${span}`,
    description: `${words(selection).join("; ")}.`,
    query,
    created: new Date(),
  };
}

/** The selection as a reader would say it. */
function words(selection: Selection): string[] {
  const { focus, hops, predicates, from, to, modality, negated, minConfidence, minSources, sources } =
    selection;
  return [
    "Who supports, opposes, meets, signs with, threatens or attacks whom, as news articles say",
    focus.length === 0
      ? "the whole graph"
      : `${focus.join(", ")} and what is within ${hops} ${hops === 1 ? "step" : "steps"}`,
    from && `from ${from}`,
    to && `to ${to}`,
    predicates.length > 0 && `only ${predicates.join(", ")}`,
    modality.length > 0 && `only what is ${modality.join(" or ")}`,
    negated !== "include" && (negated === "only" ? "only what is denied" : "without what is denied"),
    minConfidence > 0 && `confidence of ${minConfidence} or more`,
    minSources > 0 && `${minSources} or more independent sources`,
    sources.length > 0 && `only from ${sources.join(", ")}`,
    !selection.rollup && "countries without what their officials and ministries did",
  ].filter((part): part is string => Boolean(part));
}

function narrows({
  focus,
  predicates,
  from,
  to,
  modality,
  negated,
  minConfidence,
  minSources,
  sources,
}: Selection): boolean {
  return (
    [focus, predicates, modality, sources].some((list) => list.length > 0) ||
    from !== undefined ||
    to !== undefined ||
    negated !== "include" ||
    minConfidence > 0 ||
    minSources > 0
  );
}
