import {
  edgeKey,
  eventDates,
  type FusedEdge,
  type FusionRow,
  fuse,
  isEvent,
  isQualified,
  parseEdgeKey,
} from "../graph/index.js";
import { MODALITIES, type PartialDate, type Plover } from "../ontology/index.js";
import { cypher, cypherFor } from "./cypher.js";
import { groupBy, sortedBy, type Transaction, withoutNulls } from "./transaction.js";
import type { Cell } from "./types.js";

/** Quotes kept on an edge. */
const QUOTES = 3;

/** Computes the edges with these keys from the statements that are there; returns how many hold statements. */
export async function refreshEdges(tx: Transaction, keys: ReadonlySet<string>): Promise<number> {
  if (keys.size === 0) return 0;
  const rows = await fusionRows(tx, [...keys].sort());
  const edges = [...rows].map(([key, list]) => fuse(key, list));
  const best = new Map([...rows].map(([key, list]) => [key, bestStatements(list)]));
  const quotes = await quotesOf(tx, [...best.values()].flat());
  const withQuotes = edges.map((edge) => ({
    edge,
    quotes: [...new Set((best.get(edge.key) ?? []).flatMap((id) => quotes.get(id) ?? []))],
  }));
  for (const [type, group] of groupBy(
    sortedBy(withQuotes, ({ edge }) => edge.key),
    ({ edge }) => edgeType(edge.key),
  )) {
    await tx.run(cypherFor("load/edges", "PREDICATE", type), {
      rows: group.map((row) => edgeRow(row.edge, row.quotes)),
    });
  }
  const gone = [...keys].filter((key) => !rows.has(key)).sort();
  for (const [type, group] of groupBy(gone, edgeType)) {
    const ends = group.map((key) => ({
      key,
      source: parseEdgeKey(key).source,
      target: parseEdgeKey(key).target,
    }));
    await tx.run(cypherFor("load/delete-edges", "PREDICATE", type), { rows: ends });
  }
  return edges.length;
}

/** The relationship type of an edge: its predicate where it was affirmed as a fact, else QUALIFIED. */
function edgeType(key: string): string {
  const identity = parseEdgeKey(key);
  return isQualified(identity) ? "QUALIFIED" : identity.predicate;
}

function edgeRow(edge: FusedEdge, quotes: string[]) {
  const { source, target, confidence, goldstein, qualified: _, directed: __, ...rest } = edge;
  return {
    key: edge.key,
    source,
    target,
    confidence,
    goldstein,
    properties: withoutNulls({ ...rest, quotes }),
  };
}

/** All statements under each key, those that a country's edge counts for its officials and organizations included. */
export async function fusionRows(
  tx: Transaction,
  keys: readonly string[],
  rollup = true,
): Promise<Map<string, FusionRow[]>> {
  const rows = new Map<string, FusionRow[]>();
  const add = (key: string, cells: Cell[], direct: boolean) => {
    const list = rows.get(key) ?? [];
    for (const cell of cells) list.push(fusionRow(cell as Cell[], direct));
    rows.set(key, list);
  };
  for (const row of await tx.run(cypher("load/edge-statements"), { keys })) {
    add(row.key as string, row.rows as Cell[], true);
  }
  if (rollup) {
    for (const row of await tx.run(cypher("load/rollup-statements"), { keys })) {
      add(row.key as string, row.rows as Cell[], false);
    }
  }
  return rows;
}

function fusionRow(cells: Cell[], direct: boolean): FusionRow {
  const [statement, article, outlet, story, date, confidence, goldstein, plover] = cells;
  return {
    statement: statement as string,
    article: article as string,
    outlet: outlet as string | null,
    story: story as string,
    date: date as PartialDate | null,
    confidence: confidence as number,
    goldstein: goldstein as number | null,
    plover: plover as Plover | null,
    direct,
  };
}

/** The statements whose quotes show an edge best: named ends first, then the surest. */
export function bestStatements(rows: readonly FusionRow[]): string[] {
  return [...rows]
    .sort(
      (a, b) =>
        Number(b.direct) - Number(a.direct) ||
        b.confidence - a.confidence ||
        (a.statement < b.statement ? -1 : 1),
    )
    .slice(0, QUOTES)
    .map((row) => row.statement);
}

/** The quotes of statements, by id. */
export async function quotesOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.run(cypher("load/quotes"), { ids: [...new Set(ids)].sort() });
  return new Map(rows.map((row) => [row.id as string, row.quote as string]));
}

/**
 * Puts the statements under these edges into events. A denial or a plan is about the same event as a
 * report of it, so statements of any modality with the same subject, predicate and object meet.
 */
export async function refreshEvents(tx: Transaction, keys: ReadonlySet<string>): Promise<void> {
  const relations = groupBy(
    [...keys].map(parseEdgeKey).filter(({ predicate }) => isEvent(predicate)),
    ({ source, predicate, target }) => `${source}|${predicate}|${target}`,
  );
  if (relations.size === 0) return;
  const siblings = [...relations.values()].flatMap(([first]) =>
    first
      ? MODALITIES.flatMap((modality) =>
          [true, false].map((negated) => edgeKey({ ...first, modality, negated })),
        )
      : [],
  );
  const dated = await tx.run(cypher("load/statement-dates"), { keys: siblings.sort() });
  const byRelation = groupBy(dated, (row) => relationOf(row.key as string));
  const changes = [...byRelation].flatMap(([relation, rows]) => {
    const dates = eventDates(
      rows.map((row) => ({ date: row.date as string, publication: row.basis === "publication" })),
    );
    return rows.flatMap((row, i) => {
      const event = `${relation}@${dates[i]}`;
      return row.event === event ? [] : [{ key: row.key as string, date: row.date as string, event }];
    });
  });
  if (changes.length > 0) {
    await tx.run(cypher("load/set-events"), { rows: sortedBy(changes, ({ key, date }) => `${key} ${date}`) });
  }
}

function relationOf(key: string): string {
  const { source, predicate, target } = parseEdgeKey(key);
  return `${source}|${predicate}|${target}`;
}
