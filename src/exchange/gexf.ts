import { displayName, type GraphNode } from "../ontology/index.js";
import { edgeColour, edgeOpacity, nodeColour, nodeSizer } from "./appearance.js";
import { type Column, type ColumnValue, joined, kindOf, type Link, labelOf } from "./columns.js";
import { type PreparedGraph, positions, prepareGraph } from "./prepared.js";
import { nodeSpells, type Spell, spellsOf } from "./spells.js";
import { xml } from "./text.js";
import type { Exporter, ExportMeta, ExportOptions } from "./types.js";
import { XmlWriter } from "./xml-writer.js";

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
    yield* document(graph, source.meta, options);
  },
};

function* document(
  graph: PreparedGraph,
  meta: ExportMeta,
  options: ExportOptions,
): Generator<string | Uint8Array> {
  const nodeColumns = textColumns(graph.nodeColumns);
  const linkColumns = textColumns(graph.linkColumns);
  yield head(meta);
  yield attributes("node", nodeColumns);
  yield attributes("edge", linkColumns);
  const out = new XmlWriter();
  out.markup(`    <nodes count="${graph.nodes.length}">\n`);
  yield* nodes(out, graph, nodeColumns, options);
  out.markup(`    </nodes>\n    <edges count="${graph.links.length}">\n`);
  for (const link of graph.links) {
    edge(out, link, linkColumns);
    const piece = out.full();
    if (piece !== null) yield piece;
  }
  out.markup("    </edges>\n  </graph>\n</gexf>\n");
  yield out.rest();
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

/** A column whose values are texts of its GEXF type. */
interface TextColumn<Row> {
  id: string;
  title: string;
  type: string;
  /** What comes before a value, made once: a file of 200,000 edges has four million of them. */
  open: string;
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
      if (type !== "list") return [textColumn(id, title, type, (row: Row) => plain(of(row)))];
      const list = (row: Row) => (of(row) ?? []) as readonly string[];
      const text = textColumn(id, title, "string", (row: Row) => joined(list(row)));
      if (!GEPHI_LISTS.has(id)) return [text];
      const asList = (row: Row) => gephiList(list(row));
      return [text, textColumn(`${id}List`, `${title} (list)`, "liststring", asList)];
    });
}

function textColumn<Row>(
  id: string,
  title: string,
  type: string,
  of: (row: Row) => string | null,
): TextColumn<Row> {
  return { id, title, type, open: `<attvalue for="${id}" value="`, of };
}

function plain(value: ColumnValue): string | null {
  return value === null || typeof value === "string" ? value : String(value);
}

const UNFIT_IN_LIST = /["\\]/;

/** `["a", "b"]`: Gephi takes the 1.2 form `a|b` for one text. */
function gephiList(items: readonly string[]): string | null {
  if (items.length === 0) return null;
  const fit = items.some((item) => UNFIT_IN_LIST.test(item))
    ? items.map((item) => item.replace(/["\\]/g, "\\$&"))
    : items;
  return `["${fit.join('", "')}"]`;
}

function attributes<Row>(of: "node" | "edge", columns: readonly TextColumn<Row>[]): string {
  const lines = columns.map(
    ({ id, title, type }) => `      <attribute id="${id}" title="${xml(title)}" type="${type}"/>\n`,
  );
  return `    <attributes class="${of}">\n${lines.join("")}    </attributes>\n`;
}

function* nodes(
  out: XmlWriter,
  graph: PreparedGraph,
  columns: readonly TextColumn<GraphNode>[],
  options: ExportOptions,
): Generator<Uint8Array> {
  const places = positions(graph, options);
  const spells = nodeSpells(graph.links);
  const size = nodeSizer(graph.nodes);
  for (const node of graph.nodes) {
    const [r, g, b] = nodeColour(node);
    const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
    attribute(out, '<node id="', node.id);
    attribute(out, ' label="', displayName(node));
    out.markup(">\n");
    values(out, columns, node);
    spellList(out, spells.get(node.id) ?? []);
    out.markup(`<viz:size value="${size(node)}"/>
<viz:position x="${x}" y="${y}" z="0"/>
<viz:color r="${r}" g="${g}" b="${b}"/>
</node>
`);
    const piece = out.full();
    if (piece !== null) yield piece;
  }
}

function edge(out: XmlWriter, link: Link, columns: readonly TextColumn<Link>[]): void {
  attribute(out, '<edge id="', link.key);
  attribute(out, ' source="', link.source);
  attribute(out, ' target="', link.target);
  out.markup(link.directed ? ' type="directed"' : ' type="undirected"');
  attribute(out, ' kind="', kindOf(link));
  attribute(out, ' label="', labelOf(link));
  attribute(out, ' weight="', String(Math.max(1, link.sources)));
  out.markup(">\n");
  values(out, columns, link);
  spellList(out, spellsOf(link));
  out.markup(edgeEnd(link));
}

/** An attribute in a start tag; `open` goes up to the value's quotation mark. */
function attribute(out: XmlWriter, open: string, value: string): void {
  out.markup(open);
  out.text(value);
  out.markup('"');
}

function edgeEnd(link: Link): string {
  const [r, g, b] = edgeColour(link);
  return `<viz:color r="${r}" g="${g}" b="${b}" a="${edgeOpacity(link)}"/>\n</edge>\n`;
}

function values<Row>(out: XmlWriter, columns: readonly TextColumn<Row>[], row: Row): void {
  out.markup("<attvalues>\n");
  for (const column of columns) {
    const value = column.of(row);
    if (value === null || value === "") continue;
    out.markup(column.open);
    out.text(value);
    out.markup('"/>\n');
  }
  out.markup("</attvalues>\n");
}

function spellList(out: XmlWriter, spells: readonly Spell[]): void {
  if (spells.length === 0) return;
  out.markup("<spells>\n");
  for (const { start, end } of spells) {
    attribute(out, '<spell start="', start);
    if (end) attribute(out, ' end="', end);
    out.markup("/>\n");
  }
  out.markup("</spells>\n");
}
