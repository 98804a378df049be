import { readFileSync } from "node:fs";

/** A word of one syllable that ends in one vowel and one consonant doubles it: "ban", "banning", but not "bomb", "aid". */
const DOUBLING = /^(?:[^aeiou]+|[^aeiou]*qu|)[aeiou][bcdfgklmnprtvz]$/;
const DOUBLED = /([bdfgklmnprstvz])\1$/;

/** The verbs that inflected forms are traced back to: a word list beside the rules that endings alone give. */
export class VerbForms {
  readonly #verbs: ReadonlySet<string>;

  /** @param file one verb a line; lines that begin with # are comments */
  constructor(file: string) {
    const lines = readFileSync(file, "utf8").split("\n");
    this.#verbs = new Set(lines.filter((line) => line !== "" && !line.startsWith("#")));
  }

  has(lemma: string): boolean {
    return this.#verbs.has(lemma);
  }

  /** The verb that a regular form in lower case is of; undefined where the list has none. */
  lemma(form: string, xpos: string): string | undefined {
    return candidates(form, xpos).find((verb) => this.#verbs.has(verb));
  }
}

/** What a regular form may be of, the likelier first: "uniting" of "unite" before "unit". */
function candidates(form: string, xpos: string): string[] {
  switch (xpos) {
    case "VBG":
      return form.endsWith("ing") ? ofStem(form.slice(0, -3), "y", "ie") : [];
    case "VBD":
    case "VBN":
      return form.endsWith("ed") ? ofStem(form.slice(0, -2), "i", "y") : [];
    case "VBZ":
      if (form.endsWith("ies")) return [`${form.slice(0, -3)}y`, form.slice(0, -1)];
      if (/(?:s|sh|ch|x|z|o)es$/.test(form)) return [form.slice(0, -2), form.slice(0, -1)];
      return form.endsWith("s") ? [form.slice(0, -1)] : [];
    default:
      return [];
  }
}

/** Verbs of a form without its ending, which turned their own last letters into `changed`. */
function ofStem(stem: string, changed: string, own: string): string[] {
  const found: string[] = [];
  if (DOUBLED.test(stem)) found.push(stem.slice(0, -1));
  found.push(`${stem}e`);
  if (!DOUBLING.test(stem)) found.push(stem);
  if (stem.endsWith(changed)) found.push(stem.slice(0, -1) + own);
  return found;
}
