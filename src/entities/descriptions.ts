import type { Entity } from "../ontology/index.js";
import { statesOfArea } from "./areas.js";
import type { MentionBook } from "./book.js";
import type { Context } from "./context.js";
import type { Focus } from "./focus.js";
import type { Knowledge } from "./knowledge.js";
import { neighbourOf } from "./neighbours.js";
import { Pairs } from "./pairs.js";
import { Phrases } from "./phrases.js";
import { forms, readTable } from "./tables.js";
import { fold, words } from "./text.js";
import type { ResolvedMention } from "./types.js";
import { childrenBy, relation, type SentenceView, token, wordAt } from "./view.js";

type Refers = "country" | "countries" | "organization" | "region";

interface Description {
  refers: Refers;
  kinds: Set<string>;
}

let table: Phrases<Description> | null = null;

function descriptions(): Phrases<Description> {
  if (table !== null) return table;
  table = new Phrases<Description>();
  for (const row of readTable("descriptions.tsv", ["noun", "refers", "kinds"])) {
    const value: Description = { refers: row.refers as Refers, kinds: new Set(forms(row.kinds)) };
    table.add(row.noun, value);
    table.add(/[^aeiou]y$/.test(row.noun) ? row.noun.replace(/y$/, "ies") : `${row.noun}s`, value);
  }
  return table;
}

const DEFINITE = new Set([
  "the",
  "this",
  "that",
  "his",
  "her",
  "its",
  "their",
  "our",
  "these",
  "those",
  "both",
  "neither",
  "each",
  "either",
  "all",
]);
const NUMBERS: Record<string, number> = {
  two: 2,
  both: 2,
  neither: 2,
  either: 2,
  each: 2,
  three: 3,
  four: 4,
};

/** Resolves descriptions of what was named before: "the bloc", "the kingdom", "its neighbour". */
export class Descriptions {
  readonly #known: Knowledge;
  readonly #book: MentionBook;
  readonly #focus: Focus;
  readonly pairs: Pairs;
  readonly #context: Context;

  constructor(known: Knowledge, book: MentionBook, focus: Focus, context: Context) {
    this.#known = known;
    this.#book = book;
    this.#focus = focus;
    this.pairs = new Pairs(known, book, focus);
    this.#context = context;
  }

  /** Undefined where the token heads no description; else whether an antecedent was found. `inside`: also where it is part of a name with its title. */
  resolve(
    view: SentenceView,
    i: number,
    owners: Map<number, Entity[]>,
    inside: boolean,
  ): boolean | undefined {
    const t = token(view, i);
    const word = wordAt(view, i);
    const isNoun = t.upos === "NOUN" || t.upos === "PROPN";
    if (!isNoun && !this.pairs.isWord(view, i)) return undefined;
    if (!inside && this.#book.covering(view.at, i) !== undefined) return undefined;
    const pair = this.pairs.resolve(view, i, owners);
    if (pair !== null) return pair.found;
    if (!isNoun) return undefined;
    const match = (i > 0 ? this.#endingAt(view, i) : undefined) ?? descriptions().longest(view.tokens, i);
    if (match === undefined || match.last !== i + 1) return undefined;
    const [description] = match.values;
    if (description === undefined) return undefined;
    const first = this.#start(view, match.first);
    if (description.refers === "countries") return this.#countries(view, first, i, description);
    const determiner = wordAt(view, first);
    if (!DEFINITE.has(determiner) && NUMBERS[determiner] === undefined) return undefined;
    const told = t.deprel === "compound" || (this.#complemented(view, i) && !/^(?:north|south)$/.test(word));
    if (told) return undefined;
    switch (description.refers) {
      case "country":
        return this.#country(view, first, i, description, owners);
      case "organization":
        return this.#organization(view, first, i, description);
      case "region":
        return this.#region(view, first, i, description);
    }
  }

  /** A description of several words that ends at the token ("Islamic Republic"). */
  #endingAt(view: SentenceView, i: number) {
    const match = descriptions().longest(view.tokens, i - 1);
    return match !== undefined && match.last === i + 1 ? match : undefined;
  }

  #start(view: SentenceView, noun: number): number {
    let first = noun;
    for (let j = noun - 1; j >= view.start && noun - j < 5; j--) {
      const t = token(view, j);
      const word = wordAt(view, j);
      if (DEFINITE.has(word) || NUMBERS[word] !== undefined) {
        first = j;
        const before = wordAt(view, j - 1);
        if (/^(?:the|both|all|these|those)$/.test(before) && word !== "the") return j - 1;
        return j;
      }
      const joined = t.form === "-" && token(view, j - 1).upos === "NUM";
      if (!joined && !/^(?:ADJ|NUM|NOUN|PROPN)$/.test(t.upos)) break;
    }
    return first;
  }

  /** "The side of the road", "the country that …" do not stand for something named. */
  #complemented(view: SentenceView, i: number): boolean {
    return childrenBy(view, i, "nmod").some((c) => c > i && wordAt(view, i + 1) === "of");
  }

