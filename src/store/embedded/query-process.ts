import type { GrafeoDB } from "@grafeo-db/js";
import { RowCollector } from "../collector.js";
import { QueryError } from "../errors.js";
import type { Table } from "../types.js";
import { toCell } from "./cells.js";
import { checkText } from "./check/text.js";
import { loadEngine } from "./engine.js";
import { checkPlan } from "./plan.js";
import { MEMORY_LIMIT_BYTES, type QueryAnswer, type QueryRequest } from "./protocol.js";

/*
 * A process of its own that answers ad-hoc queries from a saved copy of the graph, opened read-only. The
 * engine has no time or memory limit and can read files, so nothing that a person typed runs in the
 * process of the server: whatever goes wrong here, this process is ended and another one started.
 */

const MEMORY_CHECK_MS = 20;

const engine = await loadEngine();
let open: { path: string; db: GrafeoDB } | null = null;

process.on("disconnect", () => process.exit(0));
process.on("message", (request: QueryRequest) => {
  void answer(request).then((reply) => process.send?.(reply));
});
setInterval(() => {
  if (process.memoryUsage.rss() < MEMORY_LIMIT_BYTES) return;
  const reply: QueryAnswer = {
    type: "error",
    kind: "memory",
    code: "Neo.TransientError.General.OutOfMemoryError",
    message: `the query needed more than ${MEMORY_LIMIT_BYTES / 1024 / 1024} MB and was stopped; narrow it down`,
    position: null,
  };
  process.send?.(reply, () => process.exit(1));
}, MEMORY_CHECK_MS).unref();

// The first check of a text takes half a second, which the first query should not wait for.
checkText("MATCH (n) RETURN n", {});
process.send?.({ type: "ready" } satisfies QueryAnswer);

async function answer(request: QueryRequest): Promise<QueryAnswer> {
  try {
    return { type: "table", table: await run(request) };
  } catch (error) {
    const { kind, code, message, position } =
      error instanceof QueryError ? error : engineError(error as Error);
    return { type: "error", kind, code, message, position };
  }
}

async function run({ path, cypher, parameters, limits }: QueryRequest): Promise<Table> {
  const collector = new RowCollector(limits);
  checkText(cypher, parameters);
  const db = database(path);
  const plan = await db.executeCypher(`EXPLAIN ${cypher}`, parameters);
  checkPlan(String(plan.scalar()));
  const result = await db.executeCypher(cypher, parameters);
  for (let i = 0; i < result.length; i++) {
    const row = result.get(i);
    if (!collector.add(result.columns.map((column) => toCell(row[column])))) break;
  }
  return collector.table(result.columns);
}

function database(path: string): GrafeoDB {
  if (open?.path !== path) {
    open?.db.close();
    open = { path, db: engine.openReadOnly(path) };
  }
  return open.db;
}

/** An error of the engine in Neo4j's terms; its own codes are GQLSTATUS. */
function engineError(error: Error & { gqlStatus?: string }): QueryError {
  const [first = ""] = error.message.split("\n");
  const message = first.replace(/^(Query|Database) error: /, "").replace(/^GRAFEO-\w+: /, "");
  const status = error.gqlStatus ?? "";
  // The text passed Neo4j's own grammar, so what the engine cannot read is its own lack.
  if (status.startsWith("42") || /syntax error|semantic error|unsupported|schema commands/i.test(message)) {
    return new QueryError(
      "refused",
      "Neo.ClientError.Statement.UnsupportedByStore",
      `the embedded store cannot run this query, though Neo4j could: ${message}`,
    );
  }
  if (status.startsWith("22"))
    return new QueryError("failed", "Neo.ClientError.Statement.ArgumentError", message);
  return new QueryError("failed", "Neo.DatabaseError.Statement.ExecutionFailed", message);
}
