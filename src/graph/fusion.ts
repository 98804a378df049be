import { type GraphEdge, type PartialDate, type Plover, SYMMETRIC_PREDICATES } from "../ontology/index.js";
import { isQualified, parseEdgeKey } from "./keys.js";
import { independentSources } from "./sources.js";

/** What fusion needs to know of one statement under an edge. */
export interface FusionRow {
  statement: string;
  article: string;
  /** The outlet, where the article names one. */
  outlet: string | null;
  /** The article, or the one that it is a reprint of. */
  story: string;
  date: PartialDate | null;
  confidence: number;
  goldstein: number | null;
  plover: Plover | null;
  /** True where both ends of the edge are named by the statement itself. */
  direct: boolean;
}

/** A {@link GraphEdge} before its quotes are read. */
export type FusedEdge = Omit<GraphEdge, "quotes">;

/**
 * The one edge that all statements under a key make. Always computed from the statements that are
 * there, never from an older aggregate, so the order and number of loads do not matter.
 * @param rows at least one
 */
export function fuse(key: string, rows: readonly FusionRow[]): FusedEdge {
  const identity = parseEdgeKey(key);
  const dates = [...new Set(rows.flatMap((row) => row.date ?? []))].sort();
  const sources = independentSources(rows);
  const weights = rows.flatMap((row) => row.goldstein ?? []);
  return {
    key,
    source: identity.source,
    target: identity.target,
    predicate: identity.predicate,
    negated: identity.negated,
    modality: identity.modality,
    qualified: isQualified(identity),
    directed: !SYMMETRIC_PREDICATES.has(identity.predicate),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    dates,
    statements: rows.length,
    direct: rows.filter((row) => row.direct).length,
    articles: new Set(rows.map((row) => row.article)).size,
    sources: sources.length,
    sourceNames: [...new Set(rows.flatMap((row) => row.outlet ?? []))].sort(),
    confidence: noisyOr(
      sources.map((rowsOfSource) => Math.max(...rowsOfSource.map((row) => row.confidence))),
    ),
    goldstein: weights.length === 0 ? null : round(weights.reduce((sum, w) => sum + w, 0) / weights.length),
    plover: mostFrequent(rows.flatMap((row) => row.plover ?? [])),
  };
}

/** The chance that at least one of several independent sources is right. */
function noisyOr(confidences: number[]): number {
  return round(1 - confidences.reduce((wrong, confidence) => wrong * (1 - confidence), 1));
}

/** Four decimals: below that, sums taken in another order differ, and an unchanged edge must compare equal. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function mostFrequent(values: Plover[]): Plover | null {
  const counts = new Map<Plover, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}
