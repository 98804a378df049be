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

/**
 * Computes the edges with these keys from the statements that are there; returns how many hold statements.
 * @param written what this transaction took away and put in: an edge that lost no statement and has none
 *   but new ones is new itself
 */
export async function refreshEdges(
  tx: Transaction,
  keys: ReadonlySet<string>,
  written: { lost: ReadonlySet<string>; statements: ReadonlySet<string> },
): Promise<number> {
  if (keys.size === 0) return 0;
  const rows = await fusionRows(tx, [...keys].sort());
  const best = new Map([...rows].map(([key, list]) => [key, bestStatements(list)]));
  const quotes = await quotesOf(tx, [...best.values()].flat());
  const edges = [...rows].map(([key, list]) => ({
    ...edgeRow(fuse(key, list), [...new Set((best.get(key) ?? []).flatMap((id) => quotes.get(id) ?? []))]),
    known: written.lost.has(key) || list.some(({ statement }) => !written.statements.has(statement)),
  }));
  const byType = groupBy(
    sortedBy(edges, ({ key }) => key),
    ({ key }) => edgeType(key),
  );
  for (const [type, group] of byType) await writeEdges(tx, type, group);
  await deleteEdges(tx, [...keys].filter((key) => !rows.has(key)).sort());
  return edges.length;
}

type EdgeRow = ReturnType<typeof edgeRow>;

/** Merging each would search all edges between two nodes for one that most often is not there. */
async function writeEdges(
  tx: Transaction,
  type: string,
  edges: readonly (EdgeRow & { known: boolean })[],
): Promise<void> {
  const rowsOf = (list: typeof edges) => list.map(({ known: _, ...row }) => row);
  const known = edges.filter((edge) => edge.known);
  const found = new Set<string>();
  if (known.length > 0) {
    const rows = await tx.run(cypherFor("load/update-edges", "PREDICATE", type), { rows: rowsOf(known) });
    for (const row of rows) found.add(row.key as string);
  }
  const fresh = edges.filter(({ key }) => !found.has(key));
  if (fresh.length > 0)
    await tx.run(cypherFor("load/create-edges", "PREDICATE", type), { rows: rowsOf(fresh) });
}

async function deleteEdges(tx: Transaction, keys: readonly string[]): Promise<void> {
  for (const [type, group] of groupBy(keys, edgeType)) {
    const rows = group.map((key) => {
      const { source, target } = parseEdgeKey(key);
      return { key, source, target };
    });
    await tx.run(cypherFor("load/delete-edges", "PREDICATE", type), { rows });
  }
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
