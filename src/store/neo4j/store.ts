import neo4j, { type ManagedTransaction } from "neo4j-driver";
import type { Extraction } from "../../ontology/index.js";
import { cypherStatements } from "../cypher.js";
import { loadBatch, removeArticles } from "../load.js";
import { migrate } from "../migrations.js";
import { prepare } from "../prepare.js";
import type { Row, Transaction } from "../transaction.js";
import type { Cell, GraphStore, LoadSummary, QueryLimits, Table } from "../types.js";
import { type Connection, connect, type Neo4jOptions } from "./connect.js";
import { runAdHoc } from "./query.js";
import { toCell, toParameter } from "./values.js";

/** Rows of one UNWIND: measured (scripts/bench-store.ts); above it the time per row no longer falls and memory grows. */
const ROWS_PER_STATEMENT = 5_000;
/** Marks our transactions in the server's logs and lists. */
const METADATA = { application: "entente" };

/** Connects to Neo4j and makes the schema where it is missing. @throws StoreError */
export async function openNeo4j(uri: string, options?: Neo4jOptions): Promise<GraphStore> {
  const connection = await connect(uri, options);
  const store = new Neo4jStore(connection);
  try {
    await store.applySchema();
    await migrate(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

class Neo4jStore implements GraphStore {
  readonly kind = "neo4j";
  readonly description: string;

  constructor(private readonly connection: Connection) {
    this.description = `Neo4j at ${connection.description}`;
  }

  async applySchema(): Promise<void> {
    const session = this.session("WRITE");
    try {
      for (const name of ["schema", "schema-neo4j"]) {
        for (const statement of cypherStatements(name)) await session.run(statement);
      }
      await session.run("CALL db.awaitIndexes(300)");
    } finally {
      await session.close();
    }
  }

  async load(batch: readonly Extraction[]): Promise<LoadSummary> {
    const start = performance.now();
    const prepared = prepare(batch);
    const summary = await this.write((tx) => loadBatch(tx, prepared));
    return { ...summary, seconds: (performance.now() - start) / 1000 };
  }

  async read(cypher: string, params: Record<string, unknown> = {}): Promise<Record<string, Cell>[]> {
    const session = this.session("READ");
    try {
      return await session.executeRead((tx) => run(tx, cypher, params), { metadata: METADATA });
    } finally {
      await session.close();
    }
  }

  query(cypher: string, params: Record<string, unknown>, limits: QueryLimits): Promise<Table> {
    return runAdHoc(this.connection, cypher, params, limits);
  }

  remove(articleIds: readonly string[]): Promise<number> {
    return this.write((tx) => removeArticles(tx, articleIds));
  }

  async ping(): Promise<void> {
    await this.read("RETURN 1 AS alive");
  }

  async close(): Promise<void> {
    await this.connection.driver.close();
  }

  /** One write transaction, begun again by the driver on deadlocks, leader changes and lost connections. */
  async write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const session = this.session("WRITE");
    try {
      return await session.executeWrite(
        (tx) => work({ run: (cypher, params = {}) => runInParts(tx, cypher, params) }),
        { metadata: METADATA },
      );
    } finally {
      await session.close();
    }
  }

  private session(mode: "READ" | "WRITE") {
    const { driver, database } = this.connection;
    return driver.session({ database, defaultAccessMode: neo4j.session[mode] });
  }
}

/** Sends a long `$rows` in several statements of the same transaction. */
async function runInParts(
  tx: ManagedTransaction,
  cypher: string,
  params: Record<string, unknown>,
): Promise<Row[]> {
  const { rows } = params;
  if (!Array.isArray(rows) || rows.length <= ROWS_PER_STATEMENT) return run(tx, cypher, params);
  const result: Row[] = [];
  for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
    const part = await run(tx, cypher, { ...params, rows: rows.slice(i, i + ROWS_PER_STATEMENT) });
    for (const row of part) result.push(row);
  }
  return result;
}

async function run(tx: ManagedTransaction, cypher: string, params: Record<string, unknown>): Promise<Row[]> {
  const { records } = await tx.run(cypher, toParameter(params) as Record<string, unknown>);
  return records.map((record) => toCell(record.toObject()) as Row);
}
