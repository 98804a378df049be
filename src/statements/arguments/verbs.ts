import type { Token } from "../../language/index.js";
import { caseOf, childrenOf, childWith, isDay, lemma, lower, relation, tokenAt } from "../tree.js";
import {
  CLAUSE_PREPOSITIONS,
  gerundPreposition,
  isFinite,
  isGerund,
  isPassive,
  isVerbal,
} from "./predicates.js";
import { follow, where } from "./relatives.js";
import { type Fill, type Reading, SlotMap } from "./slots.js";
import { missingSubject, nearestBefore, surfaceSubject } from "./subjects.js";

/** Marks of a condition: "will bomb B unless it leaves". */
const CONDITIONS = new Set(["if", "unless", "until"]);

/** Marks of what else happens: "put its navy on alert as ships of B neared". */
const OCCASIONS = new Set(["as", "when", "after"]);

/** Prepositions of who does the same as the subject. */
const COMPANY = new Set(["along with", "together with", "alongside", "like"]);

/** Participants of a verb, passives undone: `subj` is always who does it. */
export function verb(ctx: Reading, index: number, token: Token, slots: SlotMap, depth: number): void {
  const passive = isPassive(ctx.tree, index);
  const hasObject = childWith(ctx.tree, index, "obj") !== undefined;
  for (const c of childrenOf(ctx.tree, index)) verbChild(ctx, index, c, slots, passive, hasObject);
  for (const particle of slots.get("prt"))
    slots.take(lower(ctx.tree, particle.token), slots.get("obj"), "direct");
  if (relation(token) === "advcl" && childWith(ctx.tree, index, "mark") !== undefined) {
    const mark = lower(ctx.tree, childWith(ctx.tree, index, "mark") as number);
    const main = mark === "as" ? surfaceSubject(ctx, token.head, "control", depth) : null;
    if (main !== null) slots.add("main", main);
  }
  const reduced = passive && childWith(ctx.tree, index, "nsubj:pass", "nsubj", "csubj:pass") === undefined;
  const slot = passive ? (hasObject ? "iobj" : "obj") : "subj";
  if (!slots.has(slot) || (reduced && token.deprel !== "root")) {
    const missing = missingSubject(ctx, index, token, passive, depth);
    if (missing !== null && !slots.has(slot)) slots.add(slot, missing);
  }
  if (!slots.has(slot) && isFinite(ctx.tree, index, token)) {
    const nearby = nearestBefore(ctx, index);
    if (nearby !== null) slots.add(slot, nearby);
  }
  gap(ctx, index, token, passive, slots);
  companions(ctx, index, slots, slot);
  joined(ctx, index, token, slots, depth);
  sharedObject(ctx, index, passive, slots, depth);
  if (relation(token) === "acl" && token.xpos === "VBG") issuers(ctx, token, slots, depth);
  // "stopped selling": whatever the tree calls the link.
  if (
    index > 0 &&
    token.head === index - 1 &&
    token.xpos === "VBG" &&
    tokenAt(ctx.tree, token.head).upos === "VERB"
  )
    slots.add("governor", { token: token.head, via: "direct" });
  speaker(ctx, index, token, slots, depth);
}

/** The object of a relative clause whose pronoun is missing or was read as a conjunction: the noun that it modifies. */
function gap(ctx: Reading, index: number, token: Token, passive: boolean, slots: SlotMap): void {
  if (relation(token) !== "acl" || passive || slots.has("obj") || token.head < 0) return;
  if (childWith(ctx.tree, index, "nsubj") === undefined) return;
  const taken = [...slots.slots.values()].some((fills) => fills.some((f) => f.token === token.head));
  if (!taken) slots.add("obj", { token: token.head, via: "relative" });
}

/** "Along with Norway, Iceland …", "Like Oslo, Bergen …": who does the same as the subject. */
function companions(ctx: Reading, index: number, slots: SlotMap, slot: string): void {
  if (!slots.has(slot)) return;
  for (const c of childrenOf(ctx.tree, index)) {
    const token = tokenAt(ctx.tree, c);
    if (c > index || relation(token) !== "obl") continue;
    if (COMPANY.has(caseOf(ctx.tree, c) ?? "")) slots.add(slot, { token: c, via: "shared" });
  }
}

/** "Canada joined Peru in suspending aid": both do it. */
function joined(ctx: Reading, index: number, token: Token, slots: SlotMap, depth: number): void {
  if (relation(token) !== "advcl" || token.xpos !== "VBG" || lemma(ctx.tree, token.head) !== "join") return;
  const mark = childWith(ctx.tree, index, "mark");
  if (mark === undefined || lower(ctx.tree, mark) !== "in") return;
  slots.take("subj", ctx.find(token.head, depth + 1).get("obj") ?? [], "control");
}

/** "condemned and rejected the bid": the object stands behind the last of two verbs. */
function sharedObject(ctx: Reading, index: number, passive: boolean, slots: SlotMap, depth: number): void {
  if (passive || slots.has("obj") || slots.has("comp")) return;
  const conjunction = tokenAt(ctx.tree, Math.min(index + 1, ctx.tree.tokens.length - 1));
  const next = childrenOf(ctx.tree, index).find((c) => c > index && c <= index + 3);
  if (conjunction.upos !== "CCONJ" || next === undefined || conjunction.head !== next) return;
  const token = tokenAt(ctx.tree, next);
  if (token.deprel !== "conj" || token.upos !== "VERB" || childWith(ctx.tree, next, "nsubj") !== undefined)
    return;
  slots.take("obj", ctx.find(next, depth + 1).get("obj") ?? [], "shared");
}

