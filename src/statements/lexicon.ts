import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { z } from "zod";
import { PACKAGE_ROOT } from "../package-root.js";

/** Data of this folder that cannot be used, with the file and what is wrong in it. */
export class LexiconError extends Error {
  override name = "LexiconError";
}

/** Reads a YAML file of data/ and checks it by its schema. */
export function readData<T extends z.ZodType>(path: string, schema: T): z.infer<T> {
  let raw: unknown;
  try {
    raw = load(readFileSync(join(PACKAGE_ROOT, "data", path), "utf8"));
  } catch (cause) {
    throw new LexiconError(`data/${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
  const result = schema.safeParse(raw);
  if (!result.success) throw new LexiconError(`data/${path} is wrong: ${z.prettifyError(result.error)}`);
  return result.data;
}

const words = z.array(z.string().min(1));

const SupportSchema = z.strictObject({
  verbs: words,
  occurrence: words,
  motion: words,
  subjectControl: words,
  representatives: words,
  containers: words,
  matters: words,

  means: words,
  sport: words,
});

/** Verbs that carry the participants of a noun, and nouns through which a state acts. */
export interface SupportVerbs {
  /** "hold talks", "impose sanctions": subject and obliques belong to the noun. */
  verbs: ReadonlySet<string>;
  /** "talks take place between": obliques belong to the noun. */
  occurrence: ReadonlySet<string>;
  /** "fly to Doha for talks with": the noun's agent is who moves. */
  motion: ReadonlySet<string>;
  /** Verbs whose infinitive has their own subject even beside an object ("promised him to leave"). */
  subjectControl: ReadonlySet<string>;
  /** Nouns that stand for the state or body named before them ("Kenyan troops", "Riyadh's envoy"). */
  representatives: ReadonlySet<string>;
  /** Nouns whose "of" phrase is what is meant ("the idea of a rail link"). */
  containers: ReadonlySet<string>;
  /** Nouns of what states decide on, for which a pronoun may stand ("backed it"). */
  matters: ReadonlySet<string>;

  /** Nouns behind "with" that say how, not with whom ("with American help"). */
  means: ReadonlySet<string>;
  /** Words of sport reports, where states beat, meet and crush each other in play. */
  sport: ReadonlySet<string>;
}

export function loadSupportVerbs(): SupportVerbs {
  const data = readData("support.yaml", SupportSchema);
  return {
    verbs: new Set(data.verbs),
    occurrence: new Set(data.occurrence),
    motion: new Set(data.motion),
    subjectControl: new Set(data.subjectControl),
    representatives: new Set(data.representatives),
    containers: new Set(data.containers),
    matters: new Set(data.matters),

    means: new Set(data.means),
    sport: new Set(data.sport),
  };
}
