import type { Entity, Predicate } from "../ontology/index.js";
import type { ActorFinder, ActorHit } from "./actors.js";
import type { ArgumentFinder } from "./arguments/finder.js";
import type { Fill, Slots, Via } from "./arguments/slots.js";
import { Conditions, isEachOther } from "./conditions.js";
import type { Frame, FrameLexicon, SlotPath } from "./frames.js";
import { SlotPaths } from "./slot-paths.js";
import { caseOf, childrenOf, childWith, lemma, lower, type SentenceTree, tokenAt } from "./tree.js";
import { framesOf, kindOf } from "./triggers.js";

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

/** "Clashes between A and B", "A and B exchanged prisoners": each did it to the other. */
const EACH_TO_OTHER: ReadonlySet<string> = new Set(["ATTACKED", "YIELDED_TO"]);
const NO_MATCHES: readonly Match[] = [];
/** One statement holds for both. */
export const SYMMETRIC: ReadonlySet<Predicate> = new Set(["SIGNED_WITH", "MET_WITH", "COOPERATES_WITH"]);
/** What a verb's particle may be read as where it is none: "called home its envoy". */
const PARTICLE_TAGS = new Set(["ADP", "ADV", "NOUN"]);
const NOTHING: Found = { hits: [], rank: 0 };
const MAX_CLIMB = 8;
const SPEAKER: SlotPath = ["speaker"];
/** What those who announce it do themselves. */
const ANNOUNCED: ReadonlySet<Predicate> = new Set([
  "YIELDED_TO",
  "SANCTIONED",
  "AIDED",
  "SUPPORTS",
  "OPPOSES",
]);

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
    const found: Match[] = [];
    for (const frame of matcher.worth(frames)) found.push(...matcher.match(frame));
    if (found.length > 0) matches.push(...saidFirst(found));
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

class TriggerMatcher {
  readonly #slots: Slots;
  readonly #paths: SlotPaths;
  readonly #conditions: Conditions;
  /** The verb's own particle; undefined before it was looked for. */
  #ownParticle: string | null | undefined;
  /** What may be its particle where the tree names none; null before it was looked for. */
  #looseParticles: readonly string[] | null = null;

  constructor(
    private readonly tree: SentenceTree,
    private readonly trigger: number,
    private readonly args: ArgumentFinder,
    private readonly actors: ActorFinder,
  ) {
    this.#slots = args.of(trigger);
    this.#paths = new SlotPaths(tree, trigger, args, actors);
    this.#conditions = new Conditions(tree, this.#paths, args, actors);
  }

  /** Those of the trigger's frames that may fit. */
  worth(frames: readonly Frame[]): readonly Frame[] {
    return this.#conditions.worth(frames);
  }

