import type { Knowledge, OfficeClass } from "./knowledge.js";
import type { Span } from "./span.js";
import { capitalized, fold } from "./text.js";
import { relation, type SentenceView, token, wordAt } from "./view.js";

const COUNTERPARTS = new Set(
  "counterpart counterparts colleague colleagues homologue homologues interlocutor interlocutors".split(" "),
);

/** The noun of an office: where it ends, of what class it is, and whether it means several. */
interface OfficeNoun {
  last: number;
  class: OfficeClass;
  plural: boolean;
}

/** "Candidate status", "a minister portfolio": an office that tells of what kind the noun after it is. */
export function qualifies(known: Knowledge, view: SentenceView, head: number): boolean {
  const t = token(view, head);
  const next = view.tokens[head + 1];
  return (
    relation(t) === "compound" &&
    t.head === head + 1 &&
    next?.upos === "NOUN" &&
    !capitalized(next.form) &&
    known.offices.longest(view.tokens, head + 1) === undefined
  );
}

export function counterpartNoun(view: SentenceView, i: number): OfficeNoun | null {
  const word = wordAt(view, i);
  if (word === "opposite" && wordAt(view, i + 1) === "number")
    return { last: i + 2, class: "official", plural: false };
  if (!COUNTERPARTS.has(word)) return null;
  return { last: i + 1, class: "official", plural: word.endsWith("s") };
}

/** The office noun that ends a run of office words: "Deputy Prime Minister" is headed by "Prime Minister". */
export function officeNoun(
  known: Knowledge,
  view: SentenceView,
  i: number,
  spans: Span[],
): OfficeNoun | null {
  let match = known.offices.longest(view.tokens, i);
  if (match === undefined || !heads(view, match)) return null;
  for (let at = match.last; at < view.tokens.length; at++) {
    if (spans.some((span) => span.first <= at && at < span.last)) break;
    const next = known.offices.longest(view.tokens, at);
    if (next !== undefined && heads(view, next) && !rankOfName(view, match.last, next.first)) {
      match = next;
      at = next.last - 1;
      continue;
    }
    const word = wordAt(view, at);
    const between =
      word === ""
        ? token(view, at).form === "-"
        : known.office("fields").has(word) || known.office("ranks").has(word);
    if (!between || token(view, at).upos === "VERB") break;
  }
  const value = match.values[0] ?? "official";
  const noun = token(view, nounOf(view, match));
  const plural =
    /^NNP?S$/.test(noun.xpos) || (fold(noun.form).endsWith("s") && fold(noun.lemma) !== fold(noun.form));
  return { last: match.last, class: value, plural };
}

/** "President General Tiani": a military rank after another office belongs to the name. */
function rankOfName(view: SentenceView, last: number, next: number): boolean {
  return (
    last === next &&
    /^(?:general|colonel|marshal|admiral|prince|king|sheikh|ayatollah)$/.test(wordAt(view, next)) &&
    token(view, next).upos === "PROPN" &&
    last - 1 >= 0 &&
    /^(?:minister|president|commander|chief|emir)$/.test(wordAt(view, last - 1))
  );
}

/** Whether the match can head a phrase: "secretary general" ends in an adjective and is one all the same. */
function heads(view: SentenceView, match: { first: number; last: number }): boolean {
  return match.last - match.first > 1
    ? token(view, match.last - 1).upos !== "VERB"
    : isNominal(view, match.last - 1);
}

export function isNominal(view: SentenceView, i: number): boolean {
  const { upos, form } = token(view, i);
  if (upos === "NOUN" || upos === "PROPN") return true;
  // A title that opens a sentence, or one with a hyphen, is often mistaken.
  const mistaken = (i === view.start && /^(?:of|to)$/.test(wordAt(view, i + 1))) || form.includes("-");
  if (mistaken && /^(?:VERB|ADJ)$/.test(upos)) return capitalized(form);
  return (
    upos === "ADJ" &&
    /^(?:premier|PM|FM|general|chief|representative)$/i.test(form) &&
    !["amod"].includes(relation(token(view, i)))
  );
}

/** The noun of an office of several words: Minister in "Minister of Foreign Affairs", else the last. */
function nounOf(view: SentenceView, office: { first: number; last: number }): number {
  for (let i = office.first + 1; i < office.last; i++) if (/^(?:of|for)$/.test(wordAt(view, i))) return i - 1;
  return office.last - 1;
}
