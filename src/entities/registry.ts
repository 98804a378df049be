import type { Entity } from "../ontology/index.js";
import { makeEntity } from "./entity.js";
import type { OfficeClass } from "./knowledge.js";
import { knowledge } from "./knowledge.js";
import { skeleton } from "./skeleton.js";
import { forms, type Row, readTable } from "./tables.js";
import { fold, slug, words } from "./text.js";

/** A time in office; `to` is null for who still holds it. Days, months or years, as exactly as they are known. */
interface Term {
  class: OfficeClass;
  office: string;
  from: string;
  to: string | null;
}

/** Somebody of the registry. */
export interface Holder {
  entity: Entity;
  country: string | null;
  /** Folded family names in every spelling. */
  family: Set<string>;
  terms: Term[];
}

const COLUMNS = ["country", "name", "family", "office", "from", "to"] as const;

const HEADS: readonly OfficeClass[] = ["head-of-state", "head-of-government", "monarch"];

/** Heads of state and government, foreign ministers and others with their terms; see data/officials.tsv and data/leaders.tsv. */
export class Registry {
  readonly #holders = new Map<string, Holder>();
  readonly #byName = new Map<string, Holder[]>();
  readonly #byFamily = new Map<string, Holder[]>();
  readonly #bySkeleton = new Map<string, Holder[]>();
  readonly #words = new Set<string>();
  readonly #byOffice = new Map<string, { holder: Holder; term: Term }[]>();

  constructor() {
    for (const file of ["officials.tsv", "leaders.tsv"])
      for (const row of readTable(file, COLUMNS)) this.#add(row);
    for (const holder of this.#holders.values()) this.#index(holder);
  }

  #add(row: Row<(typeof COLUMNS)[number]>): void {
    const country = row.country === "-" ? null : row.country;
    const id = `official/${(country ?? "int").toLowerCase()}/${slug(row.name)}`;
    let holder = this.#holders.get(id);
    if (holder === undefined) {
      holder = {
        entity: makeEntity({ id, type: "Official", name: row.name, country }),
        country,
        family: new Set(),
        terms: [],
      };
      this.#holders.set(id, holder);
    }
    const variants = forms(row.family);
    const spelled = variants[0] ?? row.name.split(" ").at(-1) ?? row.name;
    for (const variant of variants.length > 0 ? variants : [spelled]) {
      holder.family.add(fold(variant));
      const full = row.name.replace(spelled, variant);
      if (full !== row.name && !holder.entity.aliases.includes(full)) holder.entity.aliases.push(full);
    }
    const last = row.office.split(" ").at(-1) ?? "";
    const second = /^(?:vice|deputy)\b/i.test(row.office);
    const office = second
      ? "official"
      : (knowledge().offices.get(row.office)[0] ?? knowledge().offices.get(last)[0] ?? "official");
    holder.terms.push({
      class: office,
      office: row.office,
      from: row.from,
      to: row.to === "-" ? null : row.to,
    });
  }

