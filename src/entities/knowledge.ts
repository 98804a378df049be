import { readFileSync } from "node:fs";
import path from "node:path";
import { load } from "js-yaml";
import { z } from "zod";
import type { Entity } from "../ontology/index.js";
import { PACKAGE_ROOT } from "../package-root.js";
import { makeEntity } from "./entity.js";
import { Phrases } from "./phrases.js";
import { forms, readTable } from "./tables.js";
import { fold, words } from "./text.js";

/** How a known form names what it names. */
export type Use =
  | "name"
  | "adjective"
  | "national"
  | "capital"
  | "seat"
  | "region"
  | "organization"
  | "agreement"
  | "issue"
  | "trap";

/** One reading of a known form. `kind` is the organization's or region's kind in its table. */
export interface Sense {
  use: Use;
  entity: Entity | null;
  kind: string;
  /** States of which the article must name one. */
  needs?: string[];
}

export type OfficeClass =
  | "head-of-state"
  | "monarch"
  | "head-of-government"
  | "foreign-minister"
  | "minister"
  | "spokesman"
  | "envoy"
  | "adviser"
  | "military"
  | "legislator"
  | "chief"
  | "official"
  | "member";

const WordsSchema = z.record(z.string(), z.array(z.coerce.string()));

/** Word lists of data/, folded. */
function wordLists(file: string, names: readonly string[]): Map<string, Set<string>> {
  const place = path.join(PACKAGE_ROOT, "data", file);
  const lists = WordsSchema.parse(load(readFileSync(place, "utf8"), { filename: place }));
  const missing = names.filter((name) => lists[name] === undefined);
  if (missing.length > 0) throw new Error(`${place}: no list ${missing.join(", ")}`);
  return new Map(
    Object.entries(lists).map(([name, list]) => [
      name,
      new Set(list.map((phrase) => words(phrase).join(" "))),
    ]),
  );
}

/** What data/ knows of states, territories, organizations, agreements and offices. */
export interface Knowledge {
  countries: Map<string, Entity>;
  names: Phrases<Sense>;
  offices: Phrases<OfficeClass>;
  /** Titles that say their state by themselves ("secretary of state"), with its id. */
  fixedOffices: Phrases<string>;
  /** Words around offices and names: ranks, fields, honorifics, particles, suffixes. */
  office: (list: string) => Set<string>;
  /** Other word lists: nouns of groups, agreements and so on. */
  nouns: (list: string) => Set<string>;
  /** Kind of each known organization, by id. */
  organizationKind: Map<string, string>;
  /** Kind of each known region, by id. */
  regionKind: Map<string, string>;
  /** Adjectives of peoples, faiths and creeds with the state that they mean by themselves, if any. */
  peoples: Phrases<{ country: string | null }>;
  /** The adjectives of a state, by id: `Russian`. */
  adjectives: Map<string, string[]>;
  /** The states that border a state, by id. */
  borders: Map<string, string[]>;
  /** Every entity of the tables by id. */
  entities: Map<string, Entity>;
}

interface CountryForms {
  name: string[];
  adjective: string[];
  national: string[];
  capital: string[];
  seat: string[];
}

function countryForms(row: Record<"names" | "adjectives" | "capitals", string>): CountryForms {
  const adjective = forms(row.adjectives);
  return {
    name: forms(row.names),
    adjective,
    national: [...adjective, ...adjective.filter((a) => /(?:n|i|t|k)$/.test(a)).map((a) => `${a}s`)],
    capital: forms(row.capitals),
    seat: [],
  };
}

const COUNTRY_COLUMNS = [
  "country",
  "iso2",
  "latitude",
  "longitude",
  "name",
  "names",
  "adjectives",
  "capitals",
  "borders",
] as const;

/** The states with their forms: countries.tsv, corrected by country-names.tsv. */
function countryTable(): { entity: Entity; forms: CountryForms; borders: string[] }[] {
  const table = new Map<string, { row: Record<string, string>; forms: CountryForms }>();
  for (const row of readTable("countries.tsv", COUNTRY_COLUMNS))
    table.set(row.country, { row, forms: countryForms(row) });
  for (const { country, kind, forms: cell } of readTable("country-names.tsv", ["country", "kind", "forms"])) {
    const known = table.get(country)?.forms;
    if (known === undefined) continue;
    const list = forms(cell);
    if (kind === "drop") {
      const drop = new Set(list);
      for (const use of ["name", "adjective", "national", "capital"] as const)
        known[use] = known[use].filter((form) => !drop.has(form));
    } else if (kind === "name") known.name.push(...list);
    else if (kind === "adjective") {
      const plural = list.filter((a) => /(?:n|i|ian|t|k)$/.test(a)).map((a) => `${a}s`);
      known.adjective = list;
      known.national = [...list.filter((a) => !/^[A-Z.]+$/.test(a)), ...plural];
    } else if (kind === "national" || kind === "capital" || kind === "seat") known[kind] = list;
    else throw new Error(`data/country-names.tsv: no kind "${kind}" (${country})`);
  }
  return [...table.values()].map(({ row, forms: known }) => ({
    entity: makeEntity({
      id: row.country ?? "",
      type: "Country",
      name: row.name ?? "",
      country: row.country ?? "",
      aliases: [...new Set([...known.name, ...known.capital, ...known.seat])],
      iso2: row.iso2 ?? null,
      latitude: Number(row.latitude),
      longitude: Number(row.longitude),
    }),
    forms: known,
    borders: forms(row.borders ?? ""),
  }));
}

