import { afterAll, describe, vi } from "vitest";
import { describeStore } from "../support/conformance.js";
import { leaseNeo4j, SERVER_TIMEOUTS } from "../support/neo4j.js";

vi.setConfig(SERVER_TIMEOUTS);
const lease = await leaseNeo4j();

describe.skipIf(!lease)("conformance", () => {
  afterAll(() => lease?.release());
  describeStore("Neo4j", {
    open: () => lease?.open() ?? Promise.reject(new Error("no server")),
    empty: async () => lease?.empty(),
  });
});
