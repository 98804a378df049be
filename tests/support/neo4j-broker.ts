import { createServer } from "node:http";
import type { TestProject } from "vitest/node";
import { type Neo4jServer, Neo4jUnavailable, startNeo4j } from "../../scripts/neo4j/server.js";

declare module "vitest" {
  export interface ProvidedContext {
    neo4jBroker: string;
  }
}

/**
 * One Neo4j server for a whole test run, started when a test file first asks for it. The Community
 * edition has one database, so files take turns: a lease is given to one at a time.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<Neo4jServer> | undefined;
  let turn: Promise<void> = Promise.resolve();
  let release: () => void = () => undefined;

  const actions: Record<string, () => Promise<unknown>> = {
    "/lease": async () => {
      const before = turn;
      let done!: () => void;
      turn = new Promise((resolve) => {
        done = resolve;
      });
      await before;
      release = done;
      starting ??= startNeo4j();
      try {
        const { uri, user, password } = await starting;
        return { uri, user, password };
      } catch (error) {
        release();
        if (error instanceof Neo4jUnavailable) return { unavailable: error.message };
        throw error;
      }
    },
    "/restart": async () => (await starting)?.restart(),
    "/release": async () => release(),
  };

  const broker = createServer((request, response) => {
    void (actions[request.url ?? ""] ?? (() => Promise.reject(new Error(`no action ${request.url}`))))().then(
      (body) => response.end(JSON.stringify(body ?? {})),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  broker.requestTimeout = 0;
  await new Promise<void>((resolve) => broker.listen(0, "127.0.0.1", resolve));
  project.provide("neo4jBroker", `http://127.0.0.1:${(broker.address() as { port: number }).port}`);

  return async () => {
    broker.close();
    broker.closeAllConnections();
    await (await starting?.catch(() => undefined))?.stop();
  };
}
