import type { Token } from "../../language/index.js";
import { caseOf, childrenOf, childWith, lemma, lower, relation, tokenAt } from "../tree.js";
import { gerundPreposition, isPassive } from "./predicates.js";
import { follow, where } from "./relatives.js";
import type { Fill, Reading, SlotMap } from "./slots.js";
import { clauseSubject, controller, surfaceSubject, TIME_NOUNS } from "./subjects.js";
import { speaker } from "./verbs.js";

const CONTEXT_PREPOSITIONS = new Set([
  "in",
  "during",
  "at",
  "after",
  "following",
  "on",
  "before",
  "ahead of",
  "under",
  "as",
  "through",
  "despite",
  "amid",
  "with",
  "thanks to",
]);
/** Prepositions of an occasion, which is that of what the clause is about rather than of its doer. */
const OCCASIONS = new Set(["during", "on", "before", "ahead of"]);
/** Verbs whose "with" phrase is what their subject does: "responded with a call on A to pull back". */
const ANSWERING = new Set([
  "respond",
  "react",
  "reply",
  "answer",
  "retaliate",
  "counter",
  "follow",
  "begin",
  "hit",
  "strike",
]);
const PREMODIFIERS = new Set(["amod", "compound"]);
const DETACHABLE = new Set(["for", "to", "against", "with", "between", "on", "towards"]);

/** Participants of a noun: what its phrase names, and what a support verb above lends it. */
export function noun(ctx: Reading, index: number, token: Token, slots: SlotMap, depth: number): void {
  const mods: Fill[] = [];
  for (const c of childrenOf(ctx.tree, index)) nounChild(ctx, index, c, slots, mods, depth);
  const preposition = caseOf(ctx.tree, index);
  if (preposition !== null) slots.add(`case ${preposition}`, { token: index, via: "direct" });
  for (const slot of ["poss", "by"]) slots.take("agent", slots.get(slot), "direct");
  for (const m of mods) {
    slots.add("mod", m);
    slots.add("agent", m);
  }
  fromGovernor(ctx, token, preposition, slots, depth);
  if (token.deprel !== "compound") detached(ctx, index, slots);
  if (!slots.has("agent")) slots.take("agent", slots.get("support"), "support");
  if (token.deprel === "appos") slots.add("subj", { token: token.head, via: "apposition" });
  if (token.deprel === "xcomp" && token.head >= 0) {
    const subject = controller(ctx, token.head, tokenAt(ctx.tree, token.head), depth);
    if (subject !== null && !slots.has("subj")) slots.add("subj", subject);
  }
  if (childWith(ctx.tree, index, "cop") !== undefined) speaker(ctx, index, token, slots, depth);
  if (token.deprel === "nsubj" && childWith(ctx.tree, token.head, "cop") !== undefined)
    slots.add("subj", { token: token.head, via: "direct" });
}

/** Phrases after the noun that the tree hung higher up: "its support / for the sovereignty of B". */
function detached(ctx: Reading, index: number, slots: SlotMap): void {
  for (let node = tokenAt(ctx.tree, index).head, steps = 0; node >= 0 && steps < 2; steps++) {
    for (const c of childrenOf(ctx.tree, node)) {
      const token = tokenAt(ctx.tree, c);
      if (c <= index || c === node || (relation(token) !== "obl" && relation(token) !== "nmod")) continue;
      const preposition = caseOf(ctx.tree, c);
      // "relations between A and B with the help of C": where both sides are named, C is none.
      if (preposition === "with" && slots.has("between")) continue;
      if (preposition !== null && DETACHABLE.has(preposition) && !slots.has(preposition)) {
        slots.add(preposition, { token: follow(ctx, c).token, via: "nearby" });
      }
    }
    const token = tokenAt(ctx.tree, node);
    if (token.upos === "VERB") return;
    node = token.head;
  }
}

function nounChild(
  ctx: Reading,
  index: number,
  child: number,
  slots: SlotMap,
  mods: Fill[],
  depth: number,
): void {
  const token = tokenAt(ctx.tree, child);
  switch (token.deprel) {
    case "nmod:poss":
      slots.add("poss", follow(ctx, child));
      return;
    case "nsubj":
    case "nsubj:outer":
      slots.add("subj", follow(ctx, child));
      return;
    case "appos":
      slots.add("appos", { token: child, via: "apposition" });
      return;
    case "amod":
    case "compound":
      if (token.upos !== "VERB") {
        mods.push({ token: child, via: "modifier" });
        // "Brazilian soybean exports": the adjective hangs from the noun between.
        for (const c of childrenOf(ctx.tree, child))
          if (PREMODIFIERS.has(tokenAt(ctx.tree, c).deprel)) mods.push({ token: c, via: "modifier" });
      } else {
        const slot = `led ${lemma(ctx.tree, child)}`;
        for (const f of ctx.find(child, depth + 1).get("subj") ?? []) slots.add(slot, f);
      }
      return;
    case "acl":
    case "acl:relcl":
      clauseOfNoun(ctx, index, child, slots, depth);
      return;
    default: {
      where(ctx, index, child, slots);
      if (relation(token) !== "nmod" && relation(token) !== "obl") return;
      const preposition = caseOf(ctx.tree, child);
      if (preposition !== null) slots.add(preposition, follow(ctx, child));
      else if (token.deprel === "nmod") mods.push({ token: child, via: "modifier" });
    }
  }
}

