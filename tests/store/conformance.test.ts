import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, vi } from "vitest";
import { openStore } from "../../src/store/index.js";
import { describeStore } from "../support/conformance.js";

// The first query waits for its process, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 120_000 });
const folder = mkdtempSync(join(tmpdir(), "entente-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeStore("embedded store", {
  open: () => openStore(folder),
  empty: async (store) => {
    const rows = await store.read("MATCH (a:Article) RETURN a.id AS id");
    await store.remove(rows.map((row) => row.id as string));
  },
});
