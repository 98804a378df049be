import type { FusionRow } from "../graph/index.js";
import { type GraphEdge, type GraphView, type Selection, SelectionSchema } from "../ontology/index.js";
import { cypherFor } from "./cypher.js";
import { fusionRows } from "./edges.js";
import { EDGE_TYPES, edgeOf } from "./read/convert.js";
import { edgeFilter, nodesOf, refine, runner, takesAllStatements, withQuotes } from "./refine.js";
import type { GraphStore } from "./types.js";

/**
 * The nodes and edges of a selection. Edges are those of the store where the selection takes all of
 * their statements; where it takes some (a time span, outlets, a least confidence, no roll-up), they
 * are fused again from these. Where there are more than `limit`, those with most statements stay.
 */
export async function subgraph(store: GraphStore, selection: Selection): Promise<GraphView> {
  const { edges, rows } = await selectEdges(store, selection, selection.limit + 1);
  const kept = edges.slice(0, selection.limit);
  const nodes = await nodesOf(store, kept, selection.focus);
  return { nodes, edges: await withQuotes(store, kept, rows), truncated: edges.length > selection.limit };
}

/** The statements of a selection, each once, as fusion sees them. */
export async function selectStatements(store: GraphStore, selection: Selection): Promise<FusionRow[]> {
  const { edges, rows } = await selectEdges(store, selection, ALL);
  const missing = edges.map(({ key }) => key).filter((key) => !rows.has(key));
  const more = missing.length > 0 ? await fusionRows(runner(store), missing) : new Map<string, FusionRow[]>();
  const byId = new Map<string, FusionRow>();
  for (const list of [...rows.values(), ...more.values()])
    for (const row of list) byId.set(row.statement, row);
  return [...byId.values()];
}

/** The edges that start or end at one entity, most statements first. */
export function edgesOf(store: GraphStore, id: string, limit: number): Promise<GraphEdge[]> {
  const everything = edgeFilter(SelectionSchema.parse({}));
  return readEdges(store, "edges-of", { ...everything, ids: [id], limit });
}

interface SelectedEdges {
  /** Most statements first. One more than the limit shows that there are more. */
  edges: GraphEdge[];
  /** The selected statements of those edges that were fused again. */
  rows: Map<string, FusionRow[]>;
}

/** More edges than any store has. */
const ALL = 2_000_000_000;

/** @param most edges that are wanted, where no more need to be looked at to know which these are */
async function selectEdges(store: GraphStore, selection: Selection, most: number): Promise<SelectedEdges> {
  const rows = new Map<string, FusionRow[]>();
  const edges = await (takesAllStatements(selection)
    ? wholeEdges(store, selection, most)
    : partialEdges(store, selection, rows));
  return { edges: edges.sort((a, b) => b.statements - a.statements || (a.key < b.key ? -1 : 1)), rows };
}

/** Edges as they are in the store, which ranks them: what the limit cuts off is never read. */
async function wholeEdges(store: GraphStore, selection: Selection, limit: number): Promise<GraphEdge[]> {
  if (selection.focus.length === 0) return readEdges(store, "edges", { ...edgeFilter(selection), limit });
  const met = new Set(selection.focus);
  let frontier = [...met];
  for (let hop = 0; hop < selection.hops && frontier.length > 0; hop++) {
    const params = { ...edgeFilter(selection), ids: frontier.sort() };
    const ends = await store.read(cypherFor("read/neighbours", "EDGE", EDGE_TYPES), params);
    frontier = ends.map((row) => row.id as string).filter((id) => !met.has(id));
    for (const id of frontier) met.add(id);
  }
  return edgesAmong(store, [...met], selection, limit);
}

/** Edges of which the selection takes some statements; only these show whether an edge belongs to it. */
async function partialEdges(
  store: GraphStore,
  selection: Selection,
  rows: Map<string, FusionRow[]>,
): Promise<GraphEdge[]> {
  const select = async (edges: GraphEdge[]) =>
    (await refine(store, edges, selection, rows)).filter(({ sources }) => sources >= selection.minSources);
  const filter = { ...edgeFilter(selection), limit: ALL };
  if (selection.focus.length === 0) return select(await readEdges(store, "edges", filter));
  const met = new Set(selection.focus);
  const found = new Map<string, GraphEdge>();
  let frontier = [...met];
  for (let hop = 0; hop < selection.hops && frontier.length > 0; hop++) {
    const touching = await readEdges(store, "edges-of", { ...filter, ids: frontier.sort() });
    const selected = await select(touching.filter(({ key }) => !found.has(key)));
    for (const edge of selected) found.set(edge.key, edge);
    frontier = [...new Set(selected.flatMap(({ source, target }) => [source, target]))].filter(
      (id) => !met.has(id),
    );
    for (const id of frontier) met.add(id);
  }
  // All edges of what was met before were looked at on the way.
  return [...found.values(), ...(await select(await edgesAmong(store, frontier, selection, ALL)))];
}

function edgesAmong(
  store: GraphStore,
  ids: readonly string[],
  selection: Selection,
  limit: number,
): Promise<GraphEdge[]> {
  const among = Object.fromEntries(ids.map((id) => [id, true]));
  return readEdges(store, "edges-among", {
    ...edgeFilter(selection),
    ids: [...ids].sort(),
    among,
    limit,
  });
}

async function readEdges(
  store: GraphStore,
  statement: "edges" | "edges-of" | "edges-among",
  params: Record<string, unknown>,
): Promise<GraphEdge[]> {
  return (await store.read(cypherFor(`read/${statement}`, "EDGE", EDGE_TYPES), params)).map(edgeOf);
}
