import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Modality, ModalitySchema, type Predicate, PredicateSchema } from "../ontology/index.js";
import { PACKAGE_ROOT } from "../package-root.js";
import { LexiconError, readData } from "./lexicon.js";

const words = z.array(z.string().min(1)).min(1);

/** One frame as `data/frames/*.yaml` writes it; the head of each file says what the fields mean. */
const FrameSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]+$/, "lower-case words joined by hyphens"),
    cameo: z
      .string()
      .regex(/^\d{2,4}$/)
      .nullable(),
    verbs: words.optional(),
    nouns: words.optional(),
    adjectives: words.optional(),
    subject: words.optional(),
    object: words.optional(),
    where: z.record(z.string(), words).optional(),
    anyOf: z.record(z.string(), words).optional(),
    unless: z.record(z.string(), words).optional(),
    mutual: z.boolean().default(false),
    swap: z.boolean().default(false),
    negated: z.boolean().default(false),
    implied: z.boolean().default(false),
    polarity: z.enum(["positive", "negative"]).optional(),
    modality: ModalitySchema.optional(),
    objects: z.enum(["actor", "issue", "any", "agreement", "country"]).optional(),
  })
  .refine((f) => f.verbs ?? f.nouns ?? f.adjectives, "a frame needs verbs, nouns or adjectives");

const FileSchema = z.strictObject({
  predicate: PredicateSchema,
  frames: z.array(FrameSchema).min(1),
});

const ClassesSchema = z.record(z.string().regex(/^[a-z-]+$/), words);

/** What kind of object a predicate takes where its frame does not say. */
const OBJECTS: Record<Predicate, ObjectKind> = {
  SUPPORTS: "any",
  OPPOSES: "any",
  SIGNED: "agreement",
  SIGNED_WITH: "actor",
  COOPERATES_WITH: "actor",
  MET_WITH: "actor",
  VISITED: "country",
  MEDIATED: "actor",
  AIDED: "actor",
  YIELDED_TO: "actor",
  REQUESTED: "actor",
  ACCUSED: "actor",
  THREATENED: "actor",
  PROTESTED: "actor",
  MOBILIZED: "actor",
  SANCTIONED: "actor",
  COERCED: "actor",
  ATTACKED: "actor",
  PART_OF: "actor",
  MEMBER_OF: "actor",
  HOLDS_OFFICE: "actor",
};

type ObjectKind = "actor" | "issue" | "any" | "agreement" | "country";

/** Where a noun's doer stands, nearest first: "Iran's opposition" that an official voices is Iran's. */
const AGENT_SLOTS = ["poss", "by", "mod", "support"];

/** A slot, or the slot of what fills a slot, and so on: `obj.with` is ["obj", "with"]. */
export type SlotPath = readonly string[];

/** A condition on a slot: one of its fills has one of these lemmas (or is an actor, an agreement). */
export interface Condition {
  slot: SlotPath;
  lemmas: ReadonlySet<string>;
  /** Whether anything that fills the slot will do. */
  any: boolean;
  /** Those of its words that stand for a sort of word rather than for themselves. */
  sorts: readonly Sort[];
}

const COMPOUND = /[ -]/;

const SORTS = ["actor", "official", "infinitive", "subjunctive", "question", "must"] as const;

/** What fills a slot may be whatever its lemma is. */
export type Sort = (typeof SORTS)[number];

/** A frame compiled for one class of trigger. */
export interface Frame {
  /** `sanctioned/impose-sanctions`, as statements and `explain` name it. */
  id: string;
  predicate: Predicate;
  cameo: string | null;
  /** Slots tried in order; `obj.with` is the slot `with` of what fills `obj`; `self` is the trigger. */
  subject: readonly SlotPath[];
  object: readonly SlotPath[];
  where: readonly Condition[];
  /** At least one must hold, where there are any. */
  anyOf: readonly Condition[];
  unless: readonly Condition[];
  /** Two or more subjects stand in the relation to one another where no object is named. */
  mutual: boolean;
  /** What fills `object` is the doer and what fills `subject` the one it is done to. */
  swap: boolean;
  negated: boolean;
  /** Where its object is not said, it is the only other party that the sentence names. */
  implied: boolean;
  /** Fires only where its trigger is (is not) negated; `negative` takes the negation into its meaning. */
  polarity: "positive" | "negative" | null;
  modality: Modality | null;
  objects: ObjectKind;
  /** Particle that the verb must have ("call off"); null where it must have none. */
  particle: string | null;
  kind: TriggerKind;
}

export type TriggerKind = "verb" | "noun" | "adjective";

