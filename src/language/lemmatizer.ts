import { readFileSync } from "node:fs";
import type { VerbForms } from "./verb-forms.js";

/** Longest ending that lemma rules look at. */
export const LONGEST_ENDING = 5;

const INFLECTED = /^(?:NNS|NNPS|VB[DGNZ]|JJ[RS]|RB[RS])$/;
const CACHED = 50_000;

/** A change of ending: how many letters go, and what comes instead. */
interface Rule {
  cut: number;
  add: string;
}

/**
 * Lemmas from a table: words that are exceptions, and for each tag the change that each ending asks for, the longest
 * known ending counting, unless it makes no verb and the list has one that the form is of ("revoking"). Proper nouns keep their capitals, other words lose them, as in UD English EWT.
 */
export class Lemmatizer {
  private readonly exceptions = new Map<string, string>();
  private readonly rules = new Map<string, Rule>();
  /** Lemmas found, by tag and form. */
  private readonly cache = new Map<string, Map<string, string>>();
  private cached = 0;

  /**
   * @param file lines of three columns parted by tabs: `XPOS word lemma` for exceptions, `XPOS -ending cut+add` for rules
   * @throws Error naming file and line where a line is not so
   */
  constructor(
    file: string,
    private readonly verbs: VerbForms | null = null,
  ) {
    readFileSync(file, "utf8")
      .split("\n")
      .forEach((line, index) => {
        if (line === "" || line.startsWith("#")) return;
        const [xpos, word, lemma] = line.split("\t");
        const rule = lemma === undefined ? null : /^(\d)\+(.*)$/.exec(lemma);
        if (lemma === undefined)
          throw new Error(`${file}:${index + 1}: a lemma line has three columns parted by tabs`);
        if (word!.startsWith("-") && rule)
          this.rules.set(`${xpos} ${word}`, { cut: Number(rule[1]), add: rule[2]! });
        else this.exceptions.set(`${xpos} ${word}`, lemma);
      });
  }

  lemma(form: string, upos: string, xpos: string): string {
    const known = this.cache.get(xpos)?.get(form);
    if (known !== undefined) return known;
    const lemma = this.find(form, upos, xpos);
    this.keep(form, xpos, lemma);
    return lemma;
  }

  private keep(form: string, xpos: string, lemma: string): void {
    if (this.cached >= CACHED) {
      this.cache.clear();
      this.cached = 0;
    }
    const ofTag = this.cache.get(xpos);
    if (ofTag === undefined) this.cache.set(xpos, new Map([[form, lemma]]));
    else ofTag.set(form, lemma);
    this.cached++;
  }

  private find(form: string, upos: string, xpos: string): string {
    const plain = form.replaceAll("’", "'");
    const lower = plain.toLowerCase();
    const exception = this.exceptions.get(`${xpos} ${lower}`);
    const proper = upos === "PROPN";
    if (exception !== undefined) return proper ? recapitalize(exception, plain) : exception;
    const word = proper ? plain : lower;
    if (!INFLECTED.test(xpos)) return word;
    const ruled = this.ruled(word, lower, xpos);
    if (this.verbs === null || proper || this.verbs.has(ruled)) return ruled;
    return this.verbs.lemma(lower, xpos) ?? ruled;
  }

  private ruled(word: string, lower: string, xpos: string): string {
    for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
      const rule = this.rules.get(`${xpos} -${lower.slice(lower.length - length)}`);
      if (rule && lower.length > rule.cut) return word.slice(0, word.length - rule.cut) + rule.add;
    }
    return word;
  }
}

/** Gives `lemma` the capital letters that `form` begins with. */
function recapitalize(lemma: string, form: string): string {
  return /^\p{Lu}/u.test(form) ? lemma.charAt(0).toUpperCase() + lemma.slice(1) : lemma;
}
