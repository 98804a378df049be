import { existsSync } from "node:fs";
import { type GraphStore, openStore } from "../store/index.js";
import { CannotRun } from "./exit.js";

/**
 * The same for commands that only look: they make no store where there is none.
 * @throws CannotRun where the folder does not exist
 */
export async function withExistingStore<T>(
  location: string,
  work: (store: GraphStore) => Promise<T>,
): Promise<T> {
  if (!location.includes("://") && !existsSync(location)) {
    throw new CannotRun(`there is no store in ${location}: entente ingest makes one, --store names another`);
  }
  return withStore(location, work);
}

/** Opens the store, does the work, and closes it whatever happens. */
export async function withStore<T>(location: string, work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openStore(location);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
