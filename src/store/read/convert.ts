import { isQualified, parseEdgeKey } from "../../graph/index.js";
import {
  type ArticleSummary,
  ENTITY_TYPES,
  type Entity,
  type EntityRef,
  type EntityType,
  type GraphEdge,
  PREDICATES,
  type Statement,
  SYMMETRIC_PREDICATES,
} from "../../ontology/index.js";
import type { Row } from "../transaction.js";
import type { Cell, NodeCell, RelationshipCell } from "../types.js";

/** All relationship types between entities, as a Cypher pattern names them. */
export const EDGE_TYPES = [...PREDICATES, "QUALIFIED"].join("|");

/** The entity in a node. */
export function entityOf(cell: Cell): Entity {
  const { labels, properties: p } = cell as NodeCell;
  return {
    id: p.id as string,
    type: typeOf(labels),
    name: p.name as string,
    country: text(p.country),
    aliases: list(p.aliases),
    iso2: text(p.iso2),
    latitude: number(p.latitude),
    longitude: number(p.longitude),
  };
}

/** The type among a node's labels. */
export function typeOf(labels: readonly string[]): EntityType {
  return ENTITY_TYPES.find((type) => labels.includes(type)) ?? "Issue";
}

/** What a statement carries of an entity. */
function refOf(cell: Cell): EntityRef {
  const { id, type, name, country } = entityOf(cell);
  return { id, type, name, country };
}

/** The edge in a row of `read/edges` and its like. */
export function edgeOf(p: Row): GraphEdge {
  const identity = parseEdgeKey(p.key as string);
  const dates = list(p.dates);
  return {
    key: p.key as string,
    ...identity,
    qualified: isQualified(identity),
    directed: !SYMMETRIC_PREDICATES.has(identity.predicate),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    dates,
    statements: p.statements as number,
    direct: p.direct as number,
    articles: p.articles as number,
    sources: p.sources as number,
    sourceNames: list(p.sourceNames),
    confidence: p.confidence as number,
    goldstein: number(p.goldstein),
    plover: text(p.plover) as GraphEdge["plover"],
    quotes: list(p.quotes),
  };
}

/** The article named in a row's columns. */
export function articleSummaryOf(row: Row): ArticleSummary {
  return {
    id: row.id as string,
    title: row.title as string,
    url: text(row.url),
    source: text(row.source),
    publishedAt: text(row.publishedAt),
    reprintOf: text(row.reprintOf),
  };
}

/** The statement in a row of `read/statement-records`. */
export function statementOf(row: Row): Statement {
  const { properties: p } = row.statement as NodeCell;
  return {
    id: p.id as string,
    articleId: row.id as string,
    subject: refOf(row.subject ?? null),
    predicate: p.predicate as Statement["predicate"],
    object: refOf(row.object ?? null),
    negated: p.negated as boolean,
    modality: p.modality as Statement["modality"],
    date: text(p.date),
    dateBasis: text(p.dateBasis) as Statement["dateBasis"],
    speaker: row.speaker ? refOf(row.speaker) : null,
    role: text(p.role),
    plover: text(p.plover) as Statement["plover"],
    cameo: text(p.cameo),
    goldstein: number(p.goldstein),
    evidence: {
      quote: p.quote as string,
      sentence: p.sentence as number,
      start: p.start as number,
      end: p.end as number,
    },
    confidence: p.confidence as number,
    extractor: p.extractor as string,
    frame: text(p.frame),
  };
}

/** A property that may be missing. */
export function text(cell: Cell | undefined): string | null {
  return typeof cell === "string" ? cell : null;
}

function number(cell: Cell | undefined): number | null {
  return typeof cell === "number" ? cell : null;
}

function list(cell: Cell | undefined): string[] {
  return Array.isArray(cell) ? (cell as string[]) : [];
}
