import type { Entity } from "../ontology/index.js";
import { makeEntity } from "./entity.js";
import { gazetteer } from "./gazetteer.js";
import { type Knowledge, listed } from "./knowledge.js";
import type { Span } from "./span.js";
import { capitalized, slug, upperCase } from "./text.js";
import { firstConjunct, preposition, relation, type SentenceView, textOf, token, wordAt } from "./view.js";

/** Particles inside the names of towns: "Maarat al-Numan", "Rio de Oro". */
const PARTICLES = /^(?:al|el|as|ash|ad|an|ar|ul|de|da|do|la|le|sur|upon)$/;
/** How near behind a town its state or province stands: "Palma in northern Mozambique". */
const REACH = 4;
/** How many words up the tree tell what happens in a place. */
const STEPS = 3;
const STATE_USES = new Set(["name", "adjective"]);

/** How a name is used: called a town, as the object of what is done to places, or behind a preposition of place. */
type PlaceUse = "town" | "object" | "place";

/** A name in a sentence that may be a town's. */
interface Candidate {
  at: number;
  first: number;
  last: number;
  use: PlaceUse;
}

/**
 * Towns that no table of territories has: what is called one ("the town of Sake"), and names that the gazetteer knows in
 * a state of the article, or next to one, where something is done in or to them ("shelled Avdiivka", "the siege of Kut").
 * Adds a span for each.
 */
export function addSettlements(known: Knowledge, views: SentenceView[], spans: Span[][]): void {
  const found = views.flatMap((view, at) => candidates(known, view, spans[at] ?? []));
  if (found.length === 0) return;
  const people = namesOfPeople(known, views);
  const named = new Set(spans.flatMap((list) => list.flatMap((span) => span.entity.country ?? [])));
  const near = new Set(
    [...named].flatMap((id) => known.borders.get(id) ?? []).filter((id) => !named.has(id)),
  );
  const places = new Map<string, Entity>();
  for (const { at, first, last, use } of found) {
    const view = views[at];
    const list = spans[at];
    if (view === undefined || list === undefined) continue;
    const name = textOf(view, first, last);
    if (
      people.has(name) ||
      known.names.get(name).length > 0 ||
      list.some((span) => span.first < last && first < span.last)
    )
      continue;
    const state = stateBeside(view, list, first, last);
    const town =
      state === null
        ? (gazetteer().find(name, named) ?? (use === "place" ? null : gazetteer().find(name, near)))
        : gazetteer().find(name, [state]);
    if (town === null && use !== "town") continue;
    const country = town?.country ?? state;
    let entity = places.get(name);
    if (entity === undefined) {
      entity = makeEntity({
        id: country === null ? `region/${slug(name)}` : `region/${country.toLowerCase()}/${slug(name)}`,
        type: "Region",
        name,
        country,
        latitude: town === null ? null : Number(town.latitude),
        longitude: town === null ? null : Number(town.longitude),
      });
      places.set(name, entity);
    }
    list.push({ first, last, use: "region", entity, kind: "city" });
    list.sort((a, b) => a.first - b.first);
  }
}

function candidates(known: Knowledge, view: SentenceView, spans: Span[]): Candidate[] {
  if (view.headline) return [];
  const found: Candidate[] = [];
  for (let i = view.start; i < view.tokens.length; i++) {
    if (!startsName(known, view, spans, i)) continue;
    const last = nameEnd(view, spans, i);
    const use = placeUse(known, view, i, last);
    if (use !== null) found.push({ at: view.at, first: i, last, use });
    i = last - 1;
  }
  return found;
}

function isCovered(spans: Span[], i: number): boolean {
  return spans.some((span) => span.first <= i && i < span.last);
}

function startsName(known: Knowledge, view: SentenceView, spans: Span[], i: number): boolean {
  const t = token(view, i);
  return (
    t.upos === "PROPN" &&
    capitalized(t.form) &&
    /^\p{L}{2}/u.test(t.form) &&
    !(upperCase(t.form) && t.form.length > 1) &&
    !isCovered(spans, i) &&
    !listed(known.office("honorifics"), t.form) &&
    known.offices.longest(view.tokens, i) === undefined
  );
}