  match(frame: Frame): readonly Match[] {
    if (!this.#particleFits(frame)) return NO_MATCHES;
    this.#paths.particle = frame.particle;
    if (!this.#conditions.hold(frame)) return NO_MATCHES;
    const subjects = this.#subjects(frame);
    if (subjects.hits.length === 0 && !frame.mutual) return [];
    const objects = this.#objects(frame, subjects);
    if (objects.hits.length === 0 || overlaps(subjects, objects)) {
      if (subjects.hits.length < 2 && objects.hits.length < 2) return NO_MATCHES;
      const each = this.#isReciprocal(frame);
      return frame.mutual || each
        ? this.#pairs(frame, subjects.hits.length > 1 ? subjects : objects, each)
        : [];
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
    this.#looseParticles ??= this.#readLooseParticles();
    return this.#looseParticles.includes(frame.particle);
  }

  /** Adverbs, and what stands right after it: "pulled out of B" has its particle read into that. */
  #readLooseParticles(): string[] {
    const found = (this.#slots.get("adv") ?? []).map((f) => lower(this.tree, f.token));
    const next = this.trigger + 1;
    if (PARTICLE_TAGS.has(this.tree.tokens[next]?.upos ?? "")) found.push(lower(this.tree, next));
    return found;
  }

  /** The verb's particle; "out" of "dismissed out of hand" is none. */
  #particle(): string | null {
    const particle = childWith(this.tree, this.trigger, "compound:prt");
    if (particle === undefined) return null;
    const next = particle + 1 < this.tree.tokens.length ? lower(this.tree, particle + 1) : "";
    return next === "of" ? null : lower(this.tree, particle);
  }

  /** "accused each other of lying", "expelled one another's envoys": each of the subjects did it to the other. */
  #isReciprocal(frame: Frame): boolean {
    if (frame.kind !== "verb") return false;
    const direct = (this.#slots.get("obj") ?? []).map((fill) => fill.token);
    const others = frame.object.flatMap((path) => this.#paths.fills(path)).map((fill) => fill.token);
    return [...direct, ...others].some(
      (token) =>
        isEachOther(this.tree, token) || isEachOther(this.tree, childWith(this.tree, token, "nmod:poss")),
    );
  }

  #pairs(frame: Frame, subjects: Found, each: boolean): Match[] {
    if (this.#doneToAnother(frame) || subjects.hits.some(({ hit }) => this.#isAlternative(hit))) return [];
    const matches: Match[] = [];
    subjects.hits.forEach((a, i) => {
      for (const b of subjects.hits.slice(i + 1)) {
        if (sameState(a.hit.entity, b.hit.entity)) continue;
        matches.push(this.#build(frame, a, b, subjects.rank, 0, true));
        if (EACH_TO_OTHER.has(frame.predicate) || (each && !SYMMETRIC.has(frame.predicate)))
          matches.push(this.#build(frame, b, a, subjects.rank, 0, true));
      }
    });
    return matches;
  }

  /** "Neither A nor B signed": each for itself. */
  #isAlternative(hit: ActorHit): boolean {
    const conjunction = childWith(this.tree, hit.token, "cc");
    return conjunction !== undefined && /^n?or$/.test(lower(this.tree, conjunction));
  }

  /** "A and B fight jihadists": a verb with an object of its own says nothing of A towards B, unless the frame asks for that object. */
  #doneToAnother(frame: Frame): boolean {
    if (frame.kind !== "verb" || frame.where.length + frame.anyOf.length > 0) return false;
    return (this.#slots.get("obj") ?? []).some((f) => !isEachOther(this.tree, f.token));
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
    let first = NOTHING;
    for (let rank = 0; rank < frame.object.length; rank++) {
      const path = frame.object[rank] as SlotPath;
      const found =
        path.at(-1) === "told" ? this.#told(path, subjects) : this.#filling(path, frame.objects, true);
      if (found.length === 0) continue;
      if (!areAmong(found, subjects.hits)) return { hits: found, rank };
      if (first === NOTHING) first = { hits: found, rank };
    }
    if (!frame.implied || subjects.hits.length === 0) return first;
    const other = this.actors.otherParty(
      subjects.hits.map((h) => h.hit.entity),
      this.#speakers(),
    );
    return other === null ? first : { hits: [{ hit: other, via: "implied" }], rank: frame.object.length };
  }

  /** Who was told of before as parties of what a slot means again. */
  #told(path: SlotPath, subjects: Found): Found["hits"] {
    const [doer] = subjects.hits;
    const [fill] = this.#paths.fills(path);
    if (doer === undefined || fill === undefined) return [];
    return this.actors.told(fill.token, doer.hit.entity).map((hit) => ({ hit, via: "context" }));
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
    for (let rank = 0; rank < alternatives.length; rank++) {
      const hits = this.#filling(alternatives[rank] as SlotPath, kind, isObject);
      if (hits.length > 0) return { hits, rank };
    }
    return NOTHING;
  }

  #filling(path: SlotPath, kind: Frame["objects"], isObject: boolean): Found["hits"] {
    const fills = this.#paths.fills(path);
    if (fills.length === 0) return NOTHING.hits;
    const hits: Found["hits"] = [];
    for (const fill of fills)
      for (const hit of this.#hits(fill, kind, isObject, path)) hits.push({ hit, via: fill.via });
    return distinct(hits);
  }

  #hits(
    { token, via }: Fill,
    kind: Frame["objects"],
    isObject: boolean,
    path: SlotPath,
  ): readonly ActorHit[] {
    switch (kind) {
      case "actor":
        return this.actors.actors(token, {
          // A slot that the frame names is a participant, even where it looks like a location ("lashed out at Budapest").
          places: isObject || path[0] !== "subj" || via === "relative",
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

  #isMeans(token: number): boolean {
    return this.args.support.means.has(lemma(this.tree, token));
  }
}

function distinct(hits: Found["hits"]): Found["hits"] {
  if (hits.length < 2) return hits;
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
  return areAmong(objects.hits, subjects.hits);
}

/** Whether all of the entities are among others. */
function areAmong(hits: Found["hits"], others: Found["hits"]): boolean {
  return hits.every(({ hit }) => others.some((other) => other.hit.entity.id === hit.entity.id));
}