function addCountries(
  names: Phrases<Sense>,
  bordering: Map<string, string[]>,
  adjectives: Map<string, string[]>,
): Map<string, Entity> {
  const countries = new Map<string, Entity>();
  for (const { entity, forms: known, borders } of countryTable()) {
    countries.set(entity.id, entity);
    bordering.set(entity.id, borders);
    adjectives.set(entity.id, known.adjective);
    for (const use of ["name", "capital", "seat", "adjective", "national"] as const) {
      for (const form of new Set(known[use])) names.add(form, { use, entity, kind: use });
    }
  }
  return countries;
}

function addRegions(names: Phrases<Sense>, entities: Map<string, Entity>): Map<string, string> {
  const kinds = new Map<string, string>();
  const columns = ["id", "name", "kind", "country", "latitude", "longitude", "aliases"] as const;
  for (const row of readTable("regions.tsv", columns)) {
    const aliases = forms(row.aliases);
    const entity = makeEntity({
      id: `region/${row.id}`,
      type: "Region",
      name: row.name,
      country: row.country === "-" ? null : row.country,
      aliases,
      latitude: Number(row.latitude),
      longitude: Number(row.longitude),
    });
    entities.set(entity.id, entity);
    kinds.set(entity.id, row.kind);
    // A homonym's entity: reached through homonyms.tsv alone.
    if (row.id === "georgia-us") continue;
    for (const form of [row.name, ...aliases]) names.add(form, { use: "region", entity, kind: row.kind });
  }
  return kinds;
}

function addOrganizations(names: Phrases<Sense>, entities: Map<string, Entity>): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const row of readTable("organizations.tsv", ["id", "name", "kind", "country", "aliases"])) {
    const aliases = forms(row.aliases);
    const entity = makeEntity({
      id: `organization/${row.id}`,
      type: "Organization",
      name: row.name,
      country: row.country === "-" ? null : row.country,
      aliases,
    });
    entities.set(entity.id, entity);
    kinds.set(entity.id, row.kind);
    for (const form of [row.name, ...aliases])
      names.add(form, { use: "organization", entity, kind: row.kind });
  }
  return kinds;
}

function addAgreements(names: Phrases<Sense>): void {
  for (const row of readTable("agreements.tsv", ["id", "name", "aliases", "states"])) {
    const aliases = forms(row.aliases);
    const entity = makeEntity({
      id: `agreement/${row.id}`,
      type: "Agreement",
      name: row.name,
      country: null,
      aliases,
    });
    for (const form of [row.name, ...aliases])
      names.add(form, { use: "agreement", entity, kind: "", needs: forms(row.states) });
  }
}

function peoples(): Phrases<{ country: string | null }> {
  const found = new Phrases<{ country: string | null }>();
  for (const row of readTable("peoples.tsv", ["adjective", "country"]))
    found.add(row.adjective, { country: row.country === "-" ? null : row.country });
  return found;
}

function addTraps(names: Phrases<Sense>): void {
  for (const { phrase } of readTable("traps.tsv", ["phrase", "why"])) {
    names.add(phrase, { use: "trap", entity: null, kind: "" });
  }
}

function fixedOffices(): Phrases<string> {
  const found = new Phrases<string>();
  for (const row of readTable("fixed-offices.tsv", ["office", "country"])) found.add(row.office, row.country);
  return found;
}

function officePhrases(): Phrases<OfficeClass> {
  const offices = new Phrases<OfficeClass>();
  for (const row of readTable("offices.tsv", ["class", "nouns"])) {
    for (const noun of forms(row.nouns)) {
      offices.add(noun, row.class as OfficeClass);
      if (!/\s/.test(noun) || !/ of | for /.test(noun)) offices.add(plural(noun), row.class as OfficeClass);
    }
  }
  return offices;
}

function plural(noun: string): string {
  if (/man$/.test(noun)) return noun.replace(/man$/, "men");
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, "ies");
  return `${noun}s`;
}

let loaded: Knowledge | null = null;

/** Reads the tables of data/ once. Throws an error that names file and line where one is malformed. */
export function knowledge(): Knowledge {
  if (loaded !== null) return loaded;
  const names = new Phrases<Sense>();
  const borders = new Map<string, string[]>();
  const adjectives = new Map<string, string[]>();
  const countries = addCountries(names, borders, adjectives);
  const entities = new Map(countries);
  const regionKind = addRegions(names, entities);
  const organizationKind = addOrganizations(names, entities);
  addAgreements(names);
  addTraps(names);
  const office = wordLists("office-words.yaml", ["ranks", "fields", "honorifics", "particles", "suffixes"]);
  const nouns = wordLists("nouns.yaml", [
    "governments",
    "sides",
    "forces",
    "bodies",
    "parties",
    "rival",
    "sport",
    "streets",
    "ship_prefixes",
    "us_states",
    "concludable",
    "concluding",
    "members",
    "crowds",
    "generic",
    "introducing",
    "named_before",
    "settlements",
    "towns",
    "place_events",
    "proper_bodies",
    "given",
    "surnames",
    "agreements",
    "agreement_descriptions",
    "unconcluded",
    "not_agreements",
    "unfit",
    "persons",
    "hollow",
    "vague",
  ]);
  const list = (lists: Map<string, Set<string>>) => (name: string) => {
    const found = lists.get(name);
    if (found === undefined) throw new Error(`data/: no word list "${name}"`);
    return found;
  };
  loaded = {
    countries,
    names,
    offices: officePhrases(),
    fixedOffices: fixedOffices(),
    office: list(office),
    nouns: list(nouns),
    organizationKind,
    regionKind,
    peoples: peoples(),
    adjectives,
    borders,
    entities,
  };
  return loaded;
}

/** Whether the folded word is in the list. */
export function listed(list: Set<string>, form: string): boolean {
  return list.has(fold(form));
}
