import { type EdgeList, statementKeys } from "../graph/index.js";
import {
  type ArticleSummary,
  ENTITY_TYPES,
  type GraphEdge,
  type GraphNode,
  PREDICATES,
} from "../ontology/index.js";
import type { StatementWithArticle } from "../store/index.js";
import { clean, inPieces } from "./text.js";
import type { Exporter, ExportSource } from "./types.js";

/** Rows in one UNWIND: as many as Neo4j's own tools put into a transaction. */
const ROWS = 1_000;

/**
 * A script that rebuilds the selection in an empty Neo4j, in the shape of Entente's own stores, so that
 * the library's queries run on it. The articles come without their texts. It may be run twice.
 */
export const cypherScript: Exporter = {
  name: "cypher",
  title: "Cypher script",
  description:
    "Rebuilds the selection in Neo4j (cypher-shell -f FILE): entities, edges, statements and articles without their texts",
  extension: "cypher",
  mediaType: "application/x-cypher-query; charset=utf-8",
  async *write(source) {
    yield* inPieces(script(source));
  },
};

async function* script(source: ExportSource): AsyncGenerator<string> {
  const { meta } = source;
  const view = await source.view();
  for (const line of [meta.title, meta.description, `Made by: ${meta.query}`])
    yield `// ${clean(line).replace(/\s+/g, " ")}\n`;
  for (const label of ["Entity", "Article", "Statement"]) {
    yield `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;\n`;
  }
  const known = new Set(view.nodes.map(({ id }) => id));
  for (const type of ENTITY_TYPES) {
    yield* entities(type, view.nodes.filter((node) => node.type === type).map(entityRow));
  }
  for (const type of [...PREDICATES, "QUALIFIED"]) {
    yield* statementsOf(
      [...edgeRows(view.edges, type)],
      `MATCH (a:Entity {id: row.source})\nMATCH (b:Entity {id: row.target})\nMERGE (a)-[r:${type} {key: row.properties.key}]->(b)\nSET r += row.properties`,
    );
  }
  yield* evidence(source.statements(), known);
}

function* edgeRows(edges: EdgeList, type: string): Generator<ReturnType<typeof edgeRow>> {
  for (const edge of edges) if ((edge.qualified ? "QUALIFIED" : edge.predicate) === type) yield edgeRow(edge);
}

async function* evidence(
  statements: AsyncIterable<StatementWithArticle>,
  entityIds: Set<string>,
): AsyncGenerator<string> {
  const articleIds = new Set<string>();
  let page: StatementWithArticle[] = [];
  for await (const statement of statements) {
    page.push(statement);
    if (page.length < ROWS) continue;
    yield* evidencePage(page, entityIds, articleIds);
    page = [];
  }
  yield* evidencePage(page, entityIds, articleIds);
}

function* evidencePage(
  page: readonly StatementWithArticle[],
  entityIds: Set<string>,
  articleIds: Set<string>,
): Generator<string> {
  const refs = page.flatMap(({ subject, object, speaker }) => [
    subject,
    object,
    ...(speaker ? [speaker] : []),
  ]);
  const newRefs = unseen(refs, entityIds);
  for (const type of ENTITY_TYPES) {
    yield* entities(
      type,
      newRefs.filter((ref) => ref.type === type).map(({ id, name, country }) => ({ id, name, country })),
    );
  }
  yield* statementsOf(
    unseen(
      page.map(({ article }) => article),
      articleIds,
    ).map(articleRow),
    "MERGE (n:Article {id: row.id})\nSET n += row",
  );
  yield* statementsOf(
    page.map(statementRow),
    `MATCH (article:Article {id: row.article})
MATCH (subject:Entity {id: row.subject})
MATCH (object:Entity {id: row.object})
MERGE (s:Statement {id: row.properties.id})
SET s += row.properties
MERGE (s)-[:FROM]->(article)
MERGE (s)-[:SUBJECT]->(subject)
MERGE (s)-[:OBJECT]->(object)`,
  );
  yield* statementsOf(
    page.flatMap(({ id, speaker }) => (speaker ? [{ statement: id, speaker: speaker.id }] : [])),
    "MATCH (s:Statement {id: row.statement})\nMATCH (e:Entity {id: row.speaker})\nMERGE (s)-[:SPEAKER]->(e)",
  );
}

/** Those whose id is not in the set yet, each once; puts them in. */
function unseen<T extends { id: string }>(items: readonly T[], seen: Set<string>): T[] {
  return items.filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function entities(type: string, rows: readonly Row[]): Generator<string> {
  return statementsOf(rows, `MERGE (n:Entity {id: row.id})\nSET n:${type}, n += row`);
}

type Scalar = string | number | boolean | null;
interface Row {
  [key: string]: Scalar | readonly string[] | Row;
}

function* statementsOf(rows: readonly Row[], body: string): Generator<string> {
  for (let start = 0; start < rows.length; start += ROWS) {
    const list = rows.slice(start, start + ROWS).map((row) => `  ${literal(row)}`);
    yield `UNWIND [\n${list.join(",\n")}\n] AS row\n${body};\n`;
  }
}

/** A Cypher literal; what is null is left out of maps. */
function literal(value: Row[string]): string {
  if (typeof value === "string") return quoted(value);
  if (value === null || typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(quoted).join(", ")}]`;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return `{${entries.map(([key, inner]) => `${key}: ${literal(inner)}`).join(", ")}}`;
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function quoted(text: string): string {
  return `'${clean(text).replace(/[\\'\n\r\t]/g, (character) => ESCAPES[character] ?? character)}'`;
}

function entityRow({ id, name, country, aliases, iso2, latitude, longitude }: GraphNode): Row {
  return { id, name, country, aliases, iso2, latitude, longitude };
}

/** What the store keeps on a relationship, in its order; an edge of a table has no properties of its own to copy. */
function edgeRow(edge: GraphEdge): Row {
  const { source, target, key, predicate, negated, modality, first, last, dates } = edge;
  const { statements, direct, articles, sources, sourceNames, confidence, goldstein, plover, quotes } = edge;
  return {
    source,
    target,
    properties: {
      ...{ key, predicate, negated, modality, first, last, dates },
      ...{ statements, direct, articles, sources, sourceNames, confidence, goldstein, plover, quotes },
    },
  };
}

function articleRow({ id, title, url, source, publishedAt, reprintOf }: ArticleSummary): Row {
  return { id, title, url, source, publishedAt, reprintOf };
}

function statementRow(statement: StatementWithArticle): Row {
  const { article, subject, object, speaker: _, articleId: __, evidence, ...properties } = statement;
  return {
    article: article.id,
    subject: subject.id,
    object: object.id,
    properties: { ...properties, ...evidence, ...statementKeys(statement) },
  };
}