/** Frames by class and lemma of their trigger. */
export class FrameLexicon {
  readonly #byTrigger: Readonly<Record<TriggerKind, Map<string, Frame[]>>> = {
    verb: new Map(),
    noun: new Map(),
    adjective: new Map(),
  };

  /** Last words of nouns that are compounds. */
  readonly #tails = new Set<string>();

  constructor(frames: Iterable<[lemma: string, frame: Frame]>) {
    for (const [lemma, frame] of frames) {
      if (frame.kind === "noun" && COMPOUND.test(lemma))
        this.#tails.add(lemma.split(COMPOUND).at(-1) as string);
      const byLemma = this.#byTrigger[frame.kind];
      const list = byLemma.get(lemma);
      if (list === undefined) byLemma.set(lemma, [frame]);
      else list.push(frame);
    }
  }

  *[Symbol.iterator](): Iterator<Frame> {
    for (const byLemma of Object.values(this.#byTrigger)) for (const list of byLemma.values()) yield* list;
  }

  /** Whether some noun among the triggers is a compound that ends in a word. */
  endsCompound(lemma: string): boolean {
    return this.#tails.has(lemma);
  }

  of(kind: TriggerKind, lemma: string): readonly Frame[] {
    return this.#byTrigger[kind].get(lemma) ?? NO_FRAMES;
  }
}

const NO_FRAMES: readonly Frame[] = [];

/** Reads and compiles every file of data/frames. Throws LexiconError naming file and field. */
export function loadFrames(): FrameLexicon {
  const classes = readData("word-classes.yaml", ClassesSchema);
  const frames: [string, Frame][] = [];
  const names = new Set<string>();
  const files = readdirSync(join(PACKAGE_ROOT, "data", "frames")).filter((f) => f.endsWith(".yaml"));
  for (const file of files.sort()) {
    const data = readData(`frames/${file}`, FileSchema);
    for (const frame of data.frames) {
      const id = `${data.predicate.toLowerCase().replaceAll("_", "-")}/${frame.name}`;
      if (names.has(id))
        throw new LexiconError(`data/frames/${file} is wrong: two frames are named ${frame.name}`);
      names.add(id);
      frames.push(...compile(frame, id, data.predicate, classes, file));
    }
  }
  return new FrameLexicon(frames);
}

type Classes = z.infer<typeof ClassesSchema>;

function* compile(
  frame: z.infer<typeof FrameSchema>,
  id: string,
  predicate: Predicate,
  classes: Classes,
  file: string,
): Generator<[string, Frame]> {
  const kinds: [TriggerKind, string[] | undefined, string[], string[]][] = [
    ["verb", frame.verbs, ["subj"], ["obj"]],
    ["noun", frame.nouns, ["agent"], ["of"]],
    ["adjective", frame.adjectives, ["subj"], ["to"]],
  ];
  // Word classes are long: the words of a frame's conditions are one set for all of its triggers.
  const where = conditions(frame.where, classes, file);
  const anyOf = conditions(frame.anyOf, classes, file);
  const unless = conditions(frame.unless, classes, file);
  for (const [kind, triggers, subject, object] of kinds) {
    for (const trigger of expand(triggers ?? [], classes, file)) {
      const [lemma = trigger, particle = null] = kind === "verb" ? trigger.split("_") : [trigger];
      yield [
        lemma,
        {
          id,
          predicate,
          cameo: frame.cameo,
          subject: (frame.subject ?? subject)
            .flatMap((slot) => (slot === "agent" ? AGENT_SLOTS : [slot]))
            .map(pathOf),
          object: (frame.object ?? object).map(pathOf),
          where,
          anyOf,
          unless,
          mutual: frame.mutual,
          swap: frame.swap,
          negated: frame.negated,
          implied: frame.implied,
          polarity: frame.polarity ?? null,
          modality: frame.modality ?? null,
          objects: frame.objects ?? OBJECTS[predicate],
          particle,
          kind,
        },
      ];
    }
  }
}

function conditions(
  record: Record<string, string[]> | undefined,
  classes: Classes,
  file: string,
): Condition[] {
  return Object.entries(record ?? {}).map(([slot, words]) => {
    const lemmas = new Set(expand(words, classes, file));
    return {
      slot: pathOf(slot),
      lemmas,
      any: lemmas.has("any"),
      sorts: SORTS.filter((sort) => lemmas.has(sort)),
    };
  });
}

const paths = new Map<string, SlotPath>();

/** The path of a slot's name, one object for each name, by which what fills it can be kept. */
function pathOf(slot: string): SlotPath {
  const known = paths.get(slot);
  if (known !== undefined) return known;
  const path = slot.split(".");
  paths.set(slot, path);
  return path;
}

/** Replaces `$class` by the words of that class. */
function expand(lemmas: readonly string[], classes: Classes, file: string): string[] {
  return lemmas.flatMap((lemma) => {
    if (!lemma.startsWith("$") || lemma === "$") return [lemma];
    const members = classes[lemma.slice(1)];
    if (members === undefined) throw new LexiconError(`data/frames/${file} is wrong: no word class ${lemma}`);
    return expand(members, classes, file);
  });
}
