import type { ActorFinder } from "./actors.js";
import type { ArgumentFinder } from "./arguments/finder.js";
import { indexOf } from "./frame-index.js";
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
const NONE: readonly number[] = [];
const QUESTION_MARKS = new Set(["if", "whether"]);
const OBLIGATION = new Set(["must", "should", "ought", "need"]);

/** Heads of "each other", "one another". */
const RECIPROCAL = new Set(["other", "another", "each"]);

/** Says whether what fills a trigger's slots is what a frame asks for. */
export class Conditions {
  #names: Map<number, string[]> | null = null;

  constructor(
    private readonly tree: SentenceTree,
    private readonly paths: SlotPaths,
    private readonly args: ArgumentFinder,
    private readonly actors: ActorFinder,
  ) {}

  /** Which of a word's frames are worth trying: those whose first condition asks for what stands in its slot. */
  worth(frames: readonly Frame[]): readonly Frame[] {
    const { gates, gated } = indexOf(frames);
    if (gates.length === 0) return frames;
    const open = gated.map((waits) => !waits);
    for (const { slot, byWord } of gates)
      for (const { token } of this.paths.fills(slot))
        for (const name of this.#namesOf(token))
          for (const place of byWord.get(name) ?? NONE) open[place] = true;
    return frames.filter((_, place) => open[place]);
  }

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

  #fits(token: number, { lemmas, sorts }: Condition): boolean {
    for (const name of this.#namesOf(token)) if (lemmas.has(name)) return true;
    return sorts.length > 0 && this.#isOfSorts(token, sorts);
  }

  /** The words under which a condition may list what fills a slot; kept, since each frame asks for them. */
  #namesOf(token: number): readonly string[] {
    this.#names ??= new Map();
    let names = this.#names.get(token);
    if (names === undefined) {
      names = [lemma(this.tree, token), lower(this.tree, token)];
      const compound = compoundAt(this.tree, token);
      if (compound !== null) names.push(compound);
      if (isEachOther(this.tree, token)) names.push("another");
      for (const counted of this.#counted(token)) names.push(...this.#namesOf(counted));
      this.#names.set(token, names);
    }
    return names;
  }

  /** "Dozens of civilians" are civilians. */
  #counted(token: number): readonly number[] {
    if (!QUANTITIES.has(lemma(this.tree, token)) && tokenAt(this.tree, token).upos !== "NUM") return NONE;
    return (this.args.of(token).get("of") ?? []).map((fill) => fill.token);
  }

  #isOfSorts(token: number, sorts: readonly Sort[]): boolean {
    for (const sort of sorts) if (this.#isOfSort(token, sort)) return true;
    return this.#counted(token).some((counted) => this.#isOfSorts(counted, sorts));
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
