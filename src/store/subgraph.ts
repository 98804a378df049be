import type { FusionRow } from "../graph/index.js";
import type { GraphEdge, GraphView, Selection } from "../ontology/index.js";
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
  const { edges, rows } = await selectEdges(store, selection);
  const kept = edges.slice(0, selection.limit);
  const nodes = await nodesOf(store, kept, selection.focus);
  return { nodes, edges: await withQuotes(store, kept, rows), truncated: edges.length > selection.limit };
}

/** The statements of a selection, each once, as fusion sees them. */
export async function selectStatements(store: GraphStore, selection: Selection): Promise<FusionRow[]> {
  const { edges, rows } = await selectEdges(store, selection);
  const missing = edges.map(({ key }) => key).filter((key) => !rows.has(key));
  const more = missing.length > 0 ? await fusionRows(runner(store), missing) : new Map<string, FusionRow[]>();
  const byId = new Map<string, FusionRow>();
  for (const list of [...rows.values(), ...more.values()])
    for (const row of list) byId.set(row.statement, row);
  return [...byId.values()];
}

interface SelectedEdges {
  /** Most statements first. One more than the limit shows that there are more. */
  edges: GraphEdge[];
  /** The selected statements of those edges that were fused again. */
  rows: Map<string, FusionRow[]>;
}

async function selectEdges(store: GraphStore, selection: Selection): Promise<SelectedEdges> {
  const rows = new Map<string, FusionRow[]>();
  const edges =
    selection.focus.length === 0
      ? await refine(store, await allEdges(store, selection), selection, rows)
      : await edgesAround(store, selection, rows);
  const ranked = edges
    .filter((edge) => edge.sources >= selection.minSources)
    .sort((a, b) => b.statements - a.statements || (a.key < b.key ? -1 : 1));
  return { edges: ranked, rows };
}

async function allEdges(store: GraphStore, selection: Selection): Promise<GraphEdge[]> {
  // A filter on statements may drop edges, so all have to be looked at.
  const limit = takesAllStatements(selection) ? selection.limit + 1 : 2_000_000_000;
  const params = { ...edgeFilter(selection), minSources: selection.minSources, limit };
  return (await store.read(cypherFor("read/edges", "EDGE", EDGE_TYPES), params)).map(edgeOf);
}

/** Up to so many nodes, looking an end up in their list costs less than reading the edges that leave them. */
const FEW = 100;

/** Walks from the focus over selected edges only, then takes every selected edge among the nodes it met. */
async function edgesAround(
  store: GraphStore,
  selection: Selection,
  rows: Map<string, FusionRow[]>,
): Promise<GraphEdge[]> {
  const met = new Set(selection.focus);
  const found = new Map<string, GraphEdge>();
  let frontier = [...met];
  for (let hop = 0; frontier.length > 0; hop++) {
    const last = hop === selection.hops;
    const touching =
      last && met.size <= FEW
        ? await edgesOf(store, "read/edges-among", [...met], selection, found)
        : await edgesOf(store, "read/edges-of", frontier, selection, found);
    const candidates = last
      ? touching.filter((edge) => met.has(edge.source) && met.has(edge.target))
      : touching;
    const selected = await refine(store, candidates, selection, rows);
    const kept = selected.filter((edge) => edge.sources >= selection.minSources);
    for (const edge of kept) found.set(edge.key, edge);
    if (last) break;
    frontier = [...new Set(kept.flatMap(({ source, target }) => [source, target]))].filter(
      (id) => !met.has(id),
    );
    for (const id of frontier) met.add(id);
  }
  return [...found.values()];
}

async function edgesOf(
  store: GraphStore,
  statement: "read/edges-of" | "read/edges-among",
  ids: readonly string[],
  selection: Selection,
  known: ReadonlyMap<string, unknown>,
): Promise<GraphEdge[]> {
  const params = { ids: [...ids].sort(), ...edgeFilter(selection) };
  const edges = (await store.read(cypherFor(statement, "EDGE", EDGE_TYPES), params)).map(edgeOf);
  const byKey = new Map(edges.map((edge) => [edge.key, edge]));
  return [...byKey.values()].filter(({ key }) => !known.has(key));
}
