import type { Entity } from "../ontology/index.js";
import type { Knowledge } from "./knowledge.js";
import { readTable } from "./tables.js";

/** Compass directions as written before "neighbour", clockwise degrees from north. */
const DIRECTIONS: Record<string, number> = {
  northern: 0,
  north: 0,
  northeastern: 45,
  northeast: 45,
  eastern: 90,
  east: 90,
  southeastern: 135,
  southeast: 135,
  southern: 180,
  south: 180,
  southwestern: 225,
  southwest: 225,
  western: 270,
  west: 270,
  northwestern: 315,
  northwest: 315,
};

let told: Map<string, string> | null = null;

/** data/neighbours.tsv: the neighbour's id by state and degrees. */
function toldNeighbours(): Map<string, string> {
  told ??= new Map(
    readTable("neighbours.tsv", ["country", "direction", "neighbour"]).map((row) => [
      `${row.country} ${DIRECTIONS[row.direction] ?? row.direction}`,
      row.neighbour,
    ]),
  );
  return told;
}

const NEAR_DEGREES = 50;

/**
 * The neighbour that a description means: the bordering state in the direction that `words` give; without one, the
 * only bordering state, or the only one that the article names. Null where several fit.
 */
export function neighbourOf(
  known: Knowledge,
  owner: Entity,
  words: string[],
  named: Set<string>,
): Entity | null {
  const bordering = (known.borders.get(owner.id) ?? [])
    .map((id) => known.countries.get(id))
    .filter((state) => state !== undefined);
  const direction = words.map((word) => DIRECTIONS[word]).find((degrees) => degrees !== undefined);
  const mentioned = bordering.filter((state) => named.has(state.id));
  const given = direction === undefined ? undefined : toldNeighbours().get(`${owner.id} ${direction}`);
  if (given !== undefined) return known.countries.get(given) ?? null;
  if (direction !== undefined)
    return nearest(owner, mentioned, direction) ?? nearest(owner, bordering, direction);
  if (mentioned.length === 1) return mentioned[0] ?? null;
  return bordering.length === 1 ? (bordering[0] ?? null) : null;
}

function nearest(owner: Entity, states: Entity[], direction: number): Entity | null {
  let best: { state: Entity; off: number } | null = null;
  for (const state of states) {
    const off = turn(bearing(owner, state), direction);
    if (off <= NEAR_DEGREES && (best === null || off < best.off)) best = { state, off };
  }
  return best?.state ?? null;
}

/** Bearing from one state's centre to the other's, in degrees clockwise from north. */
function bearing(from: Entity, to: Entity): number {
  const latitude = ((from.latitude ?? 0) * Math.PI) / 180;
  const east = ((to.longitude ?? 0) - (from.longitude ?? 0)) * Math.cos(latitude);
  const north = (to.latitude ?? 0) - (from.latitude ?? 0);
  return (Math.atan2(east, north) * 180) / Math.PI;
}

function turn(a: number, b: number): number {
  const gap = Math.abs(a - b) % 360;
  return gap > 180 ? 360 - gap : gap;
}
