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
const FEWEST_STEPS = 8;
/** Nodes plus ties, times steps: about a second of work, so that a graph of 200,000 edges is not waited for. */
const WORK = 1_500_000;
/** Nodes above which forces are approximated (Barnes-Hut, as coarsely as Gephi does by default). */
const MANY_NODES = 300;
/** Mean distance between neighbouring places, in units of Gephi's canvas, where nodes measure 16 to 60. */
const SPACING = 140;

/**
 * Positions by ForceAtlas2 from seeded places: the same view and seed give the same picture. Pairs
 * with more independent sources between them come closer (logarithmically: a war is no black hole).
 * Nodes without ties stand on a circle around the rest, where forces would blow them away.
 */
export function layout(view: GraphView, seed = 1): Map<string, Position> {
  const graph = undirectedTies(view);
  const alone = graph.filterNodes((id) => graph.degree(id) === 0);
  for (const id of alone) graph.dropNode(id);
  const radius = SPACING * Math.sqrt(Math.max(1, graph.order));
  const places = spread(attracted(graph, radius, seededRandom(seed)), radius);
  const edge = [...places.values()].reduce((max, { x, y }) => Math.max(max, Math.hypot(x, y)), 0) + SPACING;
  alone.forEach((id, index) => {
    places.set(id, onCircle((2 * Math.PI * index) / alone.length, graph.order === 0 ? radius * 2 : edge));
  });
  return new Map([...places].map(([id, { x, y }]) => [id, { x: rounded(x), y: rounded(y) }]));
}

function attracted(
  graph: ReturnType<typeof undirectedTies>,
  radius: number,
  random: () => number,
): Map<string, Position> {
  if (graph.order === 0) return new Map();
  graph.forEachNode((id) => {
    graph.mergeNodeAttributes(id, onCircle(2 * Math.PI * random(), radius * Math.sqrt(random())));
  });
  const steps = Math.round(WORK / (graph.order + graph.size));
  const found = forceAtlas2(graph, {
    iterations: Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, steps)),
    getEdgeWeight: (_edge, tie) => 1 + Math.log2(tie.weight),
    settings: {
      gravity: 0.05,
      strongGravityMode: true,
      scalingRatio: 20,
      barnesHutOptimize: graph.order > MANY_NODES,
      barnesHutTheta: 1.2,
      slowDown: 5,
    },
  });
  return new Map(Object.entries(found).map(([id, { x, y }]) => [id, { x: x ?? 0, y: y ?? 0 }]));
}

function onCircle(angle: number, distance: number): Position {
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}

/**
 * Centres the places and scales them so that nine tenths of the nodes lie within the radius; the others
 * are drawn in, the farther the more, lest a few small islands make the rest a dot.
 */
function spread(places: Map<string, Position>, radius: number): Map<string, Position> {
  const all = [...places.values()];
  const middle = { x: median(all.map(({ x }) => x)), y: median(all.map(({ y }) => y)) };
  const distances = all.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y)).sort((a, b) => a - b);
  const reach = distances[Math.floor(distances.length * 0.9)] ?? 0;
  const placed = [...places].map(([id, { x, y }]): [string, Position] => {
    const away = Math.hypot(x - middle.x, y - middle.y) / (reach || 1);
    const scale = (radius / (reach || 1)) * (away > 1 ? (1 + Math.log(away) / 2) / away : 1);
    return [id, { x: (x - middle.x) * scale, y: (y - middle.y) * scale }];
  });
  return new Map(placed);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
