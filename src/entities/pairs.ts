import type { Entity } from "../ontology/index.js";
import type { MentionBook } from "./book.js";
import type { As, Focus, Together } from "./focus.js";
import type { Knowledge } from "./knowledge.js";
import { fold } from "./text.js";
import type { ResolvedMention } from "./types.js";
import { relation, type SentenceView, token, wordAt } from "./view.js";

/** Words that mean so many of those named before where they stand alone: "both", "the two", "the trio", "neither". */
const ALONE: ReadonlyMap<string, number> = new Map([
  ["both", 2],
  ["two", 2],
  ["pair", 2],
  ["duo", 2],
  ["neither", 2],
  ["each", 2],
  ["trio", 3],
  ["three", 3],
  ["four", 4],
]);
/** Every word that may mean those named before. */
const WORDS: ReadonlySet<string> = new Set([
  ...ALONE.keys(),
  ..."latter former men women statesmen host guest visitor".split(" "),
]);

/** Resolves what means two or more of those named before, or the other one of two: "both", "the latter", "the two sides", "his host". */
export class Pairs {
  readonly #book: MentionBook;
  readonly #focus: Focus;
  readonly #known: Knowledge;

  constructor(known: Knowledge, book: MentionBook, focus: Focus) {
    this.#known = known;
    this.#book = book;
    this.#focus = focus;
  }

  /** Whether the token may mean those named before. */
  isWord(view: SentenceView, i: number): boolean {
    return WORDS.has(wordAt(view, i));
  }

  /** Null where the token is no such word; else whether its antecedents were found (undefined: it means something else). */
  resolve(
    view: SentenceView,
    i: number,
    owners: Map<number, Entity[]>,
  ): { found: boolean | undefined } | null {
    const word = wordAt(view, i);
    if (!WORDS.has(word)) return null;
    if (word === "latter" || word === "former") return { found: this.#ordinal(view, i, word) };
    const count = ALONE.get(word);
    if (count !== undefined && this.#standsAlone(view, i, word)) return { found: this.#both(view, i, count) };
    if (/^(?:men|women|statesmen)$/.test(word) && /^(?:two|both)$/.test(wordAt(view, i - 1)))
      return { found: this.officials(view, wordAt(view, i - 2) === "the" ? i - 2 : i - 1, i, 2) };
    if (/^(?:host|guest|visitor)$/.test(word) && /^(?:NOUN|PROPN)$/.test(token(view, i).upos))
      return { found: this.#companion(view, i, owners) };
    return null;
  }

  #standsAlone(view: SentenceView, i: number, word: string): boolean {
    const t = token(view, i);
    if (!["nsubj", "obj", "obl", "iobj", "nmod", "conj"].includes(relation(t))) return false;
    const next = view.tokens[i + 1];
    if (next !== undefined && (/^(?:NOUN|ADJ|PROPN|NUM|DET)$/.test(next.upos) || next.form === "of"))
      return false;
    if (/^(?:both|neither|each)$/.test(word)) return true;
    const before = wordAt(view, i - 1);
    return before === "the" || (before === "all" && /^(?:three|four)$/.test(word));
  }

  #both(view: SentenceView, i: number, count: number): boolean {
    const subject = this.#focus.localSubject(view, i);
    const doer =
      subject < 0 || subject === i ? undefined : this.#focus.mentionAt(view.at, subject)?.entities[0];
    const doers = this.#focus.doers(view, i);
    const actor = (e: Entity) =>
      e.id !== doer?.id &&
      !doers.has(this.#focus.stateOf(e)?.id ?? e.id) &&
      (e.type === "Country" || e.type === "Official" || e.type === "Organization")
        ? e
        : null;
    const state = (e: Entity) => (actor(e) === null ? null : this.#focus.stateOf(e));
    const person = (e: Entity, m: ResolvedMention) => (actor(e) === null ? null : this.#person(e, m));
    const acting =
      relation(token(view, i)) === "nsubj" && /^(?:two|pair|duo|trio|three|four)$/.test(wordAt(view, i));
    const alike =
      this.#ofDifferentStates(this.#focus.justNamed(view, i, count, person)) ??
      this.#ofDifferentStates(this.#focus.justNamed(view, i, count, actor)) ??
      this.#ofDifferentStates(this.#focus.joined(view, i, count, actor, { reach: acting ? 8 : 1 })) ??
      (acting ? this.#focus.leading(view, i, count, person) : null) ??
      this.#focus.leading(view, i, count, state) ??
      this.#ofDifferentStates(this.#focus.together(view, i, count, actor));
    const found = alike === null ? null : this.#ofOneKind(view, i, count, alike, person);
    if (found === null) return false;
    const first = /^(?:the|all)$/.test(wordAt(view, i - 1)) ? i - 1 : i;
    this.#book.refer(view, first, i, found.entities, "both of those named before", found.mention);
    return true;
  }

  #person(entity: Entity, mention: ResolvedMention): Entity | null {
    return entity.type === "Official" || this.#book.isOffice(mention) ? entity : null;
  }

  /** A person and a state are no pair where "the two" act: the two persons most told of are. */
  #ofOneKind(view: SentenceView, i: number, count: number, found: Together, person: As): Together {
    const officials = found.entities.filter((entity) => entity.type === "Official").length;
    const office = this.#book.isOffice(found.mention);
    if (office || officials === 0 || officials === found.entities.length) return found;
    const persons = relation(token(view, i)) === "nsubj" ? this.#focus.leading(view, i, count, person) : null;
    return persons ?? found;
  }

  /** Null where a person stands beside the own state or the organization served: no two parties. */
  #ofDifferentStates(found: Together | null): Together | null {
    const served = (entity: Entity) => this.#focus.stateOf(entity)?.id ?? entity.id;
    const own = found?.entities.some(
      (one) =>
        one.type === "Official" &&
        found.entities.some((e) => e.type !== "Official" && served(e) === served(one)),
    );
    return own === true ? null : found;
  }

  /** "The two men": the officials, named or not, who were last put together. */
  officials(view: SentenceView, first: number, i: number, count: number): boolean {
    const found = this.#focus.together(view, first, count, (e, m) => this.#person(e, m));
    if (found === null) return false;
    this.#book.refer(view, first, i, found.entities, "the persons named before", found.mention);
    return true;
  }

  /** "His host", "her guest": the other person spoken of. */
  #companion(view: SentenceView, i: number, owners: Map<number, Entity[]>): boolean | undefined {
    const owner = owners.get(i - 1)?.[0];
    if (owner === undefined || owner.type !== "Official") {
      if (!/^(?:his|her)$/i.test(view.tokens[i - 1]?.form ?? "")) return undefined;
    }
    const subject = this.#focus.subjectBefore(view, i - 1, i);
    for (const mention of this.#focus.actorsBefore(view.at, i - 1, 8)) {
      const [entity] = mention.entities;
      const other =
        entity !== undefined &&
        entity.type === "Official" &&
        entity.id !== owner?.id &&
        entity.id !== subject?.id;
      if (!other || mention.entities.length > 1) continue;
      this.#book.refer(view, i - 1, i, [entity], "the other person named before", mention);
      return true;
    }
    return false;
  }

  /** "The latter", "the former": the second or first of a pair. */
  #ordinal(view: SentenceView, i: number, word: string): boolean | undefined {
    const next = view.tokens[i + 1];
    if (wordAt(view, i - 1) !== "the" || (next !== undefined && /^(?:NOUN|PROPN|ADJ)$/.test(next.upos)))
      return undefined;
    const actor = (e: Entity) =>
      e.type === "Country" || e.type === "Official" || e.type === "Organization" ? e : null;
    const pair = this.#focus.justNamed(view, i, 2, actor) ?? this.#focus.together(view, i, 2, actor);
    const entity = pair?.entities[word === "latter" ? 1 : 0];
    if (pair === null || entity === undefined) return false;
    this.#book.refer(view, i - 1, i, [entity], `the ${word} of those named before`, pair.mention);
    return true;
  }

