import type { Token } from "../language/index.js";
import type { Entity } from "../ontology/index.js";
import { metWhere, visited } from "./destinations.js";
import type { Person } from "./person.js";
import type { Span } from "./span.js";
import { childrenBy, depth, headOf, relation, type SentenceView, token, wordAt } from "./view.js";

/** How many times as often as the next a state is named that stands out. */
const CLEARLY = 1.5;

const STATE_USES = new Set(["name", "capital", "seat", "organization"]);

interface Place {
  sentence: number;
  at: number;
  head: number;
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
  readonly #sentences: { view: SentenceView; spans: Span[] }[];

  constructor(sentences: { view: SentenceView; spans: Span[] }[], countries: Map<string, Entity>) {
    this.#sentences = sentences;
    for (const { view, spans } of sentences) {
      for (const span of spans) {
        const country = span.entity.country === null ? undefined : countries.get(span.entity.country);
        if (country === undefined) continue;
        this.named.add(country.id);
        if (span.entity.type !== "Country" && span.entity.type !== "Organization") continue;
        const head = headOf(view, span.first, span.last);
        const subject = isSubject(view, token(view, head), STATE_USES.has(span.use));
        const before = wordAt(view, span.first - (wordAt(view, span.first - 1) === "the" ? 2 : 1));
        const within = /^(?:in|inside|across|within)$/.test(before) && span.use !== "adjective";
        const aim = !subject && !within;
        this.#places.push({ sentence: view.at, at: span.first, head, subject, within, aim, country });
      }
    }
  }

  /**
   * The state of a person of whom the article says none, among those allowed; never one that the person's own deed is aimed at ("X visited
   * Y", "Z, where X has arrived"). Null where no state stands out.
   */
  ofPerson(person: Person, allowed: (country: string) => boolean): string | null {
    const [appearance] = person.appearances;
    if (appearance === undefined) return null;
    const { view, first } = appearance;
    const abroad = new Set(
      person.appearances.flatMap((a) => visited(a, this.#sentences[a.view.at]?.spans ?? [])),
    );
    const may = (country: Entity) => !abroad.has(country) && allowed(country.id);
    const met = metWhere(appearance, this.#sentences);
    if (met !== null && may(met)) return met.id;
    const other = (p: Place) => p.sentence !== view.at || p.at < first || !p.aim;
    const places = this.#places.filter((p) => may(p.country) && other(p));
    const found = this.#speaking(places, view, first) ?? outstanding(places);
    return found?.id ?? null;
  }

  /** The state whose people speak where a person stands: the subject above it, the place told, the subject of the sentence before. */
  #speaking(places: Place[], view: SentenceView, first: number): Entity | null {
    const before = places.filter((p) => p.sentence === view.at && p.at < first);
    const main = highest(before, view) ?? before.find((p) => p.within);
    if (main !== undefined) return main.country;
    for (let at = view.at - 1; at >= 0 && at >= view.at - 5; at--) {
      const other = this.#sentences[at]?.view;
      if (other === undefined) return null;
      // What "he" did says nothing of whose he is.
      if (!hasPronounSubject(other))
        return (
          highest(
            places.filter((p) => p.sentence === at),
            other,
          )?.country ?? null
        );
    }
    return null;
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

/** The subject that stands highest in the tree of a sentence. */
function highest(places: Place[], view: SentenceView): Place | undefined {
  return places.filter((p) => p.subject).sort((a, b) => depth(view, a.head) - depth(view, b.head))[0];
}

/** The state that is named clearly more often than any other; subjects count twice. */
function outstanding(places: Place[]): Entity | null {
  const weights = new Map<Entity, number>();
  for (const { country, subject } of places)
    weights.set(country, (weights.get(country) ?? 0) + (subject ? 2 : 1));
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= CLEARLY * (second?.[1] ?? 0) ? first[0] : null;
}

function hasPronounSubject(view: SentenceView): boolean {
  const root = view.tokens.findIndex((t) => t.head < 0);
  return root >= 0 && childrenBy(view, root, "nsubj").some((c) => token(view, c).upos === "PRON");
}
