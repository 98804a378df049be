import { edgeKey, eventDates, isEvent, parseEdgeKey, statementKeys } from "../graph/index.js";
import { MODALITIES, type PartialDate, type Statement } from "../ontology/index.js";
import { cypher } from "./cypher.js";
import { groupBy, sortedBy, type Transaction } from "./transaction.js";

/** The event that a statement is put into; null for one without a date and for relations of being. */
export type EventOf = (statement: Statement) => string | null;

/** Statements under one edge with one date, which always belong to one event. */
interface DatedRow {
  key: string;
  date: PartialDate;
  publication: boolean;
  /** As it is written in the store; null for statements to come. */
  event: string | null;
}

/**
 * Puts statements into events: those to come, before they are written, and those that are there already
 * and see theirs change. A denial or a plan is about the same event as a report of it, so statements of
 * any modality with the same subject, predicate and object meet.
 * @param keys edges that lost statements
 * @param coming statements that will be written
 */
export async function placeEvents(
  tx: Transaction,
  keys: Iterable<string>,
  coming: readonly Statement[],
): Promise<EventOf> {
  const fresh = coming.flatMap((statement) => datedRow(statement) ?? []);
  const relations = new Map<string, string[]>();
  for (const key of [...keys, ...fresh.map((row) => row.key)]) {
    const relation = relationOf(key);
    if (!relations.has(relation)) relations.set(relation, siblings(key));
  }
  const present = await datedRows(tx, [...relations.values()].flat());
  const changes: { key: string; date: string; event: string }[] = [];
  const eventOf = new Map<string, string>();
  for (const [relation, rows] of groupBy([...present, ...fresh], ({ key }) => relationOf(key))) {
    const dates = eventDates(rows);
    rows.forEach(({ key, date, event }, index) => {
      const right = `${relation}@${dates[index]}`;
      eventOf.set(`${key} ${date}`, right);
      if (event !== null && event !== right) changes.push({ key, date, event: right });
    });
  }
  if (changes.length > 0) {
    await tx.run(cypher("load/set-events"), { rows: sortedBy(changes, ({ key, date }) => `${key} ${date}`) });
  }
  return (statement) => eventOf.get(`${statementKeys(statement).edge} ${statement.date}`) ?? null;
}

function datedRow(statement: Statement): DatedRow | null {
  const { date, dateBasis, predicate } = statement;
  if (date === null || !isEvent(predicate)) return null;
  return { key: statementKeys(statement).edge, date, publication: dateBasis === "publication", event: null };
}

async function datedRows(tx: Transaction, keys: string[]): Promise<DatedRow[]> {
  if (keys.length === 0) return [];
  const rows = await tx.run(cypher("load/statement-dates"), { keys: keys.sort() });
  return rows.map((row) => ({
    key: row.key as string,
    date: row.date as string,
    publication: row.basis === "publication",
    // A statement that somebody else wrote may lack its event: an empty text differs from every event.
    event: (row.event as string | null) ?? "",
  }));
}

/** What an edge says of whom, whether affirmed, denied or planned. */
function relationOf(key: string): string {
  const { source, predicate, target } = parseEdgeKey(key);
  return `${source}|${predicate}|${target}`;
}

/** The keys of all edges of the same relation; none for relations of being, which are no events. */
function siblings(key: string): string[] {
  const identity = parseEdgeKey(key);
  if (!isEvent(identity.predicate)) return [];
  return MODALITIES.flatMap((modality) =>
    [true, false].map((negated) => edgeKey({ ...identity, modality, negated })),
  );
}
