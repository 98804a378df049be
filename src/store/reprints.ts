import { isReprint, SKETCH_BANDS, shingles } from "../graph/index.js";
import { cypher, cypherFor } from "./cypher.js";
import { bandProperty, type PreparedExtraction } from "./prepare.js";
import { sortedBy, type Transaction } from "./transaction.js";

/**
 * Finds the copies of new articles, links them, and marks every copy with the article it is a reprint
 * of: the first published of its group.
 * @param loosened articles whose group lost a member
 * @returns articles whose mark changed, whose edges therefore count other sources now
 */
export async function linkReprints(
  tx: Transaction,
  fresh: readonly PreparedExtraction[],
  loosened: readonly string[],
): Promise<string[]> {
  const pairs = await copiesOf(tx, fresh);
  if (pairs.length > 0) await tx.run(cypher("load/reprints"), { rows: pairs });
  const touched = new Set([...loosened, ...pairs.flatMap(({ a, b }) => [a, b])]);
  return touched.size === 0 ? [] : markGroups(tx, [...touched]);
}

/** The articles and all that are linked to them as copies, over any number of others. */
export async function reprintGroup(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const group = new Set(ids);
  let frontier = [...ids];
  while (frontier.length > 0) {
    const found = await tx.run(cypher("load/reprint-neighbours"), { ids: frontier.sort() });
    frontier = found.map((row) => row.id as string).filter((id) => !group.has(id));
    for (const id of frontier) group.add(id);
  }
  return [...group].sort();
}

/** A band of the sketch that more articles share is a turn of phrase or boilerplate, and alone tells nothing. */
const FEW = 20;

async function copiesOf(tx: Transaction, fresh: readonly PreparedExtraction[]): Promise<Pair[]> {
  const candidates = await candidatesOf(tx, fresh);
  if (candidates.length === 0) return [];
  const ids = new Set(candidates.flatMap(({ a, b }) => [a, b]));
  const texts = await tx.run(cypher("load/article-texts"), { ids: [...ids].sort() });
  const sets = new Map(texts.map((row) => [row.id as string, shingles(row.text as string)]));
  const nothing = new Set<number>();
  const copies = candidates.filter(({ a, b }) => isReprint(sets.get(a) ?? nothing, sets.get(b) ?? nothing));
  return sortedBy(copies, ({ a, b }) => `${a}\n${b}`);
}

interface Pair {
  a: string;
  b: string;
}

/** Pairs whose sketches agree in two bands, or in one that few share. */
async function candidatesOf(tx: Transaction, fresh: readonly PreparedExtraction[]): Promise<Pair[]> {
  const sketched = fresh.filter(({ bands }) => bands.length > 0);
  const weights = new Map(
    sketched.map(({ extraction }) => [extraction.article.id, new Map<string, number>()]),
  );
  for (let band = 0; band < SKETCH_BANDS && sketched.length > 0; band++) {
    const rows = sketched.map(({ extraction, bands }) => ({ id: extraction.article.id, key: bands[band] }));
    for (const row of await tx.run(cypherFor("load/sketch-matches", "BAND", bandProperty(band)), { rows })) {
      const others = row.others as string[];
      const weightOf = weights.get(row.id as string);
      const weight = others.length <= FEW ? 2 : 1;
      for (const other of others) weightOf?.set(other, (weightOf.get(other) ?? 0) + weight);
    }
  }
  const pairs = new Map<string, Pair>();
  for (const [id, weightOf] of weights) {
    for (const [other, weight] of weightOf) {
      const [a, b] = [id, other].sort() as [string, string];
      if (weight >= 2) pairs.set(JSON.stringify([a, b]), { a, b });
    }
  }
  return [...pairs.values()];
}

/** Marks every article of the groups that the given ones belong to. */
async function markGroups(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const group = await reprintGroup(tx, ids);
  const members = await tx.run(cypher("load/reprint-members"), { ids: group });
  const mark = new Map(members.map((row) => [row.id as string, row.reprintOf as string | null]));
  const published = new Map(
    members.map((row) => [row.id as string, (row.publishedAt as string | null) ?? "9999"]),
  );
  const links = await tx.run(cypher("load/reprint-links"), { ids: group });
  const changes: { id: string; reprintOf: string | null }[] = [];
  for (const component of components(
    group,
    links.map((row) => [row.a as string, row.b as string]),
  )) {
    const [first] = sortedBy(component, (id) => `${published.get(id)} ${id}`);
    for (const id of component) {
      const reprintOf = id === first ? null : (first ?? null);
      if ((mark.get(id) ?? null) !== reprintOf) changes.push({ id, reprintOf });
    }
  }
  if (changes.length > 0) {
    await tx.run(cypher("load/set-reprint-of"), { rows: sortedBy(changes, ({ id }) => id) });
  }
  return changes.map(({ id }) => id);
}

function components(ids: readonly string[], links: readonly (readonly [string, string])[]): string[][] {
  const neighbours = new Map(ids.map((id) => [id, [] as string[]]));
  for (const [a, b] of links) {
    neighbours.get(a)?.push(b);
    neighbours.get(b)?.push(a);
  }
  const seen = new Set<string>();
  const result: string[][] = [];
  for (const id of ids) {
    if (seen.has(id)) continue;
    const component = [id];
    seen.add(id);
    for (const member of component) {
      for (const next of neighbours.get(member) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        component.push(next);
      }
    }
    result.push(component);
  }
  return result;
}
