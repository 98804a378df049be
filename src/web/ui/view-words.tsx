import type { Selection } from "../../ontology/index.js";
import { graph, stats } from "../state/graph.js";
import { names } from "../state/names.js";
import { misread, view } from "../state/view.js";
import { count, dateWords, listWords } from "./words.js";

/** The time window of a selection: "since 2020", "Sep 2020 – Nov 2020". */
export function windowWords({ from, to }: Pick<Selection, "from" | "to">): string {
  if (from && to) return from === to ? `in ${dateWords(from)}` : `${dateWords(from)} – ${dateWords(to)}`;
  if (from) return `since ${dateWords(from)}`;
  return to ? `until ${dateWords(to)}` : "all years";
}

/** Whom a selection is about: "Iran, Azerbaijan and Armenia with whom they deal". */
export function focusWords({ focus, hops }: Pick<Selection, "focus" | "hops">): string {
  if (focus.length === 0) return "Everybody";
  const whom = listWords(focus.map((id) => names.value.get(id) ?? id));
  if (hops === 0) return focus.length === 1 ? whom : `Among ${whom}`;
  return hops === 1 ? `${whom} and neighbours` : `${whom}, ${hops} steps out`;
}

/** One line that says what is on the screen. */
export function ViewWords() {
  const { tab, selection } = view.value;
  const { data } = graph.value;
  const whole = stats.value.data;
  if (tab === "articles" || tab === "cypher") {
    return (
      <p class="view-words">
        {whole &&
          `${count(whole.articles, "article")}, ${count(whole.statements, "statement")} in ${whole.store.description}`}
      </p>
    );
  }
  const statements = data?.edges.reduce((sum, edge) => sum + edge.statements, 0) ?? 0;
  return (
    <p class="view-words" role="status">
      <span>
        <strong>{focusWords(selection)}</strong>, {windowWords(selection)}
      </span>
      {data && (
        <span class="counts">
          {count(data.nodes.length, "entity", "entities")} · {count(data.edges.length, "edge")} ·{" "}
          {count(statements, "statement")}
        </span>
      )}
      {data?.truncated && <span class="warn">cut at the limit: narrow the view to see all of it</span>}
      {misread.value.length > 0 && (
        <span class="warn">The link's {listWords(misread.value)} could not be read and was left out.</span>
      )}
    </p>
  );
}
