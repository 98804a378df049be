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
  "meet see receive welcome host greet confer speak talk hold discuss sit dine lunch negotiate brief thank invite".split(
    " ",
  ),
);
const TALKS =
  /^(?:talk|meeting|conversation|discussion|consultation|dinner|lunch|audience|encounter|summit)s?$/;
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
  const here = destinations(view, sentences[view.at]?.spans ?? []).filter(
    (span) => span.first < appearance.first,
  );
  const before = sentences[view.at - 1];
  const earlier =
    here.length > 0 || before === undefined || before.view.headline
      ? []
      : destinations(before.view, before.spans);
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

/** The states that somebody of the sentence is or goes to; not those whose own people are its subject. */
function destinations(view: SentenceView, spans: Span[]): Span[] {
  const subjects = new Set(
    spans
      .filter((span) => {
        const head = token(view, headOf(view, span.first, span.last));
        const above = view.tokens[head.head];
        return (
          relation(head) === "nsubj" ||
          (above !== undefined && relation(above) === "nsubj" && /^(?:nmod|amod|compound)/.test(head.deprel))
        );
      })
      .map((span) => span.entity.id),
  );
  return spans.filter((span) => {
    if (!STATE_USES.has(span.use) || subjects.has(span.entity.id)) return false;
    const head = headOf(view, span.first, span.last);
    const t = token(view, head);
    if (relation(t) === "obj") return VISITS.has(view.tokens[t.head]?.lemma ?? "");
    const mark = preposition(view, head);
    if (!/^(?:in|to|at)$/.test(mark) || wordAt(view, span.last) === "s") return false;
    return isPlace(view, span.first, span.last, head) || (mark === "to" && goes(view, t.head));
  });
}

/** Whether the token or the verb above it tells of a journey. */
function goes(view: SentenceView, i: number): boolean {
  if (i < 0) return false;
  const { lemma } = token(view, i);
  if (/^(?:proceed|continue|visit|trip|tour|fly|travel|head|journey|go|pay)$/.test(lemma)) return true;
  return childrenBy(view, i, "obj").some((c) => /^(?:visit|trip)$/.test(token(view, c).lemma));
}
