import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { GraphEdge, GraphNode } from "../ontology/index.js";
import { seededRandom } from "./random.js";

export interface Position {
  x: number;
  y: number;
}

/** What is read of a view: its nodes and who is tied to whom by how many sources. */
interface Drawn {
  nodes: readonly GraphNode[];
  edges: Iterable<Pick<GraphEdge, "source" | "target" | "sources">>;
}

/** Steps in which a graph of some hundred nodes comes to rest. */
const MOST_STEPS = 800;
const FEWEST_STEPS = 5;
/** Nodes plus ties, times steps: about a second of work, so that a graph of 200,000 edges is not waited for. */
const WORK = 1_500_000;
/** Nodes above which forces are approximated (Barnes-Hut, as coarsely as Gephi does by default). */
const MANY_NODES = 300;
/** Mean distance between neighbouring places, in units of Gephi's canvas, where nodes measure 16 to 60. */
const SPACING = 140;

const SETTINGS = {
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  gravity: 0.05,
  strongGravityMode: true,
  scalingRatio: 20,
  barnesHutTheta: 1.2,
  slowDown: 5,
};

/**
 * Positions by ForceAtlas2 from seeded places: the same view and seed give the same picture. Pairs
 * with more independent sources between them come closer (logarithmically: a war is no black hole).
 * Nodes without ties stand on a circle around the rest, where forces would blow them away.
 */
export function layout(view: Drawn, seed = 1): Map<string, Position> {
  const ties = tiesOf(view);
  const tied = new Set([...ties.sources, ...ties.targets]);
  const places = new Map<string, Position>();
  const together = view.nodes.filter((_, index) => tied.has(index));
  const alone = view.nodes.filter((_, index) => !tied.has(index));
  const radius = SPACING * Math.sqrt(Math.max(1, together.length));
  const found = spread(attracted(tied, ties, radius, seededRandom(seed)), radius);
  together.forEach(({ id }, index) => {
    places.set(id, found[index] ?? { x: 0, y: 0 });
  });
  const rim = found.reduce((max, { x, y }) => Math.max(max, Math.hypot(x, y)), 0) + SPACING;
  alone.forEach(({ id }, index) => {
    const angle = (2 * Math.PI * index) / alone.length;
    places.set(id, onCircle(angle, together.length === 0 ? radius * 2 : rim));
  });
  return new Map([...places].map(([id, { x, y }]) => [id, { x: rounded(x), y: rounded(y) }]));
}

/** One tie for each pair of nodes that have edges, none for loops; the ends are places in the list of nodes. */
interface Ties {
  sources: number[];
  targets: number[];
  /** Sum of the edges' independent sources. */
  weights: number[];
}

function tiesOf({ nodes, edges }: Drawn): Ties {
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const tieOf = new Map<number, number>();
  const ties: Ties = { sources: [], targets: [], weights: [] };
  for (const edge of edges) {
    const source = indexOf.get(edge.source);
    const target = indexOf.get(edge.target);
    if (source === undefined || target === undefined || source === target) continue;
    const pair = Math.min(source, target) * nodes.length + Math.max(source, target);
    const weight = Math.max(1, edge.sources);
    const tie = tieOf.get(pair);
    if (tie === undefined) {
      tieOf.set(pair, ties.weights.length);
      ties.sources.push(source);
      ties.targets.push(target);
      ties.weights.push(weight);
    } else ties.weights[tie] = (ties.weights[tie] ?? 0) + weight;
  }
  return ties;
}

/** Numbers that a node and a tie take in the matrices of ForceAtlas2. */
const NODE_CELLS = 10;
const TIE_CELLS = 3;
const MASS = 6;
const SIZE = 8;

/** Places of the tied nodes, in the order of the nodes. */
function attracted(tied: ReadonlySet<number>, ties: Ties, radius: number, random: () => number): Position[] {
  const nodes = new Float32Array(tied.size * NODE_CELLS);
  const cellOf = new Map([...tied].sort((a, b) => a - b).map((node, row) => [node, row * NODE_CELLS]));
  for (const cell of cellOf.values()) {
    const { x, y } = onCircle(2 * Math.PI * random(), radius * Math.sqrt(random()));
    nodes.set([x, y], cell);
    // Mass, convergence and size start at one.
    nodes.fill(1, cell + MASS, cell + SIZE + 1);
  }
  const edges = new Float32Array(ties.weights.length * TIE_CELLS);
  ties.weights.forEach((sum, tie) => {
    const weight = 1 + Math.log2(sum);
    const source = cellOf.get(ties.sources[tie] ?? 0) ?? 0;
    const target = cellOf.get(ties.targets[tie] ?? 0) ?? 0;
    for (const end of [source, target]) nodes[end + MASS] = (nodes[end + MASS] ?? 0) + weight;
    edges.set([source, target, weight], tie * TIE_CELLS);
  });
  const steps = Math.round(WORK / (tied.size + ties.weights.length));
  const settings = { ...SETTINGS, barnesHutOptimize: tied.size > MANY_NODES };
  for (let step = Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, steps)); step > 0 && tied.size > 0; step--) {
    iterate(settings, nodes, edges);
  }
  return Array.from(cellOf.values(), (cell) => ({ x: nodes[cell] ?? 0, y: nodes[cell + 1] ?? 0 }));
}

function onCircle(angle: number, distance: number): Position {
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}

/**
 * Centres the places and scales them so that nine tenths of the nodes lie within the radius; the others
 * are drawn in, the farther the more, lest a few small islands make the rest a dot.
 */
function spread(places: readonly Position[], radius: number): Position[] {
  const middle = { x: median(places.map(({ x }) => x)), y: median(places.map(({ y }) => y)) };
  const distances = places.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y)).sort((a, b) => a - b);
  const reach = distances[Math.floor(distances.length * 0.9)] ?? 0;
  return places.map(({ x, y }) => {
    const away = Math.hypot(x - middle.x, y - middle.y) / (reach || 1);
    const scale = (radius / (reach || 1)) * (away > 1 ? (1 + Math.log(away) / 2) / away : 1);
    return { x: (x - middle.x) * scale, y: (y - middle.y) * scale };
  });
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
