import type { Token } from "../../language/index.js";
import { caseOf, childrenOf, childWith, lemma, lower, relation, tokenAt } from "../tree.js";
import { isPassive, isPredicate } from "./predicates.js";
import { follow } from "./relatives.js";
import { type Fill, MAX_DEPTH, type Reading, type Via } from "./slots.js";

/** Tokens before a finite verb among which its subject is looked for where the tree has none. */
const NEARBY = 4;
/** Verbs that address somebody with "on": "called on A to leave", but not "began on Friday to leave". */
const CALLING = new Set(["call", "prevail", "lean", "press", "wait", "count", "rely"]);
/** Marks of a gerund whose subject is the object before it: "thanked A for freeing", "barred A from selling". */
const OBJECT_CONTROL = new Set(["of", "for", "from", "into", "against", "over"]);
/** Marks of a gerund that says when the main clause's subject acts. */
const TEMPORAL = new Set(["after", "before", "since", "while", "when", "without"]);
const RANKS = new Set([
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "last",
  "latest",
  "only",
  "sole",
  "next",
]);
/** Verbs whose object serves their subject for what an infinitive says. */
const USING = new Set(["use", "seize", "exploit", "utilise", "utilize", "grasp", "abuse", "employ"]);
/** Nouns of duration and time. */
export const TIME_NOUNS = new Set(["day", "week", "month", "year", "hour", "night", "minute"]);

/** Where the tree gives a finite verb no subject: the noun phrase right before it that no preposition governs. */
export function nearestBefore(ctx: Reading, index: number): Fill | null {
  for (let j = index - 1; j >= 0 && j >= index - NEARBY; j--) {
    const token = tokenAt(ctx.tree, j);
    if (token.upos === "AUX" || token.upos === "ADV" || token.upos === "PART") continue;
    if (token.upos !== "PROPN" && token.upos !== "NOUN" && token.upos !== "PRON") return null;
    let top = j;
    while (
      tokenAt(ctx.tree, top).head >= 0 &&
      tokenAt(ctx.tree, top).head < index &&
      caseOf(ctx.tree, top) === null
    ) {
      const head = tokenAt(ctx.tree, tokenAt(ctx.tree, top).head);
      if (head.upos !== "PROPN" && head.upos !== "NOUN") break;
      top = tokenAt(ctx.tree, top).head;
    }
    return caseOf(ctx.tree, top) === null ? { token: top, via: "nearby" } : null;
  }
  return null;
}

/** Who does a verb that has no subject of its own: by control, coordination or attachment. */
export function missingSubject(
  ctx: Reading,
  index: number,
  token: Token,
  passive: boolean,
  depth: number,
): Fill | null {
  if (token.head < 0) return null;
  const governor = tokenAt(ctx.tree, token.head);
  switch (relation(token)) {
    case "xcomp":
    case "ccomp":
      return controller(ctx, token.head, governor, depth);
    case "conj": {
      if (passive && isReducedBeside(ctx, token.head, index)) return { token: token.head, via: "passive" };
      if (isPredicate(governor) || childWith(ctx.tree, token.head, "nsubj") !== undefined)
        return surfaceSubject(ctx, token.head, "shared", depth);
      return null;
    }
    case "advcl":
    case "parataxis": {
      if (!isPredicate(governor) || token.deprel === "parataxis") return null;
      const absolute = withSubject(ctx, index, token);
      if (absolute !== undefined) return { token: absolute, via: "direct" };
      const mark = childWith(ctx.tree, index, "mark");
      if (mark !== undefined && OBJECT_CONTROL.has(lower(ctx.tree, mark)) && isGerund(ctx, index, token))
        return controller(ctx, token.head, governor, depth);
      const main =
        mark !== undefined && TEMPORAL.has(lower(ctx.tree, mark)) ? topOf(ctx, token.head) : token.head;
      return surfaceSubject(ctx, main, "control", depth);
    }
    case "acl":
      return modifiedNoun(ctx, index, token, passive, depth);
    case "amod":
      return passive ? { token: token.head, via: "direct" } : null;
    default:
      return null;
  }
}

/** ", with Japan instead expelling the envoy": the phrase with "with" that ends right before a gerund is its subject. */
function withSubject(ctx: Reading, index: number, token: Token): number | undefined {
  if (token.xpos !== "VBG" || childWith(ctx.tree, index, "mark") !== undefined) return undefined;
  let before = index - 1;
  while (before > 0 && tokenAt(ctx.tree, before).upos === "ADV") before--;
  for (let top = before; top >= 0; top = tokenAt(ctx.tree, top).head) {
    if (caseOf(ctx.tree, top) === "with") return tokenAt(ctx.tree, top).head === token.head ? top : undefined;
    if (!/^(?:NOUN|PROPN)$/.test(tokenAt(ctx.tree, top).upos)) return undefined;
  }
  return undefined;
}

