import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openStore } from "../../src/store/index.js";
import { dump } from "../support/dump.js";
import { killLoaderAfter, loadAll, wholeBatches } from "../support/interruption.js";
import { BATCHES } from "../support/loader.js";

const folder = mkdtempSync(join(tmpdir(), "entente-kill-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("finishes a load that was killed, with nothing doubled and nothing half there", async () => {
  const unbroken = await openStore(join(folder, "unbroken"));
  await loadAll(unbroken);
  const expected = await dump(unbroken);
  await unbroken.close();

  const location = join(folder, "killed");
  for (const [after, delay] of [
    [0, 5],
    [1, 40],
    [3, 90],
  ] as const) {
    await killLoaderAfter(after, delay, location, {});
    const store = await openStore(location);
    const whole = await wholeBatches(store);
    expect(whole).toBeGreaterThan(after);
    await store.close();
  }
  const store = await openStore(location);
  await loadAll(store);
  expect(await wholeBatches(store)).toBe(BATCHES);
  expect(await dump(store)).toEqual(expected);
  await store.close();
}, 300_000);
