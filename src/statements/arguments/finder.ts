import type { SupportVerbs } from "../lexicon.js";
import { type SentenceTree, tokenAt } from "../tree.js";
import { adjective } from "./adjectives.js";
import { noun } from "./nouns.js";
import { isVerbal } from "./predicates.js";
import { MAX_DEPTH, SlotMap, type Slots } from "./slots.js";
import { auxiliary, copula, verb } from "./verbs.js";

/** Finds the participants of predicates in one sentence's tree, each predicate once. */
export class ArgumentFinder {
  readonly #memo = new Map<number, Slots>();
  constructor(
    readonly tree: SentenceTree,
    readonly support: SupportVerbs,
  ) {}

  of(index: number): Slots {
    return this.find(index, 0);
  }

  find(index: number, depth: number): Slots {
    const known = this.#memo.get(index);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH) return new Map();
    const token = tokenAt(this.tree, index);
    const slots = new SlotMap();
    if (token.deprel === "cop") copula(this, token, slots, depth);
    else if (token.deprel === "aux") auxiliary(this, token, slots, depth);
    else if (isVerbal(this.tree, index)) verb(this, index, token, slots, depth);
    else if (token.upos === "ADJ" || token.upos === "ADV") adjective(this, index, token, slots, depth);
    else noun(this, index, token, slots, depth);
    this.#memo.set(index, slots.slots);
    return slots.slots;
  }
}
