import { isWeekday } from "./calendar-words.js";
import type { Span } from "./tokenizer.js";

const DASH = /^(?:-{1,2}|[–—―])$/u;
const PLACE = /^\p{Lu}[\p{L}\p{M}'’.]*$/u;
const CAPITALS = /^\p{Lu}[\p{Lu}\p{M}'’.]+$/u;
const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:\p{L}*|\.)$/iu;
const NUMBER = /^\d{1,4}(?:st|nd|rd|th)?$/;
const LINKS = new Set([",", "/", ".", "-", "and", "of", "de", "al", "el", "upon"]);
/** Longest dateline, in tokens, with its dash. */
const LONGEST = 16;
/** A place in ordinary capitals, with no date or agency, has at most as many words: Sharm El Sheikh. */
const LONGEST_PLAIN_PLACE = 3;

/** What was read of a dateline so far. */
interface Reading {
  dated: boolean;
  agency: boolean;
  places: number;
  capitals: boolean;
}

/**
 * How many leading tokens of a paragraph are a dateline with its dash: "TEHRAN, Nov. 12 (Dispatches) –", "BAKU --",
 * "MOSCOW, June 17. /TASS/."; 0 if there is none. A place in small letters before a dash is one only if no second dash
 * follows, since "Iran – a member since 1955 – objected" is a sentence.
 */
export function datelineLength(forms: readonly string[], tokens: readonly Span[]): number {
  const reading: Reading = { dated: false, agency: false, places: 0, capitals: false };
  const limit = Math.min(forms.length - 1, LONGEST);
  for (let i = 0; i < limit; i++) {
    const form = forms[i]!;
    if (i > 0 && isEnd(forms, tokens, i, reading)) return believable(forms, i, reading) ? i + 1 : 0;
    if (form === "(" || (form === "/" && i > 0)) {
      const close = forms.indexOf(form === "(" ? ")" : "/", i + 1);
      if (close > i && close <= i + 6 && (form === "(" || reading.dated)) {
        reading.agency = true;
        i = close;
        continue;
      }
    }
    if (!readPart(form, reading)) return 0;
  }
  return 0;
}

function readPart(form: string, reading: Reading): boolean {
  if (MONTH.test(form) || isWeekday(form.toLowerCase()) || NUMBER.test(form)) {
    reading.dated ||= reading.places > 0;
    return reading.places > 0 || NUMBER.test(form) === false;
  }
  if (LINKS.has(form)) return reading.places > 0;
  if (!PLACE.test(form)) return false;
  if (reading.places === 0) reading.capitals = CAPITALS.test(form);
  reading.places++;
  return true;
}

function isEnd(forms: readonly string[], tokens: readonly Span[], i: number, reading: Reading): boolean {
  const form = forms[i]!;
  if (DASH.test(form)) {
    const apart =
      tokens[i]!.end < tokens[i + 1]!.start && (reading.agency || tokens[i - 1]!.end < tokens[i]!.start);
    return apart || (form === "—" && reading.capitals);
  }
  return reading.agency && (form === ":" || form === ".") && (forms[i - 1] === ")" || forms[i - 1] === "/");
}

function believable(forms: readonly string[], dash: number, reading: Reading): boolean {
  if (reading.places === 0 && !reading.agency) return false;
  if (reading.dated || reading.agency) return true;
  if (reading.capitals) return true;
  const next = forms[dash + 1] ?? "";
  return (
    reading.places <= LONGEST_PLAIN_PLACE &&
    /^[\p{Lu}"“‘]/u.test(next) &&
    !forms.slice(dash + 1).some((form) => DASH.test(form))
  );
}
