import neo4j, { type Node, type Path, type Point, type Relationship } from "neo4j-driver";
import type { Cell, NodeCell, RelationshipCell } from "../types.js";
import { integerCell } from "../values.js";

/** A value of the driver as a {@link Cell}: temporal values as ISO text, points as maps. */
export function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return integerCell(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object") return value as boolean | string;
  if (Array.isArray(value)) return value.map(toCell);
  if (neo4j.isNode(value)) return nodeCell(value);
  if (neo4j.isRelationship(value)) return relationshipCell(value);
  if (neo4j.isPath(value)) return pathCell(value);
  if (neo4j.isPoint(value)) return pointCell(value);
  if (value instanceof Int8Array) return Buffer.from(value).toString("base64");
  if (isTemporal(value)) return value.toString();
  return properties(value as Record<string, unknown>);
}

/**
 * Parameters as the driver wants them. A JSON number without fraction is an integer, for the driver
 * would send every number as a float; what is a float by nature is made one in the statement.
 */
export function toParameter(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toParameter);
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toParameter(item)]));
  }
  return value;
}

function isTemporal(value: object): boolean {
  return (
    neo4j.isDate(value) ||
    neo4j.isDateTime(value) ||
    neo4j.isLocalDateTime(value) ||
    neo4j.isTime(value) ||
    neo4j.isLocalTime(value) ||
    neo4j.isDuration(value)
  );
}

function nodeCell(node: Node): NodeCell {
  return {
    $type: "node",
    id: node.elementId,
    labels: [...node.labels].sort(),
    properties: properties(node.properties),
  };
}

function relationshipCell(relationship: Relationship): RelationshipCell {
  return {
    $type: "relationship",
    id: relationship.elementId,
    type: relationship.type,
    source: relationship.startNodeElementId,
    target: relationship.endNodeElementId,
    properties: properties(relationship.properties),
  };
}

function pathCell(path: Path): Cell {
  return {
    $type: "path",
    nodes: [path.start, ...path.segments.map((segment) => segment.end)].map(nodeCell),
    relationships: path.segments.map((segment) => relationshipCell(segment.relationship)),
  };
}

function pointCell({ srid, x, y, z }: Point): Cell {
  return { srid: toCell(srid), x: toCell(x), y: toCell(y), ...(z === undefined ? {} : { z: toCell(z) }) };
}

function properties(map: Record<string, unknown>): Record<string, Cell> {
  return Object.fromEntries(
    Object.keys(map)
      .sort()
      .map((key) => [key, toCell(map[key])]),
  );
}
