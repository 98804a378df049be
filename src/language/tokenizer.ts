import { followerOf } from "./abbreviations.js";

/** A token's place in the text. */
export interface Span {
  start: number;
  end: number;
}

const ADDRESS =
  /^(?:(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:com|org|net|gov|edu|int|info)(?:\/\S*)?|[@#][\p{L}\p{N}_]+)/iu;
const TRAILING_OF_ADDRESS = /[.,;:!?)\]}"'’”»]+$/u;
/** Marks that are tokens wherever they stand; runs of points, dashes and the like stay together. */
const MARK =
  /^(?:\.{2,}|…+|-{2,}|[–—―‒]+|''|``|[!?]+|[()[\]{}<>"“”„«»‹›‘‚,;:!?*/\\|=+~^§©®™•·¶†‡%°€£¥₽₺₹₴₩]|\p{Extended_Pictographic}\uFE0F?)/u;
/** The endings that are words of their own: 's, n't, 'll. */
const CLITIC = /(?:['’](?:s|S|m|M|d|D|ll|LL|re|RE|ve|VE)|[nN]['’][tT]|[NT]['’]T)$/u;
const JOINED_PRONOUNS = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["wanna", 3],
  ["gotta", 3],
]);
const SHORTEST_JOINED = 5;
const LONGEST_JOINED = 6;
/** Prefixes that stay with their word: re-elect, non-aligned, co-sponsor; other hyphens are tokens. */
const PREFIXES = new Set(
  "anti arch co counter cross de e eco ex extra intra inter mega micro mid mini multi neo non over pan para post pre pro psycho quasi re semi socio sub super trans ultra un under vice".split(
    " ",
  ),
);
const SUFFIXES = new Set("elect fold gate ish like ward wards wide wise".split(" "));
const INITIAL = /^\p{Lu}\.$/u;
const ACRONYM = /^(?:\p{L}\.){2,}$/u;
const FIGURE = /^[+-]?\d[\d.,:/-]*$/u;
const CURRENCY = /^(?:(?:US|C|A|HK|NZ|S|R)?\$|€|£|¥|₽|₺|₹)(?=\d)/u;
const FIGURE_AND_UNIT =
  /^(\d[\d.,]*)(km|m|cm|mm|kg|bn|mn|mln|tn|mph|kph|MW|GW|kW|pm|am|p\.m\.|a\.m\.|ft|nm)$/u;
const COMMA = 44;
const BLANK = /\s/;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

/**
 * Tokens of `text` from `from` to `to` after the conventions of UD English EWT: clitics apart (Iran 's, do n't),
 * hyphens between words apart except after prefixes (Nagorno - Karabakh, non-aligned), abbreviations with their point.
 */
export function tokenize(text: string, from = 0, to = text.length): Span[] {
  const spans: Span[] = [];
  for (let at = from; at < to; ) {
    while (at < to && isBlank(text.charCodeAt(at))) at++;
    const start = at;
    while (at < to && !isBlank(text.charCodeAt(at))) at++;
    if (at > start) splitChunk(text, start, at, spans);
  }
  return spans;
}

/** What a regular expression's \s matches. */
function isBlank(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return BLANK.test(String.fromCharCode(code));
}

/** Splits what stands between two blanks. */
function splitChunk(text: string, from: number, to: number, spans: Span[]): void {
  let at = splitPlain(text, from, to, spans);
  while (at < to) {
    const rest = text.slice(at, to);
    const length = leadingToken(rest);
    if (length > 0) {
      spans.push({ start: at, end: at + length });
      at += length;
      continue;
    }
    const core = at + coreLength(rest);
    splitCore(text, at, core, spans);
    at = core;
  }
}

/** Most of a text is words of plain letters, maybe with a comma behind: they need no rules. Returns what it split, else `from`. */
function splitPlain(text: string, from: number, to: number, spans: Span[]): number {
  const end = text.charCodeAt(to - 1) === COMMA ? to - 1 : to;
  if (end === from) return from;
  for (let i = from; i < end; i++) if (!isPlainLetter(text.charCodeAt(i))) return from;
  splitJoined(text, from, end, spans);
  if (end < to) spans.push({ start: end, end: to });
  return to;
}

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Length of the address, price sign or mark at the beginning, 0 if there is a word. */
function leadingToken(rest: string): number {
  const address = ADDRESS.exec(rest);
  if (address) return address[0].length - (TRAILING_OF_ADDRESS.exec(address[0])?.[0].length ?? 0);
  const currency = CURRENCY.exec(rest);
  if (currency) return currency[0].length;
  const mark = MARK.exec(rest);
  if (mark) return mark[0].length;
  if (/^['’]/u.test(rest)) return leadingQuote(rest);
  return /^[-.&#$@_]/u.test(rest) && !/^-?\.?\d/u.test(rest) ? 1 : 0;
}

/** An apostrophe opens a quotation, unless a clitic or a year goes with it. */
function leadingQuote(rest: string): number {
  const clitic = /^['’](?:s|S|m|M|d|D|ll|LL|re|RE|ve|VE|em|\d0s|\d\d)(?![\p{L}\p{N}])/u.exec(rest);
  return clitic ? clitic[0].length : 1;
}

/** Length of the word at the beginning: up to the first mark that cannot be in it. */
function coreLength(rest: string): number {
  for (let i = 1; i < rest.length; i++) {
    const character = rest[i]!;
    if (WORD_CHARACTER.test(character) || (character >= "\ud800" && character <= "\udfff")) continue;
    if (endsWord(rest, i, character)) return i;
  }
  return rest.length;
}

function endsWord(rest: string, i: number, character: string): boolean {
  const next = rest[i + 1] ?? "";
  if (MARK.test(rest.slice(i))) {
    const inFigure = /[,:/]/.test(character) && /\d/.test(rest[i - 1]!) && /\d/.test(next);
    return !inFigure;
  }
  if (character === "." || character === "'" || character === "’" || character === "-") return false;
  if (character === "&") return !/\p{Lu}/u.test(next) || !/\p{Lu}/u.test(rest[i - 1]!);
  if (character === "$") return !/\d/.test(next) || !/^(?:US|C|A|HK|NZ|S|R)\$/.test(rest);
  return !/[_\u00ad\u200d]/u.test(character);
}

/** Splits a word from its point, its clitics and its hyphens. */
function splitCore(text: string, from: number, to: number, spans: Span[]): void {
  let end = to;
  const marks: Span[] = [];
  while (end > from + 1) {
    const tail = text[end - 1]!;
    const length =
      tail === "." && keepsPoint(text.slice(from, end), text.slice(end, end + 4))
        ? 0
        : trailingLength(text.slice(from, end));
    if (length === 0) break;
    marks.unshift({ start: end - length, end });
    end -= length;
  }
  splitHyphens(text, from, end, spans);
  spans.push(...marks);
}

/** Length of the mark or clitic at the word's end, 0 if there is none. */
function trailingLength(word: string): number {
  const clitic = CLITIC.exec(word);
  if (clitic && clitic[0].length < word.length) return clitic[0].length;
  return /[.'’-]$/u.test(word) ? 1 : 0;
}

/** Whether the point at the word's end belongs to it. `next` is the text after it. */
function keepsPoint(word: string, next: string): boolean {
  if (INITIAL.test(word) || ACRONYM.test(word)) return true;
  const follower = followerOf(word.slice(word.lastIndexOf("-") + 1));
  return follower === "figure" ? /^\s*\d/.test(next) : follower !== undefined;
}

function splitHyphens(text: string, from: number, to: number, spans: Span[]): void {
  const word = text.slice(from, to);
  const hyphen = word.indexOf("-", 1);
  if (hyphen < 0 || hyphen === word.length - 1 || FIGURE.test(word) || keepsHyphen(word, hyphen)) {
    splitJoined(text, from, to, spans);
    return;
  }
  splitJoined(text, from, from + hyphen, spans);
  spans.push({ start: from + hyphen, end: from + hyphen + 1 });
  splitHyphens(text, from + hyphen + 1, to, spans);
}

function keepsHyphen(word: string, hyphen: number): boolean {
  const prefix = word.slice(0, hyphen);
  // In capitals it is a name: UN-backed.
  if (PREFIXES.has(prefix.toLowerCase()) && !/^\p{Lu}{2,}$/u.test(prefix)) return true;
  return SUFFIXES.has(word.slice(hyphen + 1).toLowerCase());
}

/** Splits figures from units and what is written as one: cannot, 10km. */
function splitJoined(text: string, from: number, to: number, spans: Span[]): void {
  const cut = joinedAt(text, from, to);
  if (cut > 0) spans.push({ start: from, end: from + cut });
  spans.push({ start: from + cut, end: to });
}

/** Where to split what is written as one: its length before the second word, else 0. Asked of every word, so that cheap tests come first. */
function joinedAt(text: string, from: number, to: number): number {
  if (isDigit(text.charCodeAt(from))) return FIGURE_AND_UNIT.exec(text.slice(from, to))?.[1]?.length ?? 0;
  if (to - from < SHORTEST_JOINED || to - from > LONGEST_JOINED) return 0;
  return JOINED_PRONOUNS.get(text.slice(from, to).toLowerCase()) ?? 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
