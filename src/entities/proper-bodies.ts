import { isMonth, isWeekday } from "../language/index.js";
import type { Entity } from "../ontology/index.js";
import { makeEntity } from "./entity.js";
import { type Knowledge, listed } from "./knowledge.js";
import type { Span } from "./span.js";
import { capitalized, slug, words } from "./text.js";
import { type SentenceView, textOf, token } from "./view.js";

const COUNTRY_USES = new Set(["name", "adjective", "capital"]);
const PLACE_USES = new Set(["name", "adjective", "capital", "region"]);

/**
 * Organizations that no table knows, by their capitals: "Norwegian Refugee Council", "Movement for Solidarity". Adds a
 * span for each to the sentence's spans; names of states inside become part of it.
 */
export function addProperBodies(known: Knowledge, view: SentenceView, spans: Span[]): void {
  if (view.headline) return;
  // "Congress" alone is one state's; as the end of a longer name it is none of that.
  const named = (i: number) => inside(spans, i) && !endsName(view, spans, i);
  for (let i = view.start; i < view.tokens.length; i++) {
    const t = token(view, i);
    if (!capitalized(t.form) || !listed(known.nouns("proper_bodies"), t.form) || named(i)) continue;
    if (t.upos !== "PROPN" && t.upos !== "NOUN") continue;
    const body = readBody(known, view, i, spans);
    if (body === null) continue;
    const swallowed = spans.filter((s) => s.first >= body.first && s.last <= body.last);
    for (const span of swallowed) spans.splice(spans.indexOf(span), 1);
    spans.push({
      first: body.first,
      last: body.last,
      use: "organization",
      entity: body.entity,
      kind: "proper",
    });
    i = body.last - 1;
  }
  spans.sort((a, b) => a.first - b.first);
}

/** Whether an organization's one word is the last of a longer name: Congress in "Nigerian Labour Congress". */
function endsName(view: SentenceView, spans: Span[], i: number): boolean {
  const before = view.tokens[i - 1];
  return (
    spans.some((span) => span.first === i && span.last === i + 1 && span.use === "organization") &&
    i - 1 > view.start &&
    before !== undefined &&
    /^(?:PROPN|NOUN|ADJ)$/.test(before.upos) &&
    capitalized(before.form) &&
    !inside(spans, i - 1)
  );
}

function inside(spans: Span[], i: number): boolean {
  return spans.some((span) => span.first <= i && i < span.last);
}

