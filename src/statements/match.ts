import type { Entity, Predicate } from "../ontology/index.js";
import type { ActorFinder, ActorHit } from "./actors.js";
import type { ArgumentFinder } from "./arguments/finder.js";
import { isGerund, isVerbal } from "./arguments/predicates.js";
import type { Fill, Slots, Via } from "./arguments/slots.js";
import type { Condition, Frame, FrameLexicon, SlotPath, Sort, TriggerKind } from "./frames.js";
import { caseOf, childrenOf, childWith, lemma, lower, relation, type SentenceTree, tokenAt } from "./tree.js";

/** A frame that fits a trigger and its two ends, before scope, date and confidence. */
export interface Match {
  frame: Frame;
  trigger: number;
  subject: ActorHit;
  object: ActorHit;
  subjectVia: Via;
  objectVia: Via;
  /** The alternatives (0 is the first named) that gave subject and object. */
  subjectRank: number;
  objectRank: number;
  /** Both ends came from one plural participant. */
  mutual: boolean;
}

interface Found {
  hits: { hit: ActorHit; via: Via }[];
  rank: number;
}

const PARTICLE_TAGS = new Set(["ADV", "ADP"]);
/** "Clashes between A and B", "A and B exchanged prisoners": each did it to the other. */
const EACH_TO_OTHER: ReadonlySet<string> = new Set(["ATTACKED", "YIELDED_TO"]);
const NOTHING: Found = { hits: [], rank: 0 };
/** Prepositions before the other party of what a noun names. */
const DEEP_PREPOSITIONS = new Set(["between", "with", "against", "to", "on", "by", "for"]);
/** Those that do not slip from a verb into its object or oblique, as "complained to B about C" may. */
const FIRM_PREPOSITIONS = new Set(["of", "in"]);
const MAX_DEEP = 6;
const MAX_CLIMB = 8;
/** Where the sides of a noun may stand, nearest first. */
const PARTY_SLOTS = ["poss", "by", "mod", "support"];
const SPEAKER: SlotPath = ["speaker"];
/** What those who announce it do themselves. */
const ANNOUNCED: ReadonlySet<Predicate> = new Set([
  "YIELDED_TO",
  "SANCTIONED",
  "AIDED",
  "SUPPORTS",
  "OPPOSES",
]);
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
]);
const NOMINAL = new Set(["obj", "nmod", "obl"]);
/** Heads of "each other", "one another". */
const RECIPROCAL = new Set(["other", "another", "each"]);
const QUESTION_MARKS = new Set(["if", "whether"]);
const OBLIGATION = new Set(["must", "should", "ought", "need"]);

/** Everything that the frames find in one sentence. */
export function matchFrames(
  tree: SentenceTree,
  lexicon: FrameLexicon,
  args: ArgumentFinder,
  actors: ActorFinder,
  isName: (token: number) => boolean,
): Match[] {
  const matches: Match[] = [];
  for (let i = tree.sentence.dateline; i < tree.tokens.length; i++) {
    const kind = kindOf(tree, i);
    if (kind === null) continue;
    const frames = framesOf(tree, i, kind, lexicon);
    if (frames.length === 0 || isName(i)) continue;
    const matcher = new TriggerMatcher(tree, i, args, actors);
    matches.push(...saidFirst(frames.flatMap((frame) => matcher.match(frame))));
  }
  return matches;
}

/** Where one frame of a predicate finds its object said, no other supplies one that is not. */
function saidFirst(matches: readonly Match[]): Match[] {
  return matches.filter(
    (m) =>
      m.objectVia !== "implied" ||
      !matches.some((o) => o.objectVia !== "implied" && o.frame.predicate === m.frame.predicate),
  );
}

/** Frames of a trigger's lemma; where there are none, of what its form may be of ("ceded": "cede"). */
function framesOf(
  tree: SentenceTree,
  index: number,
  kind: TriggerKind,
  lexicon: FrameLexicon,
): readonly Frame[] {
  const frames = lexicon.of(kind, lemma(tree, index));
  if (frames.length > 0 || kind !== "verb") return frames;
  const stem = /^(.{2,}?)(?:ed|ing|es|s)$/.exec(lower(tree, index))?.[1];
  if (stem === undefined) return frames;
  const single = stem.replace(/([bdglmnprt])\1$/, "$1");
  for (const candidate of [stem, `${stem}e`, single]) {
    const found = lexicon.of(kind, candidate);
    if (found.length > 0) return found;
  }
  return frames;
}

