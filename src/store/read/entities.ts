import type { z } from "zod";
import type { ENDPOINTS, Entity, GraphNode, ResponseOf } from "../../ontology/index.js";
import { cypher } from "../cypher.js";
import { foldName } from "../fold.js";
import { nodesOf } from "../refine.js";
import { edgesOf } from "../subgraph.js";
import type { GraphStore } from "../types.js";
import { articleSummaryOf, entityOf } from "./convert.js";

type EntityFilter = z.output<(typeof ENDPOINTS)["listEntities"]["query"]>;

/** Edges and articles given with one entity. */
const ENTITY_LIMIT = 1_000;

/**
 * Entities whose name or an alias holds the text, whatever its case and diacritics: whole names first,
 * then names that begin with it, then words, then the rest; of equals those with most statements.
 */
export async function searchEntities(
  store: GraphStore,
  { q, type, limit, offset }: EntityFilter,
): Promise<ResponseOf<"listEntities">> {
  const folded = foldName(q ?? "");
  if (q?.trim() && !folded) return { total: 0, entities: [] };
  const rows = await store.read(cypher("read/search-entities"), { q: folded, type: type ?? null });
  const found = rows.map((row) => match(entityOf(row.entity ?? null), folded));
  const counts = await statementCounts(
    store,
    found.map(({ entity }) => entity.id),
  );
  const ranked = found
    .map(({ entity, matched, rank }) => ({
      rank,
      entity: { ...entity, matched, statements: counts.get(entity.id) ?? 0 },
    }))
    .sort(
      (a, b) =>
        a.rank - b.rank || b.entity.statements - a.entity.statements || (a.entity.id < b.entity.id ? -1 : 1),
    );
  return { total: ranked.length, entities: ranked.slice(offset, offset + limit).map(({ entity }) => entity) };
}

/** One entity with its edges, the entities at their other ends and its articles; null where there is none. */
export async function entity(store: GraphStore, id: string): Promise<ResponseOf<"getEntity"> | null> {
  const [row] = await store.read(cypher("read/entities"), { ids: [id] });
  if (!row) return null;
  const edges = await edgesOf(store, id, ENTITY_LIMIT + 1);
  const kept = edges.slice(0, ENTITY_LIMIT);
  const nodes = await nodesOf(store, kept, [id]);
  const articles = await store.read(cypher("read/entity-articles"), { id, limit: ENTITY_LIMIT + 1 });
  const counts = await statementCounts(store, [id]);
  return {
    entity: { ...entityOf(row.entity ?? null), statements: counts.get(id) ?? 0 },
    edges: kept,
    neighbours: nodes.filter((node) => node.id !== id),
    articles: articles
      .slice(0, ENTITY_LIMIT)
      .map((a) => ({ ...articleSummaryOf(a), count: a.count as number })),
    truncated: edges.length > ENTITY_LIMIT || articles.length > ENTITY_LIMIT,
  };
}

/** How many statements name each entity as subject or object. */
async function statementCounts(store: GraphStore, ids: string[]): Promise<Map<GraphNode["id"], number>> {
  if (ids.length === 0) return new Map();
  const rows = await store.read(cypher("read/entity-statement-counts"), { ids: ids.sort() });
  return new Map(rows.map((row) => [row.id as string, row.statements as number]));
}

function match(entity: Entity, folded: string): { entity: Entity; matched: string | null; rank: number } {
  if (!folded) return { entity, matched: null, rank: 0 };
  const ranked = [entity.name, ...entity.aliases]
    .map((name) => ({ name, rank: rankOf(foldName(name), folded) }))
    .sort((a, b) => a.rank - b.rank);
  const best = ranked[0];
  const byName = rankOf(foldName(entity.name), folded);
  if (!best || byName === best.rank) return { entity, matched: null, rank: byName };
  return { entity, matched: best.name, rank: best.rank };
}

const NO_MATCH = 4;

function rankOf(name: string, folded: string): number {
  if (name === folded) return 0;
  if (name.startsWith(folded)) return 1;
  if (name.includes(` ${folded}`)) return 2;
  return name.includes(folded) ? 3 : NO_MATCH;
}
