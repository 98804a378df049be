import { useState } from "preact/hooks";
import { displayName, type GraphEdge } from "../../ontology/index.js";
import { graph, reload } from "../state/graph.js";
import { go, view } from "../state/view.js";
import { Empty, Failed, Loading } from "../ui/states.js";
import { count, dateWords, PLOVER_NAMES, relationPhrase, signed } from "../ui/words.js";
import { EntityMark } from "./entity-mark.js";

const PAGE = 200;

interface Column {
  name: string;
  value: (edge: GraphEdge, nameOf: (id: string) => string) => string | number;
  numeric?: boolean;
}

const COLUMNS: readonly Column[] = [
  { name: "Subject", value: (edge, nameOf) => nameOf(edge.source) },
  { name: "Relation", value: (edge) => edge.predicate },
  { name: "Object", value: (edge, nameOf) => nameOf(edge.target) },
  { name: "Class", value: (edge) => edge.plover ?? "" },
  { name: "First", value: (edge) => edge.first ?? "" },
  { name: "Last", value: (edge) => edge.last ?? "" },
  { name: "Statements", value: (edge) => edge.statements, numeric: true },
  { name: "Sources", value: (edge) => edge.sources, numeric: true },
  { name: "Confidence", value: (edge) => edge.confidence, numeric: true },
  { name: "Goldstein", value: (edge) => edge.goldstein ?? 0, numeric: true },
];

const STATEMENTS = COLUMNS.findIndex(({ name }) => name === "Statements");

/** All that the graph shows, as rows: for screen readers, for sorting, for reading off. */
export function GraphTable() {
  const [{ column, down }, setOrder] = useState({ column: STATEMENTS, down: true });
  const [shown, setShown] = useState(PAGE);
  const { data, error } = graph.value;
  if (error) return <Failed error={error} retry={reload} />;
  if (!data) return <Loading what="the table" />;
  if (data.edges.length === 0) {
    return <Empty title="No statement fits this view">Widen the time window or allow more relations.</Empty>;
  }
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const nameOf = (id: string) => {
    const node = nodes.get(id);
    return node ? displayName(node) : id;
  };
  const value = COLUMNS[column]?.value ?? (() => 0);
  const compare = (a: GraphEdge, b: GraphEdge) => {
    const [x, y] = [value(a, nameOf), value(b, nameOf)];
    const order = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y));
    return down ? -order : order;
  };
  const rows = [...data.edges].sort(compare);
  return (
    <section class="graph-table" aria-label="Edges as a table">
      <div class="table-scroll" tabIndex={0} role="region" aria-label="Edges">
        <table>
          <caption>{count(data.edges.length, "edge")}; a row opens its evidence.</caption>
          <thead>
            <tr>
              {COLUMNS.map(({ name, numeric }, i) => (
                <th
                  key={name}
                  scope="col"
                  class={numeric ? "numeric" : ""}
                  aria-sort={i === column ? (down ? "descending" : "ascending") : undefined}
                >
                  <button
                    type="button"
                    onClick={() => setOrder({ column: i, down: i === column ? !down : numeric === true })}
                  >
                    {name}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((edge) => (
              <EdgeRow key={edge.key} edge={edge} nodes={nodes} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <button type="button" class="more" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, rows.length - shown)} more of {rows.length}
        </button>
      )}
    </section>
  );
}

type Nodes = ReadonlyMap<string, { name: string; type: Parameters<typeof EntityMark>[0]["type"] }>;

function EdgeRow({ edge, nodes }: { edge: GraphEdge; nodes: Nodes }) {
  const open = view.value.edge === edge.key;
  const end = (id: string) => {
    const node = nodes.get(id);
    return (
      <button type="button" class="link" onClick={() => go({ node: id, edge: null, pair: null })}>
        {node && <EntityMark type={node.type} />}
        <bdi>{node?.name ?? id}</bdi>
      </button>
    );
  };
  return (
    <tr class={open ? "open" : ""}>
      <td>{end(edge.source)}</td>
      <td>
        <button
          type="button"
          class="link"
          aria-pressed={open}
          onClick={() => go({ edge: edge.key, node: null, pair: null })}
        >
          {relationPhrase(edge.predicate, edge.negated, edge.modality)}
        </button>
      </td>
      <td>{end(edge.target)}</td>
      <td>
        <span class={`dot plover-${(edge.plover ?? "RELATION").toLowerCase()}`} aria-hidden="true" />
        {PLOVER_NAMES[edge.plover ?? "RELATION"]}
      </td>
      <td class="date">{dateWords(edge.first)}</td>
      <td class="date">{dateWords(edge.last)}</td>
      <td class="numeric">{edge.statements}</td>
      <td class="numeric">{edge.sources}</td>
      <td class="numeric">{edge.confidence.toFixed(2)}</td>
      <td class="numeric">{edge.goldstein === null ? "" : signed(edge.goldstein)}</td>
    </tr>
  );
}
