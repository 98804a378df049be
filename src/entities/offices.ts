import type { Entity } from "../ontology/index.js";
import type { MentionBook } from "./book.js";
import type { Cast } from "./cast.js";
import type { Context } from "./context.js";
import type { As, Focus, Together } from "./focus.js";
import type { OfficeClass } from "./knowledge.js";
import { mayMean, meant } from "./office-classes.js";
import type { OfficePhrase } from "./office-phrases.js";
import type { Person } from "./person.js";
import { registry } from "./registry.js";
import { statesAfter, statesOfOffice } from "./states-of-offices.js";
import { capitalized } from "./text.js";
import type { ResolvedMention } from "./types.js";
import { childrenBy, headOf, relation, type SentenceView, token, wordAt } from "./view.js";

const CROWNS = /\b(?:king|queen|emir|sultan|pope|emperor)\b/;

/** Offices of which there is one in a state: unnamed, their holder stands for the state. */
const SINGLE = new Set<OfficeClass>([
  "head-of-state",
  "monarch",
  "head-of-government",
  "foreign-minister",
  "minister",
  "spokesman",
  "envoy",
  "adviser",
  "military",
  "official",
  "legislator",
  "chief",
]);

/** Resolves offices without a name beside them: "the premier", "his Armenian counterpart", "Sweden's king". */
export class Offices {
  readonly #book: MentionBook;
  readonly #focus: Focus;
  readonly #cast: Cast;
  readonly #context: Context;
  readonly #date: string | null;

  constructor(book: MentionBook, focus: Focus, cast: Cast, context: Context, date: string | null) {
    this.#book = book;
    this.#focus = focus;
    this.#cast = cast;
    this.#context = context;
    this.#date = date;
  }

  /** Adds a mention; true also where the phrase means nobody in particular. */
  resolve(view: SentenceView, office: OfficePhrase, owners: Map<number, Entity[]>): boolean {
    if (
      this.#book.of(view.at).some((m) => m.first <= office.head && office.head < m.last && m.kind === "name")
    )
      return true;
    // Who came before or after is another than those who hold the office.
    if (/^(?:predecessor|successor)s?$/.test(wordAt(view, office.head))) return true;
    if (office.counterpart) return this.#counterpart(view, office, owners);
    if (office.plural) return this.#several(view, office, owners);
    const country = office.country ?? this.#owner(view, office, owners);
    if (country !== null && country.type === "Country") return this.#ofCountry(view, office, country);
    const served = office.serves ?? (country?.type === "Organization" ? country : null);
    if (served !== null) return this.#ofOrganization(view, office, served);
    return this.#bare(view, office);
  }