  #index(holder: Holder): void {
    for (const name of [holder.entity.name, ...holder.entity.aliases]) {
      for (const word of words(name)) this.#words.add(word);
      push(this.#byName, words(name).join(" "), holder);
      push(this.#bySkeleton, `${holder.country ?? ""} ${skeleton(name)}`, holder);
    }
    for (const family of holder.family) push(this.#byFamily, family, holder);
    for (const term of holder.terms) {
      if (holder.country !== null) push(this.#byOffice, `${holder.country} ${term.class}`, { holder, term });
    }
  }

  /** Whether the folded word is part of a name of the registry. */
  knows(word: string): boolean {
    return this.#words.has(word);
  }

  /** The person of this full name: exactly spelled, or the same skeleton where the country is the same. */
  find(name: string, country: string | null, date: string | null): { holder: Holder; rule: string } | null {
    const bearers = (this.#byName.get(words(name).join(" ")) ?? []).filter(
      (h) => country === null || h.country === country,
    );
    const active =
      date === null ? bearers : bearers.filter((h) => h.terms.some((term) => within(term, date, 1)));
    const [exact] = active.length > 0 ? active : bearers;
    if (exact !== undefined && (bearers.length === 1 || active.length === 1))
      return { holder: exact, rule: "name of the registry" };
    if (words(name).length < 2) return null;
    if (country === null) return this.#otherGivenForm(name, date);
    const shorter = this.#shortened(words(name), country);
    if (shorter !== null)
      return { holder: shorter, rule: "a shorter or longer form of a name of the registry" };
    const alike = [...new Set(this.#bySkeleton.get(`${country} ${skeleton(name)}`) ?? [])];
    if (alike.length === 1 && alike[0] !== undefined)
      return { holder: alike[0], rule: "another spelling of a name of the registry" };
    return null;
  }

  /** "Alyaksandr Lukashenka": the very family name, the given name in another language's form, in office at the date. */
  #otherGivenForm(name: string, date: string | null): { holder: Holder; rule: string } | null {
    const wanted = skeleton(name);
    const fitting = this.family(words(name).at(-1) ?? "", date).filter((holder) =>
      [holder.entity.name, ...holder.entity.aliases].some((known) => skeleton(known) === wanted),
    );
    const [holder] = fitting;
    return fitting.length === 1 && holder !== undefined
      ? { holder, rule: "another form of a given name of the registry" }
      : null;
  }

  /** "K. P. Oli", "Mohammad Zarif": the same family name, and given names that are initials of, or left out of, the registry's. */
  #shortened(parts: string[], country: string): Holder | null {
    const family = parts.at(-1) ?? "";
    const bearers = (this.#byFamily.get(family) ?? []).filter((holder) => holder.country === country);
    const fitting = bearers.filter((holder) => {
      const known = words(holder.entity.name);
      const [short, long] = parts.length <= known.length ? [parts, known] : [known, parts];
      const initials = known
        .slice(0, -1)
        .map((word) => word[0])
        .join("");
      if (
        parts.length === 2 &&
        parts[0] !== undefined &&
        parts[0].length <= 3 &&
        initials.startsWith(parts[0])
      )
        return true;
      return (
        known.length !== parts.length && short[0] === long[0] && short.every((word) => long.includes(word))
      );
    });
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }

  /** Those of a family name who held an office at the date or up to two years around it; all of them without a date. */
  family(name: string, date: string | null): Holder[] {
    const all = this.#byFamily.get(fold(name)) ?? [];
    if (date === null) return all;
    const active = all.filter((holder) => holder.terms.some((term) => within(term, date, 0)));
    if (active.length > 0) return active;
    return all.filter((holder) => holder.terms.some((term) => within(term, date, 2)));
  }

  /** Whether a state has a head by the title ("president"); true where the registry knows none of its heads. */
  hasHead(country: string, title: string): boolean {
    const heads = HEADS.flatMap((head) => this.#byOffice.get(`${country} ${head}`) ?? []);
    return heads.length === 0 || heads.some(({ term }) => term.office.toLowerCase().includes(title));
  }

  /** Who held an office of the class in the country on the date. */
  holder(country: string, office: OfficeClass, date: string | null): Holder | null {
    if (date === null) return null;
    const held = (this.#byOffice.get(`${country} ${office}`) ?? []).filter(({ term }) =>
      within(term, date, 0),
    );
    held.sort((a, b) => (a.term.from < b.term.from ? 1 : -1));
    return held[0]?.holder ?? null;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** Whether the date falls within the term, or within `years` around it. Coarse dates count as whole. */
function within(term: Term, date: string, years: number): boolean {
  const from = shift(term.from, -years);
  const to = term.to === null ? null : shift(term.to, years);
  const day = date.slice(0, 10);
  const begun = from.slice(0, day.length) <= day;
  return begun && (to === null || day.slice(0, to.length) <= to);
}

function shift(date: string, years: number): string {
  return `${String(Number(date.slice(0, 4)) + years).padStart(4, "0")}${date.slice(4)}`;
}

let loaded: Registry | null = null;

export function registry(): Registry {
  loaded ??= new Registry();
  return loaded;
}
