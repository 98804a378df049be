import { EdgeTable, type LargeView } from "../graph/index.js";
import type { GraphEdge, Selection } from "../ontology/index.js";
import { cypherFor } from "./cypher.js";
import { EDGE_TYPES, edgeOf } from "./read/convert.js";
import { edgeFilter, nodesOf, refine, takesAllStatements, withQuotes } from "./refine.js";
import { subgraph } from "./subgraph.js";
import type { GraphStore } from "./types.js";

/** Edges read at once, as far as no entity has more of them. */
const PAGE = 5_000;

/**
 * The same as {@link subgraph}, read in pages into an {@link EdgeTable}: for exports, which may take the
 * whole graph.
 */
export async function largeSubgraph(store: GraphStore, selection: Selection): Promise<LargeView> {
  // A walk from the focus has to remember what it met anyway.
  if (selection.focus.length > 0) return subgraph(store, selection);
  const edges = new EdgeTable();
  for await (const page of edgePages(store, selection)) for (const edge of page) edges.add(edge);
  const truncated = edges.length > selection.limit;
  edges.rank(selection.limit);
  return { nodes: await nodesOf(store, edges, []), edges, truncated };
}

async function* edgePages(store: GraphStore, selection: Selection): AsyncGenerator<GraphEdge[]> {
  const filter = edgeFilter(selection);
  const counts = (await store.read(cypherFor("read/edge-counts", "EDGE", EDGE_TYPES), filter)).map((row) => ({
    id: row.id as string,
    statements: row.statements as number,
    edges: row.edges as number,
  }));
  // A filter on statements may drop edges, so all have to be looked at.
  const minStatements = takesAllStatements(selection) ? leastStatements(counts, selection.limit + 1) : 0;
  for (const ids of pagesOf(counts.filter(({ statements }) => statements >= minStatements))) {
    const params = { ...filter, ids, minStatements };
    const read = await store.read(cypherFor("read/edges-from", "EDGE", EDGE_TYPES), params);
    const rows = new Map();
    const edges = await refine(store, read.map(edgeOf), selection, rows);
    const kept = edges.filter((edge) => edge.sources >= selection.minSources);
    yield withQuotes(store, kept, rows);
  }
}

/** So many edges or more have at least this number of statements. */
function leastStatements(counts: readonly { statements: number; edges: number }[], wanted: number): number {
  let found = 0;
  for (const { statements, edges } of [...counts].sort((a, b) => b.statements - a.statements)) {
    found += edges;
    if (found >= wanted) return statements;
  }
  return 0;
}

/** Entities put together so that each group has about a page of edges. */
function* pagesOf(counts: readonly { id: string; edges: number }[]): Generator<string[]> {
  const edgesOf = new Map<string, number>();
  for (const { id, edges } of counts) edgesOf.set(id, (edgesOf.get(id) ?? 0) + edges);
  let ids: string[] = [];
  let sum = 0;
  for (const [id, edges] of edgesOf) {
    if (ids.length > 0 && sum + edges > PAGE) {
      yield ids;
      ids = [];
      sum = 0;
    }
    ids.push(id);
    sum += edges;
  }
  if (ids.length > 0) yield ids;
}
