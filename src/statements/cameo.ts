import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PLOVER_CLASSES, type Plover, type Predicate } from "../ontology/index.js";
import { PACKAGE_ROOT } from "../package-root.js";
import { LexiconError } from "./lexicon.js";

/** What data/cameo.tsv says of one CAMEO code; `goldstein` is -10 (conflict) to 10 (cooperation). */
export interface CameoEvent {
  code: string;
  goldstein: number;
  plover: Plover;
  description: string;
}

/** Reads data/cameo.tsv. Throws LexiconError naming the line. */
export function loadCameo(): ReadonlyMap<string, CameoEvent> {
  const table = new Map<string, CameoEvent>();
  const lines = readFileSync(join(PACKAGE_ROOT, "data", "cameo.tsv"), "utf8").split(/\r?\n/);
  lines.forEach((line, i) => {
    if (line === "" || line.startsWith("#") || line.startsWith("code\t")) return;
    const [code = "", weight = "", plover = "", description = ""] = line.split("\t");
    const goldstein = Number(weight);
    if (!/^\d{2,4}$/.test(code) || !Number.isFinite(goldstein) || !isPlover(plover)) {
      throw new LexiconError(
        `data/cameo.tsv line ${i + 1} is wrong: expected code, weight, PLOVER class, description`,
      );
    }
    table.set(code, { code, goldstein, plover, description });
  });
  return table;
}

function isPlover(text: string): text is Plover {
  return (PLOVER_CLASSES as readonly string[]).includes(text);
}

/** What a statement carries of its event: null for relations that are no events. */
export function eventOf(
  table: ReadonlyMap<string, CameoEvent>,
  predicate: Predicate,
  code: string | null,
): { plover: Plover | null; cameo: string | null; goldstein: number | null } {
  if (code === null) return { plover: null, cameo: null, goldstein: null };
  const event = table.get(code);
  if (event === undefined)
    throw new LexiconError(`a frame of ${predicate} names CAMEO ${code}, which data/cameo.tsv lacks`);
  return { plover: event.plover, cameo: code, goldstein: event.goldstein };
}
