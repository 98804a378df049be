import type { Token } from "../../language/index.js";
import { childWith, lower, type SentenceTree, tokenAt } from "../tree.js";

/** Marks of a clause that stand like prepositions: "accused of shelling", "praised for handing back". */
export const CLAUSE_PREPOSITIONS = new Set([
  "of",
  "for",
  "from",
  "against",
  "by",
  "in",
  "to",
  "with",
  "about",
  "at",
  "on",
]);

/** A verb in "-ing" without auxiliary and subject of its own: "joining the pact". */
export function isGerund(tree: SentenceTree, index: number): boolean {
  return (
    tokenAt(tree, index).xpos === "VBG" && childWith(tree, index, "aux", "nsubj", "nsubj:pass") === undefined
  );
}

/** The preposition of a gerund: "against" of "is against drilling", "to" of "opposition to reopening the mine". */
export function gerundPreposition(tree: SentenceTree, index: number): string | null {
  if (tokenAt(tree, index).xpos !== "VBG") return null;
  const mark = childWith(tree, index, "mark");
  const word = mark === undefined ? "" : lower(tree, mark);
  return CLAUSE_PREPOSITIONS.has(word) ? word : null;
}

/** A verb, or a word with a subject and no copula that the tagger took for a noun ("which Tokyo shuns"). */
export function isVerbal(tree: SentenceTree, index: number): boolean {
  const token = tokenAt(tree, index);
  if (token.upos === "VERB" || token.upos === "AUX") return true;
  if (token.upos === "NOUN" && token.deprel === "xcomp" && token.xpos === "NN" && index > 0) {
    // "agreed to exchange prisoners": an infinitive that the tagger took for a noun.
    const before = tokenAt(tree, index - 1);
    if (before.deprel === "mark" && before.head === index && before.form.toLowerCase() === "to") return true;
  }
  if (token.upos !== "NOUN" || childWith(tree, index, "cop", "det", "case", "nmod:poss") !== undefined)
    return false;
  return childWith(tree, index, "nsubj") !== undefined;
}

export function isPredicate(token: Token): boolean {
  return token.upos === "VERB" || token.upos === "AUX" || token.upos === "ADJ" || token.upos === "NOUN";
}

export function isFinite(tree: SentenceTree, index: number, token: Token): boolean {
  if (token.xpos === "VBD" || token.xpos === "VBZ" || token.xpos === "VBP") return true;
  return childWith(tree, index, "aux", "aux:pass") !== undefined;
}

/** Whether what fills the subject undergoes it, a reduced participle ("the ships seized") included. */
export function isPassive(tree: SentenceTree, index: number): boolean {
  const token = tokenAt(tree, index);
  if (childWith(tree, index, "nsubj:pass", "aux:pass", "csubj:pass") !== undefined) return true;
  if (token.xpos !== "VBN" && token.xpos !== "VBD") return false;
  if (childWith(tree, index, "obl:agent") !== undefined) return childWith(tree, index, "aux") === undefined;
  if (token.xpos !== "VBN" || childWith(tree, index, "aux", "nsubj") !== undefined) return false;
  if (token.deprel === "acl" || token.deprel === "advcl" || token.deprel === "amod") return true;
  return token.deprel === "conj" && token.head >= 0 && isPassive(tree, token.head);
}
