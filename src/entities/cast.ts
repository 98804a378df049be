import type { Entity } from "../ontology/index.js";
import { makeEntity } from "./entity.js";
import { type Knowledge, listed, type OfficeClass } from "./knowledge.js";
import type { Appearance, Person } from "./person.js";
import { type Holder, registry } from "./registry.js";
import { skeleton } from "./skeleton.js";
import { fold, slug, words } from "./text.js";
import { type SentenceView, textOf, token } from "./view.js";

/** Titles that some states have and others have not. */
const HEADS = /\b(?:president|prime minister|premier|chancellor|emir|sultan|pope|emperor)$/;
/** Offices that one person holds in a state at a time. */
const SOLE = new Set<OfficeClass>(["head-of-state", "head-of-government", "monarch", "foreign-minister"]);

/** Whose an office is, by the place of the pronoun or noun that says it. */
export type Owners = Map<string, Entity>;

export function ownerKey(view: SentenceView, token: number): string {
  return `${view.at}:${token}`;
}

/** Gathers each person's appearances and settles who they are. */
export class Cast {
  readonly persons: Person[] = [];
  readonly #known: Knowledge;
  readonly #date: string | null;
  /** Ids of the states that the article names. */
  readonly #named: Set<string>;

  readonly #owners: Owners;

  constructor(known: Knowledge, date: string | null, named: Set<string>, owners: Owners) {
    this.#owners = owners;
    this.#known = known;
    this.#date = date;
    this.#named = named;
  }

  /** Gathers the appearances of the whole article into persons; the fullest names first. */
  gather(all: Appearance[]): void {
    for (const appearance of all) if (appearance.words.length > 1) this.#place(appearance);
    for (const appearance of all) if (appearance.words.length === 1) this.#placeShort(appearance);
  }