  /** "The two sides", "both countries": those put together before; without a number, however many they were. */
  several(view: SentenceView, first: number, i: number, count: number | null): boolean {
    const found = this.states(view, first, i, count);
    if (found === null) return false;
    this.#book.refer(view, first, i, found.entities, "the sides named before", found.mention);
    return true;
  }

  /** The states (for "sides" and "parties" organizations too) of which the article was just telling. */
  states(view: SentenceView, first: number, i: number, count: number | null): Together | null {
    const sides = /^(?:side|sides|party|parties)$/.test(wordAt(view, i));
    const doers = this.#focus.doers(view, i);
    const as = (entity: Entity): Entity | null => {
      const state = this.#focus.stateOf(entity);
      const party = sides && this.#isParty(entity) ? entity : state;
      return party === null || doers.has(party.id) || (state !== null && doers.has(state.id)) ? null : party;
    };
    const accept = /^neighbou?rs?$/.test(wordAt(view, i))
      ? (entities: Entity[]) => this.#border(entities)
      : () => true;
    if (count === null) {
      const joined = this.#focus.joined(view, first, null, as, { reach: 2, accept });
      if (joined !== null && joined.entities.length > 2) return joined;
    }
    const number = count ?? 2;
    return (
      this.#focus.joined(view, first, number, as, { reach: 0, accept, aside: true }) ??
      (sides ? null : this.#focus.justNamed(view, first, number, as, accept)) ??
      this.#focus.leading(view, first, number, as, accept) ??
      this.#focus.together(view, first, number, as, accept)
    );
  }

  /** Organizations that no state stands for: "both sides" may be a union of states or rebels, an army or a delegation is its state. */
  #isParty(entity: Entity): boolean {
    if (entity.type !== "Organization") return false;
    return entity.country === null || this.#known.organizationKind.get(entity.id) === "armed-group";
  }

  /** Whether each of the states borders another of them. */
  #border(entities: Entity[]): boolean {
    return entities.every((a) => {
      const beside = this.#known.borders.get(a.id) ?? [];
      return entities.some((b) => beside.includes(b.id));
    });
  }
}
