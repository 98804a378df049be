import { request } from "node:http";
import neo4j from "neo4j-driver";
import { inject } from "vitest";
import { type GraphStore, openStore } from "../../src/store/index.js";

/** A server's first answers are slow, and a load that a test no longer waits for would write into the next one. */
export const SERVER_TIMEOUTS = { testTimeout: 180_000, hookTimeout: 600_000 };

/** The run's Neo4j server, for this test file alone until it is released. */
export interface Neo4jLease {
  uri: string;
  user: string;
  password: string;
  /** Opens the store on it, with the schema. */
  open(): Promise<GraphStore>;
  /** Removes all nodes but the store's own mark of its version. */
  empty(): Promise<void>;
  /** Kills the server and starts it on the same data. */
  restart(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Waits for the file's turn and gives the server; null, with a line that says why, where this machine has
 * none. Call it at the top of a file, pass `describe.skipIf(!lease)`, and release it in `afterAll`.
 * @throws where CI is set, for there nothing may be skipped
 */
export async function leaseNeo4j(): Promise<Neo4jLease | null> {
  const answer = (await ask("/lease")) as {
    uri: string;
    user: string;
    password: string;
    unavailable?: string;
  };
  if (answer.unavailable) {
    if (process.env.CI) throw new Error(answer.unavailable);
    console.warn(`skipped: ${answer.unavailable}`);
    return null;
  }
  const { uri, user, password } = answer;
  const lease: Neo4jLease = {
    uri,
    user,
    password,
    open: () => openStore(uri, { user, password }),
    empty: () => emptyDatabase(uri, user, password),
    restart: async () => void (await ask("/restart")),
    release: async () => void (await ask("/release")),
  };
  try {
    await refuseForeignData(lease);
    await lease.empty();
  } catch (error) {
    await lease.release();
    throw error;
  }
  return lease;
}

function ask(path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = request(inject("neo4jBroker") + path, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => {
        if (response.statusCode === 200) resolve(JSON.parse(body));
        else reject(new Error(body));
      });
    });
    call.on("error", reject);
    call.end();
  });
}

/** Runs statements on the server outside of the store. */
export async function onServer<T>(
  { uri, user, password }: Pick<Neo4jLease, "uri" | "user" | "password">,
  work: (
    run: (cypher: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>[]>,
  ) => Promise<T>,
): Promise<T> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const session = driver.session({ database: "neo4j" });
  try {
    return await work(async (cypher, params) =>
      (await session.run(cypher, params)).records.map((r) => r.toObject()),
    );
  } finally {
    await session.close();
    await driver.close();
  }
}

function emptyDatabase(uri: string, user: string, password: string): Promise<void> {
  return onServer({ uri, user, password }, async (run) => {
    await run("MATCH (n) WHERE NOT n:Meta CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS");
  });
}

/** A server that NEO4J_URI names may hold somebody's work. */
async function refuseForeignData(lease: Neo4jLease): Promise<void> {
  if (!process.env.NEO4J_URI || process.env.NEO4J_TEST_WIPE === "yes") return;
  const [row] = await onServer(lease, (run) => run("MATCH (n) WHERE NOT n:Meta RETURN count(n) AS nodes"));
  if (row?.nodes !== 0) {
    throw new Error(
      "NEO4J_URI names a database that is not empty, and tests empty it; set NEO4J_TEST_WIPE=yes to allow that",
    );
  }
}
