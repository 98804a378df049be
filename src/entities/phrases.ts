import type { Token } from "../language/index.js";
import { notesOf, words } from "./text.js";

/** A match of a phrase in a sentence: tokens [first, last). */
export interface PhraseMatch<T> {
  first: number;
  last: number;
  values: T[];
}

interface Node<T> {
  next: Map<string, Node<T>>;
  values: T[];
  /** Forms that must be met letter by letter (acronyms such as US, WHO), with their values. */
  exact: { form: string; value: T }[];
}

/** How many tables there are. */
let tables = 0;

const MARKS = new Set(["-", "–", ",", "'", "’", ".", "/", "'s", "’s"]);

/** Before an office, parts of its word: "ex-president", "then-premier". */
const PREFIXES = new Set(["ex", "then", "vice", "co", "former"]);

function walk<T>(from: Node<T>, parts: string[]): Node<T> | undefined {
  let node: Node<T> | undefined = from;
  for (const part of parts) node = node?.next.get(part);
  return node;
}

/**
 * Names and terms, found in token sequences whatever their accents, hyphens and possessive marks. Forms of up
 * to five letters that are written in capitals are acronyms and match as they are written.
 */
export class Phrases<T> {
  /** Where its answers are among a sentence's notes. */
  readonly #number = tables++;
  /** The sentence asked for last, with its answers: rules go through a sentence from word to word. */
  #tokens: Token[] | null = null;
  #folded: readonly string[] = [];
  #answers: (PhraseMatch<T> | null | undefined)[] = [];
  readonly #root: Node<T> = { next: new Map(), values: [], exact: [] };

  add(form: string, value: T): void {
    let node = this.#root;
    const parts = words(form);
    for (const word of parts) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map(), values: [], exact: [] };
        node.next.set(word, next);
      }
      node = next;
    }
    if (node === this.#root) return;
    if (parts.length === 1 && /^[A-Z][A-Z.&]{1,5}$/.test(form)) node.exact.push({ form, value });
    else node.values.push(value);
  }

  /** The longest phrase that starts at the token, if any. The rules ask for the same places again and again, so answers are kept. */
  longest(tokens: Token[], start: number): PhraseMatch<T> | undefined {
    if (tokens !== this.#tokens) this.#turnTo(tokens);
    let match = this.#answers[start];
    if (match === undefined) {
      match = this.#search(tokens, start) ?? null;
      this.#answers[start] = match;
    }
    return match ?? undefined;
  }

  #turnTo(tokens: Token[]): void {
    const { folded, answers } = notesOf(tokens);
    this.#tokens = tokens;
    this.#folded = folded;
    answers[this.#number] ??= new Array<PhraseMatch<T> | null | undefined>(tokens.length);
    this.#answers = answers[this.#number] as (PhraseMatch<T> | null | undefined)[];
  }

  #search(tokens: Token[], start: number): PhraseMatch<T> | undefined {
    const folded = this.#folded;
    let node = this.#root;
    let best: PhraseMatch<T> | undefined;
    for (let i = start; i < tokens.length; i++) {
      const form = (tokens[i] as Token).form;
      if (i > start && MARKS.has(form)) {
        const possessive = form === "'s" || form === "’s" ? node.next.get("s") : undefined;
        if (possessive !== undefined) {
          node = possessive;
          best = this.#take(node, start, i, form) ?? best;
        } else if (form.length > 1) break;
        continue;
      }
      const next = this.#step(node, form, folded[i] ?? "", i === start);
      if (next === undefined) break;
      node = next;
      best = this.#take(node, start, i, form) ?? best;
    }
    return best;
  }

  /** Follows a token: one word, or the parts of a hyphened one ("ex-minister" is read as "minister"). */
  #step(node: Node<T>, form: string, folded: string, first: boolean): Node<T> | undefined {
    const direct = node.next.get(folded);
    if (direct !== undefined || !form.includes("-")) return direct;
    const parts = words(form);
    const whole = walk(node, parts);
    if (whole !== undefined || !first || !PREFIXES.has(parts[0] ?? "")) return whole;
    return walk(node, parts.slice(1));
  }

  /** Every value of a form, as `add` would file it. */
  get(form: string): T[] {
    let node: Node<T> | undefined = this.#root;
    for (const word of words(form)) node = node?.next.get(word);
    return node === undefined ? [] : [...node.values, ...node.exact.map((e) => e.value)];
  }

  #take(node: Node<T>, start: number, i: number, form: string): PhraseMatch<T> | undefined {
    const exact = i === start ? node.exact.filter((e) => e.form === form).map((e) => e.value) : [];
    const values = exact.length > 0 ? [...exact, ...node.values] : node.values;
    return values.length > 0 ? { first: start, last: i + 1, values } : undefined;
  }
}