  #place(appearance: Appearance): void {
    const last = appearance.words.at(-1);
    const same = this.persons.find(
      (person) =>
        person.words.length > 1 && person.words.at(-1) === last && given(person.words, appearance.words),
    );
    const spelled = same ?? this.#spelledLike(appearance);
    this.#join(
      spelled ?? this.#newPerson(appearance),
      appearance,
      spelled === undefined ? "full name" : "the same name",
    );
  }

  /** The person of this full name in another spelling. */
  #spelledLike(appearance: Appearance): Person | undefined {
    const wanted = skeleton(appearance.words.join(" "));
    return this.persons.find((person) => skeleton(person.words.join(" ")) === wanted);
  }

  #placeShort(appearance: Appearance): void {
    const [word] = appearance.words;
    if (word === undefined) return;
    const bearers = this.persons.filter(
      (person) => person.words.at(-1) === word || person.words.includes(word),
    );
    const byLast = bearers.filter((person) => person.words.at(-1) === word);
    const pool = byLast.length > 0 ? byLast : bearers;
    const withOffice =
      appearance.office === null ? pool : pool.filter((person) => agrees(person, appearance));
    const person = withOffice[0] ?? pool[0] ?? this.#spelledAlike(word);
    if (person !== undefined) this.#join(person, appearance, "last name");
    else if (
      appearance.office !== null ||
      appearance.name.from < appearance.name.first ||
      appearance.country !== null
    )
      this.#join(this.#newPerson(appearance), appearance, "title and last name");
    else this.#fromRegistry(word, appearance);
  }

  /** A bare last name in another spelling than the full name: Aliev beside Ilham Aliyev. */
  #spelledAlike(word: string): Person | undefined {
    const wanted = skeleton(word);
    return wanted.length < 4
      ? undefined
      : this.persons.find((person) => skeleton(person.words.at(-1) ?? "") === wanted);
  }

  /** A bare last name without any full name in the article: only who the registry knows for the date. */
  #fromRegistry(word: string, appearance: Appearance): void {
    const bearers = registry().family(word, this.#date);
    const near = bearers.filter((bearer) => bearer.country !== null && this.#named.has(bearer.country));
    const common = word.length < 4 || this.#known.nouns("surnames").has(word);
    const holders = near.length > 0 || common ? near : bearers;
    const [holder] = holders;
    if (holder === undefined || holders.length > 1) return;
    const person = this.#newPerson(appearance);
    person.holder = holder;
    person.rule = "last name of an office holder at the article's date";
    this.#join(person, appearance, person.rule);
  }

  #newPerson(appearance: Appearance): Person {
    const person: Person = {
      appearances: [],
      words: appearance.words,
      name: textOf(appearance.view, appearance.name.first, appearance.name.last),
      class: null,
      role: null,
      deputy: false,
      country: null,
      serves: null,
      stateless: false,
      international: false,
      holder: null,
      rule: "",
      entity: null,
    };
    this.persons.push(person);
    return person;
  }

  #join(person: Person, appearance: Appearance, rule: string): void {
    person.appearances.push(appearance);
    appearance.person = person;
    if (appearance.words.length > person.words.length) {
      person.words = appearance.words;
      person.name = textOf(appearance.view, appearance.name.first, appearance.name.last);
    }
    if (appearance.office === null) appearance.rule = rule;
    const office = appearance.office;
    if (appearance.country !== null) person.country ??= appearance.country.id;
    if (office === null) return;
    if (office.stateless) person.stateless = true;
    this.#belong(person, this.#ownerOf(appearance));
    if (office.country !== null && !(office.class === "official" && person.country !== null))
      person.country ??= office.country.id;
    if (office.serves !== null && person.serves === null) {
      person.serves = office.serves;
      if (office.serves.country !== null) person.country ??= office.serves.country;
    }
    if (!office.counterpart && person.role === null) {
      person.role = office.role;
      person.class = office.class;
      person.deputy = office.deputy;
    }
  }

  /** Gives each person an entity, or none where nothing says that it holds an office. */
  settle(contextOf: (person: Person, allowed: (country: string) => boolean) => string | null): void {
    for (const person of this.persons) this.#register(person);
    for (const person of this.persons) {
      const official =
        person.class !== null || person.holder !== null || person.country !== null || this.#honoured(person);
      if (!official) continue;
      if (person.country === null && !person.international && !ofGroup(person))
        person.country = contextOf(person, (country) => this.#mayServe(person, country));
      person.entity = person.holder?.entity ?? this.#ownEntity(person);
    }
    this.#mergeSame();
  }

  /** Whom "its", "the bloc's" before the office means, as an earlier reading found; null where the office says itself whose it is. */
  #ownerOf({ view, office }: Appearance, owners = this.#owners): Entity | null {
    if (office === null || office.owner === null || office.country !== null || office.serves !== null)
      return null;
    return owners.get(ownerKey(view, office.owner)) ?? null;
  }

  /** Files whose official a person is. */
  #belong(person: Person, owner: Entity | null): void {
    if (owner?.type === "Organization") {
      person.serves ??= owner;
      person.country ??= owner.country;
    } else if (owner?.type === "Region") {
      if (owner.country === null) person.stateless = true;
      else person.country ??= owner.country;
    } else if (owner !== null) person.country ??= owner.country;
  }

  /** Whether a person turns out to be another's than was thought. */
  differs(owners: Owners): boolean {
    return this.persons.some((person) =>
      person.appearances.some((appearance) => {
        const owner = this.#ownerOf(appearance, owners);
        if (owner === null || person.holder !== null) return false;
        return owner.type === "Organization"
          ? person.serves?.id !== owner.id
          : person.country !== owner.country;
      }),
    );
  }

  /** Finds the person in the registry. */
  #register(person: Person): void {
    const match =
      person.holder !== null
        ? { holder: person.holder, rule: person.rule }
        : registry().find(person.words.length > 1 ? person.name : "", person.country, this.#date);
    if (match !== null && this.#compatible(person, match.holder)) {
      person.holder = match.holder;
      person.rule = match.rule;
    } else if (person.holder === null && person.words.length === 1) person.holder = this.#titled(person);
    if (person.holder !== null) person.country ??= person.holder.country;
    person.international =
      person.holder !== null
        ? person.holder.country === null
        : person.stateless || (person.serves !== null && person.serves.country === null);
  }

  /** Whether a person can hold the office in the state: not where the state has none such, nor where the article names another holder. */
  #mayServe(person: Person, country: string): boolean {
    const { class: office } = person;
    if (office === null) return true;
    const title = HEADS.exec(person.role?.toLowerCase() ?? "")?.[0];
    if (title !== undefined && !registry().hasHead(country, title === "premier" ? "prime minister" : title))
      return false;
    if (person.deputy || isFormer(person)) return true;
    return !(
      SOLE.has(office) &&
      this.persons.some(
        (other) =>
          other !== person &&
          other.country === country &&
          other.class === office &&
          !other.deputy &&
          !isFormer(other),
      )
    );
  }

  /** Whether a person of the article may be the registry's: not where it is called by a trade. */
  #compatible(person: Person, holder: Holder): boolean {
    if (person.country === null && person.serves !== null && person.serves.country === null)
      return holder.country === null;
    return person.country === null || holder.country === null || person.country === holder.country;
  }

  /** "President Biden", "Foreign Minister Colonna": the registry's holder of such an office with this last name. */
  #titled(person: Person): Holder | null {
    const [word] = person.words;
    if (word === undefined) return null;
    const holders = registry()
      .family(word, this.#date)
      .filter((holder) => person.country === null || holder.country === person.country)
      .filter((holder) => person.class === null || holder.terms.some((term) => term.class === person.class));
    const [holder] = holders;
    if (holders.length !== 1 || holder === undefined) return null;
    person.rule = "title and last name of an office holder at the article's date";
    return holder;
  }

  /** A military or clerical honorific makes an official of a person without office. */
  #honoured(person: Person): boolean {
    return person.appearances.some(({ view, name }) => {
      for (let i = name.from; i < name.first; i++) {
        const form = token(view, i).form;
        if (
          /^(?:gen|lt|maj|brig|col|adm|capt|sen|rep|gov|mullah|amb|general|colonel)$/.test(fold(form)) &&
          listed(this.#known.office("honorifics"), form)
        )
          return true;
      }
      return false;
    });
  }

  #ownEntity(person: Person): Entity {
    const code = (person.country ?? "int").toLowerCase();
    const key = skeleton(person.name).replace(/ /g, "-") || slug(person.name);
    const spellings = person.appearances
      .map((a) => textOf(a.view, a.name.first, a.name.last))
      .filter((spelling) => words(spelling).length > 1);
    return makeEntity({
      id: `official/${code}/${key}`,
      type: "Official",
      name: person.name,
      country: person.country,
      aliases: [...new Set(spellings)],
    });
  }

  /** Two persons with one entity are one. */
  #mergeSame(): void {
    const byId = new Map<string, Person>();
    for (const person of this.persons) {
      if (person.entity === null) continue;
      const first = byId.get(person.entity.id);
      if (first === undefined) {
        byId.set(person.entity.id, person);
        continue;
      }
      for (const appearance of person.appearances) appearance.person = first;
      first.appearances.push(...person.appearances);
      first.role ??= person.role;
      first.class ??= person.class;
      first.serves ??= person.serves;
      person.appearances = [];
    }
  }
}

function isFormer(person: Person): boolean {
  return person.appearances.some((a) => a.office?.former === true);
}

/** Whether two full names with one last name can be one person's: the same first name, an initial, or one left out in the middle. */
function given(a: string[], b: string[]): boolean {
  const [x, y] = [a[0] ?? "", b[0] ?? ""];
  if (x === y || (x.length === 1 && y.startsWith(x)) || (y.length === 1 && x.startsWith(y))) return true;
  return skeleton(x) === skeleton(y) || a.slice(0, -1).includes(y) || b.slice(0, -1).includes(x);
}

/** "Their leader, X": of a movement or of several, so that no state in the context tells whose. */
function ofGroup(person: Person): boolean {
  return person.class === "chief" && person.appearances.some((a) => a.office?.determiner === "their");
}

/** Whether the title before a last name is the person's. */
function agrees(person: Person, appearance: Appearance): boolean {
  const office = appearance.office;
  if (office === null || person.class === null) return true;
  return office.class === person.class || (office.country !== null && office.country.id === person.country);
}
