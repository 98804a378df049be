import { displayName, type GraphNode } from "../ontology/index.js";
import { type Column, type ColumnValue, joined, kindOf, type Link, labelOf } from "./columns.js";
import { prepareGraph } from "./prepared.js";
import { nodeSpells, type Spell, spellsOf } from "./spells.js";
import { clean, csvLine, eachLine, inPieces } from "./text.js";
import type { Exporter } from "./types.js";

/** The nodes as a table; the column names Id, Label and Timeset are those that Gephi's spreadsheet import looks for. */
export const nodesCsv: Exporter = {
  name: "nodes-csv",
  title: "Nodes as CSV",
  description:
    "Node table for Gephi's spreadsheet import, R, pandas or a spreadsheet; import edges-csv after it",
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  async *write(source, options = {}) {
    const { nodes, links, nodeColumns } = await prepareGraph(source, options);
    const spells = nodeSpells(links);
    yield csvLine(["Id", "Label", "Timeset", ...nodeColumns.map(({ id }) => id)]);
    const line = (node: GraphNode) =>
      csvLine([
        clean(node.id),
        clean(displayName(node)),
        timeset(spells.get(node.id) ?? []),
        ...cells(nodeColumns, node),
      ]);
    yield* inPieces(eachLine(nodes, line));
  },
};

/** The edges as a table, with the column names that Gephi's spreadsheet import looks for. */
export const edgesCsv: Exporter = {
  name: "edges-csv",
  title: "Edges as CSV",
  description: "Edge table for Gephi's spreadsheet import, R, pandas or a spreadsheet",
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  async *write(source, options = {}) {
    const { links, linkColumns } = await prepareGraph(source, options);
    yield csvLine([
      "Source",
      "Target",
      "Type",
      "Id",
      "Label",
      "Kind",
      "Weight",
      "Timeset",
      ...linkColumns.map(({ id }) => id),
    ]);
    const line = (link: Link) =>
      csvLine([
        clean(link.source),
        clean(link.target),
        link.directed ? "Directed" : "Undirected",
        clean(link.key),
        labelOf(link),
        kindOf(link),
        Math.max(1, link.sources),
        timeset(spellsOf(link)),
        ...cells(linkColumns, link),
      ]);
    yield* inPieces(eachLine(links, line));
  },
};

function cells<Row>(columns: readonly Column<Row>[], row: Row): (string | number | boolean | null)[] {
  return columns.map(({ of }) => cell(of(row)));
}

function cell(value: ColumnValue): string | number | boolean | null {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  return clean(typeof value === "string" ? value : joined(value)) || null;
}

/** Gephi's notation of times: `<[2020-09-27, 2020-11-10]; [2023-09-19, 2023-09-19]>`. */
function timeset(spells: readonly Spell[]): string | null {
  if (spells.length === 0) return null;
  return `<${spells.map(({ start, end }) => `[${start}, ${end ?? "Infinity"}]`).join("; ")}>`;
}