function kindOf(tree: SentenceTree, index: number): TriggerKind | null {
  const token = tokenAt(tree, index);
  switch (token.upos) {
    case "VERB":
      return "verb";
    case "AUX":
      if (token.deprel === "aux") return token.lemma === "must" ? "verb" : null;
      return token.deprel.startsWith("aux") ? null : "verb";
    case "NOUN":
    case "PROPN":
      if (isVerbal(tree, index)) return "verb";
      // "ceasefire agreement", "war crimes": the head says what it is.
      return token.deprel === "compound" ? null : "noun";
    case "ADJ":
      return "adjective";
    default:
      return null;
  }
}

class TriggerMatcher {
  readonly #slots: Slots;
  /** The particle of the frame that is being tried. */
  #frameParticle: string | null = null;
  /** The verb's own particle; undefined before it was looked for. */
  #ownParticle: string | null | undefined;
  /** What fills each path, found once: the frames of a word ask for the same few. */
  readonly #filled = new Map<SlotPath, readonly Fill[]>();

  constructor(
    private readonly tree: SentenceTree,
    private readonly trigger: number,
    private readonly args: ArgumentFinder,
    private readonly actors: ActorFinder,
  ) {
    this.#slots = args.of(trigger);
  }

  match(frame: Frame): Match[] {
    if (!this.#particleFits(frame)) return [];
    if (frame.particle !== this.#frameParticle) this.#filled.clear();
    this.#frameParticle = frame.particle;
    if (!frame.where.every((c) => this.#holds(c))) return [];
    if (frame.anyOf.length > 0 && !frame.anyOf.some((c) => this.#holds(c))) return [];
    if (frame.unless.some((c) => this.#holds(c))) return [];
    const subjects = this.#subjects(frame);
    if (subjects.hits.length === 0 && !frame.mutual) return [];
    const objects = this.#objects(frame, subjects);
    if (objects.hits.length === 0 || overlaps(subjects, objects)) {
      return frame.mutual ? this.#pairs(frame, subjects.hits.length > 1 ? subjects : objects) : [];
    }
    if (subjects.hits.length === 0) return [];
    const matches = subjects.hits.flatMap((s) =>
      objects.hits.map((o) =>
        this.#build(frame, frame.swap ? o : s, frame.swap ? s : o, subjects.rank, objects.rank, false),
      ),
    );
    return matches;
  }

  #particleFits(frame: Frame): boolean {
    if (frame.kind !== "verb") return true;
    if (this.#ownParticle === undefined) this.#ownParticle = this.#particle();
    const particle = this.#ownParticle;
    if (frame.particle === null)
      return particle === null || frame.object.some((path) => path.length === 1 && path[0] === particle);
    if (particle !== null) return particle === frame.particle;
    // "pulled out of B": the particle was read into the preposition after it.
    const next = this.tree.tokens[this.trigger + 1];
    if (next?.upos === "ADP" && next.form.toLowerCase() === frame.particle) return true;
    return (this.#slots.get("adv") ?? []).some((f) => lower(this.tree, f.token) === frame.particle);
  }

  /** The verb's particle; "out" of "dismissed out of hand" is none. */
  #particle(): string | null {
    const particle = childWith(this.tree, this.trigger, "compound:prt");
    if (particle === undefined) return null;
    const next = particle + 1 < this.tree.tokens.length ? lower(this.tree, particle + 1) : "";
    return next === "of" ? null : lower(this.tree, particle);
  }

  #pairs(frame: Frame, subjects: Found): Match[] {
    if (this.#doneToAnother(frame)) return [];
    const matches: Match[] = [];
    subjects.hits.forEach((a, i) => {
      for (const b of subjects.hits.slice(i + 1)) {
        if (sameState(a.hit.entity, b.hit.entity)) continue;
        matches.push(this.#build(frame, a, b, subjects.rank, 0, true));
        if (EACH_TO_OTHER.has(frame.predicate))
          matches.push(this.#build(frame, b, a, subjects.rank, 0, true));
      }
    });
    return matches;
  }

  /** "A and B fight jihadists": a verb with an object of its own says nothing of A towards B, unless the frame asks for that object. */
  #doneToAnother(frame: Frame): boolean {
    if (frame.kind !== "verb" || frame.where.length + frame.anyOf.length > 0) return false;
    return (this.#slots.get("obj") ?? []).some((f) => !RECIPROCAL.has(lower(this.tree, f.token)));
  }

  #build(
    frame: Frame,
    subject: Found["hits"][number],
    object: Found["hits"][number],
    subjectRank: number,
    objectRank: number,
    mutual: boolean,
  ): Match {
    return {
      frame,
      trigger: this.trigger,
      subject: subject.hit,
      object: object.hit,
      subjectVia: subject.via,
      objectVia: object.via,
      subjectRank,
      objectRank,
      mutual,
    };
  }

  /** Who stands in the frame's subject; who announces it, where a passive without agent tells of what is to be done. */
  #subjects(frame: Frame): Found {
    const found = this.#participants(frame.subject, "actor", false);
    if (found.hits.length > 0 || !ANNOUNCED.has(frame.predicate) || !this.#isPlannedPassive()) return found;
    return this.#participants([SPEAKER], "actor", false);
  }

  /** "The tariff will be lifted, Oslo announced." */
  #isPlannedPassive(): boolean {
    if (childWith(this.tree, this.trigger, "aux:pass") === undefined || this.#slots.has("subj")) return false;
    return childrenOf(this.tree, this.trigger).some((c) => {
      const { deprel } = tokenAt(this.tree, c);
      return deprel === "aux" && /^(will|would|'ll)$/.test(lower(this.tree, c));
    });
  }

  /**
   * What stands in the frame's object, passing over what only leads back to its subject ("complained to B about its
   * decision"). Where the frame says that its object may be left out, the only other party that the sentence names.
   */
  #objects(frame: Frame, subjects: Found): Found {
    const known = new Set(subjects.hits.map((h) => h.hit.entity.id));
    let first = NOTHING;
    for (const [rank, path] of frame.object.entries()) {
      const found = this.#participants([path], frame.objects, true);
      if (found.hits.length === 0) continue;
      if (found.hits.some((h) => !known.has(h.hit.entity.id))) return { hits: found.hits, rank };
      if (first === NOTHING) first = { hits: found.hits, rank };
    }
    if (!frame.implied || subjects.hits.length === 0) return first;
    const other = this.actors.otherParty(
      subjects.hits.map((h) => h.hit.entity),
      this.#speakers(),
    );
    return other === null ? first : { hits: [{ hit: other, via: "implied" }], rank: frame.object.length };
  }

  /** Who is reported to say what the trigger says. */
  #speakers(): Set<number> {
    const speakers = new Set<number>();
    for (let node = this.trigger, steps = 0; node >= 0 && steps < MAX_CLIMB; steps++) {
      for (const fill of this.args.of(node).get("speaker") ?? []) speakers.add(fill.token);
      for (const c of childrenOf(this.tree, node))
        if (caseOf(this.tree, c) === "according to") speakers.add(c);
      node = tokenAt(this.tree, node).head;
    }
    return speakers;
  }

  #participants(alternatives: readonly SlotPath[], kind: Frame["objects"], isObject: boolean): Found {
    for (const [rank, path] of alternatives.entries()) {
      const hits = this.#fills(path).flatMap((fill) =>
        this.#hits(fill.token, kind, isObject, path).map((hit) => ({ hit, via: fill.via })),
      );
      if (hits.length > 0) return { hits: distinct(hits), rank };
    }
    return NOTHING;
  }

  #hits(token: number, kind: Frame["objects"], isObject: boolean, path: SlotPath): readonly ActorHit[] {
    switch (kind) {
      case "actor":
        return this.actors.actors(token, {
          // A slot that the frame names is a participant, even where it looks like a location ("lashed out at Budapest").
          places: isObject || path[0] !== "subj",
          property: isObject && !(path.at(-1) === "with" && this.#isMeans(token)),
        });
      case "country":
        return this.actors
          .actors(token, { places: true, property: false })
          .filter((h) => h.entity.type === "Country");
      default:
        return this.actors.anything(token, kind);
    }
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

  #isMeans(token: number): boolean {
    return this.args.support.means.has(lemma(this.tree, token));
  }

  /** What fills a slot, or a slot of what fills a slot. */
  #fills(path: SlotPath): readonly Fill[] {
    const known = this.#filled.get(path);
    if (known !== undefined) return known;
    const fills = this.#follow(path);
    this.#filled.set(path, fills);
    return fills;
  }

  #follow(parts: SlotPath): readonly Fill[] {
    if (parts[0] === "self") return [{ token: this.trigger, via: "direct" }];
    let fills: readonly Fill[] = [];
    let slots = this.#slots;
    let above = this.trigger;
    for (const [i, part] of parts.entries()) {
      fills = this.#slot(slots, part);
      if (fills.length === 0 && i === 0 && part === "obj") fills = this.#afterParticle(slots);
      if (fills.length === 0) fills = this.#deeper(i === 0 ? this.trigger : above, part);
      const first = fills[0];
      if (first === undefined) return [];
      above = first.token;
      if (i < parts.length - 1) slots = this.args.of(first.token);
    }
    return fills;
  }

  /** "wrote off the debt" with the particle read as a preposition: its object is the verb's. */
  #afterParticle(slots: Slots): readonly Fill[] {
    const particle = this.#frameParticle;
    return particle === null ? [] : (slots.get(particle) ?? []);
  }

  /** A phrase further down in a noun phrase: "the ban on exports of onions to B", "talks in Doha between A and B". */
  #deeper(noun: number, preposition: string): readonly Fill[] {
    const isVerb = tokenAt(this.tree, noun).upos === "VERB";
    if (isVerb ? FIRM_PREPOSITIONS.has(preposition) : !DEEP_PREPOSITIONS.has(preposition)) return [];
    const queue = nominalChildren(this.tree, noun);
    for (let i = 0; i < queue.length && i < MAX_DEEP; i++) {
      const node = queue[i] as number;
      if (caseOf(this.tree, node) === preposition) return [{ token: node, via: "nearby" }];
      queue.push(...nominalChildren(this.tree, node));
    }
    return [];
  }

  #slot(slots: Slots, name: string): readonly Fill[] {
    if (name === "parties") return this.#parties(slots);
    const fills = slots.get(name) ?? [];
    if (fills.length > 0 || name !== "obj") return fills;
    // "opposes joining the pact": a gerund is an object.
    return (slots.get("comp") ?? []).filter((f) => isGerund(this.tree, f.token));
  }

  #holds(condition: Condition): boolean {
    const fills = this.#fills(condition.slot);
    if (fills.length === 0) return false;
    if (condition.lemmas.has("any")) return true;
    return fills.some((fill) => this.#fits(fill.token, condition));
  }

  #fits(token: number, condition: Condition): boolean {
    const { lemmas } = condition;
    const word = lemma(this.tree, token);
    if (lemmas.has(word) || lemmas.has(lower(this.tree, token))) return true;
    // "Dozens of civilians" are civilians.
    if (QUANTITIES.has(word))
      for (const f of this.args.of(token).get("of") ?? []) if (this.#fits(f.token, condition)) return true;
    return condition.sorts.some((sort) => this.#isOfSort(token, sort));
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

function distinct(hits: Found["hits"]): Found["hits"] {
  const seen = new Set<string>();
  return hits.filter(({ hit }) => {
    if (seen.has(hit.entity.id)) return false;
    seen.add(hit.entity.id);
    return true;
  });
}

/** A state and its own army are no two parties. */
function sameState(a: Entity, b: Entity): boolean {
  return a.country !== null && a.country === b.country && (a.type === "Country" || b.type === "Country");
}

function overlaps(subjects: Found, objects: Found): boolean {
  return objects.hits.every((o) => subjects.hits.some((s) => s.hit.entity.id === o.hit.entity.id));
}
