import type { Token } from "../language/index.js";
import type { Entity } from "../ontology/index.js";
import type { Person } from "./person.js";
import type { Span } from "./span.js";
import { headOf, relation, type SentenceView, token, wordAt } from "./view.js";

const STATE_USES = new Set(["name", "capital", "seat", "organization"]);

interface Place {
  sentence: number;
  at: number;
  subject: boolean;
  within: boolean;
  /** Neither the subject nor the place of what is told. */
  aim: boolean;
  country: Entity;
}

/** Which states an article is about, and which one a person without a stated country most likely serves. */
export class Context {
  /** Ids of the states that the article names in any way, demonyms included. */
  readonly named = new Set<string>();
  readonly #places: Place[] = [];

  constructor(sentences: { view: SentenceView; spans: Span[] }[], countries: Map<string, Entity>) {
    for (const { view, spans } of sentences) {
      for (const span of spans) {
        const country = span.entity.country === null ? undefined : countries.get(span.entity.country);
        if (country === undefined) continue;
        this.named.add(country.id);
        if (span.entity.type !== "Country" && span.entity.type !== "Organization") continue;
        const head = token(view, headOf(view, span.first, span.last));
        const subject = isSubject(view, head, STATE_USES.has(span.use));
        const before = wordAt(view, span.first - (wordAt(view, span.first - 1) === "the" ? 2 : 1));
        const within = /^(?:in|inside|across|within)$/.test(before) && span.use !== "adjective";
        const aim = !subject && !within;
        this.#places.push({ sentence: view.at, at: span.first, subject, within, aim, country });
      }
    }
  }

  /** The state of a person of whom the article says none; never one that its own deed is aimed at ("X visited Y"). */
  ofPerson(person: Person): string | null {
    const [appearance] = person.appearances;
    if (appearance === undefined) return null;
    const { view, first } = appearance;
    const other = (p: Place) => p.sentence !== view.at || p.at < first || !p.aim;
    return this.#at(this.#places.filter(other), view.at, first)?.id ?? null;
  }

  /** The state that a sentence names as the place ("in Mozambique"). */
  within(sentence: number): string | null {
    return this.#places.find((p) => p.sentence === sentence && p.within)?.country.id ?? null;
  }

  /** The state that a description without one belongs to, at a place of the article; not one that its own deed is aimed at. */
  at(sentence: number, token: number): Entity | null {
    const other = (p: Place) => p.sentence !== sentence || p.at < token || !p.aim;
    return this.#at(this.#places.filter(other), sentence, token);
  }

  #at(places: Place[], sentence: number, token: number): Entity | null {
    const here = places.filter((p) => p.sentence === sentence);
    const subject = here
      .filter((p) => p.subject)
      .sort((a, b) => Math.abs(a.at - token) - Math.abs(b.at - token))[0];
    if (subject !== undefined) return subject.country;
    const within = here.find((p) => p.within && p.at < token);
    if (within !== undefined) return within.country;
    const earlier = places.filter((p) => p.sentence < sentence && p.sentence >= sentence - 2);
    const latest = mainOfLast(earlier.filter((p) => p.subject)) ?? earlier.filter((p) => p.within).at(-1);
    if (latest !== undefined) return latest.country;
    const before = here.filter((p) => p.at < token).at(-1) ?? here[0];
    return before?.country ?? earlier.at(-1)?.country ?? this.#most(places);
  }

  #most(places: Place[]): Entity | null {
    const counts = new Map<string, number>();
    for (const { country } of places) counts.set(country.id, (counts.get(country.id) ?? 0) + 1);
    let best: Entity | null = null;
    for (const { country } of places)
      if (best === null || (counts.get(country.id) ?? 0) > (counts.get(best.id) ?? 0)) best = country;
    return best;
  }
}

/** Whether a state is the subject, or its name says whose the subject is: "Turkey's president said", "Turkish officials said". */
function isSubject(view: SentenceView, t: Token, names: boolean): boolean {
  if (names && relation(t) === "nsubj") return true;
  const head = t.head < 0 ? undefined : view.tokens[t.head];
  return head !== undefined && /^(?:nmod:poss|amod|compound)$/.test(t.deprel) && relation(head) === "nsubj";
}

/** The first place of the last sentence that has one: the subject of its main clause, as a rule. */
function mainOfLast(places: Place[]): Place | undefined {
  const last = places.at(-1)?.sentence;
  return places.find((p) => p.sentence === last);
}
