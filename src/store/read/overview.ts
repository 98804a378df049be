import type { Plover, ResponseOf, Selection, Timeline } from "../../ontology/index.js";
import { cypher, cypherFor } from "../cypher.js";
import { selectStatements } from "../subgraph.js";
import { groupBy } from "../transaction.js";
import type { Cell, GraphStore } from "../types.js";
import { EDGE_TYPES, text, typeOf } from "./convert.js";

/**
 * Statements of a selection by month, with the classes and the mean Goldstein weight of the events.
 * @param pair two entity ids: only statements between them (those who act for them included, where the selection rolls up)
 */
export async function timeline(
  store: GraphStore,
  selection: Selection,
  pair: readonly [string, string] | null,
): Promise<Timeline> {
  const rows = await selectStatements(store, pair ? { ...selection, focus: [...pair], hops: 0 } : selection);
  const months = groupBy(
    rows.filter((row) => row.date !== null),
    (row) => (row.date ?? "").slice(0, 7),
  );
  const bins = [...months].map(([month, list]) => {
    const weights = list.flatMap((row) => row.goldstein ?? []);
    const classes: Partial<Record<Plover, number>> = {};
    for (const { plover } of list) if (plover) classes[plover] = (classes[plover] ?? 0) + 1;
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    return {
      month,
      statements: list.length,
      goldstein: weights.length === 0 ? null : Math.round(mean * 100) / 100,
      classes,
    };
  });
  return {
    pair: pair ? [...pair] : null,
    bins: bins.sort((a, b) => (a.month < b.month ? -1 : 1)),
    undated: rows.filter((row) => row.date === null).length,
  };
}

/** What the store holds. */
export async function stats(store: GraphStore): Promise<Omit<ResponseOf<"getStats">, "version">> {
  const articles = await store.read(cypher("read/stats-articles"));
  const statements = await store.read(cypher("read/stats-statements"));
  const entities = await store.read(cypher("read/stats-entities"));
  const [edges] = await store.read(cypherFor("read/count-edges", "EDGE", EDGE_TYPES));
  const types = entities.map((row) => ({ name: typeOf(row.labels as string[]), n: row.entities }));
  return {
    articles: total(articles.map((row) => row.articles)),
    reprints: total(articles.map((row) => row.reprints)),
    statements: total(statements.map((row) => row.statements)),
    entities: total(entities.map((row) => row.entities)),
    edges: (edges?.edges as number | undefined) ?? 0,
    entityTypes: counted(types.map(({ name, n }) => [name, n])),
    predicates: counted(statements.map((row) => [row.predicate, row.statements])),
    modalities: counted(statements.map((row) => [row.modality, row.statements])),
    sources: counted(articles.flatMap((row) => (row.source ? [[row.source, row.articles]] : []))),
    published: span(articles.map((row) => [row.first, row.last])),
    dated: span(statements.map((row) => [row.first, row.last])),
    store: { kind: store.kind, description: store.description },
  };
}

function counted(pairs: (Cell | undefined)[][]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const [name, n] of pairs)
    counts.set(name as string, (counts.get(name as string) ?? 0) + (n as number));
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function total(numbers: (Cell | undefined)[]): number {
  return numbers.reduce<number>((sum, n) => sum + (n as number), 0);
}

function span(pairs: (Cell | undefined)[][]): { first: string | null; last: string | null } {
  const firsts = pairs.flatMap(([first]) => text(first) ?? []).sort();
  const lasts = pairs.flatMap(([, last]) => text(last) ?? []).sort();
  return { first: firsts[0] ?? null, last: lasts.at(-1) ?? null };
}
