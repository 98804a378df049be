import type { QueryErrorKind, QueryPosition } from "../errors.js";
import type { QueryLimits, Table } from "../types.js";

/** What the store asks of a query process. */
export interface QueryRequest {
  /** The saved copy to read. */
  path: string;
  cypher: string;
  parameters: Record<string, unknown>;
  limits: Pick<QueryLimits, "maxRows" | "maxBytes">;
}

/** What a query process says: that it is ready for its first request, then one answer to each. */
export type QueryAnswer =
  | { type: "ready" }
  | { type: "table"; table: Table }
  | { type: "error"; kind: QueryErrorKind; code: string; message: string; position: QueryPosition | null };

/** A query process that holds more than this is ended; the engine itself knows no limit. */
export const MEMORY_LIMIT_BYTES = 1_536 * 1024 * 1024;
