import { isFriendly, signedTriangles } from "./balance.js";
import type { LargeView } from "./edge-table.js";
import { directedTies, undirectedTies } from "./graphology.js";
import { betweenness, louvain, pagerank } from "./graphology-libraries.js";
import { seededRandom } from "./random.js";

/**
 * What can be computed of a view's nodes:
 * - `degree`: edges that start or end at the node (a loop counts twice), as Gephi counts them;
 * - `weighted-degree`: the same, each edge with its independent sources;
 * - `betweenness`: share of the shortest paths among all others that lead through it, 0 to 1, ties taken without direction or weight;
 * - `pagerank`: over directed ties weighted by independent sources, symmetric predicates both ways, damping 0.85;
 * - `community`: Louvain over affirmed ties that are not in conflict (0 is the largest community);
 * - `balance`: triangles of signed ties that it is part of, and the share of them that is balanced: see `signedPairs`.
 */
export const MEASURES = [
  "degree",
  "weighted-degree",
  "betweenness",
  "pagerank",
  "community",
  "balance",
] as const;
export type Measure = (typeof MEASURES)[number];

/** An attribute that a measure adds to nodes. `of` gives null where it is undefined for the node. */
interface MeasureColumn {
  id: string;
  title: string;
  type: "integer" | "double";
  of(nodeId: string): number | null;
}

/** The attributes of the measures asked for, computed at once. */
export function measureColumns(view: LargeView, measures: readonly Measure[], seed = 1): MeasureColumn[] {
  return MEASURES.filter((measure) => measures.includes(measure)).flatMap((measure) =>
    COMPUTE[measure](view, seed),
  );
}

const COMPUTE: Record<Measure, (view: LargeView, seed: number) => MeasureColumn[]> = {
  degree: (view) => [
    column(
      "degree",
      "Degree",
      "integer",
      edgeSums(view, () => 1),
    ),
  ],
  "weighted-degree": (view) => [
    column(
      "weightedDegree",
      "Weighted degree",
      "integer",
      edgeSums(view, (sources) => sources),
    ),
  ],
  betweenness: (view) => [column("betweenness", "Betweenness", "double", between(view))],
  pagerank: (view) => [column("pagerank", "PageRank", "double", ranks(view))],
  community: (view, seed) => [column("community", "Community", "integer", communities(view, seed))],
  balance: (view) => balances(view),
};

function column(
  id: string,
  title: string,
  type: MeasureColumn["type"],
  values: ReadonlyMap<string, number>,
): MeasureColumn {
  return { id, title, type, of: (nodeId) => values.get(nodeId) ?? null };
}

function entries(record: Record<string, number>): Map<string, number> {
  return new Map(Object.entries(record));
}

function edgeSums(view: LargeView, value: (sources: number) => number): Map<string, number> {
  const sums = new Map(view.nodes.map(({ id }) => [id, 0]));
  for (const { source, target, sources } of view.edges) {
    for (const id of [source, target]) sums.set(id, (sums.get(id) ?? 0) + value(sources));
  }
  return sums;
}

function between(view: LargeView): Map<string, number> {
  if (view.nodes.length === 0) return new Map();
  return entries(betweenness(undirectedTies(view), { getEdgeWeight: null }));
}

function ranks(view: LargeView): Map<string, number> {
  if (view.nodes.length === 0) return new Map();
  // Some graphs swing without end within the library's tolerance; a looser one settles to five digits.
  return entries(
    pagerank(directedTies(view), {
      nodePagerankAttribute: "pagerank",
      getEdgeWeight: "weight",
      alpha: 0.85,
      maxIterations: 1_000,
      tolerance: 1e-5,
    }),
  );
}

function communities(view: LargeView, seed: number): Map<string, number> {
  const ties = undirectedTies(view, isFriendly);
  if (ties.size === 0) return new Map(view.nodes.map(({ id }, index) => [id, index]));
  const found = entries(louvain(ties, { getEdgeWeight: "weight", rng: seededRandom(seed) }));
  const sizes = new Map<number, number>();
  for (const community of found.values()) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const ranked = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([community]) => community);
  const rank = new Map(ranked.map((community, index) => [community, index]));
  return new Map([...found].map(([id, community]) => [id, rank.get(community) ?? 0]));
}

function balances(view: LargeView): MeasureColumn[] {
  const balanced = new Map(view.nodes.map(({ id }) => [id, 0]));
  const all = new Map(balanced);
  for (const triangle of signedTriangles(view)) {
    for (const id of triangle.nodes) {
      all.set(id, (all.get(id) ?? 0) + 1);
      if (triangle.balanced) balanced.set(id, (balanced.get(id) ?? 0) + 1);
    }
  }
  const shares = [...all].filter(([, count]) => count > 0);
  return [
    column("signedTriangles", "Signed triangles", "integer", all),
    column("balancedTriangles", "Balanced triangles", "integer", balanced),
    column(
      "balance",
      "Share of balanced triangles",
      "double",
      new Map(shares.map(([id, count]) => [id, (balanced.get(id) ?? 0) / count])),
    ),
  ];
}