/** "the sanctions imposed by A on B", "the visit that A paid to B", "a plan to join C". */
function clauseOfNoun(ctx: Reading, index: number, child: number, slots: SlotMap, depth: number): void {
  slots.add("clause", { token: child, via: "direct" });
  // "opposition to reopening the mine"
  const preposition = gerundPreposition(ctx.tree, child);
  if (preposition !== null) slots.add(preposition, { token: child, via: "direct" });
  if (!ctx.support.verbs.has(lemma(ctx.tree, child))) return;
  const clause = ctx.find(child, depth + 1);
  const filled = clause.get("obj") ?? [];
  if (!filled.some((f) => f.token === index)) return;
  for (const [slot, fills] of clause) {
    if (slot === "subj") slots.take("support", fills, "support");
    else if (slot !== "obj" && slot !== "comp" && slot !== "prt") slots.take(slot, fills, "support");
  }
}

/** A support verb lends its subject and obliques to its noun: "A held talks with B". */
function fromGovernor(
  ctx: Reading,
  token: Token,
  preposition: string | null,
  slots: SlotMap,
  depth: number,
): void {
  const head = token.deprel === "conj" ? tokenAt(ctx.tree, token.head) : token;
  if (head.head < 0) return;
  const governor = tokenAt(ctx.tree, head.head);
  const rel = relation(head);
  if (rel === "nmod" && preposition !== null) {
    const measured = preposition === "of" && TIME_NOUNS.has(governor.lemma.toLowerCase());
    // "A is one of the backers of the plan", "A, one of its backers": A is one.
    if (preposition === "of" && governor.lemma.toLowerCase() === "one")
      slots.take("subj", ctx.find(head.head, depth + 1).get("subj") ?? [], "direct");
    if (measured || CONTEXT_PREPOSITIONS.has(preposition)) {
      const subject = clauseSubject(ctx, head.head, depth);
      if (subject !== null) slots.add("context", { ...subject, via: "context" });
    }
    return;
  }
  if (governor.upos !== "VERB" && governor.upos !== "AUX") return;
  if (rel !== "obj" && rel !== "nsubj" && rel !== "obl") return;
  const verb = governor.lemma.toLowerCase();
  const occasion = rel === "obl" && preposition !== null && OCCASIONS.has(preposition);
  const supports =
    ctx.support.verbs.has(verb) &&
    (rel !== "nsubj" || head.deprel === "nsubj:pass") &&
    !(occasion && isPassive(ctx.tree, head.head));
  const occurs = rel === "nsubj" && ctx.support.occurrence.has(verb);
  const aims =
    rel === "obl" && ctx.support.motion.has(verb) && (preposition === "for" || preposition === "to");
  const answers = rel === "obl" && preposition === "with" && ANSWERING.has(verb);
  if (!supports && !occurs && !aims && !answers) {
    if (rel === "obl" && preposition !== null && CONTEXT_PREPOSITIONS.has(preposition))
      takeContext(ctx, head.head, preposition, slots, depth);
    return;
  }
  const clause = ctx.find(head.head, depth + 1);
  if (rel === "obl" && preposition !== null && CONTEXT_PREPOSITIONS.has(preposition))
    takeContext(ctx, head.head, preposition, slots, depth);
  for (const [slot, fills] of clause) {
    if (slot === "subj") {
      if (!occurs) slots.take("support", fills, "support");
    } else if (slot === "iobj" || !["obj", "comp", "prt", "adv"].includes(slot)) {
      slots.take(
        slot,
        fills.filter((f) => tokenAt(ctx.tree, f.token) !== token),
        "support",
      );
    }
  }
}

/** Who acts in the clause around a noun; "during a visit A was received by B": what the clause is about. */
function takeContext(ctx: Reading, verb: number, preposition: string, slots: SlotMap, depth: number): void {
  const about = OCCASIONS.has(preposition) ? surfaceSubject(ctx, verb, "context", depth) : null;
  if (about !== null) slots.add("context", about);
  else slots.take("context", ctx.find(verb, depth + 1).get("subj") ?? [], "context");
}