  /** Who a possessive before the office means: the state, or the organization. */
  #owner(view: SentenceView, office: OfficePhrase, owners: Map<number, Entity[]>): Entity | null {
    if (office.owner === null) return null;
    const entities = owners.get(office.owner) ?? this.#focus.mentionAt(view.at, office.owner)?.entities ?? [];
    const [entity] = entities;
    if (entity === undefined) {
      const found = this.#focus.antecedent(
        view,
        office.first,
        (m) => m.entities.length === 1 && m.entities[0]?.type === "Country",
        { own: true },
      );
      return found?.entities[0] ?? null;
    }
    if (entity.type === "Official") return this.#focus.stateOf(entity);
    return entity;
  }

  #matches(person: Person, office: OfficePhrase): boolean {
    // An ambassador is no minister.
    if (/\b(?:ambassador|consul|attach[eé]|nuncio)/i.test(office.role) && person.class !== "envoy")
      return false;
    // Nor is a sultan an emir.
    const crown = CROWNS.exec(office.role.toLowerCase())?.[0];
    const own = CROWNS.exec(person.role?.toLowerCase() ?? "")?.[0];
    if (crown !== undefined && own !== undefined && crown !== own) return false;
    if (person.entity === null || person.class === null)
      return person.holder !== null && meant(office.class).some((c) => this.#heldBy(person, c));
    if (office.deputy !== person.deputy) return false;
    return mayMean(office.class, person.class) || this.#heldBy(person, office.class);
  }

  #heldBy(person: Person, office: OfficeClass): boolean {
    return person.holder?.terms.some((term) => term.class === office) ?? false;
  }

  #ofCountry(view: SentenceView, office: OfficePhrase, country: Entity): boolean {
    const persons = this.#cast.persons.filter(
      (p) =>
        p.country === country.id && p.appearances.length > 0 && p.entity !== null && this.#matches(p, office),
    );
    // "The Kenyan leader" is the president rather than the leader of a party.
    const exact = office.class === "chief" ? [] : persons.filter((p) => p.class === office.class);
    const person = this.#latest(view, office, exact.length > 0 ? exact : persons);
    if (person !== null && !(office.class === "official" && /^an?$/.test(office.determiner))) {
      return this.#person(view, office, person, "office of a person named in the article");
    }
    if (office.former || !SINGLE.has(office.class)) return true;
    const holder = registry().holder(country.id, office.class, this.#date);
    const known = holder === null || office.deputy ? "" : ` (then held by ${holder.entity.name})`;
    this.#add(view, office, [country], `unnamed office holder stands for the country${known}`, null);
    return true;
  }

  #ofOrganization(view: SentenceView, office: OfficePhrase, served: Entity): boolean {
    const persons = this.#cast.persons.filter(
      (p) =>
        p.entity !== null &&
        p.appearances.length > 0 &&
        (p.serves?.id === served.id || this.#ledBy(p, served)),
    );
    const person = this.#latest(
      view,
      office,
      persons.filter((p) => this.#matches(p, office)),
    );
    if (person !== null) return this.#person(view, office, person, "office of a person named in the article");
    if (office.former || !SINGLE.has(office.class)) return true;
    const head =
      office.class === "chief" ||
      office.class === "spokesman" ||
      office.class === "official" ||
      served.country === null;
    if (head) this.#add(view, office, [served], "unnamed office holder stands for the organization", null);
    return true;
  }

  #ledBy(person: Person, served: Entity): boolean {
    return (
      person.holder?.terms.some((term) => term.office.toLowerCase().includes(served.name.toLowerCase())) ??
      false
    );
  }

  /** The person last named before the phrase, else the first named after it. */
  #latest(view: SentenceView, office: OfficePhrase, persons: Person[]): Person | null {
    let best: { person: Person; distance: number } | null = null;
    for (const person of persons) {
      for (const { view: other, first } of person.appearances) {
        const before = other.at < view.at || (other.at === view.at && first < office.first);
        const gap = Math.abs(view.at - other.at) * 100 + Math.abs(office.first - first);
        const distance = before ? gap : gap + 10_000;
        if (best === null || distance < best.distance) best = { person, distance };
      }
    }
    return best?.person ?? null;
  }

  /** "The premier", "the deputy minister": the person last named who holds such an office; else the state spoken of. */
  #bare(view: SentenceView, office: OfficePhrase): boolean {
    if (!/^(?:the|this|that)$/.test(office.determiner)) return true;
    const holders = this.#cast.persons.filter(
      (p) => p.entity !== null && p.appearances.length > 0 && this.#matches(p, office),
    );
    const exact = holders.filter((p) => p.class === office.class);
    const main = this.#principal(view, office, exact.length > 0 ? exact : holders);
    if (main !== null)
      return this.#person(view, office, main, "the main one of several who hold such an office");
    for (const pool of exact.length > 0 ? [exact, holders] : [holders]) {
      for (const mention of this.#focus.actorsBefore(view.at, office.first, 6)) {
        const person = pool.find((p) => p.entity?.id === mention.entities[0]?.id);
        if (person !== undefined && mention.entities.length === 1)
          return this.#person(view, office, person, "office of a person named before", mention);
      }
    }
    if (
      !SINGLE.has(office.class) ||
      office.class === "official" ||
      office.class === "chief" ||
      office.class === "legislator" ||
      office.former
    )
      return false;
    const country = this.#context.at(view.at, office.first);
    if (country === null) return false;
    const crown = CROWNS.exec(office.role.toLowerCase())?.[0];
    if (crown !== undefined && !registry().hasHead(country.id, crown)) return false;
    this.#add(view, office, [country], "unnamed office holder stands for the country spoken of", null);
    return true;
  }

  /** "The Minister" in a ministry's own text, which tells of others too: the one who is its first subject. */
  #principal(view: SentenceView, office: OfficePhrase, pool: Person[]): Person | null {
    if (pool.length < 2 || view.headline || !capitalized(token(view, office.head).form)) return null;
    const first = (person: Person) => {
      const at = person.appearances
        .filter(
          (a) => !a.view.headline && relation(token(a.view, headOf(a.view, a.first, a.last))) === "nsubj",
        )
        .map((a) => a.view.at * 1000 + a.first);
      return Math.min(...at);
    };
    const [main] = [...pool].sort((a, b) => first(a) - first(b));
    return main !== undefined && first(main) < view.at * 1000 + office.first ? main : null;
  }

  /** "His Armenian counterpart", "his colleague". */
  #counterpart(view: SentenceView, office: OfficePhrase, owners: Map<number, Entity[]>): boolean {
    const ownerEntities = office.owner === null ? [] : (owners.get(office.owner) ?? []);
    const owner = this.#cast.persons.find((p) => p.entity !== null && p.entity.id === ownerEntities[0]?.id);
    if (office.country !== null) {
      const { country } = office;
      const persons = this.#cast.persons.filter(
        (p) => p.country === country.id && p.entity !== null && p.appearances.length > 0 && p !== owner,
      );
      const peers = persons.filter(
        (p) =>
          owner === undefined ||
          owner.class === null ||
          p.class === owner.class ||
          this.#heldBy(p, owner.class),
      );
      const person = this.#latest(view, office, peers);
      if (person !== null) return this.#person(view, office, person, "counterpart named in the article");
      const holder = owner?.class == null ? null : registry().holder(country.id, owner.class, this.#date);
      const known = holder === null ? "" : ` (then ${holder.entity.name})`;
      this.#add(view, office, [country], `counterpart of the country${known}`, null);
      return true;
    }
    for (const mention of this.#focus.actorsBefore(view.at, office.first, 6)) {
      const person = this.#cast.persons.find(
        (p) => p.entity !== null && p.entity.id === mention.entities[0]?.id,
      );
      if (person === undefined || person === owner || person.country === owner?.country) continue;
      if (owner === undefined || owner.class === null || person.class === owner.class)
        return this.#person(view, office, person, "counterpart named before", mention);
    }
    return false;
  }

  /** "The two presidents", "both ministers", "the presidents of Russia, Iran and Azerbaijan". */
  #several(view: SentenceView, office: OfficePhrase, owners: Map<number, Entity[]>): boolean {
    if (office.class === "member") return true;
    const countries = statesOfOffice(this.#book, view, office);
    const owned = office.owner === null ? [] : (owners.get(office.owner) ?? []);
    for (const entity of owned)
      if (entity.type === "Country" && !countries.includes(entity)) countries.push(entity);
    if (countries.length > 0) {
      const entities = countries.map((country) => {
        const person = this.#holderIn(view, office, country);
        // Several diplomats of one state are none of its officials in particular.
        return countries.length > 1 ? (person?.entity ?? country) : country;
      });
      const last = statesAfter(this.#book, view, office).last;
      if (!office.former)
        this.#add(view, { ...office, last }, entities, "office holders of the countries", null);
      return true;
    }
    const apposed = this.#apposed(view, office);
    if (apposed.length > 0) {
      this.#add(view, office, apposed, "office holders named beside it", null);
      return true;
    }
    const count = this.#number(view, office);
    if (count === 0) return true;
    const found = this.#holders(view, office, count);
    if (found === null) return false;
    this.#add(view, office, found.entities, "office holders named before", found.mention);
    return true;
  }

  /** "The two ministers, Chad's X and Libya's Y": who is named in apposition. */
  #apposed(view: SentenceView, office: OfficePhrase): Entity[] {
    const heads = childrenBy(view, office.head, "appos").flatMap((a) => [a, ...childrenBy(view, a, "conj")]);
    const named = heads.flatMap((head) => this.#focus.mentionAt(view.at, head)?.entities ?? []);
    return named.length > 1 ? named.filter((entity) => entity.type === "Official") : [];
  }

  /** Those who hold such an office, as many as asked for (null: however many were put together): just joined, or most told of. */
  #holders(view: SentenceView, office: OfficePhrase, count: number | null): Together | null {
    const doers = this.#focus.doers(view, office.head);
    const holder = (loose: boolean): As => {
      return (entity, mention) => {
        if (doers.has(entity.id) || doers.has(this.#focus.stateOf(entity)?.id ?? entity.id)) return null;
        const person = this.#cast.persons.find((p) => p.entity?.id === entity.id);
        if (person === undefined) return this.#book.isOffice(mention) ? entity : null;
        return loose || isCounterpart(person) || this.#matches(person, office) ? entity : null;
      };
    };
    const { first } = office;
    const strict = holder(false);
    const all = count === null ? this.#focus.joined(view, first, null, strict, { reach: 2 }) : null;
    const number = count ?? 2;
    const found =
      all ??
      this.#focus.joined(view, first, number, strict, { reach: 1 }) ??
      this.#focus.joined(view, first, number, strict, { times: 2 }) ??
      this.#focus.leading(view, first, number, strict) ??
      this.#focus.together(view, first, number, strict);
    if (found !== null || (office.class !== "chief" && office.class !== "official")) return found;
    return this.#focus.together(view, first, number, holder(true));
  }

  #holderIn(view: SentenceView, office: OfficePhrase, country: Entity): Person | null {
    const holders = this.#cast.persons.filter(
      (p) =>
        p.country === country.id && p.entity !== null && p.appearances.length > 0 && this.#matches(p, office),
    );
    return this.#latest(view, office, holders);
  }

  /** How many are meant: two for "both", null for a bare definite plural, 0 for any number. */
  #number(view: SentenceView, office: OfficePhrase): number | null {
    for (const i of childrenBy(view, office.head, "nummod", "det", "amod")) {
      const word = wordAt(view, i);
      if (word === "two" || word === "both") return 2;
      if (word === "three") return 3;
      if (word === "four") return 4;
    }
    const before = wordAt(view, office.first - 1);
    if (before === "both" || before === "two") return 2;
    // "The new rulers", "the regional leaders": others than those named before.
    const told = childrenBy(view, office.head, "amod").some(
      (i) => !/^(?:foreign|prime|present)$/.test(wordAt(view, i)),
    );
    return /^(?:the|these|those)$/.test(office.determiner) && !told ? null : 0;
  }

  #person(
    view: SentenceView,
    office: OfficePhrase,
    person: Person,
    rule: string,
    antecedent?: ResolvedMention,
  ): true {
    if (person.entity !== null) {
      const earlier =
        antecedent ??
        this.#book.all().find((m) => m.entities[0]?.id === person.entity?.id && m.kind === "name");
      this.#add(view, office, [person.entity], rule, earlier ?? null, person);
    }
    return true;
  }

  #add(
    view: SentenceView,
    office: OfficePhrase,
    entities: Entity[],
    rule: string,
    antecedent: ResolvedMention | null,
    person?: Person,
  ): void {
    const mention = this.#book.add(view, {
      first: office.first,
      last: office.last,
      head: office.head,
      kind: "anaphor",
      entities,
      rule,
      role: person?.role ?? null,
      serves: person?.serves ?? null,
      antecedent,
    });
    this.#book.markOffice(mention);
  }
}

/** Whether all that the article says of a person's office is that it is another's counterpart. */
function isCounterpart(person: Person): boolean {
  return person.class === null && person.appearances.some((a) => a.office?.counterpart === true);
}
