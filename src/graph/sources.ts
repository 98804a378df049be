import { nameInHost } from "../articles/index.js";
/** What tells whether two statements come from one source. */
export interface Sourced {
  outlet: string | null;
  story: string;
}

/**
 * Groups rows by independent source. Two articles are one source where they are of one outlet or
 * copies of one story, directly or over others: two outlets that share wire copy once are taken for
 * one, because a relation that seems better attested than it is misleads more than the reverse.
 */
export function independentSources<T extends Sourced>(rows: readonly T[]): T[][] {
  const parents = new Map<string, string>();
  const find = (key: string): string => {
    const parent = parents.get(key);
    if (parent === undefined || parent === key) return key;
    const root = find(parent);
    parents.set(key, root);
    return root;
  };
  for (const row of rows) {
    if (row.outlet !== null) parents.set(find(`story ${row.story}`), find(`outlet ${outletKey(row.outlet)}`));
  }
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const root = find(`story ${row.story}`);
    const group = groups.get(root);
    if (group) group.push(row);
    else groups.set(root, [row]);
  }
  return [...groups.values()];
}

const HOST = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}\/?$/i;
/** The same for an outlet's name and its address: `Baltic Star`, `balticstar.com`, `www.baltic-star.co.uk`. */
function outletKey(outlet: string): string {
  const name = HOST.test(outlet) ? nameInHost(outlet) : outlet;
  const letters = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  return letters || outlet;
}
