import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CYPHER_FOLDER, cypher, cypherStatements } from "./cypher.js";
import { StoreError } from "./errors.js";
import type { Transaction } from "./transaction.js";

/** The shape of the graph that this version of Entente writes: the number of the last file in `cypher/migrations/`. */
const GRAPH_VERSION = 1;

/** A store that can be written to in one transaction. */
interface Migratable {
  readonly description: string;
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/**
 * Brings an older graph to this version's shape, step by step (`cypher/migrations/002.cypher` …), all or nothing.
 * @throws StoreError where the graph was written by a newer version
 */
export async function migrate(store: Migratable, target = GRAPH_VERSION): Promise<void> {
  await store.write(async (tx) => {
    const [meta] = await tx.run(cypher("load/read-version"));
    const version = typeof meta?.version === "number" ? meta.version : null;
    if (version === target) return;
    if (version !== null && version > target) {
      throw new StoreError(
        `the ${store.description} was written by a newer Entente (graph version ${version}, this one knows ${target}); update Entente or choose another store`,
      );
    }
    // A new store is written in the present shape from the start.
    if (version !== null)
      for (const name of steps(version, target)) for (const s of cypherStatements(name)) await tx.run(s);
    await tx.run(cypher("load/set-version"), { version: target });
  });
}

function steps(from: number, to: number): string[] {
  const folder = join(CYPHER_FOLDER, "migrations");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^\d{3}\.cypher$/.test(file))
    .map((file) => Number(file.slice(0, 3)))
    .filter((version) => version > from && version <= to)
    .sort((a, b) => a - b)
    .map((version) => `migrations/${String(version).padStart(3, "0")}`);
}
