import {
  antecedentOf,
  caseOf,
  childrenOf,
  childWith,
  lemma,
  lower,
  type SentenceTree,
  tokenAt,
} from "../tree.js";
import type { Fill, Reading, SlotMap } from "./slots.js";

const RELATIVE_WORDS = new Set(["which", "who", "that", "whom", "whose"]);
const PARTICIPANTS = new Set(["nsubj", "nsubj:pass", "obj"]);
/** Verbs that give a thing its name or say what it is. */
const NAMING = new Set([
  "call",
  "describe",
  "term",
  "dub",
  "label",
  "style",
  "name",
  "brand",
  "denounce",
  "hail",
  "see",
  "regard",
]);

/** The participant itself, or what a relative pronoun stands for. */
export function follow(ctx: Reading, index: number): Fill {
  if (lower(ctx.tree, index) === "what") return { token: named(ctx.tree, index) ?? index, via: "direct" };
  if (!isRelative(ctx.tree, index)) return { token: index, via: "direct" };
  const antecedent = antecedentOf(ctx.tree, index);
  return antecedent === null ? { token: index, via: "direct" } : { token: antecedent, via: "relative" };
}

/** A relative pronoun, also one that was taken for a conjunction ("a concession that Rabat praised"). */
function isRelative(tree: SentenceTree, index: number): boolean {
  const token = tokenAt(tree, index);
  if (!RELATIVE_WORDS.has(lower(tree, index))) return false;
  return token.xpos.startsWith("W") || token.upos === "PRON" || PARTICIPANTS.has(token.deprel);
}

/** "what it called an act of war", "what is described as a trap": what the clause says that it is. */
function named(tree: SentenceTree, what: number): number | undefined {
  const clause = childWith(tree, what, "acl:relcl");
  if (clause === undefined || !NAMING.has(lemma(tree, clause))) return undefined;
  const complements = childrenOf(tree, clause).filter((c) => c > clause && tokenAt(tree, c).upos !== "VERB");
  return (
    complements.find((c) => caseOf(tree, c) === "as") ??
    complements.find((c) => ["xcomp", "obj"].includes(tokenAt(tree, c).deprel))
  );
}

/** "New Delhi, where he was on a visit": the relative adverb stands for the place. */
export function where(ctx: Reading, index: number, child: number, slots: SlotMap): void {
  const clause = tokenAt(ctx.tree, index);
  if (lower(ctx.tree, child) === "where" && clause.deprel === "acl:relcl" && clause.head >= 0) {
    slots.add("in", { token: clause.head, via: "relative" });
  }
}
