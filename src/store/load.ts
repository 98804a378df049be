import { SKETCH_BANDS, statementKeys } from "../graph/index.js";
import type { Extraction, Statement } from "../ontology/index.js";
import { cypher } from "./cypher.js";
import { refreshEdges } from "./edges.js";
import { writeEntities } from "./entities.js";
import { StoreError } from "./errors.js";
import { type EventOf, placeEvents } from "./events.js";
import { bandProperty, type PreparedExtraction } from "./prepare.js";
import { linkReprints, reprintGroup } from "./reprints.js";
import { groupBy, sortedBy, type Transaction, withoutNulls } from "./transaction.js";
import type { LoadSummary } from "./types.js";

/** Relationship properties hold no maps, so each mention is one JSON text. */
const mentionRow = ({ entityId, ...place }: Extraction["mentions"][number]) => JSON.stringify(place);

/** Loads a batch within one transaction; see {@link GraphStore.load}. */
export async function loadBatch(
  tx: Transaction,
  batch: readonly PreparedExtraction[],
): Promise<Omit<LoadSummary, "seconds">> {
  await lock(tx);
  const ids = batch.map(({ extraction }) => extraction.article.id);
  const known = new Map(
    (await tx.run(cypher("load/known-articles"), { ids })).map((row) => [
      row.id as string,
      row.sha256 as string,
    ]),
  );
  const fresh = batch.filter(({ extraction, sha256: hash }) => known.get(extraction.article.id) !== hash);
  const replaced = fresh.map(({ extraction }) => extraction.article.id).filter((id) => known.has(id));

  const old = await clearArticles(tx, replaced);
  const extractions = fresh.map(({ extraction }) => extraction);
  const entities = await writeEntities(tx, extractions);
  await writeArticles(tx, fresh);
  const statements = sortedBy(
    extractions.flatMap((extraction) => extraction.statements),
    ({ id }) => id,
  );
  await writeStatements(tx, statements, await placeEvents(tx, old.keys, statements));
  const regrouped = await linkReprints(tx, fresh, old.reprints);

  const keys = new Set([...old.keys, ...(await keysOfArticles(tx, regrouped))]);
  for (const statement of statements) addKeys(keys, statementKeys(statement));
  const written = { lost: old.keys, statements: new Set(statements.map(({ id }) => id)) };
  const edges = await refreshEdges(tx, keys, written);
  await deleteOrphans(tx, old.entities);
  return {
    articles: fresh.length,
    unchanged: batch.length - fresh.length,
    replaced: replaced.length,
    statements: statements.length,
    entities,
    edges,
  };
}

/** Waits for every other load and removal: each computes its edges from all statements that there are. */
async function lock(tx: Transaction): Promise<void> {
  const rows = await tx.run(cypher("load/lock"));
  if (rows.length === 0) throw new StoreError("the store has lost its Meta node; open it again to repair it");
}

/** Removes articles within one transaction; see {@link GraphStore.remove}. */
export async function removeArticles(tx: Transaction, articleIds: readonly string[]): Promise<number> {
  await lock(tx);
  const wanted = [...new Set(articleIds)].sort();
  const ids = (await tx.run(cypher("load/known-articles"), { ids: wanted })).map((row) => row.id as string);
  const old = await clearArticles(tx, ids);
  await tx.run(cypher("load/delete-articles"), { ids });
  const regrouped = await linkReprints(tx, [], old.reprints);
  const keys = new Set([...old.keys, ...(await keysOfArticles(tx, regrouped))]);
  await placeEvents(tx, old.keys, []);
  await refreshEdges(tx, keys, { lost: keys, statements: new Set() });
  await deleteOrphans(tx, old.entities);
  return ids.length;
}

/** What articles leave behind that has to be looked at again once they are gone or changed. */
interface Traces {
  keys: Set<string>;
  entities: string[];
  /** Articles, themselves apart, that were linked to them as copies. */
  reprints: string[];
}

