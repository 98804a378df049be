import { followerOf } from "./abbreviations.js";
import { datelineLength } from "./dateline.js";
import type { Span } from "./tokenizer.js";

/** A run of tokens that is a sentence: from token `first` to before token `end`; `dateline` of them lead it. */
export interface SentenceSpan {
  first: number;
  end: number;
  dateline: number;
}

const END = /^(?:[.!?]+|…+)$/u;
/** Most tokens: they neither end a sentence nor open or close a bracket. */
const LETTER_OR_DIGIT_LAST = /[a-zA-Z0-9]$/;
const CLOSING = new Set(['"', "”", "’", "'", "''", "»", "›", ")", "]", "“"]);
const OPENING = new Set(['"', "“", "‘", "'", "``", "«", "‹", "„", "(", "["]);
const BRACKETS = new Map([
  ["(", 1],
  ["[", 1],
  [")", -1],
  ["]", -1],
]);
/** How many tokens an opened bracket may hold back the end of a sentence. */
const LONGEST_BRACKET = 40;
const REPORTING =
  /^(?:said|says|told|asked|asks|added|adds|wrote|writes|replied|warned|declared|tweeted|stressed|noted|exclaimed|insisted|argued|continued|concluded|read|reads|according)$/;
/** How far after a quotation's end the verb of saying may stand: "Why?" the Georgian foreign minister asked. */
const REPORTING_WINDOW = 6;
const LOWER = /^\p{Ll}/u;
const STARTS_SENTENCE = /^[\p{Lu}\p{Lt}\p{Lo}\d"“‘«„‹(['#@•–—-]/u;
const ABBREVIATION = /\p{L}\.$/u;
const INITIAL = /^\p{Lu}\.$/u;
/** Words that begin sentences and no names: after an abbreviation they begin a new sentence. */
const STARTERS = new Set(
  (
    "The A An This That These Those He She It They We I You His Her Its Their Our There Here But And Yet However " +
    "In On At By For From With Under After Before During Since While When If As Although Though Despite Both Some " +
    "Many Most No Not One Two Three Several Such Other Another Meanwhile Earlier Later Last Today Yesterday Now Then"
  ).split(" "),
);

/**
 * Sentences of one paragraph. Points of abbreviations and initials end none unless what follows can only begin one;
 * closing quotes and brackets stay with their sentence; "Why?" he asked is one sentence.
 * @param forms what stands at each of the tokens
 */
export function splitSentences(forms: readonly string[], tokens: readonly Span[]): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  let dateline = datelineLength(forms, tokens);
  let first = 0;
  let depth = 0;
  let opened = 0;
  for (let i = dateline; i < forms.length; i++) {
    if (LETTER_OR_DIGIT_LAST.test(forms[i]!)) continue;
    const turn = BRACKETS.get(forms[i]!) ?? 0;
    if (turn > 0 && depth === 0) opened = i;
    depth = Math.max(0, depth + turn);
    if (depth > 0 && i - opened < LONGEST_BRACKET && closesLater(forms, i)) continue;
    if (!endsSentence(forms, tokens, i)) continue;
    let end = i + 1;
    while (end < forms.length && closes(forms, tokens, end)) end++;
    if (!mayBegin(forms, end, end > i + 1)) continue;
    sentences.push({ first, end, dateline });
    dateline = 0;
    first = end;
    depth = 0;
    i = end - 1;
  }
  if (first < forms.length) sentences.push({ first, end: forms.length, dateline });
  return sentences;
}

function closesLater(forms: readonly string[], from: number): boolean {
  const limit = Math.min(forms.length, from + LONGEST_BRACKET);
  for (let i = from; i < limit; i++) if (BRACKETS.get(forms[i]!) === -1) return true;
  return false;
}

function endsSentence(forms: readonly string[], tokens: readonly Span[], i: number): boolean {
  const form = forms[i]!;
  if (END.test(form)) return true;
  const next = forms[i + 1];
  if (next === undefined || !ABBREVIATION.test(form) || tokens[i]!.end === tokens[i + 1]!.start) return false;
  const follower = followerOf(form);
  if (follower === "name" || (follower === "figure" && /^\d/.test(next))) return false;
  if (INITIAL.test(form) && /^\p{Lu}/u.test(forms[i - 1] ?? "") && !STARTERS.has(next)) return false;
  const start = OPENING.has(next) ? (forms[i + 2] ?? "") : next;
  return STARTERS.has(start);
}

/** Whether the token closes the sentence before it: a bracket, or a quote with no blank before it. */
function closes(forms: readonly string[], tokens: readonly Span[], i: number): boolean {
  const form = forms[i]!;
  if (END.test(form)) return true;
  if (!CLOSING.has(form)) return false;
  const touchesLeft = tokens[i - 1]!.end === tokens[i]!.start;
  const touchesRight = tokens[i + 1] !== undefined && tokens[i]!.end === tokens[i + 1]!.start;
  return (
    touchesLeft &&
    (!touchesRight || form === ")" || form === "”" || form === "»" || CLOSING.has(forms[i + 1]!))
  );
}

/** Whether a sentence may begin at `start`; `quoted` says that a quotation or bracket closed just before. */
function mayBegin(forms: readonly string[], start: number, quoted: boolean): boolean {
  const next = forms[start];
  if (next === undefined) return true;
  if (LOWER.test(next) || !STARTS_SENTENCE.test(next)) return false;
  if (!quoted) return true;
  const mark = forms[start - 2];
  if (mark === ".") return true;
  const end = Math.min(forms.length, start + REPORTING_WINDOW);
  for (let i = start; i < end && !END.test(forms[i]!) && forms[i] !== ","; i++) {
    if (REPORTING.test(forms[i]!)) return false;
  }
  return true;
}
