import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PLOVER_CLASSES, type Plover } from "../ontology/index.js";
import { PACKAGE_ROOT } from "../package-root.js";
import type { Frame } from "./frames.js";
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

/** Refuses frames that name a code which the table lacks. Throws LexiconError naming the frame. */
export function checkCodes(table: ReadonlyMap<string, CameoEvent>, frames: Iterable<Frame>): void {
  for (const { id, cameo } of frames) {
    if (cameo !== null && !table.has(cameo)) {
      throw new LexiconError(`frame ${id} in data/frames names CAMEO ${cameo}, which data/cameo.tsv lacks`);
    }
  }
}

/** What a statement carries of its event: null for relations that are no events. */
export function eventOf(
  table: ReadonlyMap<string, CameoEvent>,
  code: string | null,
): { plover: Plover | null; cameo: string | null; goldstein: number | null } {
  const event = code === null ? undefined : table.get(code);
  if (event === undefined) return { plover: null, cameo: null, goldstein: null };
  return { plover: event.plover, cameo: event.code, goldstein: event.goldstein };
}
