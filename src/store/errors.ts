/** The store cannot be opened, read or written; the message says what to do. */
export class StoreError extends Error {
  override name = "StoreError";
}

/** Where in a query text an error lies; both count from 1. */
export interface QueryPosition {
  line: number;
  column: number;
}

/** What went wrong, coarsely: the caller's text, our rules, or the run. */
export type QueryErrorKind = "syntax" | "refused" | "timeout" | "cancelled" | "memory" | "failed";

/** Why a query that a person typed was not answered. */
export class QueryError extends Error {
  override name = "QueryError";

  /**
   * @param code Neo4j's status code (`Neo.ClientError.Statement.SyntaxError`), the same from both stores
   * @param position of the fault in the text, where it has one
   */
  constructor(
    readonly kind: QueryErrorKind,
    readonly code: string,
    message: string,
    readonly position: QueryPosition | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