/** "issued a statement endorsing B's finding": who issues a text does what it does. */
function issuers(ctx: Reading, token: Token, slots: SlotMap, depth: number): void {
  if (!slots.get("subj").some((f) => f.token === token.head)) return;
  slots.take("subj", ctx.find(token.head, depth + 1).get("support") ?? [], "control");
}

/** "must": its participants are those of its verb. */
export function auxiliary(ctx: Reading, token: Token, slots: SlotMap, depth: number): void {
  for (const slot of ["subj", "speaker"])
    slots.take(slot, ctx.find(token.head, depth + 1).get(slot) ?? [], "direct");
}

/** Who is reported to say the clause: the subject of the reporting verb above or beside it. */
export function speaker(ctx: Reading, index: number, token: Token, slots: SlotMap, depth: number): void {
  const beside = childWith(ctx.tree, index, "parataxis");
  const report = token.deprel === "ccomp" ? token.head : beside;
  if (report === undefined || report < 0 || !isVerbal(ctx.tree, report)) return;
  slots.take("speaker", ctx.find(report, depth + 1).get("subj") ?? [], "direct");
}

/** "was in Jakarta": subject and place depend on the place. */
export function copula(ctx: Reading, token: Token, slots: SlotMap, depth: number): void {
  const preposition = caseOf(ctx.tree, token.head) ?? gerundPreposition(ctx.tree, token.head);
  if (preposition === null) return;
  slots.add(preposition, { token: token.head, via: "direct" });
  slots.take("subj", ctx.find(token.head, depth + 1).get("subj") ?? [], "direct");
}

function verbChild(
  ctx: Reading,
  index: number,
  child: number,
  slots: SlotMap,
  passive: boolean,
  hasObject: boolean,
): void {
  const token = tokenAt(ctx.tree, child);
  const fill = follow(ctx, child);
  switch (token.deprel) {
    case "nsubj":
    case "nsubj:outer":
    case "csubj":
      slots.add(passive && childWith(ctx.tree, index, "aux:pass") !== undefined ? "obj" : "subj", fill);
      return;
    case "nsubj:pass":
    case "csubj:pass":
      slots.add(hasObject ? "iobj" : "obj", { ...fill, via: fill.via === "direct" ? "passive" : fill.via });
      return;
    case "obj":
    case "iobj": {
      slots.add(token.deprel, fill);
      const preposition = caseOf(ctx.tree, child);
      if (preposition !== null) slots.add(preposition, fill);
      return;
    }
    case "obl:agent":
      slots.add("subj", { ...fill, via: fill.via === "direct" ? "passive" : fill.via });
      slots.add("by", fill);
      return;
    case "xcomp":
    case "ccomp":
      slots.add("comp", fill);
      // A name is no clause: the object under another label.
      if (token.upos === "PROPN" && !hasObject) slots.add("obj", fill);
      return;
    case "conj":
      if (isAlternative(ctx, child)) slots.add("or", fill);
      return;
    case "compound:prt":
      slots.add("prt", fill);
      return;
    default:
      oblique(ctx, index, child, fill, slots, passive);
  }
}

/** "leave or face the consequences": the second verb is what comes of not doing the first. */
function isAlternative(ctx: Reading, child: number): boolean {
  const cc = childWith(ctx.tree, child, "cc");
  return cc !== undefined && lower(ctx.tree, cc) === "or";
}

function oblique(
  ctx: Reading,
  index: number,
  child: number,
  fill: Fill,
  slots: SlotMap,
  passive: boolean,
): void {
  const rel = relation(tokenAt(ctx.tree, child));
  if (rel === "obl" || rel === "nmod" || rel === "advmod") {
    const preposition = caseOf(ctx.tree, child);
    if (preposition === null) {
      const token = tokenAt(ctx.tree, child);
      const isPremodifier = tokenAt(ctx.tree, index).deprel === "amod" && child < index;
      if (isPremodifier && token.upos !== "ADV") slots.add("subj", { token: child, via: "modifier" });
      if (rel === "advmod") slots.add("adv", fill);
      where(ctx, index, child, slots);
      return;
    }
    // "massed troops on Tuesday on the border": a day hides no participant.
    if (isDay(ctx.tree, child)) return;
    slots.add(preposition, fill);
    if (preposition === "by" && passive) slots.add("subj", { ...fill, via: "passive" });
  } else if (rel === "advcl") {
    const mark = childWith(ctx.tree, child, "mark");
    const word = mark === undefined ? null : lower(ctx.tree, mark);
    if (word !== null && (CONDITIONS.has(word) || OCCASIONS.has(word))) slots.add(word, fill);
    else if (word !== null && CLAUSE_PREPOSITIONS.has(word))
      slots.add(word === "to" && !isGerund(ctx.tree, child) ? "purpose" : word, fill);
    else if (word === null && child > index && tokenAt(ctx.tree, child).xpos === "VBG")
      slots.add(child === index + 1 ? "comp" : "gerund", fill);
  } else if (
    (rel === "compound" || rel === "amod" || rel === "nsubj") &&
    tokenAt(ctx.tree, index).deprel === "amod"
  ) {
    slots.add("subj", { token: child, via: "modifier" });
  }
}
