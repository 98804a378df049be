import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { GrafeoDB } from "@grafeo-db/js";
import type { Extraction } from "../../ontology/index.js";
import { cypherStatements } from "../cypher.js";
import { StoreError } from "../errors.js";
import { loadBatch, removeArticles } from "../load.js";
import { migrate } from "../migrations.js";
import { prepare } from "../prepare.js";
import type { Row, Transaction } from "../transaction.js";
import type { Cell, GraphStore, LoadSummary, QueryLimits, Table } from "../types.js";
import { toCell } from "./cells.js";
import { loadEngine } from "./engine.js";
import { QueryPool } from "./query-pool.js";

const FILE = "graph.grafeo";
/** A write that met another one: the engine asks to begin again. */
const CONFLICT = "40000";
const ATTEMPTS = 5;
/** The write-ahead log is folded into the file from this size on, so that opening stays fast. */
const CHECKPOINT_BYTES = 64 * 1024 * 1024;

/** Opens (or makes) the embedded store in a folder. @throws StoreError */
export async function openEmbedded(folder: string): Promise<GraphStore> {
  const engine = await loadEngine();
  const path = join(resolve(folder), FILE);
  makeFolder(folder);
  const db = openFile(engine, path, folder);
  try {
    for (const name of ["schema", "schema-embedded"]) {
      for (const statement of cypherStatements(name)) await db.executeCypher(statement);
    }
    db.setCheckpointTriggers({ walBytes: CHECKPOINT_BYTES });
    const store = new EmbeddedStore(db, folder);
    await migrate(store);
    return store;
  } catch (error) {
    db.close();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(resolve(folder), { recursive: true });
  } catch (cause) {
    throw new StoreError(
      `the folder ${folder} for the store cannot be made: ${(cause as Error).message}; choose another with --store`,
      { cause },
    );
  }
}

function openFile(engine: typeof GrafeoDB, path: string, folder: string): GrafeoDB {
  try {
    return engine.create(path);
  } catch (cause) {
    const message = (cause as Error).message;
    if (/lock/i.test(message)) {
      throw new StoreError(
        `the store in ${folder} is in use by another process (a running "entente serve"?); stop it or choose another with --store`,
        { cause },
      );
    }
    throw new StoreError(`the store in ${folder} cannot be opened: ${message}`, { cause });
  }
}

class EmbeddedStore implements GraphStore {
  readonly kind = "embedded";
  readonly description: string;
  /** Writes run one after the other: the engine's transactions are optimistic and would only conflict. */
  private writing: Promise<unknown> = Promise.resolve();
  /** Counts commits, so that a query's copy is known to be old. */
  private generation = 0;
  private pool: QueryPool | null = null;

  constructor(
    private readonly db: GrafeoDB,
    folder: string,
  ) {
    this.description = `embedded store in ${folder}`;
  }

  async load(batch: readonly Extraction[]): Promise<LoadSummary> {
    const start = performance.now();
    const prepared = prepare(batch);
    const summary = await this.write((tx) => loadBatch(tx, prepared));
    return { ...summary, seconds: (performance.now() - start) / 1000 };
  }

  async read(cypher: string, params: Record<string, unknown> = {}): Promise<Record<string, Cell>[]> {
    return rowsOf(await this.db.executeCypher(cypher, params));
  }

  async query(cypher: string, params: Record<string, unknown>, limits: QueryLimits): Promise<Table> {
    this.pool ??= new QueryPool((path) => this.db.save(path));
    return this.pool.query(cypher, params, limits, this.generation);
  }

  remove(articleIds: readonly string[]): Promise<number> {
    return this.write((tx) => removeArticles(tx, articleIds));
  }

  async ping(): Promise<void> {
    await this.db.executeCypher("RETURN 1 AS alive");
  }

  async close(): Promise<void> {
    await this.writing;
    this.pool?.close();
    this.db.close();
  }

  /** Runs one write transaction after those that wait already. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const result = this.writing.then(() => this.attempt(work));
    this.writing = result.catch(() => undefined);
    return result;
  }

  private async attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const tx = this.db.beginTransaction();
      try {
        const result = await work({
          run: async (cypher, params = {}) => rowsOf(await tx.executeCypher(cypher, params)),
        });
        tx.commit();
        this.generation++;
        return result;
      } catch (error) {
        if (tx.isActive) tx.rollback();
        if ((error as { gqlStatus?: string }).gqlStatus !== CONFLICT || attempt === ATTEMPTS) throw error;
      }
    }
  }
}

function rowsOf(result: { columns: string[]; rows(): unknown[][] }): Row[] {
  const { columns } = result;
  return result.rows().map((values) => {
    const row: Row = {};
    for (let i = 0; i < columns.length; i++) row[columns[i] as string] = toCell(values[i]);
    return row;
  });
}
