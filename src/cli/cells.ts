import type { Cell, NodeCell, PathCell, RelationshipCell } from "../store/index.js";

/** A result value as a person reads it in a table: `(:Country IRN)`, `[:OPPOSES]`, JSON for lists and maps. */
export function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "object") return String(cell);
  if (Array.isArray(cell)) return cell.map(cellText).join(", ");
  if (isNode(cell)) return node(cell);
  if (isRelationship(cell)) return `[:${cell.type}]`;
  if (isPath(cell)) return path(cell);
  return `{${Object.entries(cell)
    .map(([key, value]) => `${key}: ${cellText(value)}`)
    .join(", ")}}`;
}

function node({ labels, properties }: NodeCell): string {
  const label = labels.find((name) => name !== "Entity") ?? labels[0] ?? "";
  const name = properties.name ?? properties.title ?? properties.quote ?? properties.id ?? null;
  return `(:${label} ${cellText(name)})`;
}

function path({ nodes, relationships }: PathCell): string {
  return nodes
    .map((at, i) => {
      const edge = relationships[i];
      if (edge === undefined) return node(at);
      return edge.source === at.id ? `${node(at)}-[:${edge.type}]->` : `${node(at)}<-[:${edge.type}]-`;
    })
    .join("");
}

const isNode = (cell: object): cell is NodeCell => "$type" in cell && cell.$type === "node";
const isRelationship = (cell: object): cell is RelationshipCell =>
  "$type" in cell && cell.$type === "relationship";
const isPath = (cell: object): cell is PathCell => "$type" in cell && cell.$type === "path";
