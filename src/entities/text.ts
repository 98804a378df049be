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

const PLAIN = /^[a-z0-9]+$/;
const cache = new Map<string, string>();

/** Lower-case ASCII letters and digits of a word: `Élysée` is `elysee`, `Ukraine’s` is `ukraines`, `U.S.` is `us`. */
export function fold(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  let folded = word.toLowerCase();
  if (!PLAIN.test(folded)) {
    folded = folded
      .replace(/[ıİəøłđðþßæœ]/gu, (letter) => LETTERS[letter] ?? letter)
      .normalize("NFKD")
      .replace(/[^a-z0-9]/g, "");
  }
  if (cache.size > 50_000) cache.clear();
  cache.set(word, folded);
  return folded;
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

const foldedForms = new WeakMap<Token[], string[]>();

/** The folded forms of a sentence's tokens; kept as long as the tokens are. */
export function foldedOf(tokens: Token[]): string[] {
  let folded = foldedForms.get(tokens);
  if (folded === undefined) {
    folded = tokens.map((token) => fold(token.form));
    foldedForms.set(tokens, folded);
  }
  return folded;
}
