import { openEmbedded } from "./embedded/store.js";
import { StoreError } from "./errors.js";
import type { Neo4jOptions } from "./neo4j/connect.js";
import { openNeo4j } from "./neo4j/store.js";
import type { GraphStore } from "./types.js";

const NEO4J_SCHEME = /^(bolt|neo4j)(\+s|\+ssc)?:\/\//;

/**
 * Opens a store: the embedded one in a folder, or Neo4j at a `bolt://` or `neo4j://` address (`+s` and
 * `+ssc` for TLS). User and password of Neo4j come from the environment or a file, never from the address.
 * @throws StoreError that says what is wrong and what to do
 */
export async function openStore(location: string, options: Neo4jOptions = {}): Promise<GraphStore> {
  if (NEO4J_SCHEME.test(location)) return openNeo4j(location, options);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location)) {
    throw new StoreError(
      `"${location}" is no store; expected a folder, bolt://HOST:7687 or neo4j://HOST:7687 (with +s for TLS)`,
    );
  }
  return openEmbedded(location);
}
