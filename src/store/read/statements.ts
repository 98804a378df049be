import type { z } from "zod";
import type { ArticleSummary, ENDPOINTS, Predicate, Statement } from "../../ontology/index.js";
import { cypher, cypherFor } from "../cypher.js";
import type { Row } from "../transaction.js";
import type { GraphStore } from "../types.js";
import { articleSummaryOf, statementOf, text } from "./convert.js";
import { within } from "./dates.js";

export type StatementFilter = z.output<(typeof ENDPOINTS)["listStatements"]["query"]>;

/** A statement with the article that says it. */
export type StatementWithArticle = Statement & { article: ArticleSummary };

/** A page of the statements that pass a filter, latest event first, and how many there are. */
export async function statements(
  store: GraphStore,
  filter: StatementFilter,
): Promise<{ total: number; statements: StatementWithArticle[] }> {
  const accept = await acceptor(store, filter);
  const rows = new Map(
    (await candidates(store, filter)).filter(accept).map((row) => [row.id as string, row]),
  );
  const ranked = [...rows.values()].sort(
    (a, b) =>
      compare(text(b.date) ?? "", text(a.date) ?? "") ||
      (b.confidence as number) - (a.confidence as number) ||
      compare(a.id as string, b.id as string),
  );
  const page = ranked.slice(filter.offset, filter.offset + filter.limit).map((row) => row.id as string);
  return { total: rows.size, statements: await statementRecords(store, page) };
}

/** Statements in full, in the order of the ids. */
export async function statementRecords(
  store: GraphStore,
  ids: readonly string[],
): Promise<StatementWithArticle[]> {
  if (ids.length === 0) return [];
  const rows = await store.read(cypher("read/statement-records"), { ids });
  const byId = new Map(
    rows.map((row) => {
      const record = { ...statementOf(row), article: articleSummaryOf(row) };
      return [record.id, record];
    }),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The statements from the narrowest place that the filter names to start at. */
async function candidates(store: GraphStore, filter: StatementFilter): Promise<Row[]> {
  if (filter.edge !== undefined) {
    const direct = await store.read(cypher("read/statements-of-edge"), { edge: filter.edge });
    if (!filter.rollup) return direct;
    return [...direct, ...(await store.read(cypher("read/statements-of-rollup"), { edge: filter.edge }))];
  }
  if (filter.article !== undefined) {
    return store.read(cypher("read/statements-of-article"), { article: filter.article });
  }
  for (const [name, roles] of ANCHORS) {
    const id = filter[name];
    if (id === undefined) continue;
    const ids = name === "entity" ? [id] : await actorsFor(store, id, filter.rollup);
    return statementsOf(store, ids, roles);
  }
  return store.read(cypher("read/statements"));
}

const ANCHORS = [
  ["subject", ["SUBJECT"]],
  ["object", ["OBJECT"]],
  ["entity", ["SUBJECT", "OBJECT", "SPEAKER"]],
] as const;

async function statementsOf(store: GraphStore, ids: string[], roles: readonly string[]): Promise<Row[]> {
  const found: Row[] = [];
  for (const role of roles) {
    found.push(...(await store.read(cypherFor("read/statements-of-entities", "ROLE", role), { ids })));
  }
  return found;
}

/** What the starting place has not settled. */
async function acceptor(store: GraphStore, filter: StatementFilter): Promise<(row: Row) => boolean> {
  const subjects = filter.subject && new Set(await actorsFor(store, filter.subject, filter.rollup));
  const objects = filter.object && new Set(await actorsFor(store, filter.object, filter.rollup));
  const named =
    filter.entity &&
    new Set(
      (await statementsOf(store, [filter.entity], ["SUBJECT", "OBJECT", "SPEAKER"])).map((row) => row.id),
    );
  const negated = filter.negated === undefined ? undefined : filter.negated === "true";
  return (row) =>
    (!subjects || subjects.has(row.subject as string)) &&
    (!objects || objects.has(row.object as string)) &&
    (!named || named.has(row.id ?? null)) &&
    (filter.article === undefined || row.article === filter.article) &&
    (filter.predicate === undefined || (row.predicate as Predicate) === filter.predicate) &&
    (filter.plover === undefined || row.plover === filter.plover) &&
    (filter.modality === undefined || row.modality === filter.modality) &&
    (negated === undefined || row.negated === negated) &&
    (filter.source === undefined || row.source === filter.source) &&
    (row.confidence as number) >= filter.minConfidence &&
    within(text(row.date), filter);
}

/** An entity and, for a country where `rollup` asks for it, its officials and organizations. */
async function actorsFor(store: GraphStore, id: string, rollup: boolean): Promise<string[]> {
  if (!rollup) return [id];
  const rows = await store.read(cypher("read/actors-for"), { id });
  return [...new Set([id, ...rows.map((row) => row.id as string)])].sort();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
