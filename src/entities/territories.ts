import type { Entity } from "../ontology/index.js";
import { makeEntity } from "./entity.js";
import { type Knowledge, listed } from "./knowledge.js";
import type { Span } from "./span.js";
import { capitalized, slug } from "./text.js";
import { type SentenceView, textOf, token, wordAt } from "./view.js";

const COUNTRY_USES = new Set(["name", "adjective", "national"]);
/** What a state is divided into: said without an article, too. */
const PARTS = new Set([
  "province",
  "district",
  "governorate",
  "oblast",
  "county",
  "prefecture",
  "voivodeship",
]);
/** How far the noun that tells what a name is may stand behind the name. */
const REACH = 8;
const COPULAS = new Set([
  "is",
  "was",
  "are",
  "were",
  "remains",
  "remained",
  "been",
  "be",
  "belongs",
  "belong",
  "forms",
]);

/**
 * Territories that no table knows, by what the sentence says of them: "Kachin State", "the Ubangi region", "Sofala, a
 * province of Mozambique", "Chocó is a department of Colombia", "Ogaden is part of Ethiopia". Adds a span for each.
 */
export function addTerritories(known: Knowledge, view: SentenceView, spans: Span[]): void {
  if (view.headline) return;
  for (let i = view.start; i < view.tokens.length; i++) {
    if (!startsName(view, spans, i)) continue;
    const last = nameEnd(view, spans, i);
    const found = headed(known, view, i, last) ?? described(known, view, spans, i, last);
    if (found !== null) {
      const name = textOf(view, i, found.last);
      const country = found.country ?? ownerBefore(view, spans, i);
      spans.push({
        first: i,
        last: found.last,
        use: "region",
        entity: territory(name, country),
        kind: "described",
      });
    }
    i = Math.max(last, found?.last ?? 0) - 1;
  }
  spans.sort((a, b) => a.first - b.first);
}

function territory(name: string, country: string | null): Entity {
  return makeEntity({ id: `region/${slug(name)}`, type: "Region", name, country });
}

function startsName(view: SentenceView, spans: Span[], i: number): boolean {
  const t = token(view, i);
  return capitalized(t.form) && /^(?:PROPN|NOUN|ADJ)$/.test(t.upos) && spanAt(spans, i) === undefined;
}

function nameEnd(view: SentenceView, spans: Span[], first: number): number {
  let last = first + 1;
  while (last < view.tokens.length && spanAt(spans, last) === undefined) {
    const form = token(view, last).form;
    const joined = form === "-" && capitalized(view.tokens[last + 1]?.form ?? "");
    if (!joined && !capitalized(form)) break;
    last++;
  }
  return last;
}

/** "Kachin State", "the Ubangi region", "Khost province". */
function headed(known: Knowledge, view: SentenceView, first: number, last: number) {
  if (last - first > 1 && isKind(known, wordAt(view, last - 1)) && !isKind(known, wordAt(view, first)))
    return { last, country: null };
  const next = view.tokens[last];
  const kind = wordAt(view, last);
  const article = wordAt(view, first - 1) === "the" || PARTS.has(kind);
  if (article && next?.upos === "NOUN" && isKind(known, kind)) return { last: last + 1, country: null };
  return null;
}

/** "Sofala, a province of Mozambique", "Chocó is a department of Colombia", "the island of Socotra". */
function described(known: Knowledge, view: SentenceView, spans: Span[], first: number, last: number) {
  // "Department of Commerce" is no territory.
  const office = listed(known.office("fields"), token(view, first).form);
  if (wordAt(view, first - 1) === "of" && isKind(known, wordAt(view, first - 2)) && !office)
    return { last, country: null };
  const comma = view.tokens[last]?.form === ",";
  if (!comma && !COPULAS.has(wordAt(view, last)) && !/^(?:has|have)$/.test(wordAt(view, last))) return null;
  let owner: string | null = null;
  for (let j = last + 1; j < Math.min(view.tokens.length, last + REACH); j++) {
    const word = wordAt(view, j);
    // "Congo's head of state" is none.
    if (/^[.,;:]$/.test(token(view, j).form) || word === "of") return null;
    const span = spanAt(spans, j);
    if (span !== undefined && COUNTRY_USES.has(span.use)) owner = span.entity.id;
    else if (isKind(known, word) || (word === "part" && !comma)) {
      const of = /^(?:of|in)$/.test(wordAt(view, j + 1)) ? countryAfter(view, spans, j + 2) : null;
      if (of !== null || owner !== null) return { last, country: of ?? owner };
      return null;
    }
  }
  return null;
}

function countryAfter(view: SentenceView, spans: Span[], from: number): string | null {
  for (let j = from; j < Math.min(view.tokens.length, from + 4); j++) {
    const span = spanAt(spans, j);
    if (span !== undefined) return COUNTRY_USES.has(span.use) ? span.entity.id : null;
  }
  return null;
}

/** "Sri Lanka's Northern Province". */
function ownerBefore(view: SentenceView, spans: Span[], first: number): string | null {
  const at = /^['’]s?$/.test(view.tokens[first - 1]?.form ?? "") ? first - 2 : first - 1;
  const span = spanAt(spans, at);
  return span !== undefined && COUNTRY_USES.has(span.use) ? span.entity.id : null;
}

function isKind(known: Knowledge, word: string): boolean {
  return listed(known.nouns("territories"), word);
}

function spanAt(spans: Span[], i: number): Span | undefined {
  return spans.find((span) => span.first <= i && i < span.last);
}
