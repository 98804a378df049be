import { displayName } from "../ontology/index.js";
import { edgeColour, hex, nodeColour, nodeSizer } from "./appearance.js";
import { type Column, type ColumnValue, joined, kindOf, type Link, labelOf } from "./columns.js";
import { type PreparedGraph, positions, prepareGraph } from "./prepared.js";
import { inPieces, xml } from "./text.js";
import type { Exporter, ExportMeta, ExportOptions } from "./types.js";

/**
 * GraphML for NetworkX, igraph, yEd and Cytoscape. All edges are directed, with an attribute
 * `symmetric` for those that say the same of both ends: NetworkX refuses graphs of mixed edges.
 */
export const graphml: Exporter = {
  name: "graphml",
  title: "GraphML",
  description:
    "For NetworkX, igraph, yEd and Cytoscape; all edges directed, the attribute symmetric marks those that hold both ways",
  extension: "graphml",
  mediaType: "application/graphml+xml",
  async *write(source, options = {}) {
    const graph = await prepareGraph(source, options);
    yield* inPieces(document(graph, source.meta, options));
  },
};

interface Key<Row> {
  id: string;
  name: string;
  type: string;
  of(row: Row): ColumnValue;
}

const TYPES: Record<Column<unknown>["type"], string> = {
  string: "string",
  list: "string",
  integer: "int",
  double: "double",
  boolean: "boolean",
};

function* document(graph: PreparedGraph, meta: ExportMeta, options: ExportOptions): Generator<string> {
  const places = positions(graph, options);
  const size = nodeSizer(graph.nodes);
  const nodeKeys = keys("n", [
    { id: "label", type: "string", of: (node) => displayName(node) },
    ...graph.nodeColumns,
    { id: "x", type: "double", of: (node) => places.get(node.id)?.x ?? 0 },
    { id: "y", type: "double", of: (node) => places.get(node.id)?.y ?? 0 },
    { id: "size", type: "double", of: size },
    { id: "color", type: "string", of: (node) => hex(nodeColour(node)) },
  ]);
  const edgeKeys = keys("e", [
    { id: "label", type: "string", of: labelOf },
    { id: "kind", type: "string", of: kindOf },
    { id: "weight", type: "double", of: (link: Link) => Math.max(1, link.sources) },
    ...graph.linkColumns,
    { id: "color", type: "string", of: (link) => hex(edgeColour(link)) },
  ]);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <desc>${xml(`${meta.title}. ${meta.description} Made by: ${meta.query}`)}</desc>
`;
  yield declared("node", nodeKeys) + declared("edge", edgeKeys);
  yield '  <graph id="entente" edgedefault="directed">\n';
  for (const node of graph.nodes) {
    yield `    <node id="${xml(node.id)}">\n${values(nodeKeys, node)}    </node>\n`;
  }
  for (const link of graph.links) {
    yield `    <edge id="${xml(link.key)}" source="${xml(link.source)}" target="${xml(link.target)}">
${values(edgeKeys, link)}    </edge>
`;
  }
  yield "  </graph>\n</graphml>\n";
}

function keys<Row>(prefix: string, columns: readonly Pick<Column<Row>, "id" | "type" | "of">[]): Key<Row>[] {
  return columns.map(({ id, type, of }, index) => ({ id: prefix + index, name: id, type: TYPES[type], of }));
}

function declared<Row>(of: "node" | "edge", list: readonly Key<Row>[]): string {
  return list
    .map(({ id, name, type }) => `  <key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join("");
}

function values<Row>(list: readonly Key<Row>[], row: Row): string {
  let lines = "";
  for (const { id, of } of list) {
    const value = of(row);
    if (value === null) continue;
    const text = typeof value === "object" ? joined(value) : String(value);
    if (text !== "") lines += `      <data key="${id}">${xml(text)}</data>\n`;
  }
  return lines;
}
