import type { Entity } from "../ontology/index.js";
import type { Appearance } from "./person.js";
import { isPlace } from "./places.js";
import type { Span } from "./span.js";
import {
  childrenBy,
  firstConjunct,
  headOf,
  preposition,
  relation,
  type SentenceView,
  token,
  wordAt,
} from "./view.js";

/** What those do who meet: "met President X", "was received by President X". */
const MEETING = new Set(
  "meet see receive welcome host greet confer speak talk hold discuss dine lunch negotiate brief".split(" "),
);
const TALKS =
  /^(?:talk|meeting|conversation|discussion|consultation|dinner|lunch|audience|encounter|summit)s?$/;
const JOURNEYS = new Set("arrive fly travel go visit tour head land proceed journey come".split(" "));
const VISITS = new Set(["visit", "tour", "reach", "enter"]);
const STATE_USES = new Set(["name", "capital", "seat"]);

/**
 * The state in which a person is met or receives, as the sentence or the one before it says: Angola in "will travel to Luanda to meet
 * President X"; null where it says none, or where those who meet come from there.
 */
export function metWhere(
  appearance: Appearance,
  sentences: readonly { view: SentenceView; spans: Span[] }[],
): Entity | null {
  const { view } = appearance;
  const head = firstConjunct(view, headOf(view, appearance.first, appearance.last));
  if (!isMet(view, head)) return null;
  const foreign = (sentence: { view: SentenceView; spans: Span[] } | undefined) => {
    if (sentence === undefined) return [];
    const own = doers(sentence.view, sentence.spans);
    return destinations(sentence.view, sentence.spans).filter((span) => !own.has(span.entity.id));
  };
  const here = foreign(sentences[view.at]).filter((span) => span.first < appearance.first);
  const before = sentences[view.at - 1];
  const earlier = here.length > 0 || before?.view.headline === true ? [] : foreign(before);
  return (here.at(-1) ?? earlier.at(-1))?.entity ?? null;
}

/** Whether the token is whom the subject meets, or who receives. */
function isMet(view: SentenceView, head: number): boolean {
  const t = token(view, head);
  const governor = view.tokens[t.head];
  if (governor === undefined) return false;
  switch (relation(t)) {
    case "nsubj":
      return t.deprel === "nsubj" && /^(?:receive|host|welcome)$/.test(governor.lemma);
    case "obj":
    case "iobj":
    case "obl":
      return MEETING.has(governor.lemma);
    case "nmod":
      return TALKS.test(governor.lemma) && /^(?:with|by)$/.test(preposition(view, head));
    default:
      return false;
  }
}

/** Ids of the states whose own people are the subject of a clause of the sentence. */
function doers(view: SentenceView, spans: Span[]): Set<string> {
  const found = spans.filter((span) => {
    const head = token(view, headOf(view, span.first, span.last));
    const above = view.tokens[head.head];
    const within = above !== undefined && /^(?:nmod|amod|compound)/.test(head.deprel);
    return relation(head) === "nsubj" || (within && relation(above) === "nsubj");
  });
  return new Set(found.map((span) => span.entity.id));
}

/** The states that somebody of the sentence is in or goes to. */
function destinations(view: SentenceView, spans: Span[]): Span[] {
  return spans.filter((span) => {
    const head = headOf(view, span.first, span.last);
    // "The Kenyan capital" is in Kenya.
    const capital = span.use === "adjective" && wordAt(view, token(view, head).head) === "capital";
    if (!STATE_USES.has(span.use) && !capital) return false;
    const at = capital ? token(view, head).head : head;
    const t = token(view, at);
    if (relation(t) === "obj") return VISITS.has(view.tokens[t.head]?.lemma ?? "");
    const mark = preposition(view, at);
    if (!/^(?:in|to|at)$/.test(mark) || wordAt(view, span.last) === "s") return false;
    return capital || isPlace(view, span.first, span.last, head) || (mark === "to" && goes(view, t.head));
  });
}

/** The states that a person goes to in a sentence: none of them is the person's own. */
export function visited({ view, first, last }: Appearance, spans: Span[]): Entity[] {
  const t = token(view, headOf(view, first, last));
  const verb = view.tokens[t.head];
  if (relation(t) !== "nsubj" || verb === undefined || !(JOURNEYS.has(verb.lemma) || goes(view, t.head)))
    return [];
  return destinations(view, spans).flatMap((span) => (span.first > first ? [span.entity] : []));
}

/** Whether the token or the verb above it tells of a journey. */
function goes(view: SentenceView, i: number): boolean {
  if (i < 0) return false;
  const { lemma } = token(view, i);
  if (JOURNEYS.has(lemma) || /^(?:continue|trip)$/.test(lemma)) return true;
  return childrenBy(view, i, "obj").some((c) => /^(?:visit|trip)$/.test(token(view, c).lemma));
}
