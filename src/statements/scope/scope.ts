import type { ReportKind } from "./lexicon.js";

/** How a predicate stands in its sentence. */
export interface Scope {
  negated: boolean;
  intended: boolean;
  hypothetical: boolean;
  /** A word marks it as somebody's claim ("allegedly", "reported"). */
  doubted: boolean;
  /** Governed by a request, threat or wish: not asserted. */
  weak: boolean;
  /** What the noun names was lifted, ended or called off ("eased its sanctions"). */
  ended: boolean;
  /** Reporting predicates above it, innermost first: token and kind. */
  reports: { token: number; kind: ReportKind }[];
  /** Tokens from the predicate to the top of its clause, itself first. */
  path: number[];
  /** The words that decided, for `entente explain`. */
  why: string[];
}
