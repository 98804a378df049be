import type { Cell, NodeCell, RelationshipCell } from "../types.js";
import { integerCell } from "../values.js";

type Raw = Record<string, unknown>;

/** A value of the embedded engine as a {@link Cell}: nodes, relationships and paths marked, big integers as text. */
export function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return integerCell(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object") return value as boolean | string;
  if (Array.isArray(value)) return value.map(toCell);
  if (value instanceof Date) return value.toISOString();
  const map = value as Raw;
  if (isNode(map)) return nodeCell(map);
  if (isRelationship(map)) return relationshipCell(map);
  if (isPath(map)) {
    return { $type: "path", nodes: map.nodes.map(nodeCell), relationships: map.edges.map(relationshipCell) };
  }
  return properties(map);
}

function isNode(map: Raw): boolean {
  return typeof map._id === "number" && Array.isArray(map._labels);
}

function isRelationship(map: Raw): boolean {
  return typeof map._id === "number" && typeof map._type === "string" && typeof map._source === "number";
}

function isPath(map: Raw): map is { nodes: Raw[]; edges: Raw[] } {
  const { nodes, edges } = map;
  return (
    Object.keys(map).length === 2 &&
    Array.isArray(nodes) &&
    Array.isArray(edges) &&
    nodes.length > 0 &&
    nodes.every((node) => isNode(node as Raw)) &&
    edges.every((edge) => isRelationship(edge as Raw))
  );
}

function nodeCell({ _id, _labels, ...rest }: Raw): NodeCell {
  return {
    $type: "node",
    id: String(_id),
    labels: [...(_labels as string[])].sort(),
    properties: properties(rest),
  };
}

function relationshipCell({ _id, _type, _source, _target, ...rest }: Raw): RelationshipCell {
  return {
    $type: "relationship",
    id: String(_id),
    type: String(_type),
    source: String(_source),
    target: String(_target),
    properties: properties(rest),
  };
}

function properties(map: Raw): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const key in map) cells[key] = toCell(map[key]);
  return cells;
}
