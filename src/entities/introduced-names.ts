import { isWeekday } from "../language/index.js";
import type { Entity } from "../ontology/index.js";
import { type Knowledge, listed } from "./knowledge.js";
import { named } from "./proper-bodies.js";
import type { Span } from "./span.js";
import { capitalized, fold } from "./text.js";
import { childrenBy, relation, type SentenceView, textOf, token, wordAt } from "./view.js";

const STATE_USES = new Set(["name", "adjective", "national", "capital"]);
const ORGANIZED = new Set(["organization", "region"]);
/** How far before the noun its state may stand. */
const REACH = 6;
/** Acronyms that stand for no organization. */
const NO_BODY = new Set(
  "GDP GNP LNG LPG AI PR TV NGO NGOS COVID HIV AIDS CEO CFO MP MPS PM FM GMT UTC DNA VAT FDI UFO SUV VIP PHD ID IT IP EEZ WMD ICBM UAV UAVS DM PMS PPE MOU MOUS FTA AM TBD USD EUR GBP".split(
    " ",
  ),
);

/**
 * Organizations that no table knows, by what stands beside their name: "the militia Ansaru", "Ecuador's indigenous
 * federation, CONAIE,", "Kazatomprom, a state company"; and by capitals alone where they act: "the UGTT rejected".
 * Adds a span for each to the sentence's spans.
 */
export function addIntroducedNames(known: Knowledge, view: SentenceView, spans: Span[]): void {
  for (let i = view.start; i < view.tokens.length; i++) {
    const t = token(view, i);
    if (t.upos !== "NOUN" && t.upos !== "PROPN") continue;
    if (isAfter(spans, i)) continue;
    if (!view.headline && listed(known.nouns("named_before"), t.form) && atNoun(known, view, spans, i))
      continue;
    if (listed(known.nouns("introducing"), t.form) && !view.headline) afterNoun(known, view, spans, i);
    else if (isAcronym(t.form) && relation(t) === "nsubj") add(spans, view, i, i + 1, null);
  }
  spans.sort((a, b) => a.first - b.first);
}

function isAfter(spans: Span[], i: number): boolean {
  return spans.some((span) => span.first <= i && i < span.last);
}

/** "The CODECO militia": the name before the noun. */
function atNoun(known: Knowledge, view: SentenceView, spans: Span[], noun: number): boolean {
  if (capitalized(token(view, noun).form)) return false;
  let first = noun;
  while (first > view.start && isNamePart(known, view, spans, first - 1)) first--;
  const proper = first < noun && token(view, noun - 1).upos === "PROPN" && !isAlone(view, first, noun);
  if (!proper || known.peoples.longest(view.tokens, first) !== undefined) return false;
  add(spans, view, first, noun, ownerOf(view, spans, noun));
  return true;
}

/** A first word of the sentence has its capital for that: "Opposition group". */
function isAlone(view: SentenceView, first: number, noun: number): boolean {
  return first === view.start && noun === first + 1 && !isAcronym(token(view, first).form);
}

/** "The militia Ansaru", "its main union, the UGTT,"; "Ansaru, a militia". */
function afterNoun(known: Knowledge, view: SentenceView, spans: Span[], noun: number): void {
  if (capitalized(token(view, noun).form) && noun > view.start) return;
  const owner = ownerOf(view, spans, noun);
  const comma =
    wordAt(view, noun + 1) === "" && token(view, noun).form !== "," && view.tokens[noun + 1]?.form === ",";
  const article = /^the$/.test(view.tokens[noun + 2]?.form ?? "");
  const first = comma ? noun + (article ? 3 : 2) : noun + 1;
  const last = nameEnd(known, view, spans, first);
  if (last > first) {
    const acronym = last === first + 1 && isAcronym(token(view, first).form);
    const apposed = relation(token(view, first)) === "appos" || token(view, first).head === noun;
    if (
      !comma ||
      acronym ||
      article ||
      (apposed && closes(view, last) && token(view, noun).upos === "NOUN" && owner !== null)
    )
      add(spans, view, first, last, owner);
    return;
  }
  beforeNoun(known, view, spans, noun, owner);
}

