/*
 * Makes data/countries.tsv from the world-countries package, and data/leaders.tsv from the CIA World
 * Factbook's texts on chiefs of state and heads of government (public domain).
 *
 *   npx tsx scripts/build-registry.ts FACTBOOK_FOLDER
 *
 * FACTBOOK_FOLDER holds leaders.tsv (gec, country, office, first_seen, last_seen, text). What an analyst
 * corrects goes into data/country-names.tsv and data/officials.tsv, which this script does not write:
 * it leaves out of leaders.tsv every holder whom officials.tsv already names.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Country } from "world-countries";
import { PACKAGE_ROOT } from "../src/package-root.js";
import { leaderTable } from "./build-registry-leaders.js";

const countries = createRequire(import.meta.url)("world-countries") as readonly Country[];
const DATA = path.join(PACKAGE_ROOT, "data");

/** States that the package does not list as independent, or that are no more. */
const EXTRA = new Set(["TWN", "PSE", "UNK"]);
const FORMER = [
  "SUN\tSU\t60\t100\tSoviet Union\tSoviet Union|Union of Soviet Socialist Republics|USSR\tSoviet\tMoscow\t-",
  "YUG\tYU\t44\t20\tYugoslavia\tYugoslavia\tYugoslav\tBelgrade\t-",
];

function countryTable(): string {
  const rows = countries
    .filter((c) => c.independent || EXTRA.has(c.cca3))
    .map((c) => {
      const names = [...new Set([c.name.common, c.name.official])];
      const demonyms = (c.demonyms.eng?.m ?? "").split(/, | or /).filter((d) => d !== "");
      const borders = c.borders.map((b) => (b === "UNK" ? "XKX" : b)).join("|") || "-";
      const id = c.cca3 === "UNK" ? "XKX" : c.cca3;
      return [
        id,
        c.cca2,
        c.latlng[0],
        c.latlng[1],
        c.name.common,
        names.join("|"),
        demonyms.join("|"),
        c.capital.join("|"),
        borders,
      ].join("\t");
    })
    .concat(FORMER)
    .sort();
  return `country\tiso2\tlatitude\tlongitude\tname\tnames\tadjectives\tcapitals\tborders\n${rows.join("\n")}\n`;
}

const [factbook] = process.argv.slice(2);
if (factbook === undefined) throw new Error("name the folder that holds the Factbook's leaders.tsv");
writeFileSync(path.join(DATA, "countries.tsv"), countryTable());
const leaders = leaderTable(
  countries,
  readFileSync(path.join(factbook, "leaders.tsv"), "utf8"),
  readFileSync(path.join(DATA, "officials.tsv"), "utf8"),
);
writeFileSync(path.join(DATA, "leaders.tsv"), leaders);
