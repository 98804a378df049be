import { type Knowledge, listed } from "./knowledge.js";
import type { Span } from "./span.js";
import { capitalized } from "./text.js";
import { type SentenceView, token, wordAt } from "./view.js";

const STATE_USES = new Set(["name", "adjective", "national", "capital", "seat", "region"]);

/** "USS Georgia", "Jordan Street", "Lebanon, Ohio": whether a state's or territory's name is another thing's here. */
export function namesAnotherThing(known: Knowledge, view: SentenceView, span: Span): boolean {
  if (!STATE_USES.has(span.use)) return false;
  const before = view.tokens[span.first - 1]?.form ?? "";
  if (known.nouns("ship_prefixes").has(wordAt(view, span.first - 1)) && before === before.toUpperCase())
    return true;
  const next = view.tokens[span.last]?.form ?? "";
  if (capitalized(next) && listed(known.nouns("streets"), next) && span.use !== "adjective") return true;
  return next === "," && inUnitedStates(known, view, span.last + 1);
}

function inUnitedStates(known: Knowledge, view: SentenceView, i: number): boolean {
  const states = known.nouns("us_states");
  if (!capitalized(view.tokens[i]?.form ?? "")) return false;
  return states.has(wordAt(view, i)) || states.has(`${wordAt(view, i)} ${wordAt(view, i + 1)}`);
}

/** "Brazil beat Germany 2-1": whether a sentence tells of a match, in which teams bear their states' names. */
export function tellsOfSport(known: Knowledge, view: SentenceView): boolean {
  const sport = known.nouns("sport");
  const openers = openersOf(sport);
  let found: Set<string> | null = null;
  let score = false;
  for (let i = view.start; i < view.tokens.length; i++) {
    const word = wordAt(view, i);
    if (sport.has(word)) found = (found ?? new Set()).add(word);
    if (openers.has(word)) {
      const pair = `${word} ${wordAt(view, i + 1)}`;
      if (sport.has(pair)) found = (found ?? new Set()).add(pair);
    }
    score ||= isScore(view, i);
  }
  return (found?.size ?? 0) > (score ? 0 : 1);
}

const openers = new WeakMap<Set<string>, Set<string>>();

/** First words of a list's phrases of several words. */
function openersOf(list: Set<string>): Set<string> {
  let found = openers.get(list);
  if (found === undefined) {
    found = new Set([...list].flatMap((phrase) => (phrase.includes(" ") ? phrase.split(" ", 1) : [])));
    openers.set(list, found);
  }
  return found;
}

function startsWithDigit(form: string): boolean {
  const code = form.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** "2-1", as one token or as three. */
function isScore(view: SentenceView, i: number): boolean {
  const { form } = token(view, i);
  if (!startsWithDigit(form)) return false;
  if (/^\d{1,2}[-–]\d{1,2}$/.test(form)) return true;
  return (
    /^\d{1,2}$/.test(form) &&
    /^[-–]$/.test(view.tokens[i + 1]?.form ?? "") &&
    /^\d{1,2}$/.test(view.tokens[i + 2]?.form ?? "")
  );
}
