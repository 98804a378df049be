import type { Token } from "../language/index.js";
import type { SupportVerbs } from "./lexicon.js";
import { caseOf, childrenOf, childWith, lemma, lower, relation, type SentenceTree, tokenAt } from "./tree.js";

/** How a participant was reached from its predicate: a feature of confidence. */
export type Via =
  | "direct"
  | "passive"
  | "relative"
  | "control"
  | "shared"
  | "support"
  | "modifier"
  | "context"
  | "nearby"
  | "apposition";

/** A token that fills a slot of a predicate. */
export interface Fill {
  token: number;
  via: Via;
}

/**
 * The participants of a predicate by slot: `subj`, `obj`, `iobj`, `comp`, each preposition by its own
 * name; for nouns also `poss`, `mod`, `agent` (who does what the noun names) and `context`.
 */
export type Slots = ReadonlyMap<string, readonly Fill[]>;

const RELATIVE_WORDS = new Set(["which", "who", "that", "whom", "whose"]);
/** Marks of a clause that stand like prepositions: "accused of shelling", "praised for handing back". */
const CLAUSE_PREPOSITIONS = new Set([
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
]);
const MAX_DEPTH = 8;
const PREMODIFIERS = new Set(["amod", "compound"]);
const DETACHABLE = new Set(["for", "to", "against", "with", "between", "on", "towards"]);
/** Tokens before a finite verb among which its subject is looked for where the tree has none. */
const NEARBY = 4;
/** Verbs that address somebody with "on": "called on A to leave", but not "began on Friday to leave". */
const CALLING = new Set(["call", "prevail", "lean", "press", "wait", "count", "rely"]);
const TIME_NOUNS = new Set(["day", "week", "month", "year", "hour", "night", "minute"]);

class SlotMap {
  readonly slots = new Map<string, Fill[]>();

  add(slot: string, fill: Fill): void {
    const list = this.slots.get(slot);
    if (list === undefined) this.slots.set(slot, [fill]);
    else if (!list.some((f) => f.token === fill.token)) list.push(fill);
  }

  has(slot: string): boolean {
    return this.slots.has(slot);
  }

  get(slot: string): readonly Fill[] {
    return this.slots.get(slot) ?? [];
  }

  /** Takes over the fills of another predicate's slot. */
  take(slot: string, fills: readonly Fill[], via: Via): void {
    for (const f of fills) this.add(slot, { token: f.token, via });
  }
}

/** Finds the participants of predicates in one sentence's tree, each predicate once. */
export class ArgumentFinder {
  readonly #memo = new Map<number, Slots>();

  constructor(
    readonly tree: SentenceTree,
    private readonly support: SupportVerbs,
  ) {}

  of(index: number): Slots {
    return this.#find(index, 0);
  }

