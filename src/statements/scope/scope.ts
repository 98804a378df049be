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
  /** Governed by a request: wanted of somebody, not said to be. */
  asked: boolean;
  /** Governed by a threat, which is a statement of its own. */
  threatened: boolean;
  /**
   * The negation is of a verb whose object is definite: "did not attend the talks between A and B" says that its
   * subject stayed away, and leaves the talks standing.
   */
  stoodAside: boolean;
  /** The predicate itself only promises ("pledged a million"). */
  promised: boolean;
  /** Reporting predicates above it, innermost first: token and kind. */
  reports: { token: number; kind: ReportKind }[];
  /** Tokens from the predicate to the top of its clause, itself first. */
  path: number[];
  /** The words that decided, for `entente explain`. */
  why: string[];
}
