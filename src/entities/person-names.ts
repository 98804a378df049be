import { type Knowledge, listed } from "./knowledge.js";
import type { Span } from "./span.js";
import { capitalized, fold, upperCase } from "./text.js";
import { relation, type SentenceView, token, wordAt } from "./view.js";

/** A person's name in a sentence, with the honorific before it, if any. */
export interface PersonName {
  first: number;
  last: number;
  /** Where the honorifics start; `first` where there are none. */
  from: number;
}

const NOT_NAMES = new Set(
  (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun i god twitter x facebook telegram instagram internet " +
    "reuters afp ap tass xinhua interfax irna isna fars mehr anadolu bbc cnn christmas ramadan nowruz easter eid covid islam islamic muslim " +
    "christian jewish kurdish arab arabs kurds kurd quran koran jews muslims christians mig f su"
  ).split(" "),
);

/** Months that are given names before a family name: Jan Horak. */
const GIVEN_TOO = new Set(["jan", "may", "april", "june", "august", "mar", "mon", "wed", "sun"]);

/** Finds persons' names by form: capitalized words, hyphens, initials and particles, outside of other known names. */
export class NameReader {
  readonly #known: Knowledge;

  constructor(known: Knowledge) {
    this.#known = known;
  }

  /**
   * The names of a sentence from the left; none starts at a token of `closed`. `titled` are the places right after an office, where a name is
   * expected; `named` says which words were part of a name before. In headlines, where every word may have a capital, only `familiar` words make a name.
   */
  read(
    view: SentenceView,
    spans: Span[],
    titled: Set<number>,
    familiar: (word: string) => boolean,
    closed: Set<number>,
    named: (word: string) => boolean,
  ): PersonName[] {
    const taken = new Set<number>();
    for (const span of spans) for (let i = span.first; i < span.last; i++) taken.add(i);
    if (view.headline)
      view.tokens.forEach((t, i) => familiar(fold(t.form)) || t.form === "-" || taken.add(i));
    // A last name that the tagger takes for a common noun: "Hoxha is to meet".
    view.tokens.forEach((t, i) => {
      if (t.upos === "NOUN" && capitalized(t.form) && named(fold(t.form))) titled.add(i);
    });
    const names: PersonName[] = [];
    for (let i = view.start; i < view.tokens.length; ) {
      const last = closed.has(i) ? -1 : this.#end(view, i, taken, titled.has(i));
      if (last < 0) {
        i++;
        continue;
      }
      names.push({ first: i, last, from: this.#honorifics(view, i, taken) });
      i = last;
    }
    return names;
  }

  #honorifics(view: SentenceView, first: number, taken: Set<number>): number {
    let from = first;
    while (from > view.start) {
      const before = token(view, from - 1);
      const dot = before.form === "." && from - 2 >= view.start ? token(view, from - 2) : null;
      const word = dot ?? before;
      const at = dot === null ? from - 1 : from - 2;
      if (taken.has(at) || !capitalized(word.form) || !listed(this.#known.office("honorifics"), word.form))
        break;
      from = at;
    }
    return from;
  }

  #starts(view: SentenceView, i: number, taken: Set<number>, titled: boolean): boolean {
    const t = token(view, i);
    if (taken.has(i) || !capitalized(t.form)) return false;
    const word = wordAt(view, i);
    if (word.length < 2 && !this.#initial(view, i)) return false;
    const next = view.tokens[i + 1];
    const expected =
      titled && (next === undefined || next.upos === "PROPN" || next.upos === "PUNCT" || t.upos !== "VERB");
    if (t.upos !== "PROPN" && t.upos !== "X" && !expected && !(t.upos === "NOUN" && this.#flatChild(view, i)))
      return false;
    const given = GIVEN_TOO.has(word) && next?.upos === "PROPN" && this.#flatChild(view, i);
    if ((NOT_NAMES.has(word) && !given) || this.#known.office("honorifics").has(word)) return false;
    const acronym = upperCase(t.form) && t.form.length > 1 && t.form.length < 6 && !t.form.includes(".");
    if (acronym && !this.#shouting(view)) return false;
    if (wordAt(view, i - 1) === "of" && listed(this.#known.nouns("settlements"), wordAt(view, i - 2)))
      return false;
    const before = view.tokens[i - 1];
    if (before !== undefined && /^the$/i.test(before.form)) return false;
    return this.#known.offices.longest(view.tokens, i) === undefined;
  }

  #initial(view: SentenceView, i: number): boolean {
    return /^\p{Lu}\.?$/u.test(token(view, i).form) && this.#flatChild(view, i);
  }

  #flatChild(view: SentenceView, i: number): boolean {
    return (view.children[i] ?? []).some((c) => relation(token(view, c)) === "flat");
  }

  /** Whether the whole sentence is in capitals. */
  #shouting(view: SentenceView): boolean {
    return view.tokens.every((t) => !/\p{Ll}/u.test(t.form));
  }

  #end(view: SentenceView, first: number, taken: Set<number>, titled: boolean): number {
    if (!this.#starts(view, first, taken, titled)) return -1;
    let last = first + 1;
    for (let guard = 0; guard < 12; guard++) {
      const next = this.#extend(view, first, last, taken);
      if (next === last) break;
      last = next;
    }
    return last;
  }

  /** One past the next part of the name, or `last` where the name ends. */
  #extend(view: SentenceView, first: number, last: number, taken: Set<number>): number {
    const t = view.tokens[last];
    if (t === undefined || taken.has(last)) return last;
    const after = view.tokens[last + 1];
    if (t.form === "-" || t.form === "–") {
      const glued = after !== undefined && t.start === token(view, last - 1).end && t.end === after.start;
      return glued && /^\p{L}/u.test(after.form) && t.form === "-" && !taken.has(last + 1) ? last + 2 : last;
    }
    const word = fold(t.form);
    if (/^[“"'‘(]$/.test(t.form)) return last;
    if (this.#known.office("particles").has(word) && !capitalized(t.form))
      return this.#afterParticles(view, last, taken);
    if (!capitalized(t.form) || !/^\p{L}/u.test(t.form)) return last;
    if (this.#known.office("suffixes").has(word)) return last + 1;
    if (NOT_NAMES.has(word)) return last;
    const office = this.#known.offices.longest(view.tokens, last) !== undefined;
    if (office && relation(t) !== "flat" && view.tokens[last + 1]?.form !== "-") return last;
    const linked = this.#linked(view, first, last);
    const proper = t.upos === "PROPN" || t.upos === "X";
    if (view.headline ? linked && proper : linked || proper) return last + 1;
    return last;
  }

  #afterParticles(view: SentenceView, at: number, taken: Set<number>): number {
    let i = at;
    while (i < view.tokens.length && this.#known.office("particles").has(wordAt(view, i)) && i - at < 3) i++;
    if (view.tokens[i]?.form === "-") i++;
    const next = view.tokens[i];
    if (next === undefined || taken.has(i) || !capitalized(next.form) || next.upos === "PRON") return at;
    // "al" and "bin" are no English words; "la", "de", "van" between two names are particles as well; "as", "an", "at" are not.
    return /^(?:as|an|at|az|e|i|y|do|la|ad|ar|ur|san|st|den|der|ter|o)$/.test(wordAt(view, at)) &&
      !this.#linked(view, at - 1, i)
      ? at
      : i + 1;
  }

  #linked(view: SentenceView, first: number, at: number): boolean {
    const t = token(view, at);
    if (t.head >= first && t.head < at && ["flat", "compound", "appos", "nmod"].includes(relation(t)))
      return true;
    for (let i = first; i < at; i++)
      if (token(view, i).head === at && ["compound", "flat", "nmod"].includes(relation(token(view, i))))
        return true;
    return relation(t) === "flat";
  }
}
