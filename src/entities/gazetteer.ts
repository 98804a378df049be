import { skeleton } from "./skeleton.js";
import { type Row, readTable } from "./tables.js";
import { words } from "./text.js";

const COLUMNS = ["name", "country", "latitude", "longitude"] as const;

/** A town of data/settlements.tsv. */
type Settlement = Row<(typeof COLUMNS)[number]>;

interface Towns {
  exact: Map<string, Settlement>;
  /** By the skeleton of their names: Qamishli for Al Qamishli, Mekelle for Mekele. */
  alike: Map<string, Settlement>;
}

/** Skeletons of short names say too little. */
const LEAST = 5;

/** The towns of each state, indexed when one of its towns is first asked for. */
class Gazetteer {
  readonly #rows = new Map<string, Settlement[]>();
  readonly #towns = new Map<string, Towns>();

  constructor() {
    for (const row of readTable("settlements.tsv", COLUMNS)) {
      const list = this.#rows.get(row.country);
      if (list === undefined) this.#rows.set(row.country, [row]);
      else list.push(row);
    }
  }

  /** The town of that name in the one state of these that has such a town; null where none or several have. */
  find(name: string, countries: Iterable<string>): Settlement | null {
    const found: Settlement[] = [];
    for (const country of countries) {
      const town = this.#in(name, country);
      if (town !== undefined) found.push(town);
    }
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  #in(name: string, country: string): Settlement | undefined {
    const towns = this.#townsOf(country);
    const exact = towns.exact.get(words(name).join(" "));
    if (exact !== undefined || name.length < LEAST) return exact;
    return towns.alike.get(skeleton(name));
  }

  #townsOf(country: string): Towns {
    let towns = this.#towns.get(country);
    if (towns === undefined) {
      towns = { exact: new Map(), alike: new Map() };
      for (const row of this.#rows.get(country) ?? []) {
        towns.exact.set(words(row.name).join(" "), row);
        towns.alike.set(skeleton(row.name), row);
      }
      this.#towns.set(country, towns);
    }
    return towns;
  }
}

let loaded: Gazetteer | null = null;

export function gazetteer(): Gazetteer {
  loaded ??= new Gazetteer();
  return loaded;
}
