import { type GraphStore, openStore } from "../store/index.js";

/** Opens the store, does the work, and closes it whatever happens. */
export async function withStore<T>(location: string, work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openStore(location);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
