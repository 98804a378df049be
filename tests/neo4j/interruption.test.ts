import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openStore } from "../../src/store/index.js";
import { dump } from "../support/dump.js";
import { killLoaderAfter, loadAll, wholeBatches } from "../support/interruption.js";
import { BATCHES } from "../support/loader.js";
import { leaseNeo4j, SERVER_TIMEOUTS } from "../support/neo4j.js";

vi.setConfig(SERVER_TIMEOUTS);
const lease = await leaseNeo4j();

describe.skipIf(!lease)("an interrupted load into Neo4j", () => {
  if (!lease) return;
  const folder = mkdtempSync(join(tmpdir(), "entente-kill-"));
  /** The same corpus in the embedded store, never interrupted: both stores must hold the same graph. */
  let expected: string[];

  beforeAll(async () => {
    const embedded = await openStore(folder);
    await loadAll(embedded);
    expected = await dump(embedded);
    await embedded.close();
  });
  beforeEach(() => lease.empty());
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await lease.release();
  });

  it("is finished by running it again after the loader was killed", async () => {
    const env = { NEO4J_USER: lease.user, NEO4J_PASSWORD: lease.password };
    for (const [after, delay] of [
      [0, 30],
      [2, 200],
    ] as const) {
      await killLoaderAfter(after, delay, lease.uri, env);
      const store = await lease.open();
      expect(await wholeBatches(store)).toBeGreaterThan(after);
      await store.close();
    }
    const store = await lease.open();
    await loadAll(store);
    expect(await wholeBatches(store)).toBe(BATCHES);
    expect(await dump(store)).toEqual(expected);
    await store.close();
  });

  it.skipIf(process.env.NEO4J_URI)(
    "is finished by running it again after the server was killed",
    async () => {
      const store = await lease.open();
      const loading = loadAll(store).then(
        () => "done",
        (error: Error) => error.message,
      );
      await new Promise((resolve) => setTimeout(resolve, 500));
      await lease.restart();
      // The driver begins the transaction again where it can; where it gives up, the user runs the load again.
      await loading;
      await wholeBatches(store);
      await loadAll(store);
      expect(await dump(store)).toEqual(expected);
      await store.close();
    },
  );
});
