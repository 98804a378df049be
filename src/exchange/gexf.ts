import type { GraphNode } from "../ontology/index.js";
import { edgeColour, edgeOpacity, nodeColour, nodeSizer } from "./appearance.js";
import { type Column, type ColumnValue, joined, kindOf, type Link, labelOf } from "./columns.js";
import { type PreparedGraph, positions, prepareGraph } from "./prepared.js";
import { nodeSpells, type Spell, spellsOf } from "./spells.js";
import { inPieces, xml } from "./text.js";
import type { Exporter, ExportMeta, ExportOptions } from "./types.js";

/**
 * GEXF 1.3 as Gephi 0.10 reads it without a complaint:
 * no default edge type, since Gephi drops the edges that differ from it; an explicit type on each
 * edge; the predicate as `kind`; attribute types that Gephi knows (it ignores columns of `anyURI` and
 * dates); weights above zero; colours as r, g, b, since `hex` beside `a` makes the import fail.
 * Gephi Lite drops time and lists, so there are plain texts of both as well.
 */
export const gexf: Exporter = {
  name: "gexf",
  title: "GEXF 1.3 (Gephi)",
  description:
    "For Gephi and Gephi Lite: time, predicates as edge types, colours, sizes and a layout in place",
  extension: "gexf",
  mediaType: "application/gexf+xml",
  async *write(source, options = {}) {
    const graph = await prepareGraph(source, options);
    yield* inPieces(document(graph, source.meta, options));
  },
};

function* document(graph: PreparedGraph, meta: ExportMeta, options: ExportOptions): Generator<string> {
  const nodeColumns = textColumns(graph.nodeColumns);
  const linkColumns = textColumns(graph.linkColumns);
  yield head(meta);
  yield attributes("node", nodeColumns);
  yield attributes("edge", linkColumns);
  yield `    <nodes count="${graph.nodes.length}">\n`;
  yield* nodes(graph, nodeColumns, options);
  yield `    </nodes>\n    <edges count="${graph.links.length}">\n`;
  for (const link of graph.links) yield edge(link, linkColumns);
  yield "    </edges>\n  </graph>\n</gexf>\n";
}

function head({ title, description, query, created }: ExportMeta): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta lastmodifieddate="${created.toISOString().slice(0, 10)}">
    <creator>Entente</creator>
    <title>${xml(title)}</title>
    <description>${xml(`${description} Made by: ${query}`)}</description>
  </meta>
  <graph mode="dynamic" timeformat="date" timerepresentation="interval">
`;
}

/** A column whose values are escaped texts of its GEXF type. */
interface TextColumn<Row> {
  id: string;
  title: string;
  type: string;
  of(row: Row): string | null;
}

/** What else in the file says already: whether the edge is undirected. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(["symmetric"]);
/** Lists whose items analysts filter by in Gephi; the others (quotes, dates) are for reading. */
const GEPHI_LISTS: ReadonlySet<string> = new Set(["aliases", "sourceNames"]);

/** Lists joined by `;` for Gephi Lite, some of them as Gephi's own lists too. */
function textColumns<Row>(columns: readonly Column<Row>[]): TextColumn<Row>[] {
  return columns
    .filter(({ id }) => !SAID_ELSEWHERE.has(id))
    .flatMap(({ id, title, type, of }) => {
      if (type === "string")
        return [{ id, title, type, of: (row: Row) => escaped(of(row) as string | null) }];
      if (type !== "list") return [{ id, title, type, of: (row: Row) => plain(of(row)) }];
      const list = (row: Row) => (of(row) ?? []) as readonly string[];
      const text = { id, title, type: "string", of: (row: Row) => escaped(joined(list(row))) };
      if (!GEPHI_LISTS.has(id)) return [text];
      const asList = (row: Row) => escaped(gephiList(list(row)));
      return [text, { id: `${id}List`, title: `${title} (list)`, type: "liststring", of: asList }];
    });
}

function escaped(text: string | null): string | null {
  return text === null || text === "" ? null : xml(text);
}

function plain(value: ColumnValue): string | null {
  return value === null ? null : String(value);
}

/** `["a", "b"]`: Gephi takes the 1.2 form `a|b` for one text. */
function gephiList(items: readonly string[]): string | null {
  if (items.length === 0) return null;
  return `[${items.map((item) => `"${item.replace(/["\\]/g, "\\$&")}"`).join(", ")}]`;
}

function attributes<Row>(of: "node" | "edge", columns: readonly TextColumn<Row>[]): string {
  const lines = columns.map(
    ({ id, title, type }) => `      <attribute id="${id}" title="${xml(title)}" type="${type}"/>\n`,
  );
  return `    <attributes class="${of}">\n${lines.join("")}    </attributes>\n`;
}

function* nodes(
  graph: PreparedGraph,
  columns: readonly TextColumn<GraphNode>[],
  options: ExportOptions,
): Generator<string> {
  const places = positions(graph, options);
  const spells = nodeSpells(graph.links);
  const size = nodeSizer(graph.nodes);
  for (const node of graph.nodes) {
    const [r, g, b] = nodeColour(node);
    const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
    yield `<node id="${xml(node.id)}" label="${xml(node.name)}">
${values(columns, node)}${spellList(spells.get(node.id) ?? [])}<viz:size value="${size(node)}"/>
<viz:position x="${x}" y="${y}" z="0"/>
<viz:color r="${r}" g="${g}" b="${b}"/>
</node>
`;
  }
}

function edge(link: Link, columns: readonly TextColumn<Link>[]): string {
  const [r, g, b] = edgeColour(link);
  const weight = Math.max(1, link.sources);
  return `<edge id="${xml(link.key)}" source="${xml(link.source)}" target="${xml(link.target)}" type="${
    link.directed ? "directed" : "undirected"
  }" kind="${kindOf(link)}" label="${labelOf(link)}" weight="${weight}">
${values(columns, link)}${spellList(spellsOf(link))}<viz:color r="${r}" g="${g}" b="${b}" a="${edgeOpacity(link)}"/>
</edge>
`;
}

function values<Row>(columns: readonly TextColumn<Row>[], row: Row): string {
  let lines = "";
  for (const column of columns) {
    const value = column.of(row);
    if (value !== null) lines += `<attvalue for="${column.id}" value="${value}"/>\n`;
  }
  return lines && `<attvalues>\n${lines}</attvalues>\n`;
}

function spellList(spells: readonly Spell[]): string {
  if (spells.length === 0) return "";
  const lines = spells.map(({ start, end }) => `<spell start="${start}"${end ? ` end="${end}"` : ""}/>\n`);
  return `<spells>\n${lines.join("")}</spells>\n`;
}
