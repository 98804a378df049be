import neo4j, { Neo4jError, type Result, type Session, type Transaction } from "neo4j-driver";
import { RowCollector } from "../collector.js";
import { QueryError, type QueryErrorKind, type QueryPosition } from "../errors.js";
import type { Cell, QueryLimits, Table } from "../types.js";
import type { Connection } from "./connect.js";
import { checkPlan, refused } from "./plan.js";
import { toCell, toParameter } from "./values.js";

/** How long past its own time limit a server may be silent before the client gives up. */
const GRACE_MS = 2_000;
const ONLY_QUERIES = "EXPLAIN and PROFILE are not answered here; run the query itself";
const METADATA = { application: "entente", kind: "ad hoc" };

/**
 * Runs a query that a person typed. The server plans it first: only a plan of the type "r" whose every
 * step is known to read is run, in a READ transaction with a time limit that is always rolled back.
 * (READ is no access control on a single server, and "r" covers LOAD CSV and procedures: hence all three.)
 * @throws QueryError
 */
export async function runAdHoc(
  connection: Connection,
  cypher: string,
  params: Record<string, unknown>,
  limits: QueryLimits,
): Promise<Table> {
  if (limits.signal?.aborted) throw cancelled();
  const { driver, database } = connection;
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ, fetchSize: 200 });
  const guard = new Guard(session, limits);
  try {
    const parameters = toParameter(params) as Record<string, unknown>;
    await guard.race(explain(connection, session, cypher, parameters, limits));
    return await guard.race(execute(session, cypher, parameters, limits));
  } catch (error) {
    throw toQueryError(error, limits);
  } finally {
    await guard.close();
  }
}

/** Ends the session as soon as the caller goes away or the server keeps silent. */
class Guard {
  private readonly timer: NodeJS.Timeout;
  private stop!: (error: QueryError) => void;
  private readonly stopped: Promise<never>;
  private readonly cancel = () => this.stop(cancelled());

  constructor(
    private readonly session: Session,
    private readonly limits: QueryLimits,
  ) {
    this.stopped = new Promise((_, reject) => {
      this.stop = reject;
    });
    this.stopped.catch(() => undefined);
    this.timer = setTimeout(() => this.stop(timedOut(limits)), limits.timeoutMs + GRACE_MS);
    limits.signal?.addEventListener("abort", this.cancel, { once: true });
  }

  race<T>(work: Promise<T>): Promise<T> {
    work.catch(() => undefined);
    return Promise.race([work, this.stopped]);
  }

  /** Closing a session resets its connection, which interrupts what still runs on the server. */
  async close(): Promise<void> {
    clearTimeout(this.timer);
    this.limits.signal?.removeEventListener("abort", this.cancel);
    await this.session.close();
  }
}

/** Functions that plugins added, asked once for a connection: a server reads its plugins when it starts. */
const functionsOf = new WeakMap<Connection, readonly string[]>();

async function userFunctions(tx: Transaction, connection: Connection): Promise<readonly string[]> {
  const known = functionsOf.get(connection);
  if (known) return known;
  const { records } = await tx.run("SHOW USER DEFINED FUNCTIONS YIELD name RETURN collect(name) AS names");
  const names = (records[0]?.get("names") as string[] | undefined) ?? [];
  functionsOf.set(connection, names);
  return names;
}

async function explain(
  connection: Connection,
  session: Session,
  cypher: string,
  parameters: Record<string, unknown>,
  limits: QueryLimits,
): Promise<void> {
  const tx = await session.beginTransaction({ timeout: limits.timeoutMs, metadata: METADATA });
  try {
    // On a line of its own, so that the columns in the server's messages stay those of the text.
    const { summary } = await tx.run(`EXPLAIN\n${cypher}`, parameters);
    if (!summary.plan) throw refused(ONLY_QUERIES);
    if (summary.queryType !== "r") {
      throw new QueryError(
        "refused",
        "Neo.ClientError.Statement.AccessMode",
        "only queries that read are allowed; this one would write",
      );
    }
    checkPlan(summary.plan, await userFunctions(tx, connection));
  } finally {
    await rollback(tx);
  }
}

async function execute(
  session: Session,
  cypher: string,
  parameters: Record<string, unknown>,
  limits: QueryLimits,
): Promise<Table> {
  const tx = await session.beginTransaction({ timeout: limits.timeoutMs, metadata: METADATA });
  const collector = new RowCollector(limits);
  try {
    const result = tx.run(cypher, parameters);
    const columns = await collect(result, collector);
    // A text that begins with EXPLAIN itself has a plan and no answer.
    if (!collector.truncated && (await result.summary()).plan) throw refused(ONLY_QUERIES);
    return collector.table(columns);
  } finally {
    await rollback(tx);
  }
}

async function collect(result: Result, collector: RowCollector): Promise<string[]> {
  const columns = await result.keys();
  for await (const record of result) {
    const row: Cell[] = record.keys.map((key) => toCell(record.get(key)));
    if (!collector.add(row)) break;
  }
  return columns.map(String);
}

async function rollback(tx: Transaction): Promise<void> {
  if (tx.isOpen()) await tx.rollback();
}

function toQueryError(error: unknown, limits: QueryLimits): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (limits.signal?.aborted) return cancelled(error);
  const { code, message } = error;
  const { text, position } = splitPosition(message);
  if (code.includes("TransactionTimedOut")) return timedOut(limits, error);
  return new QueryError(kindOf(code), code, text, position, { cause: error });
}

function kindOf(code: string): QueryErrorKind {
  if (code.includes("AccessMode") || code.includes(".Security.")) return "refused";
  if (code.includes("OutOfMemory") || code.includes("MemoryPool")) return "memory";
  if (code.includes("Terminated")) return "cancelled";
  if (code.startsWith("Neo.ClientError.Statement.") && !/ArithmeticError|EntityNotFound/.test(code))
    return "syntax";
  return "failed";
}

/** Takes "(line 2, column 7 (offset: 14))" and the quoted source line out of a message of Neo4j's. */
function splitPosition(message: string): { text: string; position: QueryPosition | null } {
  const match = /\s*\(line (\d+), column (\d+)(?: \(offset: \d+\))?\)/.exec(message);
  if (!match) return { text: message.trim(), position: null };
  // What is planned has EXPLAIN on a line before the query; an error of the run itself has no position.
  const line = Math.max(1, Number(match[1]) - 1);
  return { text: message.slice(0, match.index).trim(), position: { line, column: Number(match[2]) } };
}

function cancelled(cause?: unknown): QueryError {
  return new QueryError(
    "cancelled",
    "Neo.ClientError.Transaction.Cancelled",
    "the query was cancelled",
    null,
    { cause },
  );
}

function timedOut({ timeoutMs }: QueryLimits, cause?: unknown): QueryError {
  return new QueryError(
    "timeout",
    "Neo.ClientError.Transaction.TransactionTimedOut",
    `the query took longer than ${timeoutMs / 1000} s and was stopped; narrow it down, or ask for a longer limit`,
    null,
    { cause },
  );
}
