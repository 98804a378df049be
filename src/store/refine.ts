import { type EdgeList, type FusionRow, fuse } from "../graph/index.js";
import type { GraphEdge, GraphNode, Selection } from "../ontology/index.js";
import { cypher } from "./cypher.js";
import { bestStatements, fusionRows, quotesOf } from "./edges.js";
import { edgeOf, entityOf } from "./read/convert.js";
import { within } from "./read/dates.js";
import type { Row } from "./transaction.js";
import type { GraphStore } from "./types.js";

/** Drops the statements that the selection does not take, and the edges that are left without any. */
export async function refine(
  store: GraphStore,
  edges: readonly GraphEdge[],
  selection: Selection,
  rows: Map<string, FusionRow[]>,
): Promise<GraphEdge[]> {
  const filtered = filtersStatements(selection);
  const partial = edges.filter((edge) => filtered || (!selection.rollup && edge.direct < edge.statements));
  if (partial.length === 0) return [...edges];
  const all = await fusionRows(runner(store), partial.map(({ key }) => key).sort(), selection.rollup);
  const fused = new Map<string, GraphEdge>();
  for (const [key, list] of all) {
    const taken = list.filter((row) => takes(selection, row));
    if (taken.length === 0) continue;
    rows.set(key, taken);
    fused.set(key, { ...fuse(key, taken), quotes: [] });
  }
  const again = new Set(partial.map(({ key }) => key));
  return edges.flatMap((edge) => (again.has(edge.key) ? (fused.get(edge.key) ?? []) : edge));
}

export function takes({ from, to, minConfidence, sources }: Selection, row: FusionRow): boolean {
  return (
    row.confidence >= minConfidence &&
    within(row.date, { from, to }) &&
    (sources.length === 0 || (row.outlet !== null && sources.includes(row.outlet)))
  );
}

function filtersStatements({ from, to, minConfidence, sources }: Selection): boolean {
  return from !== undefined || to !== undefined || minConfidence > 0 || sources.length > 0;
}

export function takesAllStatements(selection: Selection): boolean {
  return selection.rollup && !filtersStatements(selection);
}

/** What is asked of an edge: to have a statement that may be taken, if not one that is. */
export function edgeFilter({ predicates, modality, negated, minSources, from, to, sources }: Selection) {
  return {
    predicates,
    modality,
    negated: negated === "include" ? null : negated === "only",
    minSources,
    from: from ?? null,
    to: to ?? null,
    sources,
  };
}

export async function withQuotes(
  store: GraphStore,
  edges: readonly GraphEdge[],
  rows: ReadonlyMap<string, FusionRow[]>,
): Promise<GraphEdge[]> {
  const best = new Map(
    edges.flatMap(({ key }) => {
      const list = rows.get(key);
      return list ? [[key, bestStatements(list)] as const] : [];
    }),
  );
  const quotes = await quotesOf(runner(store), [...best.values()].flat());
  return edges.map((edge) => {
    const ids = best.get(edge.key);
    return ids ? { ...edge, quotes: [...new Set(ids.flatMap((id) => quotes.get(id) ?? []))] } : edge;
  });
}

/** The ends of the edges and the focus, with the number of selected statements that name each. */
export async function nodesOf(
  store: GraphStore,
  edges: EdgeList,
  focus: readonly string[],
): Promise<GraphNode[]> {
  const statements = new Map<string, number>(focus.map((id) => [id, 0]));
  for (const { source, target, direct } of edges) {
    for (const id of new Set([source, target])) statements.set(id, (statements.get(id) ?? 0) + direct);
  }
  const ids = [...statements.keys()].sort();
  const found = ids.length > 0 ? await store.read(cypher("read/entities"), { ids }) : [];
  return found.map((row) => {
    const entity = entityOf(row.entity ?? null);
    return { ...entity, statements: statements.get(entity.id) ?? 0 };
  });
}

export function runner(store: GraphStore) {
  return { run: (text: string, params?: Record<string, unknown>) => store.read(text, params) };
}