function nameEnd(view: SentenceView, spans: Span[], first: number): number {
  let last = first + 1;
  while (last < view.tokens.length && !isCovered(spans, last)) {
    const form = token(view, last).form;
    const particle = PARTICLES.test(form);
    const ahead = form === "-" || particle ? last + 1 + Number(view.tokens[last + 1]?.form === "-") : last;
    if (!capitalized(view.tokens[ahead]?.form ?? "") || isCovered(spans, ahead)) break;
    last = ahead + 1;
  }
  return last;
}

/** How the name is used as a place's; null where it is not. */
function placeUse(known: Knowledge, view: SentenceView, first: number, last: number): PlaceUse | null {
  const head = headWithin(view, first, last);
  const at = firstConjunct(view, head);
  const t = token(view, at);
  if (wordAt(view, first - 1) === "the" || view.tokens[last]?.xpos === "POS") return null;
  const governor = t.head < 0 ? undefined : view.tokens[t.head];
  if (governor === undefined) return null;
  const before = preposition(view, at);
  if (before === "of" && listed(known.nouns("towns"), governor.form)) return "town";
  if (before === "" && (t.deprel === "obj" || t.deprel === "nsubj:pass")) {
    return listed(known.nouns("place_events"), governor.lemma) ? "object" : null;
  }
  if ((relation(t) !== "nmod" && relation(t) !== "obl") || !eventful(known, view, at)) return null;
  return /^(?:in|at|near|around|outside|inside|into|from|to|on|of|over|against|towards?)$/.test(before)
    ? "place"
    : null;
}

/** Whether what the place is told of is, or belongs to, something done in or to places. */
function eventful(known: Knowledge, view: SentenceView, at: number): boolean {
  let i = token(view, at).head;
  for (let step = 0; step < STEPS && i >= 0; step++) {
    const { lemma, head } = token(view, i);
    if (listed(known.nouns("place_events"), lemma)) return true;
    i = head;
  }
  return false;
}

function headWithin(view: SentenceView, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const { head } = token(view, i);
    if (head < first || head >= last) return i;
  }
  return first;
}

/** Last words of the names of more than one word, and names after a title: "Haniyeh" of "Ismail Haniyeh". */
function namesOfPeople(known: Knowledge, views: SentenceView[]): Set<string> {
  const found = new Set<string>();
  for (const view of views)
    for (let i = view.start + 1; i < view.tokens.length; i++) {
      const { form, upos } = token(view, i);
      const before = token(view, i - 1);
      if (!capitalized(form) || upos !== "PROPN" || !capitalized(before.form)) continue;
      const titled = known.offices.longest(view.tokens, i - 1) !== undefined;
      const given = before.upos === "PROPN" && relation(token(view, i)) === "flat";
      if (titled || given || listed(known.office("honorifics"), before.form)) found.add(form);
    }
  return found;
}

/** "The Ukrainian town of X", "Ukraine's X", "X in northern Mozambique", "X, Yemen": the state named beside it. */
function stateBeside(view: SentenceView, spans: Span[], first: number, last: number): string | null {
  const behind = spans.find(
    (span) => STATE_USES.has(span.use) && span.first > last && span.first - last <= REACH,
  );
  if (behind !== undefined && /^(?:in|,)$/.test(wordAt(view, last) || (view.tokens[last]?.form ?? ""))) {
    const between = view.words.slice(last + 1, behind.first);
    if (between.every((word) => /^(?:the|north|south|east|west|central).*/.test(word)))
      return behind.entity.country;
  }
  const before = spans.filter((span) => STATE_USES.has(span.use) && span.last <= first).at(-1);
  if (before === undefined || first - before.last > REACH) return null;
  const between = view.tokens.slice(before.last, first).map((t) => t.form.toLowerCase());
  const joined = between.every((form) =>
    /^(?:['’]s?|of|town|city|village|port|border|eastern|western|northern|southern|coastal)$/.test(form),
  );
  return joined && (between.length > 0 || before.use === "name") ? before.entity.country : null;
}
