import type { ParsedDocument } from "../language/index.js";
import type { Entity } from "../ontology/index.js";

/**
 * How a mention names its entity:
 * - `name`: a proper name or a full description of its own;
 * - `demonym`: an adjective or possessive-like use ("Iranian", "Turkish-backed") that stands for the state;
 * - `anaphor`: a pronoun, a description or a group ("he", "the premier", "the two sides") resolved to an antecedent;
 * - `place`: a name used as a location only ("talks in Vienna"): no actor.
 */
export type MentionKind = "name" | "demonym" | "anaphor" | "place";

/** A mention with its place in the trees. */
export interface ResolvedMention {
  /** Position in `document.sentences` (the title's sentences come first), not the sentence's `index`. */
  sentence: number;
  /** Token range [first, last) and the token that heads it in the tree. */
  first: number;
  last: number;
  head: number;
  kind: MentionKind;
  /** One entity; two or more for a group ("the two sides", "both presidents"). */
  entities: Entity[];
  /** Official only: the title as written, without the country ("Deputy Foreign Minister"). */
  role: string | null;
  /** Official only: the organization served, where the text names one other than the state. */
  serves: Entity | null;
  rule: string;
  antecedent: ResolvedMention | null;
}

/** A document with who is who. Mentions are in order of place; nested ones (a demonym inside an official's title) follow the outer one. */
export interface ResolvedDocument {
  document: ParsedDocument;
  publishedAt: string | null;
  mentions: ResolvedMention[];
  /** The outermost mention that covers the token, if any. */
  covering(sentence: number, token: number): ResolvedMention | undefined;
  /** The mention whose head is the token, outermost first. */
  headedBy(sentence: number, token: number): ResolvedMention | undefined;
  /** Pronouns and descriptions that found no antecedent. */
  unresolved: number;
}

/** What `entities/` offers to `statements/`. */
export interface EntityResolver {
  resolve(document: ParsedDocument, publishedAt: string | null): ResolvedDocument;
  /**
   * The entity for a noun phrase that a frame takes as its object and that is no known actor: an Agreement
   * where its head is one (treaty, memorandum, ceasefire), else an Issue with a canonical name and id.
   * Null where the phrase is no fit thing to support or oppose (a pronoun without antecedent, a bare date).
   */
  phrase(resolved: ResolvedDocument, sentence: number, head: number): ResolvedMention | null;
}
