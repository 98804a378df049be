import type { GraphEdge, GraphNode } from "../ontology/index.js";
import type { StatementWithArticle } from "../store/index.js";

/** An attribute of nodes or edges, the same in every graph format. */
export interface Column<Row> {
  id: string;
  title: string;
  type: "string" | "integer" | "double" | "boolean" | "list";
  of(row: Row): ColumnValue;
}

export type ColumnValue = string | number | boolean | readonly string[] | null;

/** An edge to write; with `statement` where each statement has an edge of its own. */
export interface Link extends GraphEdge {
  statement?: StatementWithArticle;
}

/** `entityType`, not `type`: drawing libraries take an attribute `type` for the shape to draw. */
export const NODE_COLUMNS: readonly Column<GraphNode>[] = [
  { id: "entityType", title: "Entity type", type: "string", of: (node) => node.type },
  { id: "country", title: "Country", type: "string", of: (node) => node.country },
  { id: "aliases", title: "Aliases", type: "list", of: (node) => node.aliases },
  { id: "latitude", title: "Latitude", type: "double", of: (node) => node.latitude },
  { id: "longitude", title: "Longitude", type: "double", of: (node) => node.longitude },
  { id: "statements", title: "Statements", type: "integer", of: (node) => node.statements },
];

const COMMON_COLUMNS: readonly Column<Link>[] = [
  { id: "predicate", title: "Predicate", type: "string", of: (link) => link.predicate },
  { id: "negated", title: "Negated", type: "boolean", of: (link) => link.negated },
  { id: "modality", title: "Modality", type: "string", of: (link) => link.modality },
  { id: "symmetric", title: "Symmetric", type: "boolean", of: (link) => !link.directed },
  { id: "plover", title: "PLOVER class", type: "string", of: (link) => link.plover },
  { id: "goldstein", title: "Goldstein", type: "double", of: (link) => link.goldstein },
  { id: "confidence", title: "Confidence", type: "double", of: (link) => link.confidence },
  { id: "firstSeen", title: "First seen", type: "string", of: (link) => link.first },
  { id: "lastSeen", title: "Last seen", type: "string", of: (link) => link.last },
];

export const EDGE_COLUMNS: readonly Column<Link>[] = [
  ...COMMON_COLUMNS,
  { id: "dates", title: "Dates", type: "list", of: (link) => link.dates },
  { id: "statements", title: "Statements", type: "integer", of: (link) => link.statements },
  { id: "direct", title: "Direct statements", type: "integer", of: (link) => link.direct },
  { id: "articles", title: "Articles", type: "integer", of: (link) => link.articles },
  { id: "sources", title: "Independent sources", type: "integer", of: (link) => link.sources },
  { id: "sourceNames", title: "Source names", type: "list", of: (link) => link.sourceNames },
  { id: "quotes", title: "Quotes", type: "list", of: (link) => link.quotes },
];

const ofStatement =
  (value: (statement: StatementWithArticle) => ColumnValue) =>
  ({ statement }: Link): ColumnValue =>
    statement ? value(statement) : null;

export const STATEMENT_COLUMNS: readonly Column<Link>[] = [
  ...COMMON_COLUMNS,
  { id: "quote", title: "Quote", type: "string", of: ofStatement((s) => s.evidence.quote) },
  { id: "speaker", title: "Speaker", type: "string", of: ofStatement((s) => s.speaker?.name ?? null) },
  { id: "role", title: "Role", type: "string", of: ofStatement((s) => s.role) },
  { id: "cameo", title: "CAMEO code", type: "string", of: ofStatement((s) => s.cameo) },
  { id: "dateBasis", title: "Date known from", type: "string", of: ofStatement((s) => s.dateBasis) },
  { id: "source", title: "Source", type: "string", of: ofStatement((s) => s.article.source) },
  { id: "article", title: "Article", type: "string", of: ofStatement((s) => s.article.title) },
  { id: "articleId", title: "Article id", type: "string", of: ofStatement((s) => s.article.id) },
  { id: "url", title: "URL", type: "string", of: ofStatement((s) => s.article.url) },
  { id: "publishedAt", title: "Published", type: "string", of: ofStatement((s) => s.article.publishedAt) },
];

/** The values that are there, by column. */
export function attributesOf<Row>(columns: readonly Column<Row>[], row: Row): Record<string, ColumnValue> {
  const attributes: Record<string, ColumnValue> = {};
  for (const column of columns) {
    const value = column.of(row);
    if (value !== null) attributes[column.id] = value;
  }
  return attributes;
}

/** A list as one text, `a;b`, which Gephi Lite and spreadsheets understand; a `;` within an item becomes a comma. */
export function joined(list: readonly string[]): string {
  const items = list.some((item) => item.includes(";"))
    ? list.map((item) => item.replaceAll(";", ","))
    : list;
  return items.join(";");
}

/**
 * What Gephi takes for the edge's type: the predicate, with what distinguishes it from an affirmed
 * fact (`ATTACKED claimed`, `SUPPORTS negated`). Gephi puts edges of one kind between one pair
 * together, which must not happen to a deed and its denial.
 */
export function kindOf({ predicate, modality, negated }: GraphEdge): string {
  if (modality === "actual") return negated ? `${predicate} negated` : predicate;
  return negated ? `${predicate} ${modality} negated` : `${predicate} ${modality}`;
}

/** The kind as a person reads it: `signed with`, `attacked (claimed)`. */
export function labelOf(edge: GraphEdge): string {
  const kind = kindOf(edge);
  let label = LABELS.get(kind);
  if (label === undefined) {
    label = labelled(kind);
    LABELS.set(kind, label);
  }
  return label;
}

const LABELS = new Map<string, string>();

function labelled(kind: string): string {
  const [predicate = "", ...qualifiers] = kind.split(" ");
  const words = predicate.toLowerCase().replaceAll("_", " ");
  return qualifiers.length > 0 ? `${words} (${qualifiers.join(", ")})` : words;
}