  #country(
    view: SentenceView,
    first: number,
    i: number,
    description: Description,
    owners: Map<number, Entity[]>,
  ): boolean | undefined {
    const word = wordAt(view, i);
    const between = view.tokens.slice(first, i).map((t) => fold(t.form));
    const number = between.map((w) => NUMBERS[w]).find((n) => n !== undefined);
    const plural = /^NNP?S$/.test(token(view, i).xpos) || (word.endsWith("s") && !word.endsWith("ss"));
    if (
      number !== undefined ||
      (plural &&
        /^(?:sides|neighbours|neighbors|parties|countries|nations)$/.test(word) &&
        between[0] === "the")
    )
      return this.pairs.several(view, first, i, number ?? null);
    const area = statesOfArea(view, first, word === "archipelago" ? i - 1 : i);
    if (plural || /^(?:power|capital|ally)s?$/.test(word) || (word === "state" && area === null))
      return undefined;
    if (/^neighbou?r$/.test(word) || (word === "side" && between.includes("other")))
      return this.#other(view, first, i, owners);
    if (word === "side") return undefined;
    if (word === "north" || word === "south") return this.#half(view, first, i, description);
    const fits = (entity: Entity) =>
      (area === null || area.has(entity.id)) &&
      (description.kinds.size === 0 || description.kinds.has(entity.id));
    const mention = this.#ownerState(view, first, owners);
    if (mention !== null && fits(mention)) {
      this.#book.refer(view, first, i, [mention], "country of the owner", null);
      return true;
    }
    const antecedent = this.#focus.antecedent(
      view,
      first,
      (m) => m.entities.length === 1 && m.entities[0]?.type === "Country" && fits(m.entities[0]),
      { own: this.#modifies(view, i), reach: description.kinds.size > 0 || area !== null ? 12 : 4 },
    );
    if (antecedent === null) {
      const meant = area === null && description.kinds.size === 0 ? null : this.#onlyOne(view, first, fits);
      if (meant !== null) {
        this.#book.refer(view, first, i, [meant], "description of the country", null);
        return true;
      }
      const [only] = [...description.kinds];
      const fixed =
        only === undefined || /^[a-z]/.test(token(view, i).form)
          ? undefined
          : this.#known.countries.get(only);
      if (fixed === undefined) return false;
      this.#book.refer(view, first, i, [fixed], "description of the country", null);
      return true;
    }
    this.#book.refer(view, first, i, antecedent.entities, "description of the country", antecedent);
    return true;
  }

  /** The one state that the last sentences name in any way, adjectives and titles included, and that fits. */
  #onlyOne(view: SentenceView, first: number, fits: (entity: Entity) => boolean): Entity | null {
    const states = new Map<string, Entity>();
    for (const mention of this.#book.before(view.at, first, 3))
      for (const entity of mention.entities) {
        const state = this.#focus.stateOf(entity);
        if (state !== null && fits(state)) states.set(state.id, state);
      }
    const [only] = states.values();
    return states.size === 1 && only !== undefined ? only : null;
  }

  /** "The two Koreas", "the Baltic states": the states that the words name together. */
  #countries(view: SentenceView, first: number, i: number, description: Description): boolean {
    const states = [...description.kinds]
      .map((id) => this.#known.countries.get(id))
      .filter((state) => state !== undefined);
    this.#book.refer(view, first, i, states, "states named together", null);
    return true;
  }

  /** "The North", "the South": the half of Korea, where the article names either. */
  #half(view: SentenceView, first: number, i: number, description: Description): boolean | undefined {
    const [id] = description.kinds;
    const state = id === undefined ? undefined : this.#known.countries.get(id);
    const next = view.tokens[i + 1];
    const alone = next === undefined || !/^(?:NOUN|PROPN|ADJ)$/.test(next.upos);
    const korea = this.#context.named.has("PRK") || this.#context.named.has("KOR");
    if (state === undefined || !alone || !korea || /^[a-z]/.test(token(view, i).form)) return undefined;
    if (wordAt(view, first) !== "the" || first + 1 !== i) return undefined;
    this.#book.refer(view, first, i, [state], "half of the country", null);
    return true;
  }

  /** "The kingdom's army" may be the subject's own; "the kingdom" as an object is not the subject. */
  #modifies(view: SentenceView, i: number): boolean {
    return (
      !["obj", "iobj", "obl"].includes(relation(token(view, i))) ||
      token(view, i + 1 < view.tokens.length ? i + 1 : i).xpos === "POS"
    );
  }

  #ownerState(view: SentenceView, first: number, owners: Map<number, Entity[]>): Entity | null {
    const [entity] = owners.get(first) ?? [];
    if (!/^(?:his|her|our|their)$/.test(wordAt(view, first)) || entity === undefined) return null;
    return this.#focus.stateOf(entity);
  }

  /** "Rwanda, her neighbour to the north": the state beside whose name the description stands. */
  #apposed(view: SentenceView, i: number): Entity | null {
    const { head } = token(view, i);
    if (relation(token(view, i)) !== "appos" || head < 0) return null;
    const [entity] = this.#focus.mentionAt(view.at, head)?.entities ?? [];
    return entity?.type === "Country" ? entity : null;
  }

  /** "Its northern neighbour", "the other side": the bordering state, or the state last named beside the owner. */
  #other(view: SentenceView, first: number, i: number, owners: Map<number, Entity[]>): boolean {
    const owner = owners.get(first)?.[0] ?? this.#focus.subjectBefore(view, first, i);
    const ownState = owner === undefined ? null : this.#focus.stateOf(owner);
    const apposed = this.#apposed(view, i);
    if (apposed !== null) {
      this.#book.refer(view, first, i, [apposed], "description beside the country's name", null);
      return true;
    }
    const neighbour = /^neighbou?r$/.test(wordAt(view, i));
    const around = view.tokens.slice(first, i + 4).map((t) => fold(t.form));
    if (neighbour && ownState !== null) {
      const state = neighbourOf(this.#known, ownState, around, this.#context.named);
      if (state !== null) {
        this.#book.refer(view, first, i, [state], "neighbour of the country", null);
        return true;
      }
    }
    const by = this.#focus.localSubject(view, i);
    const doer = by < 0 || by === i ? undefined : this.#focus.mentionAt(view.at, by)?.entities[0];
    const subject = doer === undefined ? null : this.#focus.stateOf(doer);
    for (const mention of this.#focus.actorsBefore(view.at, first, 30)) {
      const [entity] = mention.entities;
      const state = entity === undefined || mention.entities.length > 1 ? null : this.#focus.stateOf(entity);
      if (state === null || state.id === ownState?.id || mention.kind === "demonym") continue;
      if (state.id === subject?.id) continue;
      if (neighbour && ownState !== null && !this.#known.borders.get(ownState.id)?.includes(state.id))
        continue;
      this.#book.refer(view, first, i, [state], "the other of those named before", mention);
      return true;
    }
    return false;
  }

  /** "The peninsula", "the breakaway region" after Crimea was named; "the city" after Aleppo. */
  #region(view: SentenceView, first: number, i: number, description: Description): boolean | undefined {
    if (!/^(?:the|this|that)$/.test(wordAt(view, first))) return undefined;
    const town = description.kinds.has("city");
    const fits = (m: ResolvedMention) => {
      const [entity] = m.entities;
      if (m.entities.length !== 1 || entity?.type !== "Region") return false;
      const kind = this.#known.regionKind.get(entity.id);
      return kind === undefined || (kind === "city") === town;
    };
    const antecedent = this.#focus.antecedent(view, first, fits, { own: true, reach: 3 });
    if (antecedent === null) return undefined;
    this.#book.refer(view, first, i, antecedent.entities, "description of the territory", antecedent);
    return true;
  }

  #organization(view: SentenceView, first: number, i: number, description: Description): boolean | undefined {
    if (/^(?:his|her|its|their|our)$/.test(wordAt(view, first))) return undefined;
    const fits = (m: ResolvedMention) => {
      const [entity] = m.entities;
      if (m.entities.length !== 1 || entity?.type !== "Organization") return false;
      const kind = this.#known.organizationKind.get(entity.id);
      return (kind !== undefined && description.kinds.has(kind)) || this.#sameNoun(entity, view, i);
    };
    // "The rebels" are those who were called so before others of the kind.
    const called = (m: ResolvedMention) =>
      fits(m) && this.#focus.view(m.sentence).words.slice(m.first, m.last).includes(wordAt(view, i));
    const antecedent =
      this.#focus.antecedent(view, first, called, { own: true, reach: 3 }) ??
      this.#focus.antecedent(view, first, fits, { own: true, reach: 8 });
    if (antecedent === null) return undefined;
    this.#book.refer(view, first, i, antecedent.entities, "description of the organization", antecedent);
    return true;
  }

  #sameNoun(entity: Entity, view: SentenceView, i: number): boolean {
    const word = wordAt(view, i);
    return (
      [entity.name, ...entity.aliases].some((name) => words(name).includes(word)) || entity.id.endsWith(word)
    );
  }
}