function readBody(known: Knowledge, view: SentenceView, head: number, spans: Span[]) {
  let first = head;
  let telling = 0;
  const country: string[] = [];
  for (let j = head - 1; j >= view.start; ) {
    const span = spans.find((s) => s.last === j + 1);
    if (span !== undefined) {
      if (!PLACE_USES.has(span.use)) break;
      if (COUNTRY_USES.has(span.use)) country.push(span.entity.id);
      else telling++;
      first = span.first;
      j = span.first - 1;
      continue;
    }
    const t = token(view, j);
    const joint = t.form === "-" || t.form === "&" || (t.form === "and" && first < head);
    // "Workers' Centre"
    const plural = /^['’]$/.test(t.form) && /s$/.test(view.tokens[j - 1]?.form ?? "");
    // "Danish People's Party"
    const people =
      /^['’]s$/.test(t.form) && /^(?:People|Women|Children|Nation)$/.test(view.tokens[j - 1]?.form ?? "");
    if ((joint || plural || people) && capitalized(view.tokens[j - 1]?.form ?? "") && !inside(spans, j - 1)) {
      j--;
      continue;
    }
    if (
      !capitalized(t.form) ||
      !/^(?:PROPN|NOUN|ADJ)$/.test(t.upos) ||
      known.offices.longest(view.tokens, j) !== undefined
    )
      break;
    if (!isGeneric(known, t.form)) telling++;
    first = j;
    j--;
  }
  const { last, added, fields, states } = complement(known, view, head + 1, spans);
  country.push(...states);
  const ofState =
    states.length > 0 && first === head && !listed(known.nouns("bodies"), token(view, head).form);
  const longer = first < head && inside(spans, head);
  if (!ofState && !longer && telling + added + (country.length === 0 ? fields : 0) === 0) return null;
  const name = textOf(view, first, last);
  const owner = country.length === 0 ? ownerBefore(view, first, spans) : null;
  return { first, last, entity: named(name, country[0] ?? null, owner) };
}

/** An organization by a name that no table knows; `owner` is the state that the text names beside it, not in it. */
export function named(name: string, country: string | null, owner: string | null): Entity {
  const place = owner === null ? "" : `${owner.toLowerCase()}/`;
  return makeEntity({
    id: `organization/${place}${slug(name)}`,
    type: "Organization",
    name,
    country: country ?? owner,
  });
}

/** "Japan's Self-Defense Forces": the state whose it is. */
function ownerBefore(view: SentenceView, first: number, spans: Span[]): string | null {
  const possessive = /^['’]s?$/.test(view.tokens[first - 1]?.form ?? "");
  const span = spans.find((s) => s.last === (possessive ? first - 1 : first));
  return span !== undefined && COUNTRY_USES.has(span.use) ? span.entity.id : null;
}

/** Whether the word says what a body of any state is for, so that it names none. */
function isGeneric(known: Knowledge, form: string): boolean {
  return (
    isField(known, form) ||
    words(form).every((word) => known.nouns("generic").has(word) || known.office("fields").has(word))
  );
}

function isField(known: Knowledge, form: string): boolean {
  return listed(known.office("fields"), form) || listed(known.office("ranks"), form);
}

/** Whether what stands behind "on" or "of" tells when ("the Army on Friday started"). */
function isDate(form: string): boolean {
  const word = form.toLowerCase();
  return isWeekday(word) || isMonth(word) || /^\d+$/.test(word);
}

/** "of Trade Unions", "for Solidarity and Peace": capitalized words after the head. */
function complement(known: Knowledge, view: SentenceView, from: number, spans: Span[]) {
  const states: string[] = [];
  let last = from;
  let added = 0;
  let fields = 0;
  if (!/^(?:of|for|on|against)$/.test(view.tokens[from]?.form ?? "")) return { last, added, fields, states };
  let i = from + 1;
  if (isDate(view.tokens[i]?.form ?? "")) return { last, added, fields, states };
  if (view.tokens[i]?.form === "the") i++;
  for (; i < view.tokens.length; ) {
    const span = spans.find((s) => s.first === i);
    if (span !== undefined) {
      if (!PLACE_USES.has(span.use)) break;
      if (COUNTRY_USES.has(span.use)) states.push(span.entity.id);
      last = span.last;
      i = span.last;
      continue;
    }
    const t = token(view, i);
    if (capitalized(t.form)) {
      if (isGeneric(known, t.form)) fields++;
      else added++;
      i++;
      last = i;
    } else if (
      /^(?:and|of|for|the|in|&)$/.test(t.form) &&
      capitalized(view.tokens[i + 1]?.form ?? "") &&
      last === i
    )
      i++;
    else break;
  }
  return added + fields + states.length > 0
    ? { last, added, fields, states }
    : { last: from, added: 0, fields: 0, states: [] };
}

/** An acronym in parentheses after a name ("… Refugee Council (NRC)"): token and form, or null. */
function acronymAfter(view: SentenceView, last: number): string | null {
  if (view.tokens[last]?.form !== "(" || view.tokens[last + 2]?.form !== ")") return null;
  const form = view.tokens[last + 1]?.form ?? "";
  return /^[A-Z][A-Za-z.&]{1,7}$/.test(form) && /[A-Z].*[A-Z]/.test(form) ? form : null;
}

/** A named body with its place: what an acronym may stand for. */
export interface Introduced {
  view: SentenceView;
  last: number;
  entity: Entity;
}

/** Adds a span wherever an acronym stands that the article introduces; gives the places of the sentences that changed. */
export function addAcronyms(views: SentenceView[], spans: Span[][], bodies: Introduced[]): Set<number> {
  const changed = new Set<number>();
  const acronyms = new Map<string, Entity>();
  for (const body of bodies) {
    const form = acronymAfter(body.view, body.last);
    if (form !== null && !acronyms.has(form)) acronyms.set(form, body.entity);
  }
  if (acronyms.size === 0) return changed;
  views.forEach((view, at) => {
    const list = spans[at] ?? [];
    for (let i = view.start; i < view.tokens.length; i++) {
      const entity = acronyms.get(token(view, i).form);
      if (entity === undefined) continue;
      const there = list.find((span) => span.first <= i && i < span.last);
      if (there !== undefined && there.last - there.first > 1) continue;
      if (there !== undefined) list.splice(list.indexOf(there), 1);
      list.push({ first: i, last: i + 1, use: "organization", entity, kind: "acronym" });
      changed.add(at);
    }
    list.sort((a, b) => a.first - b.first);
  });
  return changed;
}
