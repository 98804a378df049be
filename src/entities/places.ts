import { fold } from "./text.js";
import { firstConjunct, preposition, relation, type SentenceView, token } from "./view.js";

/*
 * Whether a capital or seat of power is the state ("Baku said", "talks between Tehran and Baku") or only a place
 * ("talks in Vienna", "flew to Doha"). A place keeps the state as its entity: a visit's destination counts as the state.
 */

const PLACE_PREPOSITIONS = new Set([
  "in",
  "at",
  "near",
  "outside",
  "inside",
  "into",
  "through",
  "around",
  "across",
  "via",
  "throughout",
  "within",
  "outside of",
  "over",
  "beyond",
  "beside",
  "off",
]);
const MOTION = new Set(
  (
    "visit visited arrive fly travel return come go leave depart head journey trip tour move send bring bus drive sail rush stop move relocate transfer " +
    "deport extradite march evacuate escape flee route road flight train way highway pipeline railway line commute invite invitation welcome bound transport land stopover"
  ).split(" "),
);
const LOCATED = new Set(
  (
    "street streets city capital outskirts suburb suburbs mayor residents resident university airport district region centre center port court square " +
    "embassy hotel summit meeting conference talks forum stadium museum downtown neighbourhood neighborhood church mosque hospital prison road north south east west"
  ).split(" "),
);
const PLACE_VERBS = new Set([
  "visit",
  "leave",
  "reach",
  "tour",
  "enter",
  "quit",
  "capture",
  "seize",
  "encircle",
  "besiege",
  "storm",
  "bomb",
  "shell",
  "recapture",
  "retake",
  "bombard",
  "strike",
  "hit",
  "rock",
  "shake",
  "lock",
]);
const EVENTS = new Set([
  "summit",
  "talk",
  "meeting",
  "conference",
  "forum",
  "round",
  "visit",
  "trip",
  "process",
  "event",
  "rally",
  "gathering",
  "hotel",
  "airport",
  "suburb",
  "street",
  "court",
  "resident",
  "time",
  "office",
  "session",
  "university",
  "school",
  "ceremony",
  "stop",
]);

/** Whether the name at `head` is used as a place only. */
export function isPlace(view: SentenceView, first: number, last: number, head: number): boolean {
  if (head < first || head >= last) return false;
  const at = firstConjunct(view, head);
  const t = token(view, at);
  const base = relation(t);
  const governor = t.head >= 0 ? view.tokens[t.head] : undefined;
  const lemma = governor === undefined ? "" : fold(governor.lemma);
  const before = at === head ? preposition(view, head) : preposition(view, at);
  if (base === "nsubj" || base === "csubj") return false;
  if (isPossessive(view, at)) return false;
  if (before !== "") return placeByPreposition(view, before, lemma, t.head);
  if (base === "obj") return PLACE_VERBS.has(lemma);
  if (base === "compound" || base === "amod" || base === "nmod")
    return governor !== undefined && EVENTS.has(lemma);
  if (base === "appos") return governor !== undefined && !/^(?:NOUN)$/.test(governor.upos);
  return false;
}

function isPossessive(view: SentenceView, at: number): boolean {
  const next = view.tokens[at + 1];
  return next !== undefined && (next.xpos === "POS" || next.form === "’s" || next.form === "'s");
}

function placeByPreposition(view: SentenceView, before: string, lemma: string, governor: number): boolean {
  if (PLACE_PREPOSITIONS.has(before)) return true;
  if (before === "to" || before === "from" || before === "for") {
    if (MOTION.has(lemma)) return true;
    // "paid a visit to Baku": the preposition may hang on the verb.
    return (
      before === "to" &&
      governor >= 0 &&
      (view.children[governor] ?? []).some(
        (c) => relation(token(view, c)) === "obj" && MOTION.has(fold(token(view, c).lemma)),
      )
    );
  }
  if (before === "of") return LOCATED.has(lemma);
  return false;
}
