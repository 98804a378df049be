import type { Token } from "../language/index.js";

/** Letters that Unicode decomposition leaves alone, as the press writes them in English. */
const LETTERS: Record<string, string> = {
  ı: "i",
  İ: "i",
  ə: "a",
  Ə: "a",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

const cache = new Map<string, string>();

/** Lower-case ASCII letters and digits of a word: `Élysée` is `elysee`, `Ukraine’s` is `ukraines`, `U.S.` is `us`. */
export function fold(word: string): string {
  // Most words are so already, and looking is quicker than looking up.
  if (isPlain(word)) return word;
  const known = cache.get(word);
  if (known !== undefined) return known;
  let folded = word.toLowerCase();
  if (!isPlain(folded)) {
    folded = folded
      .replace(/[ıİəøłđðþßæœ]/gu, (letter) => LETTERS[letter] ?? letter)
      .normalize("NFKD")
      .replace(/[^a-z0-9]/g, "");
  }
  if (cache.size > 50_000) cache.clear();
  cache.set(word, folded);
  return folded;
}

/** Whether there is nothing but lower-case ASCII letters and digits. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 48 || code > 122 || (code > 57 && code < 97)) return false;
  }
  return true;
}

/** The folded words of a form, split at blanks, hyphens, slashes and the possessive mark; marks alone are left out. */
export function words(text: string): string[] {
  return text
    .replace(/[’']s\b/g, " s")
    .split(/[\s\-–/,]+/)
    .map(fold)
    .filter((word) => word !== "");
}

/** A readable id part: words joined by hyphens. */
export function slug(text: string): string {
  return words(text).join("-");
}

/** Whether the form starts with a capital letter. */
export function capitalized(form: string): boolean {
  // Nearly all text is ASCII, and this is asked of every word many times: the expression is for the rest.
  const first = form.charCodeAt(0);
  if (first < 128) return first >= 65 && first <= 90;
  return /^\p{Lu}/u.test(form);
}

/** Whether the form is written in capitals only, as acronyms and some headlines are. */
export function upperCase(form: string): boolean {
  return /\p{Lu}/u.test(form) && form === form.toUpperCase();
}

/** What is kept of a sentence for as long as its tokens are. */
export interface Notes {
  /** The folded forms of the tokens. */
  folded: string[];
  /** Answers of each table of phrases, by its number: see Phrases. */
  answers: unknown[][];
}

const notes = new WeakMap<Token[], Notes>();

/** The notes of a sentence; one weak map for all, since the collector pays for each of its entries. */
export function notesOf(tokens: Token[]): Notes {
  let known = notes.get(tokens);
  if (known === undefined) {
    known = { folded: tokens.map((token) => fold(token.form)), answers: [] };
    notes.set(tokens, known);
  }
  return known;
}
