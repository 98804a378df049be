import type { z } from "zod";
import type { ArticleDetail, ENDPOINTS, Mention, ResponseOf } from "../../ontology/index.js";
import { cypher } from "../cypher.js";
import type { GraphStore, NodeCell } from "../types.js";
import { articleSummaryOf, entityOf, text } from "./convert.js";
import { statementRecords } from "./statements.js";

type ArticleFilter = z.output<(typeof ENDPOINTS)["listArticles"]["query"]>;

/** A page of articles, newest first, and how many there are. */
export async function articles(
  store: GraphStore,
  { q, source, from, to, limit, offset }: ArticleFilter,
): Promise<ResponseOf<"listArticles">> {
  const filter = { q: q ?? null, source: source ?? null, from: from ?? null, to: to ?? null };
  const [count] = await store.read(cypher("read/count-articles"), filter);
  const rows = await store.read(cypher("read/articles"), { ...filter, limit, offset });
  const counts = await countsOf(
    store,
    rows.map((row) => row.id as string),
  );
  return {
    total: (count?.total as number | undefined) ?? 0,
    articles: rows.map((row) => ({
      ...articleSummaryOf(row),
      statements: counts.get(row.id as string) ?? 0,
    })),
  };
}

/** One article with all that was read in it; null where there is none with this id. */
export async function article(store: GraphStore, id: string): Promise<ArticleDetail | null> {
  const [row] = await store.read(cypher("read/article"), { id });
  if (!row) return null;
  const { properties: p } = row.article as NodeCell;
  const mentioned = await store.read(cypher("read/article-mentions"), { id });
  const statementIds = await store.read(cypher("read/statements-of-article"), { article: id });
  const records = await statementRecords(
    store,
    statementIds.map((r) => r.id as string),
  );
  const entities = new Map(mentioned.map((r) => entityOf(r.entity ?? null)).map((e) => [e.id, e]));
  const actors = new Set(
    records.flatMap(({ subject, object, speaker }) => [subject.id, object.id, speaker?.id ?? subject.id]),
  );
  const missing = [...actors].filter((actor) => !entities.has(actor)).sort();
  for (const r of missing.length > 0 ? await store.read(cypher("read/entities"), { ids: missing }) : []) {
    const entity = entityOf(r.entity ?? null);
    entities.set(entity.id, entity);
  }
  return {
    article: {
      id,
      title: p.title as string,
      text: p.text as string,
      url: text(p.url),
      source: text(p.source),
      publishedAt: text(p.publishedAt),
      reprintOf: text(p.reprintOf),
      reprints: (await store.read(cypher("read/article-reprints"), { id })).map(articleSummaryOf),
    },
    statements: records
      .map(({ article: _, ...statement }) => statement)
      .sort((a, b) => a.evidence.sentence - b.evidence.sentence || a.evidence.start - b.evidence.start),
    mentions: mentioned
      .flatMap((r) => mentionsOf((r.entity as NodeCell).properties.id as string, r.mentions as string[]))
      .sort((a, b) => a.sentence - b.sentence || a.start - b.start),
    entities: [...entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Bodies and titles of articles, by id. */
export async function articleTexts(
  store: GraphStore,
  ids: readonly string[],
): Promise<Map<string, { title: string; text: string }>> {
  const rows = await store.read(cypher("read/article-texts"), { ids: [...new Set(ids)].sort() });
  return new Map(
    rows.map((row) => [row.id as string, { title: row.title as string, text: row.text as string }]),
  );
}

function mentionsOf(entityId: string, mentions: readonly string[]): Mention[] {
  return mentions.map((json) => ({ entityId, ...(JSON.parse(json) as Omit<Mention, "entityId">) }));
}

async function countsOf(store: GraphStore, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await store.read(cypher("read/article-statement-counts"), { ids });
  return new Map(rows.map((row) => [row.id as string, row.statements as number]));
}
