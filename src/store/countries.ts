import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entity } from "../ontology/index.js";
import { PACKAGE_ROOT } from "../package-root.js";

let known: Map<string, Entity> | null = null;

/** The country with an ISO 3166-1 alpha-3 code, as `data/countries.tsv` has it; null for a code that it lacks. */
export function countryByCode(code: string): Entity | null {
  known ??= read();
  return known.get(code) ?? null;
}

function read(): Map<string, Entity> {
  const [header = "", ...lines] = readFileSync(join(PACKAGE_ROOT, "data", "countries.tsv"), "utf8").split(
    "\n",
  );
  const columns = header.split("\t");
  const countries = lines.filter(Boolean).map((line): Entity => {
    const cells = line.split("\t");
    const cell = (column: string) => cells[columns.indexOf(column)] ?? "";
    const id = cell("country");
    return {
      id,
      type: "Country",
      name: cell("name"),
      country: id,
      aliases: [],
      iso2: cell("iso2") || null,
      latitude: Number(cell("latitude")),
      longitude: Number(cell("longitude")),
    };
  });
  return new Map(countries.map((country) => [country.id, country]));
}
