import { graph } from "../state/graph.js";
import { names } from "../state/names.js";
import { go, selection } from "../state/view.js";
import {
  caution,
  confidenceWords,
  count,
  dateWords,
  PLOVER_NAMES,
  relationPhrase,
  signed,
} from "../ui/words.js";
import { parseEdgeKey } from "./edge-key.js";
import { EntityLink } from "./entity-link.js";
import { StatementList } from "./statement-list.js";

/** One edge: what it says, how well it is supported, and every statement under it. */
export function EdgePanel({ edgeKey }: { edgeKey: string }) {
  const parts = parseEdgeKey(edgeKey);
  const edge = graph.value.data?.edges.find(({ key }) => key === edgeKey);
  if (!parts) return <p class="state failed">The link names an edge that is none: {edgeKey}</p>;
  const { source, target, predicate, negated, modality } = parts;
  const warning = caution(negated, modality);
  const { from, to, minConfidence, rollup } = selection.value;
  return (
    <>
      <header class="panel-head">
        <p class={`overline plover-text-${(edge?.plover ?? "RELATION").toLowerCase()}`}>
          <span class={`dot plover-${(edge?.plover ?? "RELATION").toLowerCase()}`} aria-hidden="true" />
          {PLOVER_NAMES[edge?.plover ?? "RELATION"]}
        </p>
        <h2>
          <EntityLink id={source} name={names.value.get(source) ?? source} />{" "}
          <em>{relationPhrase(predicate, negated, modality)}</em>{" "}
          <EntityLink id={target} name={names.value.get(target) ?? target} />
        </h2>
        {warning && <p class="caution">{warning}</p>}
        {edge && (
          <dl class="facts">
            <Fact
              name="Statements"
              value={String(edge.statements)}
              note={edge.direct < edge.statements ? `${edge.direct} of them name both` : null}
            />
            <Fact
              name="Sources"
              value={String(edge.sources)}
              note={edge.articles > edge.sources ? `in ${count(edge.articles, "article")}` : "independent"}
            />
            <Fact
              name="Confidence"
              value={edge.confidence.toFixed(2)}
              note={confidenceWords(edge.confidence)}
            />
            {edge.goldstein !== null && (
              <Fact name="Goldstein" value={signed(edge.goldstein)} note="−10 to +10" />
            )}
            <Fact name="First" value={dateWords(edge.first)} note={null} />
            <Fact name="Last" value={dateWords(edge.last)} note={null} />
          </dl>
        )}
        {!edge && graph.value.data && (
          <p class="hint">This edge is not in the view as it is filtered now; its statements are below.</p>
        )}
        <button type="button" class="quiet" onClick={() => go({ pair: [source, target] })}>
          All between these two, over time
        </button>
      </header>
      <StatementList
        query={{ edge: edgeKey, rollup, minConfidence, ...(from ? { from } : {}), ...(to ? { to } : {}) }}
      />
    </>
  );
}

function Fact({ name, value, note }: { name: string; value: string; note: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}
