import type { GraphView } from "../ontology/index.js";
import { undirectedTies } from "./graphology.js";
import { forceAtlas2 } from "./graphology-libraries.js";
import { seededRandom } from "./random.js";

export interface Position {
  x: number;
  y: number;
}

/** Steps in which a graph of some hundred nodes comes to rest. */
const MOST_STEPS = 800;
const FEWEST_STEPS = 30;
/** Nodes plus ties, times steps: about a second of work, so that a graph of 200,000 edges is not waited for. */
const WORK = 7_000_000;
/** Nodes above which forces are approximated (Barnes-Hut). */
const MANY_NODES = 300;
/** Mean distance between neighbouring places, in units of Gephi's canvas, where nodes measure 10 to 60. */
const SPACING = 90;

/**
 * Positions by ForceAtlas2 from seeded places: the same view and seed give the same picture. Pairs
 * with more independent sources between them come closer (logarithmically: a war is no black hole).
 */
export function layout(view: GraphView, seed = 1): Map<string, Position> {
  const graph = undirectedTies(view);
  const random = seededRandom(seed);
  const radius = SPACING * Math.sqrt(Math.max(1, graph.order));
  graph.forEachNode((id) => {
    const angle = 2 * Math.PI * random();
    const distance = radius * Math.sqrt(random());
    graph.mergeNodeAttributes(id, { x: distance * Math.cos(angle), y: distance * Math.sin(angle) });
  });
  const steps = Math.round(WORK / (graph.order + graph.size + 1));
  const places =
    graph.order < 2
      ? new Map(graph.mapNodes((id) => [id, { x: 0, y: 0 }]))
      : new Map(
          Object.entries(
            forceAtlas2(graph, {
              iterations: Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, steps)),
              getEdgeWeight: (_edge, tie) => 1 + Math.log2(tie.weight),
              settings: {
                gravity: 0.6,
                strongGravityMode: false,
                scalingRatio: 40,
                linLogMode: false,
                outboundAttractionDistribution: true,
                barnesHutOptimize: graph.order > MANY_NODES,
                slowDown: 4,
              },
            }),
          ),
        );
  return spread(places, radius);
}

/** Centres the places and scales them so that nine tenths of the nodes lie within the radius; two decimals. */
function spread(places: Map<string, Position>, radius: number): Map<string, Position> {
  const all = [...places.values()];
  const middle = { x: median(all.map(({ x }) => x)), y: median(all.map(({ y }) => y)) };
  const distances = all.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y)).sort((a, b) => a - b);
  const reach = distances[Math.floor(distances.length * 0.9)] ?? 0;
  const scale = reach > 0 ? radius / reach : 1;
  return new Map(
    [...places].map(([id, { x, y }]) => [
      id,
      { x: rounded((x - middle.x) * scale), y: rounded((y - middle.y) * scale) },
    ]),
  );
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
