import type { GraphNode } from "../../ontology/index.js";

export interface Point {
  x: number;
  y: number;
}

/** FNV-1a, scaled to [0, 1): the same place for the same thing in every run. */
function unitHash(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) / 2 ** 32;
}

type Placed = Pick<GraphNode, "id" | "country" | "latitude" | "longitude">;

/** Degrees of jitter around the country that a thing belongs to. */
const AROUND = 7;
/** The Caucasus: where things without a place start. */
const CENTRE: Point = { x: 46, y: 41 };

/**
 * Where the layout starts from: countries on the map (longitude, latitude), what belongs to a country
 * around it, the rest around the Caucasus. Starting from the map makes the layout the same in every run
 * and keeps north up where the relations allow it.
 */
export function seedPosition(node: Placed, nodes: ReadonlyMap<string, Placed>): Point {
  if (node.longitude !== null && node.latitude !== null) return { x: node.longitude, y: node.latitude };
  const home = node.country === null ? undefined : nodes.get(node.country);
  const centre =
    home && home.longitude !== null && home.latitude !== null
      ? { x: home.longitude, y: home.latitude }
      : CENTRE;
  const angle = 2 * Math.PI * unitHash(node.id, 1);
  const radius = AROUND * (0.3 + unitHash(node.id, 2)) * (home ? 1 : 3);
  return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
}
