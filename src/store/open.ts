import { openEmbedded } from "./embedded/store.js";
import type { GraphStore } from "./types.js";

/**
 * Opens a store: the embedded one in a folder, or Neo4j at a `bolt://` or `neo4j://` address.
 * @throws StoreError
 */
export async function openStore(location: string): Promise<GraphStore> {
  return openEmbedded(location);
}