  #find(index: number, depth: number): Slots {
    const known = this.#memo.get(index);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH) return new Map();
    const token = tokenAt(this.tree, index);
    const slots = new SlotMap();
    if (token.deprel === "cop") this.#copula(token, slots, depth);
    else if (token.deprel === "aux") this.#auxiliary(token, slots, depth);
    else if (isVerbal(this.tree, index)) this.#verb(index, token, slots, depth);
    else if (token.upos === "ADJ" || token.upos === "ADV") this.#adjective(index, token, slots, depth);
    else this.#noun(index, token, slots, depth);
    this.#memo.set(index, slots.slots);
    return slots.slots;
  }

  // Verbs

  #verb(index: number, token: Token, slots: SlotMap, depth: number): void {
    const passive = this.isPassive(index);
    const hasObject = childWith(this.tree, index, "obj") !== undefined;
    for (const c of childrenOf(this.tree, index)) this.#verbChild(index, c, slots, passive, hasObject);
    for (const particle of slots.get("prt"))
      slots.take(lower(this.tree, particle.token), slots.get("obj"), "direct");
    if (relation(token) === "advcl" && childWith(this.tree, index, "mark") !== undefined) {
      const mark = lower(this.tree, childWith(this.tree, index, "mark") as number);
      const main = mark === "as" ? this.#surfaceSubject(token.head, "control", depth) : null;
      if (main !== null) slots.add("main", main);
    }
    const reduced = passive && childWith(this.tree, index, "nsubj:pass", "nsubj", "csubj:pass") === undefined;
    const slot = passive ? (hasObject ? "iobj" : "obj") : "subj";
    if (!slots.has(slot) || (reduced && token.deprel !== "root")) {
      const missing = this.#missingSubject(index, token, passive, depth);
      if (missing !== null && !slots.has(slot)) slots.add(slot, missing);
    }
    if (!slots.has(slot) && isFinite(this.tree, index, token)) {
      const nearby = this.#nearestBefore(index);
      if (nearby !== null) slots.add(slot, nearby);
    }
    this.#gap(index, token, passive, slots);
    // "stopped selling": whatever the tree calls the link.
    if (
      index > 0 &&
      token.head === index - 1 &&
      token.xpos === "VBG" &&
      tokenAt(this.tree, token.head).upos === "VERB"
    )
      slots.add("governor", { token: token.head, via: "direct" });
    this.#speaker(index, token, slots, depth);
  }

  /** The object of a relative clause whose pronoun is missing or was read as a conjunction: the noun that it modifies. */
  #gap(index: number, token: Token, passive: boolean, slots: SlotMap): void {
    if (relation(token) !== "acl" || passive || slots.has("obj") || token.head < 0) return;
    if (childWith(this.tree, index, "nsubj") === undefined) return;
    const taken = [...slots.slots.values()].some((fills) => fills.some((f) => f.token === token.head));
    if (!taken) slots.add("obj", { token: token.head, via: "relative" });
  }

  /** "must": its participants are those of its verb. */
  #auxiliary(token: Token, slots: SlotMap, depth: number): void {
    for (const slot of ["subj", "speaker"])
      slots.take(slot, this.#find(token.head, depth + 1).get(slot) ?? [], "direct");
  }

  /** Who is reported to say the clause: the subject of the reporting verb above or beside it. */
  #speaker(index: number, token: Token, slots: SlotMap, depth: number): void {
    const beside = childWith(this.tree, index, "parataxis");
    const report = token.deprel === "ccomp" ? token.head : beside;
    if (report === undefined || report < 0 || !isVerbal(this.tree, report)) return;
    slots.take("speaker", this.#find(report, depth + 1).get("subj") ?? [], "direct");
  }

  /** "was in Jakarta": subject and place depend on the place. */
  #copula(token: Token, slots: SlotMap, depth: number): void {
    const preposition = caseOf(this.tree, token.head);
    if (preposition === null) return;
    slots.add(preposition, { token: token.head, via: "direct" });
    slots.take("subj", this.#find(token.head, depth + 1).get("subj") ?? [], "direct");
  }

  #verbChild(index: number, child: number, slots: SlotMap, passive: boolean, hasObject: boolean): void {
    const token = tokenAt(this.tree, child);
    const fill = this.#follow(child);
    switch (token.deprel) {
      case "nsubj":
      case "nsubj:outer":
      case "csubj":
        slots.add(passive && childWith(this.tree, index, "aux:pass") !== undefined ? "obj" : "subj", fill);
        return;
      case "nsubj:pass":
      case "csubj:pass":
        slots.add(hasObject ? "iobj" : "obj", { ...fill, via: fill.via === "direct" ? "passive" : fill.via });
        return;
      case "obj":
      case "iobj": {
        slots.add(token.deprel, fill);
        const preposition = caseOf(this.tree, child);
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
      case "compound:prt":
        slots.add("prt", fill);
        return;
      default:
        this.#oblique(index, child, fill, slots, passive);
    }
  }

  #oblique(index: number, child: number, fill: Fill, slots: SlotMap, passive: boolean): void {
    const rel = relation(tokenAt(this.tree, child));
    if (rel === "obl" || rel === "nmod" || rel === "advmod") {
      const preposition = caseOf(this.tree, child);
      if (preposition === null) {
        const token = tokenAt(this.tree, child);
        const isPremodifier = tokenAt(this.tree, index).deprel === "amod" && child < index;
        if (isPremodifier && token.upos !== "ADV") slots.add("subj", { token: child, via: "modifier" });
        if (rel === "advmod") slots.add("adv", fill);
        this.#where(index, child, slots);
        return;
      }
      slots.add(preposition, fill);
      if (preposition === "by" && passive) slots.add("subj", { ...fill, via: "passive" });
    } else if (rel === "advcl") {
      const mark = childWith(this.tree, child, "mark");
      const word = mark === undefined ? null : lower(this.tree, mark);
      if (word !== null && CLAUSE_PREPOSITIONS.has(word)) slots.add(word === "to" ? "purpose" : word, fill);
      else if (word === null && child > index && tokenAt(this.tree, child).xpos === "VBG")
        slots.add(child === index + 1 ? "comp" : "gerund", fill);
    } else if (
      (rel === "compound" || rel === "amod" || rel === "nsubj") &&
      tokenAt(this.tree, index).deprel === "amod"
    ) {
      slots.add("subj", { token: child, via: "modifier" });
    }
  }

  /** "New Delhi, where he was on a visit": the relative adverb stands for the place. */
  #where(index: number, child: number, slots: SlotMap): void {
    const clause = tokenAt(this.tree, index);
    if (lower(this.tree, child) === "where" && clause.deprel === "acl:relcl" && clause.head >= 0) {
      slots.add("in", { token: clause.head, via: "relative" });
    }
  }

  isPassive(index: number): boolean {
    const token = tokenAt(this.tree, index);
    if (childWith(this.tree, index, "nsubj:pass", "aux:pass", "csubj:pass") !== undefined) return true;
    if (token.xpos !== "VBN" && token.xpos !== "VBD") return false;
    if (childWith(this.tree, index, "obl:agent") !== undefined) return true;
    if (token.xpos !== "VBN" || childWith(this.tree, index, "aux", "nsubj") !== undefined) return false;
    if (token.deprel === "acl" || token.deprel === "advcl" || token.deprel === "amod") return true;
    return token.deprel === "conj" && token.head >= 0 && this.isPassive(token.head);
  }

  /** Where the tree gives a finite verb no subject: the noun phrase right before it that no preposition governs. */
  #nearestBefore(index: number): Fill | null {
    for (let j = index - 1; j >= 0 && j >= index - NEARBY; j--) {
      const token = tokenAt(this.tree, j);
      if (token.upos === "AUX" || token.upos === "ADV" || token.upos === "PART") continue;
      if (token.upos !== "PROPN" && token.upos !== "NOUN" && token.upos !== "PRON") return null;
      let top = j;
      while (
        tokenAt(this.tree, top).head >= 0 &&
        tokenAt(this.tree, top).head < index &&
        caseOf(this.tree, top) === null
      ) {
        const head = tokenAt(this.tree, tokenAt(this.tree, top).head);
        if (head.upos !== "PROPN" && head.upos !== "NOUN") break;
        top = tokenAt(this.tree, top).head;
      }
      return caseOf(this.tree, top) === null ? { token: top, via: "nearby" } : null;
    }
    return null;
  }

  /** Who does a verb that has no subject of its own: by control, coordination or attachment. */
  #missingSubject(index: number, token: Token, passive: boolean, depth: number): Fill | null {
    if (token.head < 0) return null;
    const governor = tokenAt(this.tree, token.head);
    switch (relation(token)) {
      case "xcomp":
      case "ccomp":
        return this.#controller(token.head, governor, depth);
      case "conj": {
        if (isPredicate(governor)) return this.#surfaceSubject(token.head, "shared", depth);
        return null;
      }
      case "advcl":
      case "parataxis": {
        if (!isPredicate(governor) || token.deprel === "parataxis") return null;
        const mark = childWith(this.tree, index, "mark");
        if (mark !== undefined && lower(this.tree, mark) === "of")
          return this.#controller(token.head, governor, depth);
        return this.#surfaceSubject(token.head, "control", depth);
      }
      case "acl":
        return this.#modifiedNoun(index, token, passive, depth);
      case "amod":
        return passive ? { token: token.head, via: "direct" } : null;
      default:
        return null;
    }
  }

  #modifiedNoun(index: number, token: Token, passive: boolean, depth: number): Fill | null {
    if (token.deprel === "acl:relcl") return null;
    const infinitive = childWith(this.tree, index, "mark") !== undefined && token.xpos === "VB";
    if (TIME_NOUNS.has(lemma(this.tree, token.head))) return this.#clauseSubject(token.head, depth);
    const gerund = childWith(this.tree, index, "mark") !== undefined && token.xpos === "VBG";
    if (!infinitive && !gerund) return { token: token.head, via: passive ? "passive" : "relative" };
    const agent = this.#find(token.head, depth + 1).get("agent")?.[0];
    return agent === undefined ? null : { token: agent.token, via: "control" };
  }

  /** The subject of the clause around a noun: "severed ties a day after breaking the truce". */
  #clauseSubject(noun: number, depth: number): Fill | null {
    for (let node = tokenAt(this.tree, noun).head, steps = 0; node >= 0 && steps < MAX_DEPTH; steps++) {
      if (tokenAt(this.tree, node).upos === "VERB") return this.#surfaceSubject(node, "control", depth);
      node = tokenAt(this.tree, node).head;
    }
    return null;
  }

  /** The participant of a governing predicate that an infinitive or gerund understands as its subject. */
  #controller(head: number, governor: Token, depth: number): Fill | null {
    const slots = this.#find(head, depth + 1);
    const active = !this.isPassive(head);
    if (active && !this.support.subjectControl.has(governor.lemma.toLowerCase())) {
      const addressed = CALLING.has(governor.lemma.toLowerCase())
        ? (slots.get("on")?.[0] ?? slots.get("upon")?.[0])
        : undefined;
      const object = slots.get("iobj")?.[0] ?? slots.get("obj")?.[0] ?? addressed;
      if (object !== undefined) return { token: object.token, via: "control" };
    }
    return this.#surfaceSubject(head, "control", depth);
  }

  #surfaceSubject(head: number, via: Via, depth: number): Fill | null {
    if (depth > MAX_DEPTH) return null;
    const own = childWith(this.tree, head, "nsubj", "nsubj:pass", "nsubj:outer");
    if (own !== undefined) return { token: this.#follow(own).token, via };
    const slots = this.#find(head, depth + 1);
    const fill = this.isPassive(head) ? (slots.get("iobj") ?? slots.get("obj")) : slots.get("subj");
    const first = fill?.[0];
    return first === undefined ? null : { token: first.token, via };
  }

  // Nouns

  #noun(index: number, token: Token, slots: SlotMap, depth: number): void {
    const mods: Fill[] = [];
    for (const c of childrenOf(this.tree, index)) this.#nounChild(index, c, slots, mods, depth);
    const preposition = caseOf(this.tree, index);
    if (preposition !== null) slots.add(`case ${preposition}`, { token: index, via: "direct" });
    for (const slot of ["poss", "by"]) slots.take("agent", slots.get(slot), "direct");
    for (const m of mods) {
      slots.add("mod", m);
      slots.add("agent", m);
    }
    this.#fromGovernor(token, preposition, slots, depth);
    if (token.deprel !== "compound") this.#detached(index, slots);
    if (!slots.has("agent")) slots.take("agent", slots.get("support"), "support");
    if (token.deprel === "appos") slots.add("subj", { token: token.head, via: "apposition" });
    if (token.deprel === "xcomp" && token.head >= 0) {
      const subject = this.#controller(token.head, tokenAt(this.tree, token.head), depth);
      if (subject !== null && !slots.has("subj")) slots.add("subj", subject);
    }
    if (token.deprel === "nsubj" && childWith(this.tree, token.head, "cop") !== undefined)
      slots.add("subj", { token: token.head, via: "direct" });
  }

  /** Phrases after the noun that the tree hung higher up: "its support / for the sovereignty of B". */
  #detached(index: number, slots: SlotMap): void {
    for (let node = tokenAt(this.tree, index).head, steps = 0; node >= 0 && steps < 2; steps++) {
      for (const c of childrenOf(this.tree, node)) {
        const token = tokenAt(this.tree, c);
        if (c <= index || c === node || (relation(token) !== "obl" && relation(token) !== "nmod")) continue;
        const preposition = caseOf(this.tree, c);
        if (preposition !== null && DETACHABLE.has(preposition) && !slots.has(preposition)) {
          slots.add(preposition, { token: this.#follow(c).token, via: "nearby" });
        }
      }
      const token = tokenAt(this.tree, node);
      if (token.upos === "VERB") return;
      node = token.head;
    }
  }

  #nounChild(index: number, child: number, slots: SlotMap, mods: Fill[], depth: number): void {
    const token = tokenAt(this.tree, child);
    switch (token.deprel) {
      case "nmod:poss":
        slots.add("poss", this.#follow(child));
        return;
      case "nsubj":
      case "nsubj:outer":
        slots.add("subj", this.#follow(child));
        return;
      case "appos":
        slots.add("appos", { token: child, via: "apposition" });
        return;
      case "amod":
      case "compound":
        if (token.upos !== "VERB") {
          mods.push({ token: child, via: "modifier" });
          // "Brazilian soybean exports": the adjective hangs from the noun between.
          for (const c of childrenOf(this.tree, child))
            if (PREMODIFIERS.has(tokenAt(this.tree, c).deprel)) mods.push({ token: c, via: "modifier" });
        } else {
          const slot = `led ${lemma(this.tree, child)}`;
          for (const f of this.#find(child, depth + 1).get("subj") ?? []) slots.add(slot, f);
        }
        return;
      case "acl":
      case "acl:relcl":
        this.#clauseOfNoun(index, child, slots, depth);
        return;
      default: {
        this.#where(index, child, slots);
        if (relation(token) !== "nmod" && relation(token) !== "obl") return;
        const preposition = caseOf(this.tree, child);
        if (preposition !== null) slots.add(preposition, this.#follow(child));
        else if (token.deprel === "nmod") mods.push({ token: child, via: "modifier" });
      }
    }
  }

  /** "the sanctions imposed by A on B", "the visit that A paid to B", "a plan to join C". */
  #clauseOfNoun(index: number, child: number, slots: SlotMap, depth: number): void {
    slots.add("clause", { token: child, via: "direct" });
    if (!this.support.verbs.has(lemma(this.tree, child))) return;
    const clause = this.#find(child, depth + 1);
    const filled = clause.get("obj") ?? [];
    if (!filled.some((f) => f.token === index)) return;
    for (const [slot, fills] of clause) {
      if (slot === "subj") slots.take("support", fills, "support");
      else if (slot !== "obj" && slot !== "comp" && slot !== "prt") slots.take(slot, fills, "support");
    }
  }

  /** A support verb lends its subject and obliques to its noun: "A held talks with B". */
  #fromGovernor(token: Token, preposition: string | null, slots: SlotMap, depth: number): void {
    const head = token.deprel === "conj" ? tokenAt(this.tree, token.head) : token;
    if (head.head < 0) return;
    const governor = tokenAt(this.tree, head.head);
    const rel = relation(head);
    if (rel === "nmod" && preposition !== null) {
      const measured = preposition === "of" && TIME_NOUNS.has(governor.lemma.toLowerCase());
      if (measured || CONTEXT_PREPOSITIONS.has(preposition)) {
        const subject = this.#clauseSubject(head.head, depth);
        if (subject !== null) slots.add("context", { ...subject, via: "context" });
      }
      return;
    }
    if (governor.upos !== "VERB" && governor.upos !== "AUX") return;
    if (rel !== "obj" && rel !== "nsubj" && rel !== "obl") return;
    const verb = governor.lemma.toLowerCase();
    const supports = this.support.verbs.has(verb) && (rel !== "nsubj" || head.deprel === "nsubj:pass");
    const occurs = rel === "nsubj" && this.support.occurrence.has(verb);
    const aims =
      rel === "obl" && this.support.motion.has(verb) && (preposition === "for" || preposition === "to");
    if (!supports && !occurs && !aims) {
      if (rel === "obl" && preposition !== null && CONTEXT_PREPOSITIONS.has(preposition)) {
        slots.take("context", this.#find(head.head, depth + 1).get("subj") ?? [], "context");
      }
      return;
    }
    const clause = this.#find(head.head, depth + 1);
    if (rel === "obl" && preposition !== null && CONTEXT_PREPOSITIONS.has(preposition))
      slots.take("context", clause.get("subj") ?? [], "context");
    for (const [slot, fills] of clause) {
      if (slot === "subj") {
        if (!occurs) slots.take("support", fills, "support");
      } else if (slot === "iobj" || !["obj", "comp", "prt", "adv"].includes(slot)) {
        slots.take(
          slot,
          fills.filter((f) => tokenAt(this.tree, f.token) !== token),
          "support",
        );
      }
    }
  }

  // Adjectives

  #adjective(index: number, token: Token, slots: SlotMap, depth: number): void {
    for (const c of childrenOf(this.tree, index)) {
      const child = tokenAt(this.tree, c);
      const fill = this.#follow(c);
      const rel = relation(child);
      if (rel === "nsubj" || rel === "csubj") slots.add("subj", fill);
      else if (rel === "xcomp" || rel === "ccomp") slots.add("comp", fill);
      else if (rel === "obl" || rel === "nmod") {
        const preposition = caseOf(this.tree, c);
        if (preposition !== null) slots.add(preposition, fill);
      } else if (rel === "advcl") {
        const mark = childWith(this.tree, c, "mark");
        if (mark !== undefined)
          slots.add(lower(this.tree, mark) === "to" ? "comp" : lower(this.tree, mark), fill);
      }
    }
    if (slots.has("subj") || token.head < 0) return;
    const governor = tokenAt(this.tree, token.head);
    const rel = relation(token);
    if (rel === "amod" || rel === "acl" || rel === "appos")
      slots.add("subj", { token: token.head, via: "direct" });
    else if (rel === "xcomp") {
      const controller = this.#controller(token.head, governor, depth);
      if (controller !== null) slots.add("subj", controller);
    } else if ((rel === "advcl" || rel === "conj") && isPredicate(governor)) {
      const subject = this.#surfaceSubject(token.head, "control", depth);
      if (subject !== null) slots.add("subj", subject);
    }
  }

  // Relative words

  /** The participant itself, or what a relative pronoun stands for. */
  #follow(index: number): Fill {
    const token = tokenAt(this.tree, index);
    if (
      !RELATIVE_WORDS.has(token.form.toLowerCase()) ||
      !(token.xpos.startsWith("W") || token.upos === "PRON")
    ) {
      return { token: index, via: "direct" };
    }
    let node = token.head;
    for (let steps = 0; node >= 0 && steps < MAX_DEPTH; steps++) {
      const clause = tokenAt(this.tree, node);
      if (clause.deprel === "acl:relcl" && clause.head >= 0) return { token: clause.head, via: "relative" };
      node = clause.head;
    }
    return { token: index, via: "direct" };
  }
}

/** A verb, or a word with a subject and no copula that the tagger took for a noun ("which Tokyo shuns"). */
export function isVerbal(tree: SentenceTree, index: number): boolean {
  const token = tokenAt(tree, index);
  if (token.upos === "VERB" || token.upos === "AUX") return true;
  if (token.upos !== "NOUN" || childWith(tree, index, "cop", "det", "case", "nmod:poss") !== undefined)
    return false;
  return childWith(tree, index, "nsubj") !== undefined;
}

function isPredicate(token: Token): boolean {
  return token.upos === "VERB" || token.upos === "AUX" || token.upos === "ADJ" || token.upos === "NOUN";
}

function isFinite(tree: SentenceTree, index: number, token: Token): boolean {
  if (token.xpos === "VBD" || token.xpos === "VBZ" || token.xpos === "VBP") return true;
  return childWith(tree, index, "aux", "aux:pass") !== undefined;
}
