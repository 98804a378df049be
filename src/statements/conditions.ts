import type { ActorFinder } from "./actors.js";
import type { ArgumentFinder } from "./arguments/finder.js";
import type { Condition, Frame, Sort } from "./frames.js";
import type { SlotPaths } from "./slot-paths.js";
import { childWith, compoundAt, lemma, lower, type SentenceTree, tokenAt } from "./tree.js";

const QUANTITIES = new Set([
  "dozen",
  "hundred",
  "thousand",
  "score",
  "million",
  "number",
  "handful",
  "group",
  "couple",
  "most",
  "part",
  "half",
  "some",
  "all",
  "rest",
  "bulk",
  "majority",
  "many",
  "remainder",
  "wall",
  "wave",
  "storm",
  "chorus",
  "series",
  "string",
  "spate",
  "flurry",
  "barrage",
  "torrent",
]);
const QUESTION_MARKS = new Set(["if", "whether"]);
const OBLIGATION = new Set(["must", "should", "ought", "need"]);

/** Heads of "each other", "one another". */
const RECIPROCAL = new Set(["other", "another", "each"]);

/** Says whether what fills a trigger's slots is what a frame asks for. */
export class Conditions {
  constructor(
    private readonly tree: SentenceTree,
    private readonly paths: SlotPaths,
    private readonly args: ArgumentFinder,
    private readonly actors: ActorFinder,
  ) {}

  /** Whether all of a frame's conditions hold. Asked of every frame of every trigger: plain loops make no closures. */
  hold({ where, anyOf, unless }: Frame): boolean {
    for (const condition of where) if (!this.#holds(condition)) return false;
    for (const condition of unless) if (this.#holds(condition)) return false;
    if (anyOf.length === 0) return true;
    for (const condition of anyOf) if (this.#holds(condition)) return true;
    return false;
  }

  #holds(condition: Condition): boolean {
    const fills = this.paths.fills(condition.slot);
    if (fills.length === 0) return false;
    if (condition.any) return true;
    for (const fill of fills) if (this.#fits(fill.token, condition)) return true;
    return false;
  }

  #fits(token: number, condition: Condition): boolean {
    const { lemmas } = condition;
    const word = lemma(this.tree, token);
    if (lemmas.has(word) || lemmas.has(lower(this.tree, token))) return true;
    if (condition.compounds && lemmas.has(compoundAt(this.tree, token) ?? word)) return true;
    if (lemmas.has("another") && isEachOther(this.tree, token)) return true;
    // "Dozens of civilians" are civilians.
    if (QUANTITIES.has(word) || tokenAt(this.tree, token).upos === "NUM")
      for (const f of this.args.of(token).get("of") ?? []) if (this.#fits(f.token, condition)) return true;
    for (const sort of condition.sorts) if (this.#isOfSort(token, sort)) return true;
    return false;
  }

  #isOfSort(token: number, sort: Sort): boolean {
    switch (sort) {
      case "actor":
        return this.actors.isActor(token);
      case "official":
        return this.actors.isActor(token, "Official");
      case "infinitive":
        return this.#isInfinitive(token) || isImperative(this.tree, token);
      case "subjunctive":
        return isSubjunctive(this.tree, token);
      case "question":
        return isQuestion(this.tree, token);
      case "must":
        return this.#isObligation(token);
    }
  }

  #isInfinitive(token: number): boolean {
    const mark = childWith(this.tree, token, "mark");
    return mark !== undefined && lower(this.tree, mark) === "to";
  }

  #isObligation(token: number): boolean {
    const aux = childWith(this.tree, token, "aux");
    return aux !== undefined && OBLIGATION.has(lower(this.tree, aux));
  }
}

/** "insists that Sweden extradite them": a bare verb form beside a single subject. */
function isSubjunctive(tree: SentenceTree, index: number): boolean {
  const { xpos } = tokenAt(tree, index);
  if ((xpos !== "VB" && xpos !== "VBP") || childWith(tree, index, "aux", "cop") !== undefined) return false;
  const subject = childWith(tree, index, "nsubj");
  if (subject === undefined || childWith(tree, subject, "conj") !== undefined) return false;
  return tokenAt(tree, subject).upos === "PROPN" && !tokenAt(tree, subject).xpos.endsWith("S");
}

/** "Whether they have come": who asks that asks for no deed. */
function isQuestion(tree: SentenceTree, index: number): boolean {
  const mark = childWith(tree, index, "mark");
  return mark !== undefined && QUESTION_MARKS.has(lower(tree, mark));
}

/** "'Free them,' Oslo told Minsk": a bare verb without subject as what is said. */
function isImperative(tree: SentenceTree, index: number): boolean {
  const { xpos, deprel } = tokenAt(tree, index);
  return (
    xpos === "VB" &&
    (deprel === "ccomp" || deprel === "parataxis") &&
    childWith(tree, index, "nsubj", "nsubj:pass", "mark", "aux") === undefined
  );
}

/** Whether a token heads "each other", "one another" or "the other". */
export function isEachOther(tree: SentenceTree, token: number | undefined): boolean {
  if (token === undefined) return false;
  const word = lower(tree, token);
  const next = token + 1 < tree.tokens.length ? lower(tree, token + 1) : "";
  return RECIPROCAL.has(word) || (word === "one" && next === "another");
}