/** Takes all that the articles say out of the graph, leaving the bare article nodes. */
async function clearArticles(tx: Transaction, ids: string[]): Promise<Traces> {
  if (ids.length === 0) return { keys: new Set(), entities: [], reprints: [] };
  const keys = await keysOfArticles(tx, ids);
  const mentioned = await tx.run(cypher("load/entities-of-articles"), { ids });
  const actors = await tx.run(cypher("load/actors-of-articles"), { ids });
  const gone = new Set(ids);
  const reprints = (await reprintGroup(tx, ids)).filter((id) => !gone.has(id));
  for (const part of ["statements", "mentions", "reprints", "sketches"]) {
    await tx.run(cypher(`load/delete-${part}`), { ids });
  }
  const ends = [...keys].flatMap((key) => [key.split("|")[0] ?? "", key.split("|")[2] ?? ""]);
  const entities = new Set([...mentioned, ...actors].map((row) => row.id as string).concat(ends));
  return { keys, entities: [...entities].sort(), reprints };
}

async function keysOfArticles(tx: Transaction, ids: string[]): Promise<Set<string>> {
  const keys = new Set<string>();
  if (ids.length === 0) return keys;
  for (const row of await tx.run(cypher("load/edges-of-articles"), { ids })) {
    addKeys(keys, { edge: row.edge as string, rollup: row.rollup as string | null });
  }
  return keys;
}

function addKeys(keys: Set<string>, { edge, rollup }: { edge: string; rollup: string | null }): void {
  keys.add(edge);
  if (rollup) keys.add(rollup);
}

async function deleteOrphans(tx: Transaction, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.run(cypher("load/delete-orphans"), { ids });
}

async function writeArticles(tx: Transaction, fresh: readonly PreparedExtraction[]): Promise<void> {
  if (fresh.length === 0) return;
  const rows = fresh.map(({ extraction: { article }, sha256: hash }) => ({
    id: article.id,
    properties: withoutNulls({ ...article, sha256: hash }),
  }));
  await tx.run(cypher("load/articles"), { rows });
  const sketches = fresh
    .filter(({ bands }) => bands.length === SKETCH_BANDS)
    .map(({ extraction, bands }) => ({
      id: extraction.article.id,
      ...Object.fromEntries(bands.map((key, band) => [bandProperty(band), key])),
    }));
  if (sketches.length > 0) await tx.run(cypher("load/sketches"), { rows: sketches });
  const mentions = fresh.flatMap(({ extraction }) => mentionRows(extraction));
  if (mentions.length > 0) await tx.run(cypher("load/mentions"), { rows: mentions });
}

function mentionRows({ article, mentions }: Extraction) {
  const byEntity = groupBy(mentions, ({ entityId }) => entityId);
  return sortedBy(byEntity, ([entity]) => entity).map(([entity, list]) => ({
    article: article.id,
    entity,
    count: list.length,
    mentions: list.map(mentionRow),
  }));
}

async function writeStatements(
  tx: Transaction,
  statements: readonly Statement[],
  eventOf: EventOf,
): Promise<void> {
  if (statements.length === 0) return;
  const rows = statements.map((s) => ({
    article: s.articleId,
    subject: s.subject.id,
    object: s.object.id,
    confidence: s.confidence,
    goldstein: s.goldstein,
    properties: withoutNulls({
      id: s.id,
      predicate: s.predicate,
      negated: s.negated,
      modality: s.modality,
      date: s.date,
      dateBasis: s.dateBasis,
      role: s.role,
      quote: s.evidence.quote,
      sentence: s.evidence.sentence,
      start: s.evidence.start,
      end: s.evidence.end,
      plover: s.plover,
      cameo: s.cameo,
      extractor: s.extractor,
      frame: s.frame,
      event: eventOf(s),
      ...statementKeys(s),
    }),
  }));
  await tx.run(cypher("load/statements"), { rows });
  const speakers = statements.flatMap((s) => (s.speaker ? [{ statement: s.id, speaker: s.speaker.id }] : []));
  if (speakers.length > 0) await tx.run(cypher("load/speakers"), { rows: speakers });
}
