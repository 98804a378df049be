import type { GraphNode } from "../ontology/index.js";
import { edgeColour, hex, nodeColour, nodeSizer } from "./appearance.js";
import { attributesOf, type ColumnValue, kindOf, type Link, labelOf } from "./columns.js";
import { type PreparedGraph, positions, prepareGraph } from "./prepared.js";
import { eachLine, inPieces, json, jsonList } from "./text.js";
import type { Exporter, ExportMeta, ExportOptions } from "./types.js";

/** What every JSON format says of nodes and edges. */
interface JsonGraph {
  graph: PreparedGraph;
  about: Record<string, string>;
  node(node: GraphNode): Record<string, ColumnValue>;
  link(link: Link): Record<string, ColumnValue>;
  place(node: GraphNode): { x: number; y: number };
}

/** graphology's serialized form, for `Graph.from()`, sigma and Gephi Lite's library. */
export const graphologyJson: Exporter = {
  name: "graphology-json",
  title: "graphology JSON",
  description: "A mixed multigraph for graphology's Graph.from() and sigma, laid out and coloured",
  extension: "json",
  mediaType: "application/json",
  async *write(source, options = {}) {
    const { graph, about, node, link, place } = jsonGraph(
      await prepareGraph(source, options),
      source.meta,
      options,
    );
    yield* inPieces(
      (function* () {
        yield `{"attributes":${json(about)},\n"options":{"type":"mixed","multi":true,"allowSelfLoops":true},\n"nodes":`;
        yield* jsonList(
          eachLine(graph.nodes, (row) => json({ key: row.id, attributes: { ...node(row), ...place(row) } })),
        );
        yield ',\n"edges":';
        yield* jsonList(
          eachLine(graph.links, (row) =>
            json({
              key: row.key,
              source: row.source,
              target: row.target,
              ...(row.directed ? {} : { undirected: true }),
              attributes: link(row),
            }),
          ),
        );
        yield "}\n";
      })(),
    );
  },
};

/**
 * Node-link JSON, for d3's force layouts and NetworkX (`node_link_graph(data, edges="links")`). All edges
 * are directed, with an attribute `symmetric`, since a NetworkX graph has edges of one sort.
 */
export const nodeLinkJson: Exporter = {
  name: "node-link-json",
  title: "Node-link JSON",
  description:
    'For d3 and NetworkX (node_link_graph with edges="links"); all edges directed, the attribute symmetric marks those that hold both ways',
  extension: "json",
  mediaType: "application/json",
  async *write(source, options = {}) {
    const { graph, about, node, link, place } = jsonGraph(
      await prepareGraph(source, options),
      source.meta,
      options,
    );
    yield* inPieces(
      (function* () {
        yield `{"directed":true,"multigraph":true,"graph":${json(about)},\n"nodes":`;
        yield* jsonList(eachLine(graph.nodes, (row) => json({ id: row.id, ...node(row), ...place(row) })));
        yield ',\n"links":';
        yield* jsonList(
          eachLine(graph.links, (row) =>
            json({ source: row.source, target: row.target, key: row.key, ...link(row) }),
          ),
        );
        yield "}\n";
      })(),
    );
  },
};

/** Cytoscape's JSON (`.cyjs`), for Cytoscape desktop and Cytoscape.js. */
export const cyjs: Exporter = {
  name: "cyjs",
  title: "Cytoscape JSON",
  description: "For Cytoscape (Import Network from File) and Cytoscape.js, laid out",
  extension: "cyjs",
  mediaType: "application/json",
  async *write(source, options = {}) {
    const { graph, about, node, link, place } = jsonGraph(
      await prepareGraph(source, options),
      source.meta,
      options,
    );
    yield* inPieces(
      (function* () {
        const { title, ...data } = about;
        yield `{"data":${json({ name: title, ...data })},\n"elements":{"nodes":`;
        yield* jsonList(
          eachLine(graph.nodes, (row) =>
            json({ data: { id: row.id, name: row.name, ...node(row) }, position: place(row) }),
          ),
        );
        yield ',\n"edges":';
        yield* jsonList(
          eachLine(graph.links, (row) => {
            const { kind, ...attributes } = link(row);
            return json({
              data: { id: row.key, source: row.source, target: row.target, interaction: kind, ...attributes },
            });
          }),
        );
        yield "}}\n";
      })(),
    );
  },
};

function jsonGraph(graph: PreparedGraph, meta: ExportMeta, options: ExportOptions): JsonGraph {
  const places = positions(graph, options);
  const size = nodeSizer(graph.nodes);
  return {
    graph,
    about: {
      title: meta.title,
      description: meta.description,
      query: meta.query,
      created: meta.created.toISOString(),
    },
    node: (node) => ({
      label: node.name,
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
