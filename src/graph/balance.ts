import type { GraphEdge, Plover } from "../ontology/index.js";
import type { LargeView } from "./edge-table.js";

/** +1 where two sides are on good terms, -1 where on bad ones. */
type Sign = 1 | -1;

/** Mean Goldstein weights nearer to zero than this are no clear sign. */
const UNCLEAR = 0.5;

/** For events without a Goldstein weight: the side of the scale on which their PLOVER class lies. */
const SIGN_OF_CLASS: Record<Plover, Sign | 0> = {
  AGREE: 1,
  CONSULT: 0,
  SUPPORT: 1,
  COOPERATE: 1,
  AID: 1,
  RETREAT: 1,
  REQUEST: 0,
  ACCUSE: -1,
  REJECT: -1,
  THREATEN: -1,
  PROTEST: -1,
  MOBILIZE: -1,
  SANCTION: -1,
  COERCE: -1,
  ASSAULT: -1,
};

/** The place on the Goldstein scale that stands for a class whose events carry no weight of their own. */
const WEIGHT_OF_CLASS = 2;

/** Three nodes whose ties all have a sign. Balanced (Heider; Cartwright and Harary): the product is positive. */
interface Triangle {
  nodes: [string, string, string];
  balanced: boolean;
}

/**
 * The sign of each pair that has one, by `a\u0000b` with a < b. Only what was affirmed as a fact counts
 * (a denied or threatened deed is none), each edge with its mean Goldstein weight, else with +2 or -2
 * by its PLOVER class, weighted by its independent sources, whichever way it points. A mean between
 * -0.5 and 0.5 is no sign.
 */
export function signedPairs(view: LargeView): Map<string, Sign> {
  const sums = new Map<string, { sum: number; weight: number }>();
  for (const edge of view.edges) {
    const value = scaleValue(edge);
    if (value === null || edge.source === edge.target) continue;
    const key = pairKey(edge.source, edge.target);
    const weight = Math.max(1, edge.sources);
    const known = sums.get(key) ?? { sum: 0, weight: 0 };
    sums.set(key, { sum: known.sum + value * weight, weight: known.weight + weight });
  }
  const signs = new Map<string, Sign>();
  for (const [key, { sum, weight }] of sums) {
    const mean = sum / weight;
    if (Math.abs(mean) >= UNCLEAR) signs.set(key, mean > 0 ? 1 : -1);
  }
  return signs;
}

/** Every triangle of signed pairs, once. */
export function* signedTriangles(view: LargeView): Generator<Triangle> {
  const signs = signedPairs(view);
  const later = new Map<string, Set<string>>();
  for (const key of signs.keys()) {
    const [a, b] = key.split("\u0000") as [string, string];
    const set = later.get(a) ?? new Set();
    later.set(a, set.add(b));
  }
  const sign = (a: string, b: string) => signs.get(pairKey(a, b)) ?? 0;
  for (const [a, neighbours] of later) {
    for (const b of neighbours) {
      for (const c of later.get(b) ?? []) {
        if (!neighbours.has(c)) continue;
        yield { nodes: [a, b, c], balanced: sign(a, b) * sign(b, c) * sign(a, c) > 0 };
      }
    }
  }
}

/** True for what was affirmed as a fact and is, by the same scale, no conflict. */
export function isFriendly(edge: GraphEdge): boolean {
  return !edge.qualified && (scaleValue(edge) ?? 0) >= 0;
}

function scaleValue(edge: GraphEdge): number | null {
  if (edge.qualified) return null;
  if (edge.goldstein !== null) return edge.goldstein;
  return edge.plover === null ? null : WEIGHT_OF_CLASS * SIGN_OF_CLASS[edge.plover];
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`;
}
