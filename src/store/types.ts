import type { Extraction } from "../ontology/index.js";

export interface LoadSummary {
  articles: number;
  /** Articles that were there already with the same content. */
  unchanged: number;
  replaced: number;
  statements: number;
  entities: number;
  edges: number;
  seconds: number;
}

export interface QueryLimits {
  /** Milliseconds after which the engine stops the query. */
  timeoutMs: number;
  maxRows: number;
  maxBytes: number;
  signal?: AbortSignal;
}

/** A value in a result row: JSON, with graph values marked by `$type`. Integers beyond 2^53 are strings. */
export type Cell =
  | null
  | boolean
  | number
  | string
  | Cell[]
  | { [key: string]: Cell }
  | NodeCell
  | RelationshipCell
  | PathCell;
export interface NodeCell {
  $type: "node";
  /** The store's own id: unique within one result, not stable. */
  id: string;
  labels: string[];
  properties: { [key: string]: Cell };
}
export interface RelationshipCell {
  $type: "relationship";
  id: string;
  type: string;
  source: string;
  target: string;
  properties: { [key: string]: Cell };
}
export interface PathCell {
  $type: "path";
  nodes: NodeCell[];
  relationships: RelationshipCell[];
}

export interface Table {
  columns: string[];
  /** One array for each row, in the order of `columns`. */
  rows: Cell[][];
  /** True where the row or size limit cut the result. */
  truncated: boolean;
  milliseconds: number;
}

/** The one interface over Neo4j and the embedded store; both pass one conformance suite. */
export interface GraphStore {
  /** What to call it in messages, without credentials. */
  readonly description: string;
  readonly kind: "neo4j" | "embedded";
  /** Idempotent; all or nothing for a batch. A changed article replaces its old statements. */
  load(batch: readonly Extraction[]): Promise<LoadSummary>;
  /** A statement of ours from `cypher/`: trusted text, parameters, read-only transaction, in process. */
  read(cypher: string, params?: Record<string, unknown>): Promise<Record<string, Cell>[]>;
  /** A query that a person typed: read-only by the engine, limited, isolated. @throws QueryError */
  query(cypher: string, params: Record<string, unknown>, limits: QueryLimits): Promise<Table>;
  /** Removes the articles and what only they supported; returns how many were there. */
  remove(articleIds: readonly string[]): Promise<number>;
  /** Asks the store a question; throws where it does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
