import type { ActorFinder } from "./actors.js";
import type { ArgumentFinder } from "./arguments/finder.js";
import { isGerund } from "./arguments/predicates.js";
import type { Fill, Slots } from "./arguments/slots.js";
import type { SlotPath } from "./frames.js";
import { caseOf, childrenOf, isDay, lemma, relation, type SentenceTree, tokenAt } from "./tree.js";

/** Prepositions before the other party of what a noun names. */
const DEEP_PREPOSITIONS = new Set(["between", "with", "against", "to", "on", "by", "for"]);
/** Those that do not slip from a verb into its object or oblique, as "complained to B about C" may. */
const FIRM_PREPOSITIONS = new Set(["of", "in"]);
const MAX_DEEP = 6;
/** Where the sides of a noun may stand, nearest first. */
const PARTY_SLOTS = ["poss", "by", "mod", "support"];
const NO_FILLS: readonly Fill[] = [];
const NOMINAL = new Set(["obj", "nmod", "obl"]);

/** Finds what fills the slots that frames name, from one trigger on, each path once: the frames of a word ask for the same few. */
export class SlotPaths {
  readonly #slots: Slots;
  #phrases: Map<number, number[]> | null = null;
  readonly #filled = new Map<SlotPath, readonly Fill[]>();
  #particle: string | null = null;

  constructor(
    private readonly tree: SentenceTree,
    private readonly trigger: number,
    private readonly args: ArgumentFinder,
    private readonly actors: ActorFinder,
  ) {
    this.#slots = args.of(trigger);
  }

  /** The particle of the frame that is being tried: where it was read as a preposition, its object is the verb's. */
  set particle(particle: string | null) {
    if (particle !== this.#particle) this.#filled.clear();
    this.#particle = particle;
  }

  /** What fills a slot, or a slot of what fills a slot. */
  fills(path: SlotPath): readonly Fill[] {
    const known = this.#filled.get(path);
    if (known !== undefined) return known;
    const fills = this.#follow(path);
    this.#filled.set(path, fills);
    return fills;
  }

  #follow(parts: SlotPath): readonly Fill[] {
    if (parts[0] === "self") return [{ token: this.trigger, via: "direct" }];
    let fills = NO_FILLS;
    let slots = this.#slots;
    let above = this.trigger;
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as string;
      if (part === "told") return fills;
      fills = this.#slot(slots, part);
      if (fills.length === 0 && i === 0 && part === "obj") fills = this.#afterParticle(slots);
      if (fills.length === 0) fills = this.#deeper(i === 0 ? this.trigger : above, part);
      const first = fills[0];
      if (first === undefined) return NO_FILLS;
      above = first.token;
      if (i < parts.length - 1) slots = this.args.of(first.token);
    }
    return fills;
  }

  /** "wrote off the debt" with the particle read as a preposition: its object is the verb's. */
  #afterParticle(slots: Slots): readonly Fill[] {
    const particle = this.#particle;
    return particle === null ? [] : (slots.get(particle) ?? []);
  }

  /** A phrase further down in a noun phrase: "the ban on exports of onions to B", "talks in Doha between A and B". */
  #deeper(noun: number, preposition: string): readonly Fill[] {
    const isVerb = tokenAt(this.tree, noun).upos === "VERB";
    if (isVerb ? FIRM_PREPOSITIONS.has(preposition) : !DEEP_PREPOSITIONS.has(preposition)) return NO_FILLS;
    for (const node of this.#below(noun)) {
      if (caseOf(this.tree, node) === preposition && !isDay(this.tree, node) && !this.#isBorder(node))
        return [{ token: node, via: "nearby" }];
    }
    return NO_FILLS;
  }

  /** "a drill near the border with B": whose border it is takes no part. */
  #isBorder(node: number): boolean {
    return /^(?:border|frontier|boundary)$/.test(lemma(this.tree, tokenAt(this.tree, node).head));
  }

  /** The phrases below a word, nearest first; kept, since each preposition is looked for among them. */
  #below(word: number): readonly number[] {
    this.#phrases ??= new Map();
    let phrases = this.#phrases.get(word);
    if (phrases === undefined) {
      phrases = nominalChildren(this.tree, word);
      for (let i = 0; i < phrases.length && i < MAX_DEEP; i++)
        phrases.push(...nominalChildren(this.tree, phrases[i] as number));
      phrases.length = Math.min(phrases.length, MAX_DEEP);
      this.#phrases.set(word, phrases);
    }
    return phrases;
  }

  #slot(slots: Slots, name: string): readonly Fill[] {
    if (name === "parties") return this.#parties(slots);
    const fills = slots.get(name) ?? NO_FILLS;
    if (fills.length > 0 || name !== "obj") return fills;
    // "opposes joining the pact": a gerund is an object.
    return (slots.get("comp") ?? []).filter((f) => isGerund(this.tree, f.token));
  }

  /** Both sides of what a noun names; where it names none, who acts in the clause around it. */
  #parties(slots: Slots): readonly Fill[] {
    const sides = ["between", "among"].flatMap((slot) => slots.get(slot) ?? []);
    // "talks between A and B with the help of C": C is no side.
    if (sides.length > 0) return sides;
    // "indirect talks": an adjective that names nobody leaves the sides to the verb.
    const doers = PARTY_SLOTS.map((slot) =>
      (slots.get(slot) ?? []).filter((f) => this.actors.isActor(f.token)),
    );
    const named = [...(doers.find((fills) => fills.length > 0) ?? []), ...(slots.get("with") ?? [])];
    return named.length > 0 ? named : (slots.get("context") ?? []);
  }
}

/** Objects and prepositional phrases that hang from a word and follow it, and nouns coordinated with a noun. */
function nominalChildren(tree: SentenceTree, word: number): number[] {
  const { upos } = tokenAt(tree, word);
  return childrenOf(tree, word).filter((c) => {
    const token = tokenAt(tree, c);
    if (c < word) return false;
    return (
      NOMINAL.has(relation(token)) || (upos === "NOUN" && token.deprel === "conj" && token.upos === "NOUN")
    );
  });
}