function closes(view: SentenceView, at: number): boolean {
  return /^[,.;:)]$/.test(view.tokens[at]?.form ?? ".");
}

/** "Kazatomprom, Kazakhstan's state uranium company": the noun is told of the name before the comma. */
function beforeNoun(
  known: Knowledge,
  view: SentenceView,
  spans: Span[],
  noun: number,
  owner: string | null,
): void {
  if (relation(token(view, noun)) !== "appos") return;
  const head = token(view, noun).head;
  if (head < 0 || head > noun) return;
  let first = head;
  while (first > view.start && isNamePart(known, view, spans, first - 1)) first--;
  const last = nameEnd(known, view, spans, first);
  if (last <= head || view.tokens[last]?.form !== ",") return;
  add(spans, view, first, last, owner);
}

function isNamePart(known: Knowledge, view: SentenceView, spans: Span[], i: number): boolean {
  const t = view.tokens[i];
  return (
    t !== undefined &&
    capitalized(t.form) &&
    /^\p{L}/u.test(t.form) &&
    /^(?:PROPN|NOUN|ADJ|X)$/.test(t.upos) &&
    !isAfter(spans, i) &&
    !isWeekday(fold(t.form)) &&
    !listed(known.office("honorifics"), t.form) &&
    known.offices.longest(view.tokens, i) === undefined
  );
}

function nameEnd(known: Knowledge, view: SentenceView, spans: Span[], first: number): number {
  let last = first;
  while (isNamePart(known, view, spans, last)) {
    last++;
    const joint = view.tokens[last]?.form ?? "";
    if (/^(?:-|for|of|and|al|de|the)$/.test(joint) && isNamePart(known, view, spans, last + 1)) last++;
  }
  return last;
}

/** The state in "Ecuador's indigenous federation", "the Nigerian militia", "a company of Ghana". */
function ownerOf(view: SentenceView, spans: Span[], noun: number): string | null {
  const near = spans.filter((span) => STATE_USES.has(span.use) && span.entity.type === "Country");
  const before = near.find((span) => {
    if (span.last > noun || noun - span.last > REACH) return false;
    for (let i = span.last; i < noun; i++)
      if (!/^(?:ADJ|NOUN|PROPN|PART|ADV|PUNCT)$/.test(token(view, i).upos) || token(view, i).form === ",")
        return false;
    return true;
  });
  if (before !== undefined) return before.entity.id;
  for (const child of childrenBy(view, noun, "nmod")) {
    const span = near.find((s) => s.first <= child && child < s.last && child > noun);
    if (span !== undefined) return span.entity.id;
  }
  return null;
}

function isAcronym(form: string): boolean {
  return /^[A-Z][A-Z]{2,6}$/.test(form) && !NO_BODY.has(form);
}

function add(spans: Span[], view: SentenceView, first: number, last: number, owner: string | null): void {
  if (spans.some((span) => span.first < last && first < span.last)) return;
  const entity: Entity = named(textOf(view, first, last), null, owner);
  spans.push({ first, last, use: "organization", entity, kind: "introduced" });
}

/** One entity for each name in the article: what is introduced with its state keeps it where the name stands alone. */
export function shareNames(spans: Span[][]): void {
  const known = new Map<string, Entity>();
  const unowned = (span: Span) => ORGANIZED.has(span.use) && span.entity.country === null;
  const made = (span: Span) => span.kind === "introduced" || span.kind === "proper";
  for (const list of spans)
    for (const span of list)
      if (made(span) && !unowned(span) && !known.has(span.entity.name))
        known.set(span.entity.name, span.entity);
  for (const list of spans)
    for (const span of list)
      if (made(span) && unowned(span)) span.entity = known.get(span.entity.name) ?? span.entity;
}
