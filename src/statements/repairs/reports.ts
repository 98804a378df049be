import type { Token } from "../../language/index.js";
import { reportKindOf } from "../scope/lexicon.js";
import type { MutableTree } from "./mutable-tree.js";

const LONGEST_SUBJECT = 8;
const PLAIN = new Set(["DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP", "PART"]);
const DAY = /^(on|last|yesterday|today|late|early|this|in|at|to)$/;

/**
 * "..., a Maltese magazine alleges." and "A, Lima alleges, is paid by B": a short noun phrase between a comma and a verb
 * of reporting that ends its part of the sentence is who reports the rest, whatever the tree took the verb for.
 */
export function restoreReport(tree: MutableTree, verb: number): void {
  const token = tree.at(verb);
  if (!isReporting(token) || !endsPart(tree, verb)) return;
  const comma = commaBefore(tree, verb);
  if (comma === null || comma < 2) return;
  const main = mainVerb(tree, verb, comma);
  if (main === null || isReport(tree, verb, main)) return;
  const subject = subjectOf(tree, comma, verb);
  for (let i = 0; i < tree.tokens.length; i++) {
    if (i > comma && i < verb && i !== subject) {
      if (tree.at(i).head <= comma || tree.at(i).head >= verb) tree.change(i, { head: subject });
    } else if (i !== main && (tree.at(i).head === verb || tree.at(i).head === subject) && i <= comma)
      tree.change(i, { head: main });
    else if (i > verb && tree.at(i).head === subject) tree.change(i, { head: verb, deprel: "obl" });
  }
  tree.change(verb, {
    head: main,
    deprel: "parataxis",
    upos: "VERB",
    xpos: token.form.endsWith("s") ? "VBZ" : "VBD",
    lemma: token.upos === "VERB" ? token.lemma : token.form.toLowerCase().replace(/s$/, ""),
  });
  tree.change(subject, { head: verb, deprel: "nsubj" });
}

/** A finite form of a verb that reports, or what the tagger took for a noun of that form. */
function isReporting({ xpos, lemma }: Token): boolean {
  if (!/^(?:VB[DZN]|NNS)$/.test(xpos)) return false;
  const kind = reportKindOf(lemma);
  return kind === "neutral" || kind === "claim";
}

function endsPart(tree: MutableTree, verb: number): boolean {
  const next = verb + 1 < tree.tokens.length ? tree.at(verb + 1) : null;
  return next === null || next.upos === "PUNCT" || DAY.test(next.form.toLowerCase());
}

/** The comma behind which nothing but a short noun phrase stands before the verb. */
function commaBefore(tree: MutableTree, verb: number): number | null {
  for (let i = verb - 1; i >= 0 && verb - i <= LONGEST_SUBJECT + 1; i--) {
    if (/^[,”"’–—]$/.test(tree.at(i).form)) return verb - i > 1 ? i : null;
    if (!PLAIN.has(tree.at(i).upos)) return null;
  }
  return null;
}

/** The predicate of what is reported: the root, where that does not stand in the report itself. */
function mainVerb(tree: MutableTree, verb: number, comma: number): number | null {
  const root = tree.tokens.findIndex((t) => t.head < 0);
  return root >= 0 && (root < comma || root > verb) && /^(VERB|ADJ|NOUN)$/.test(tree.at(root).upos)
    ? root
    : null;
}

function isReport(tree: MutableTree, verb: number, main: number): boolean {
  const { upos, deprel, head } = tree.at(verb);
  if (upos !== "VERB" || tree.childWith(verb, "nsubj") === undefined) return false;
  return (deprel === "parataxis" && head === main) || tree.childWith(verb, "ccomp", "mark") !== undefined;
}

/** The head of the phrase: the last noun before its first preposition. */
function subjectOf(tree: MutableTree, comma: number, verb: number): number {
  let subject = verb - 1;
  for (let i = comma + 1; i < verb; i++) {
    if (tree.at(i).upos === "ADP") break;
    subject = i;
  }
  return tree.at(subject).upos === "PART" ? verb - 1 : subject;
}
