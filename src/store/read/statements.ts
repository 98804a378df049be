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
  const place = await startOf(store, filter);
  const { total, ids } = place ? await pageFrom(store, place, filter) : await pageOfAll(store, filter);
  return { total, statements: await statementRecords(store, ids) };
}

interface Page {
  total: number;
  ids: string[];
}

/** Without a place to start at, the store ranks: a large one has too many statements to read them all. */
async function pageOfAll(store: GraphStore, filter: StatementFilter): Promise<Page> {
  const { predicate, modality, plover, source, from, to, minConfidence, offset, limit } = filter;
  const params = {
    predicate: predicate ?? null,
    modality: modality ?? null,
    negated: negatedOf(filter) ?? null,
    plover: plover ?? null,
    source: source ?? null,
    from: from ?? null,
    to: to ?? null,
    minConfidence,
  };
  const [count] = await store.read(cypher("read/count-statements"), params);
  const rows = await store.read(cypher("read/statements"), { ...params, offset, limit });
  return { total: (count?.total as number | undefined) ?? 0, ids: rows.map((row) => row.id as string) };
}

async function pageFrom(store: GraphStore, place: Place, filter: StatementFilter): Promise<Page> {
  const accept = await acceptor(store, filter, place);
  const rows = new Map(place.rows.filter(accept).map((row) => [row.id as string, row]));
  const ranked = [...rows.values()].sort(
    (a, b) =>
      compare(text(b.date) ?? "", text(a.date) ?? "") ||
      (b.confidence as number) - (a.confidence as number) ||
      compare(a.id as string, b.id as string),
  );
  const page = ranked.slice(filter.offset, filter.offset + filter.limit);
  return { total: rows.size, ids: page.map((row) => row.id as string) };
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

interface Place {
  by: "edge" | "article" | "subject" | "object" | "entity";
  rows: Row[];
}

/** The statements from the narrowest place that the filter names to start at, if it names one. */
async function startOf(store: GraphStore, filter: StatementFilter): Promise<Place | null> {
  if (filter.edge !== undefined) {
    const rows = await store.read(cypher("read/statements-of-edge"), { edge: filter.edge });
    if (filter.rollup)
      rows.push(...(await store.read(cypher("read/statements-of-rollup"), { edge: filter.edge })));
    return { by: "edge", rows };
  }
  if (filter.article !== undefined) {
    const rows = await store.read(cypher("read/statements-of-article"), { article: filter.article });
    return { by: "article", rows };
  }
  for (const by of ["subject", "object"] as const) {
    const id = filter[by];
    if (id === undefined) continue;
    const ids = await actorsFor(store, id, filter.rollup);
    return { by, rows: await statementsOf(store, ids, by === "subject" ? "SUBJECT" : "OBJECT") };
  }
  if (filter.entity === undefined) return null;
  return { by: "entity", rows: await statementsOf(store, [filter.entity], ANY_ROLE) };
}

const ANY_ROLE = "SUBJECT|OBJECT|SPEAKER";

function statementsOf(store: GraphStore, ids: string[], roles: string): Promise<Row[]> {
  return store.read(cypherFor("read/statements-of-entities", "ROLE", roles), { ids });
}

/** What the starting place has not settled. */
async function acceptor(
  store: GraphStore,
  filter: StatementFilter,
  { by }: Place,
): Promise<(row: Row) => boolean> {
  const subjects =
    filter.subject && by !== "subject" && new Set(await actorsFor(store, filter.subject, filter.rollup));
  const objects =
    filter.object && by !== "object" && new Set(await actorsFor(store, filter.object, filter.rollup));
  const named =
    filter.entity &&
    by !== "entity" &&
    new Set((await statementsOf(store, [filter.entity], ANY_ROLE)).map((row) => row.id));
  const negated = negatedOf(filter);
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

function negatedOf({ negated }: StatementFilter): boolean | undefined {
  return negated === undefined ? undefined : negated === "true";
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
