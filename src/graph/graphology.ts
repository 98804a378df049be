import { DirectedGraph, MultiGraph, UndirectedGraph } from "graphology";
import type { GraphEdge, GraphNode, GraphView } from "../ontology/index.js";

/** A view as a mixed multigraph: symmetric predicates make undirected edges, edge keys are those of the view. */
export function toGraphology(view: GraphView): MultiGraph<GraphNode, GraphEdge> {
  const graph = new MultiGraph<GraphNode, GraphEdge>();
  for (const node of view.nodes) graph.addNode(node.id, node);
  for (const edge of view.edges) {
    if (edge.directed) graph.addDirectedEdgeWithKey(edge.key, edge.source, edge.target, edge);
    else graph.addUndirectedEdgeWithKey(edge.key, edge.source, edge.target, edge);
  }
  return graph;
}

/** All edges between two nodes put together. */
export interface Tie {
  /** Sum of the edges' independent sources. */
  weight: number;
}

/** Who has to do with whom: one undirected edge for each pair of nodes that have edges; no loops. */
export function undirectedTies(
  view: GraphView,
  takes: (edge: GraphEdge) => boolean = () => true,
): UndirectedGraph<object, Tie> {
  const graph = new UndirectedGraph<object, Tie>();
  for (const { id } of view.nodes) graph.addNode(id);
  for (const edge of view.edges) {
    if (edge.source !== edge.target && takes(edge)) addTie(graph, edge.source, edge.target, weightOf(edge));
  }
  return graph;
}

/** Who acts on whom: one edge for each direction; a symmetric predicate counts for both. */
export function directedTies(view: GraphView): DirectedGraph<object, Tie> {
  const graph = new DirectedGraph<object, Tie>();
  for (const { id } of view.nodes) graph.addNode(id);
  for (const edge of view.edges) {
    if (edge.source === edge.target) continue;
    addTie(graph, edge.source, edge.target, weightOf(edge));
    if (!edge.directed) addTie(graph, edge.target, edge.source, weightOf(edge));
  }
  return graph;
}

function addTie(
  graph: UndirectedGraph<object, Tie> | DirectedGraph<object, Tie>,
  source: string,
  target: string,
  weight: number,
): void {
  graph.updateEdge(source, target, (tie) => ({ weight: (tie.weight ?? 0) + weight }));
}

function weightOf(edge: GraphEdge): number {
  return Math.max(1, edge.sources);
}