/** "the rebels, armed by A and trained by B": the second participle hangs from the noun as if coordinated with it. */
function isReducedBeside(ctx: Reading, noun: number, participle: number): boolean {
  if (tokenAt(ctx.tree, noun).upos !== "NOUN" && tokenAt(ctx.tree, noun).upos !== "PROPN") return false;
  const first = childWith(ctx.tree, noun, "acl");
  return first !== undefined && first < participle && tokenAt(ctx.tree, first).xpos === "VBN";
}

/** "criticising", "having criticised". */
function isGerund(ctx: Reading, index: number, token: Token): boolean {
  if (token.xpos === "VBG") return true;
  const auxiliary = childWith(ctx.tree, index, "aux");
  return auxiliary !== undefined && lower(ctx.tree, auxiliary) === "having";
}

/** The verb that a chain of infinitives and gerunds depends on: "ordered them to stop firing after meeting" is who ordered. */
function topOf(ctx: Reading, verb: number): number {
  let node = verb;
  while (relation(tokenAt(ctx.tree, node)) === "xcomp" && tokenAt(ctx.tree, node).head >= 0)
    node = tokenAt(ctx.tree, node).head;
  return node;
}

function modifiedNoun(
  ctx: Reading,
  index: number,
  token: Token,
  passive: boolean,
  depth: number,
): Fill | null {
  if (token.deprel === "acl:relcl") return null;
  const infinitive = childWith(ctx.tree, index, "mark") !== undefined && token.xpos === "VB";
  if (TIME_NOUNS.has(lemma(ctx.tree, token.head))) return clauseSubject(ctx, token.head, depth);
  const gerund = childWith(ctx.tree, index, "mark") !== undefined && token.xpos === "VBG";
  if (!infinitive && !gerund) return { token: token.head, via: passive ? "passive" : "relative" };
  const agent = agentOf(ctx, token.head, infinitive, depth);
  if (agent !== undefined) return agent;
  return infinitive && isMeans(ctx, token.head) ? clauseSubject(ctx, token.head, depth) : null;
}

/**
 * Whose act a noun names: its possessor, "by" phrase or demonym, else the subject of its support verb; "unusual" is
 * nobody's, and "the first country to ratify" is itself who does.
 */
function agentOf(ctx: Reading, noun: number, infinitive: boolean, depth: number): Fill | undefined {
  const slots = ctx.find(noun, depth + 1);
  const owner = slots.get("poss")?.[0] ?? slots.get("by")?.[0];
  if (owner !== undefined) return { token: owner.token, via: "control" };
  if (infinitive && childrenOf(ctx.tree, noun).some((c) => RANKS.has(lower(ctx.tree, c))))
    return { token: noun, via: "relative" };
  const named = (slots.get("mod") ?? []).find((f) => /^\p{Lu}/u.test(tokenAt(ctx.tree, f.token).form));
  const agent = named ?? slots.get("support")?.[0];
  return agent === undefined ? undefined : { token: agent.token, via: "control" };
}

/** "used the summit to accuse B": what one uses for a purpose. */
function isMeans(ctx: Reading, noun: number): boolean {
  const { deprel, head } = tokenAt(ctx.tree, noun);
  return deprel === "obj" && head >= 0 && USING.has(lemma(ctx.tree, head));
}

/** The subject of the clause around a noun: "severed ties a day after breaking the truce". */
export function clauseSubject(ctx: Reading, noun: number, depth: number): Fill | null {
  for (let node = tokenAt(ctx.tree, noun).head, steps = 0; node >= 0 && steps < MAX_DEPTH; steps++) {
    const isClause =
      tokenAt(ctx.tree, node).upos === "VERB" || childWith(ctx.tree, node, "cop") !== undefined;
    if (isClause) return surfaceSubject(ctx, node, "control", depth);
    node = tokenAt(ctx.tree, node).head;
  }
  return null;
}

/** The participant of a governing predicate that an infinitive or gerund understands as its subject. */
export function controller(ctx: Reading, head: number, governor: Token, depth: number): Fill | null {
  const slots = ctx.find(head, depth + 1);
  const active = !isPassive(ctx.tree, head);
  if (active && !ctx.support.subjectControl.has(governor.lemma.toLowerCase())) {
    const addressed = CALLING.has(governor.lemma.toLowerCase())
      ? (slots.get("on")?.[0] ?? slots.get("upon")?.[0])
      : undefined;
    const object = slots.get("iobj")?.[0] ?? slots.get("obj")?.[0] ?? addressed;
    if (object !== undefined) return { token: object.token, via: "control" };
  }
  return surfaceSubject(ctx, head, "control", depth);
}

/** The grammatical subject of a predicate. */
export function surfaceSubject(ctx: Reading, head: number, via: Via, depth: number): Fill | null {
  if (depth > MAX_DEPTH) return null;
  const own = childWith(ctx.tree, head, "nsubj", "nsubj:pass", "nsubj:outer");
  if (own !== undefined) return { token: follow(ctx, own).token, via };
  const slots = ctx.find(head, depth + 1);
  const fill = isPassive(ctx.tree, head) ? (slots.get("iobj") ?? slots.get("obj")) : slots.get("subj");
  const first = fill?.[0];
  return first === undefined ? null : { token: first.token, via };
}
