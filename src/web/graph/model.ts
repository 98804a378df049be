import { MultiGraph } from "graphology";
import {
  displayName,
  type GraphEdge,
  type GraphNode,
  type GraphView,
  type Modality,
} from "../../ontology/index.js";
import { plain } from "../ui/words.js";
import { type Palette, SHAPES } from "./palette.js";
import { curvatures } from "./parallel.js";
import { type Point, seedPosition } from "./seed.js";

export interface NodeAttributes extends Point {
  type: "shape";
  label: string;
  size: number;
  color: string;
  shape: number;
  /** Drawn with a ring: one of the entities that the view is about. */
  focus: boolean;
  fixed: boolean;
  /** Labelled in bold: countries. */
  strong: boolean;
}

export interface EdgeAttributes {
  type: "curve" | "line";
  size: number;
  color: string;
  curvature: number;
  /** Index into the shader's dash patterns: 0 solid, 1 dashed, 2 dotted. */
  dash: number;
  /** Two thin rails instead of a solid line: what the text denies. */
  hollow: boolean;
  arrow: boolean;
  /** Pulls the layout. */
  weight: number;
  /** Null in pictures of query results. */
  edge: GraphEdge | null;
}

export type DrawnGraph = MultiGraph<NodeAttributes, EdgeAttributes>;

/** Above this many edges they are thin straight lines: the curves could not be told apart anyway. */
export const MOST_CURVES = 4_000;

const DASHES: Record<Modality, number> = { actual: 0, intended: 1, hypothetical: 2, claimed: 2 };

/** Radius in pixels by statements; smaller all where there are many. */
function nodeSize(node: GraphNode, focus: boolean, order: number): number {
  const size = 3.5 + 1.9 * Math.sqrt(Math.min(node.statements, 400) / 2);
  const crowd = Math.min(1, Math.max(0.35, Math.sqrt(250 / order)));
  return Math.min(focus ? Math.max(size, 10) : size * crowd, 22);
}

/** Width in pixels by independent sources; hollow lines need room for their gap. */
function edgeWidth({ sources, negated }: Pick<GraphEdge, "sources" | "negated">): number {
  const width = 1 + 1.1 * Math.sqrt(Math.max(1, sources) - 0.6);
  return Math.min(negated ? Math.max(width + 1.5, 4) : width, 7);
}

type Look = Pick<GraphEdge, "sources" | "negated" | "modality" | "plover" | "directed"> & {
  palette: Palette;
};

/** How an edge is drawn for what it says. */
export function looksOf({ palette, ...edge }: Look) {
  return {
    type: "curve" as const,
    size: edgeWidth(edge),
    color: palette.plover[edge.plover ?? "RELATION"],
    dash: DASHES[edge.modality],
    hollow: edge.negated,
    arrow: edge.directed,
  };
}

/**
 * The drawing of a view. Edges of an entity with itself are left out (the table has them).
 * @param known positions of nodes that were on the screen before; those nodes keep their place
 */
export function buildGraph(
  view: GraphView,
  focus: ReadonlySet<string>,
  palette: Palette,
  known: ReadonlyMap<string, Point>,
): DrawnGraph {
  const graph: DrawnGraph = new MultiGraph();
  const nodes = new Map(view.nodes.map((node) => [node.id, node]));
  for (const node of view.nodes) {
    const place = known.get(node.id);
    const isFocus = focus.has(node.id);
    graph.addNode(node.id, {
      type: "shape",
      label: plain(displayName(node)),
      size: nodeSize(node, isFocus, view.nodes.length),
      color: node.type === "Country" ? palette.ink : palette.muted,
      shape: SHAPES[node.type],
      focus: isFocus,
      fixed: place !== undefined,
      strong: node.type === "Country",
      ...(place ?? seedPosition(node, nodes)),
    });
  }
  const drawn = view.edges.filter((e) => e.source !== e.target && nodes.has(e.source) && nodes.has(e.target));
  const curved = drawn.length <= MOST_CURVES;
  const bends = curved ? curvatures(drawn) : new Map<string, number>();
  for (const edge of drawn) {
    graph.addDirectedEdgeWithKey(edge.key, edge.source, edge.target, {
      ...looksOf({ ...edge, palette }),
      ...(curved ? {} : { type: "line", size: 0.8 }),
      curvature: bends.get(edge.key) ?? 0,
      weight: Math.sqrt(edge.statements),
      edge,
    });
  }
  return graph;
}
