import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openStore } from "../../src/store/index.js";
import { describeStore } from "../support/conformance.js";

const folder = mkdtempSync(join(tmpdir(), "entente-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeStore("embedded store", {
  open: () => openStore(folder),
  empty: async (store) => {
    const rows = await store.read("MATCH (a:Article) RETURN a.id AS id");
    await store.remove(rows.map((row) => row.id as string));
  },
});
