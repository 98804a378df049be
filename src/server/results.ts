import { stringify } from "csv-stringify/sync";
import type { CypherGraph } from "../ontology/index.js";
import type { Cell, NodeCell, PathCell, RelationshipCell, Table } from "../store/index.js";

type GraphCell = NodeCell | RelationshipCell | PathCell;

/** A result as CSV (RFC 4180 but for its line ends, which are \n; header line first). Lists, maps and graph values are JSON in their field. */
export function tableToCsv(table: Table): string {
  return stringify([table.columns, ...table.rows.map((row) => row.map(csvField))]);
}

function csvField(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return inert(cell);
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

/** A spreadsheet takes a text that starts so for a formula; the apostrophe makes it text. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The nodes and relationships of a result, each once, from whatever depth of lists, maps and paths. */
export function tableToGraph(table: Table): CypherGraph {
  const nodes = new Map<string, CypherGraph["nodes"][number]>();
  const edges = new Map<string, CypherGraph["edges"][number]>();
  const collect = (cell: Cell): void => {
    if (cell === null || typeof cell !== "object") return;
    if (!isGraphCell(cell)) {
      for (const inner of Array.isArray(cell) ? cell : Object.values(cell)) collect(inner);
      return;
    }
    if (cell.$type === "node")
      nodes.set(cell.id, { id: cell.id, labels: cell.labels, properties: cell.properties });
    else if (cell.$type === "relationship") {
      const { id, type, source, target, properties } = cell;
      edges.set(id, { id, type, source, target, properties });
    } else for (const part of [...cell.nodes, ...cell.relationships]) collect(part);
  };
  for (const row of table.rows) row.forEach(collect);
  // A relationship can be returned without its ends, but cannot be drawn without them.
  for (const { source, target } of edges.values()) {
    for (const id of [source, target]) if (!nodes.has(id)) nodes.set(id, { id, labels: [], properties: {} });
  }
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()],
    truncated: table.truncated,
    milliseconds: table.milliseconds,
  };
}

function isGraphCell(cell: object): cell is GraphCell {
  return "$type" in cell && (cell.$type === "node" || cell.$type === "relationship" || cell.$type === "path");
}
