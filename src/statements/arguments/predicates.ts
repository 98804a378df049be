import type { Token } from "../../language/index.js";
import { childWith, type SentenceTree, tokenAt } from "../tree.js";

/** A verb, or a word with a subject and no copula that the tagger took for a noun ("which Tokyo shuns"). */
export function isVerbal(tree: SentenceTree, index: number): boolean {
  const token = tokenAt(tree, index);
  if (token.upos === "VERB" || token.upos === "AUX") return true;
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
  if (childWith(tree, index, "obl:agent") !== undefined) return true;
  if (token.xpos !== "VBN" || childWith(tree, index, "aux", "nsubj") !== undefined) return false;
  if (token.deprel === "acl" || token.deprel === "advcl" || token.deprel === "amod") return true;
  return token.deprel === "conj" && token.head >= 0 && isPassive(tree, token.head);
}
