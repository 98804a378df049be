import type { SupportVerbs } from "../lexicon.js";
import type { SentenceTree } from "../tree.js";

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
  | "apposition"
  | "implied";

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

/** What the readers of one sentence share; `find` gives the participants of another of its predicates. */
export interface Reading {
  readonly tree: SentenceTree;
  readonly support: SupportVerbs;
  find(index: number, depth: number): Slots;
}

/** How far the search for participants goes from predicate to predicate. */
export const MAX_DEPTH = 8;

/** The slots of one predicate while they are read. */
export class SlotMap {
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
