import { Phrases } from "./phrases.js";
import { forms, readTable } from "./tables.js";
import type { SentenceView } from "./view.js";

let areas: Phrases<Set<string>> | null = null;

/** data/areas.tsv: the ids of an area's states by the adjective that tells them from others. */
function table(): Phrases<Set<string>> {
  if (areas !== null) return areas;
  areas = new Phrases<Set<string>>();
  for (const { area, countries } of readTable("areas.tsv", ["area", "countries"]))
    areas.add(area, new Set(forms(countries)));
  return areas;
}

/** The states that every adjective of an area within [first, last] allows ("the West African nation", "the island"); null where there is none. */
export function statesOfArea(view: SentenceView, first: number, last: number): Set<string> | null {
  let found: Set<string> | null = null;
  for (let i = first; i <= last; ) {
    const match = table().longest(view.tokens, i);
    const states = match === undefined || match.last > last + 1 ? undefined : match.values[0];
    if (states !== undefined) found = new Set([...states].filter((id) => found === null || found.has(id)));
    i = states === undefined ? i + 1 : (match?.last ?? i + 1);
  }
  return found;
}
