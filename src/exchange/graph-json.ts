import { displayName, type GraphNode } from "../ontology/index.js";
import { edgeColour, hex, nodeColour, nodeSizer } from "./appearance.js";
import { attributesOf, type ColumnValue, kindOf, type Link, labelOf } from "./columns.js";
import { type PreparedGraph, positions, prepareGraph } from "./prepared.js";
import { eachLine, inPieces, json, jsonList } from "./text.js";
import type { Exporter, ExportMeta, ExportOptions } from "./types.js";

/** What every JSON format says of nodes and edges. */
interface JsonGraph {
  about: Record<string, string>;
  node(node: GraphNode): Record<string, ColumnValue>;
  link(link: Link): Record<string, ColumnValue>;
  place(node: GraphNode): { x: number; y: number };
}

/** How one JSON format writes a graph: two lists with text around them. */
interface Shape {
  head: string;
  node(node: GraphNode): object;
  /** From after the list of nodes up to the list of links. */
  middle: string;
  link(link: Link): object;
  tail: string;
}

/** graphology's serialized form, for `Graph.from()`, sigma and Gephi Lite's library. */
export const graphologyJson = jsonExporter(
  {
    name: "graphology-json",
    title: "graphology JSON",
    description: "A mixed multigraph for graphology's Graph.from() and sigma, laid out and coloured",
    extension: "json",
  },
  ({ about, node, link, place }) => ({
    head: `{"attributes":${json(about)},\n"options":{"type":"mixed","multi":true,"allowSelfLoops":true},\n"nodes":`,
    node: (row) => ({ key: row.id, attributes: { ...node(row), ...place(row) } }),
    middle: ',\n"edges":',
    link: (row) => ({
      key: row.key,
      source: row.source,
      target: row.target,
      ...(row.directed ? {} : { undirected: true }),
      attributes: link(row),
    }),
    tail: "}\n",
  }),
);

/**
 * Node-link JSON, for d3's force layouts and NetworkX (`node_link_graph(data, edges="links")`). All edges
 * are directed, with an attribute `symmetric`, since a NetworkX graph has edges of one sort.
 */
export const nodeLinkJson = jsonExporter(
  {
    name: "node-link-json",
    title: "Node-link JSON",
    description:
      'For d3 and NetworkX (node_link_graph with edges="links"); all edges directed, the attribute symmetric marks those that hold both ways',
    extension: "json",
  },
  ({ about, node, link, place }) => ({
    head: `{"directed":true,"multigraph":true,"graph":${json(about)},\n"nodes":`,
    node: (row) => ({ id: row.id, ...node(row), ...place(row) }),
    middle: ',\n"links":',
    link: (row) => ({ source: row.source, target: row.target, key: row.key, ...link(row) }),
    tail: "}\n",
  }),
);

/** Cytoscape's JSON (`.cyjs`), for Cytoscape desktop and Cytoscape.js. */
export const cyjs = jsonExporter(
  {
    name: "cyjs",
    title: "Cytoscape JSON",
    description: "For Cytoscape (Import Network from File) and Cytoscape.js, laid out",
    extension: "cyjs",
  },
  ({ about: { title, ...about }, node, link, place }) => ({
    head: `{"data":${json({ name: title, ...about })},\n"elements":{"nodes":`,
    node: (row) => ({ data: { id: row.id, name: row.name, ...node(row) }, position: place(row) }),
    middle: ',\n"edges":',
    link: (row) => {
      const { kind, ...attributes } = link(row);
      const { key: id, source, target } = row;
      return { data: { id, source, target, interaction: kind, ...attributes } };
    },
    tail: "}}\n",
  }),
);

function jsonExporter(
  about: Pick<Exporter, "name" | "title" | "description" | "extension">,
  shapeOf: (graph: JsonGraph) => Shape,
): Exporter {
  return {
    ...about,
    mediaType: "application/json",
    async *write(source, options = {}) {
      const graph = await prepareGraph(source, options);
      yield* inPieces(written(graph, shapeOf(jsonGraph(graph, source.meta, options))));
    },
  };
}

function* written({ nodes, links }: PreparedGraph, shape: Shape): Generator<string> {
  yield shape.head;
  yield* jsonList(eachLine(nodes, (row) => json(shape.node(row))));
  yield shape.middle;
  yield* jsonList(eachLine(links, (row) => json(shape.link(row))));
  yield shape.tail;
}

function jsonGraph(graph: PreparedGraph, meta: ExportMeta, options: ExportOptions): JsonGraph {
  const places = positions(graph, options);
  const size = nodeSizer(graph.nodes);
  return {
    about: {
      title: meta.title,
      description: meta.description,
      query: meta.query,
      created: meta.created.toISOString(),
    },
    node: (node) => ({
      label: displayName(node),
      ...attributesOf(graph.nodeColumns, node),
      size: size(node),
      color: hex(nodeColour(node)),
    }),
    link: (link) => ({
      kind: kindOf(link),
      label: labelOf(link),
      weight: Math.max(1, link.sources),
      ...attributesOf(graph.linkColumns, link),
      color: hex(edgeColour(link)),
    }),
    place: ({ id }) => {
      const { x, y } = places.get(id) ?? { x: 0, y: 0 };
      return { x, y };
    },
  };
}
