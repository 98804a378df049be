import type { Entity } from "../ontology/index.js";
import type { MentionBook } from "./book.js";
import type { Context } from "./context.js";
import type { Focus } from "./focus.js";
import { describedOrganization, type GroupPhrase } from "./groups.js";
import type { Knowledge } from "./knowledge.js";
import { neighbourOf } from "./neighbours.js";
import { Phrases } from "./phrases.js";
import { forms, readTable } from "./tables.js";
import { fold, words } from "./text.js";
import type { ResolvedMention } from "./types.js";
import { childrenBy, relation, type SentenceView, textOf, token, wordAt } from "./view.js";

type Refers = "country" | "organization";

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

/** Resolves descriptions of what was named before: "the bloc", "the two sides", "the latter", "its army". */
export class Descriptions {
  readonly #known: Knowledge;
  readonly #book: MentionBook;
  readonly #focus: Focus;
  readonly #context: Context;

  constructor(known: Knowledge, book: MentionBook, focus: Focus, context: Context) {
    this.#known = known;
    this.#book = book;
    this.#focus = focus;
    this.#context = context;
  }

  /** Undefined where the token heads no description; else whether an antecedent was found. */
  resolve(view: SentenceView, i: number, owners: Map<number, Entity[]>): boolean | undefined {
    const t = token(view, i);
    const word = fold(t.form);
    if (this.#book.covering(view.at, i) !== undefined) return undefined;
    if (word === "latter" || word === "former") return this.#ordinal(view, i, word);
    if ((word === "both" || word === "two") && this.#standsAlone(view, i)) return this.#both(view, i);
    if (t.upos !== "NOUN" && t.upos !== "PROPN") return undefined;
    if (/^(?:host|guest|interlocutor|visitor)$/.test(word)) return this.#companion(view, i, owners);
    const match = (i > 0 ? this.#endingAt(view, i) : undefined) ?? descriptions().longest(view.tokens, i);
    if (match === undefined || match.last !== i + 1) return undefined;
    const [description] = match.values;
    if (description === undefined) return undefined;
    const first = this.#start(view, match.first);
    const determiner = wordAt(view, first);
    if (!DEFINITE.has(determiner) && NUMBERS[determiner] === undefined) return undefined;
    if (this.#complemented(view, i)) return undefined;
    return description.refers === "country"
      ? this.#country(view, first, i, description, owners)
      : this.#organization(view, first, i, description);
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
      const word = fold(t.form);
      if (DEFINITE.has(word) || NUMBERS[word] !== undefined) {
        first = j;
        const before = wordAt(view, j - 1);
        if (DEFINITE.has(before) && word !== "the") return j - 1;
        return j;
      }
      if (t.upos !== "ADJ" && t.upos !== "NUM" && t.upos !== "NOUN" && t.upos !== "PROPN") break;
    }
    return first;
  }

  /** "The side of the road", "the country that …" do not stand for something named. */
  #complemented(view: SentenceView, i: number): boolean {
    return childrenBy(view, i, "nmod").some((c) => c > i && wordAt(view, i + 1) === "of");
  }

  #standsAlone(view: SentenceView, i: number): boolean {
    const t = token(view, i);
    if (!["nsubj", "obj", "obl", "iobj", "nmod", "conj"].includes(relation(t))) return false;
    const next = view.tokens[i + 1];
    if (next !== undefined && /^(?:NOUN|ADJ|PROPN|NUM|DET)$/.test(next.upos)) return false;
    return fold(t.form) === "both" || wordAt(view, i - 1) === "the";
  }

  #both(view: SentenceView, i: number): boolean {
    const found = this.#focus.together(view, i, 2, (e) =>
      e.type === "Country" || e.type === "Official" || e.type === "Organization" ? e : null,
    );
    if (found === null) return false;
    this.#add(
      view,
      wordAt(view, i - 1) === "the" ? i - 1 : i,
      i,
      found.entities,
      "both of those named before",
      found.mention,
    );
    return true;
  }

  /** "His host", "her guest": the other person spoken of. */
  #companion(view: SentenceView, i: number, owners: Map<number, Entity[]>): boolean | undefined {
    const owner = owners.get(i - 1)?.[0];
    if (owner === undefined || owner.type !== "Official") {
      if (!/^(?:his|her)$/i.test(view.tokens[i - 1]?.form ?? "")) return undefined;
    }
    const subject = this.#subjectBefore(view, i - 1, i);
    for (const mention of this.#focus.actorsBefore(view.at, i - 1, 8)) {
      const [entity] = mention.entities;
      const other =
        entity !== undefined &&
        entity.type === "Official" &&
        entity.id !== owner?.id &&
        entity.id !== subject?.id;
      if (!other || mention.entities.length > 1) continue;
      this.#add(view, i - 1, i, [entity], "the other person named before", mention);
      return true;
    }
    return false;
  }

  /** "The latter", "the former": the second or first of a pair. */
  #ordinal(view: SentenceView, i: number, word: string): boolean | undefined {
    const next = view.tokens[i + 1];
    if (wordAt(view, i - 1) !== "the" || (next !== undefined && /^(?:NOUN|PROPN|ADJ)$/.test(next.upos)))
      return undefined;
    const pair = this.#focus.together(view, i, 2, (e) =>
      e.type === "Country" || e.type === "Official" || e.type === "Organization" ? e : null,
    );
    const entity = pair?.entities[word === "latter" ? 1 : 0];
    if (pair === null || entity === undefined) return false;
    this.#add(view, i - 1, i, [entity], `the ${word} of those named before`, pair.mention);
    return true;
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
      return this.#several(view, first, i, number ?? 2);
    const island = between.includes("island") || description.kinds.has("islands");
    if (plural || /^(?:power|capital|ally)s?$/.test(word) || (word === "state" && !island)) return undefined;
    if (/^neighbou?r$/.test(word) || (word === "side" && between.includes("other")))
      return this.#other(view, first, i, owners);
    if (word === "side") return undefined;
    const fits = (entity: Entity) =>
      island
        ? this.#known.borders.get(entity.id)?.length === 0
        : description.kinds.size === 0 || description.kinds.has(entity.id);
    const mention = this.#ownerState(view, first, owners);
    if (mention !== null && fits(mention)) {
      this.#add(view, first, i, [mention], "country of the owner", null);
      return true;
    }
    const antecedent = this.#focus.antecedent(
      view,
      first,
      (m) => m.entities.length === 1 && m.entities[0]?.type === "Country" && fits(m.entities[0]),
      { own: true, reach: description.kinds.size > 0 ? 12 : 4 },
    );
    if (antecedent === null) {
      const [only] = [...description.kinds];
      const fixed =
        only === undefined || /^[a-z]/.test(token(view, i).form)
          ? undefined
          : this.#known.countries.get(only);
      if (fixed === undefined) return false;
      this.#add(view, first, i, [fixed], "description of the country", null);
      return true;
    }
    this.#add(view, first, i, antecedent.entities, "description of the country", antecedent);
    return true;
  }

  #ownerState(view: SentenceView, first: number, owners: Map<number, Entity[]>): Entity | null {
    const [entity] = owners.get(first) ?? [];
    if (!/^(?:his|her|our|their)$/.test(wordAt(view, first)) || entity === undefined) return null;
    return this.#focus.stateOf(entity);
  }

  /** "Its northern neighbour", "the other side": the bordering state, or the state last named beside the owner. */
  #other(view: SentenceView, first: number, i: number, owners: Map<number, Entity[]>): boolean {
    const owner = owners.get(first)?.[0] ?? this.#subjectBefore(view, first, i);
    const ownState = owner === undefined ? null : this.#focus.stateOf(owner);
    const neighbour = /^neighbou?r$/.test(wordAt(view, i));
    const around = view.tokens.slice(first, i + 4).map((t) => fold(t.form));
    if (neighbour && ownState !== null) {
      const state = neighbourOf(this.#known, ownState, around, this.#context.named);
      if (state !== null) {
        this.#add(view, first, i, [state], "neighbour of the country", null);
        return true;
      }
    }
    for (const mention of this.#focus.actorsBefore(view.at, first, 30)) {
      const [entity] = mention.entities;
      const state = entity === undefined || mention.entities.length > 1 ? null : this.#focus.stateOf(entity);
      if (state === null || state.id === ownState?.id || mention.kind === "demonym") continue;
      if (neighbour && ownState !== null && !this.#known.borders.get(ownState.id)?.includes(state.id))
        continue;
      this.#add(view, first, i, [state], "the other of those named before", mention);
      return true;
    }
    return false;
  }

  /** The clause's subject before the phrase, else the state last named before it in the sentence. */
  #subjectBefore(view: SentenceView, first: number, i: number): Entity | undefined {
    const subject = this.#focus.localSubject(view, i);
    const mention = subject >= 0 && subject < first ? this.#focus.mentionAt(view.at, subject) : undefined;
    if (mention !== undefined) return mention.entities[0];
    for (const other of this.#focus.actorsBefore(view.at, first, 0))
      if (other.entities[0]?.type === "Country") return other.entities[0];
    return undefined;
  }

  #several(view: SentenceView, first: number, i: number, count: number): boolean {
    const sides = /^(?:side|sides|party|parties)$/.test(wordAt(view, i));
    const as = (entity: Entity): Entity | null => {
      if (entity.type === "Country") return entity;
      if (entity.type === "Official") return this.#focus.stateOf(entity);
      return sides && entity.type === "Organization" ? entity : null;
    };
    const found = this.#focus.leading(view, first, count) ?? this.#focus.together(view, first, count, as);
    if (found === null) return false;
    this.#add(view, first, i, found.entities, "the sides named before", found.mention);
    return true;
  }

  #organization(view: SentenceView, first: number, i: number, description: Description): boolean | undefined {
    if (/^(?:his|her|its|their|our)$/.test(wordAt(view, first))) return undefined;
    const fits = (m: ResolvedMention) => {
      const [entity] = m.entities;
      if (m.entities.length !== 1 || entity?.type !== "Organization") return false;
      const kind = this.#known.organizationKind.get(entity.id);
      return kind === undefined ? this.#sameNoun(entity, view, i) : description.kinds.has(kind);
    };
    const antecedent = this.#focus.antecedent(view, first, fits, { own: true, reach: 8 });
    if (antecedent === null) return undefined;
    this.#add(view, first, i, antecedent.entities, "description of the organization", antecedent);
    return true;
  }

  #sameNoun(entity: Entity, view: SentenceView, i: number): boolean {
    return entity.id.endsWith(wordAt(view, i)) || fold(entity.name).includes(wordAt(view, i));
  }

  /** "Its army", "the junta", "the ministry": an organization of the owner's state, or of the state spoken of. */
  group(view: SentenceView, group: GroupPhrase, owners: Map<number, Entity[]>): boolean {
    if (this.#book.covering(view.at, group.head) !== undefined) return true;
    if (group.of !== null) return this.#ofOrganization(view, group, group.of);
    if (group.owner === null && this.resolve(view, group.head, owners) === true) return true;
    const owner = group.owner === null ? null : this.#groupOwner(view, group, owners);
    if (group.kind === "government" || group.kind === "side") return this.#government(view, group, owner);
    if (owner !== null) {
      this.#addGroup(view, group, owner.id, "organization of the owner's country");
      return true;
    }
    if (group.owner !== null || group.kind === "party") return true;
    if (!this.#standalone(group)) return true;
    const country = this.#context.at(view.at, group.head);
    if (country === null) return false;
    this.#addGroup(view, group, country.id, "organization of the country spoken of");
    return true;
  }

  /** Bodies of which a state has one, so that "the army" says which. */
  #standalone(group: GroupPhrase): boolean {
    const noun = group.what.at(-1) ?? "";
    const one =
      /^(?:army|military|junta|opposition|parliament|police|rebels|judiciary|presidency|ministry)$/.test(
        noun,
      );
    return one && (group.determiner === "the" || group.what.length > 1 || noun === "police");
  }

  #groupOwner(view: SentenceView, group: GroupPhrase, owners: Map<number, Entity[]>): Entity | null {
    const entities =
      group.owner === null
        ? []
        : (owners.get(group.owner) ?? this.#focus.mentionAt(view.at, group.owner)?.entities ?? []);
    const [entity] = entities;
    if (entity === undefined) {
      const found = this.#focus.antecedent(
        view,
        group.first,
        (m) => m.entities.length === 1 && m.entities[0]?.type === "Country",
        { own: true },
      );
      return found?.entities[0] ?? null;
    }
    return entities.length > 1 ? null : this.#focus.stateOf(entity);
  }

  #government(view: SentenceView, group: GroupPhrase, owner: Entity | null): boolean {
    if (
      group.kind === "side" ||
      !/^(?:government|authorities|leadership|administration|cabinet|regime)$/.test(group.what.at(-1) ?? "")
    )
      return true;
    if (group.what.length > 1 || (group.determiner !== "the" && owner === null)) return true;
    const country = owner ?? this.#context.at(view.at, group.head);
    if (country === null) return false;
    this.#add(view, group.first, group.head, [country], "government of the country spoken of", null);
    return true;
  }

  #ofOrganization(view: SentenceView, group: GroupPhrase, of: Entity): boolean {
    if (group.kind === "government" || group.kind === "side") {
      if (of.type === "Organization")
        this.#add(view, group.first, group.last - 1, [of], "government of the organization", null);
      return true;
    }
    if (group.kind === "party" && of.type === "Region") return true;
    const name = textOf(view, group.determiner === "" ? group.first : group.first + 1, group.last);
    const entity = describedOrganization([...words(of.name), ...group.what], name, of.country);
    this.#book.add(view, {
      first: group.first,
      last: group.last,
      head: group.head,
      kind: "name",
      entities: [entity],
      rule: "body of an organization or territory",
    });
    return true;
  }

  #addGroup(view: SentenceView, group: GroupPhrase, country: string, rule: string): void {
    const name = textOf(view, group.core, group.coreLast);
    const entity = describedOrganization(group.what, name, country);
    this.#book.add(view, {
      first: group.first,
      last: group.last,
      head: group.head,
      kind: "anaphor",
      entities: [entity],
      rule,
    });
  }

  #add(
    view: SentenceView,
    first: number,
    i: number,
    entities: Entity[],
    rule: string,
    antecedent: ResolvedMention | null,
  ): void {
    this.#book.add(view, {
      first,
      last: i + 1,
      head: Math.max(first, i),
      kind: "anaphor",
      entities,
      rule,
      antecedent,
    });
  }
}
