import type { ParsedDocument, Sentence, Token } from "../language/index.js";
import { notesOf } from "./text.js";

/** A sentence with what the rules ask of its tree. */
export interface SentenceView {
  /** Position in `document.sentences`. */
  at: number;
  sentence: Sentence;
  tokens: Token[];
  /** The tokens' forms, folded. */
  words: string[];
  children: number[][];
  /** First token after the dateline. */
  start: number;
  headline: boolean;
  /** Whether the token stands inside quotation marks. */
  quoted: boolean[];
}

const OPEN = new Set(["“", "``", "«", "„"]);
const CLOSE = new Set(["”", "''", "»"]);

/** Marks the tokens within quotation marks; `open` says whether a quotation runs on from the sentence before. */
function quotation(tokens: Token[], open: boolean): { quoted: boolean[]; open: boolean } {
  let inside = open;
  const quoted = tokens.map((token) => {
    if (OPEN.has(token.form)) inside = true;
    else if (CLOSE.has(token.form)) inside = false;
    else if (token.form === '"') inside = !inside;
    return inside;
  });
  return { quoted, open: inside };
}

/** The sentences of a document with children lists and quotation state. */
export function viewOf(document: ParsedDocument): SentenceView[] {
  let open = false;
  let paragraph = -2;
  return document.sentences.map((sentence, at) => {
    const { tokens } = sentence;
    const children: number[][] = tokens.map(() => []);
    tokens.forEach((token, i) => {
      if (token.head >= 0) children[token.head]?.push(i);
    });
    if (sentence.paragraph !== paragraph) open = false;
    paragraph = sentence.paragraph;
    const state = quotation(tokens, open);
    open = state.open;
    return {
      at,
      sentence,
      tokens,
      words: notesOf(tokens).folded,
      children,
      start: sentence.dateline,
      headline: sentence.index < 0,
      quoted: state.quoted,
    };
  });
}

/** The token at a place that is known to exist. */
export function token(view: SentenceView, i: number): Token {
  const found = view.tokens[i];
  if (found === undefined) throw new RangeError(`no token ${i} in sentence ${view.at}`);
  return found;
}

/** The folded form of a token; empty beyond the sentence. */
export function wordAt(view: SentenceView, i: number): string {
  return view.words[i] ?? "";
}

/** The base of a relation: `nsubj` of `nsubj:pass`. */
export function relation(t: Token): string {
  const colon = t.deprel.indexOf(":");
  return colon < 0 ? t.deprel : t.deprel.slice(0, colon);
}

/** The token of [first, last) whose head lies outside it: the head of the phrase. */
export function headOf(view: SentenceView, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const t = token(view, i);
    if (
      (t.head < first || t.head >= last) &&
      t.upos !== "PUNCT" &&
      relation(t) !== "case" &&
      relation(t) !== "det"
    )
      return i;
  }
  return last - 1;
}

/** The children of a token by base relation. */
export function childrenBy(view: SentenceView, head: number, ...relations: string[]): number[] {
  return (view.children[head] ?? []).filter((i) => relations.includes(relation(token(view, i))));
}

/** The preposition (lower case) that marks the token, or an empty string. */
export function preposition(view: SentenceView, i: number): string {
  const marks = childrenBy(view, i, "case").filter((c) => token(view, c).upos === "ADP" && c < i);
  const last = marks.at(-1);
  return last === undefined ? "" : token(view, last).form.toLowerCase();
}

/** The first conjunct of a coordination that the token belongs to (itself where it is in none). */
export function firstConjunct(view: SentenceView, i: number): number {
  let at = i;
  for (
    let guard = 0;
    guard < 20 && relation(token(view, at)) === "conj" && token(view, at).head >= 0;
    guard++
  )
    at = token(view, at).head;
  return at;
}

/** How many tokens stand between a token and the root of its tree: what the sentence is most about stands high. */
export function depth(view: SentenceView, i: number): number {
  let steps = 0;
  for (let at = firstConjunct(view, i); at >= 0 && steps < 60; at = token(view, at).head) steps++;
  return steps;
}

/** Leftmost and one past the rightmost token of the subtree, without those hanging by the given relations. */
export function subtree(view: SentenceView, head: number, without: readonly string[] = []): [number, number] {
  let first = head;
  let last = head + 1;
  for (const child of view.children[head] ?? []) {
    if (without.includes(relation(token(view, child)))) continue;
    const [from, to] = subtree(view, child);
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  return [first, last];
}

/** Text of tokens [first, last) as it stands in the article, with single blanks. */
export function textOf(view: SentenceView, first: number, last: number): string {
  let text = "";
  let end = view.tokens[first]?.start ?? 0;
  for (let i = first; i < last; i++) {
    const t = token(view, i);
    text += (t.start > end ? " " : "") + t.form;
    end = t.end;
  }
  return text;
}
