import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { exporterNamed, selectionSource } from "../../src/exchange/index.js";
import { SelectionSchema } from "../../src/ontology/index.js";
import { type GraphStore, openStore } from "../../src/store/index.js";
import { leaseNeo4j, onServer, SERVER_TIMEOUTS } from "../support/neo4j.js";
import { articleSaying, entity, synthetic } from "../support/synthetic.js";
import { HOSTILE, textOf } from "../support/view.js";

vi.setConfig(SERVER_TIMEOUTS);
const lease = await leaseNeo4j();

describe.skipIf(!lease)("the Cypher script", () => {
  if (!lease) return;
  const folder = mkdtempSync(join(tmpdir(), "entente-script-"));
  beforeEach(() => lease.empty());
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await lease.release();
  });

  it("rebuilds a selection in Neo4j, edge by edge and statement by statement, also when run twice", async () => {
    const embedded = await openStore(folder);
    // Control characters and half characters are left out of every file: see the tests of the formats.
    const fit = HOSTILE.filter((text) => !/[\u0000-\u0008\ud800-\udfff]/.test(text));
    const hostile = fit.map((text, index) =>
      articleSaying({ id: `hostile-${index}`, title: text || "empty", source: text || null }, [
        { subject: entity("IRN"), predicate: "OPPOSES", object: entity("AZE"), speaker: entity("ARM") },
      ]),
    );
    await embedded.load([...synthetic({ articles: 25, seed: 23, reprints: 0.1 }), ...hostile]);
    const selection = SelectionSchema.parse({ focus: "IRN,AZE,issue/sanctions", hops: 1, limit: 100_000 });
    const expected = await contents(embedded, selection);
    expect(expected.edges.length).toBeGreaterThan(50);
    expect(expected.statements.length).toBeGreaterThan(50);

    const exporter = exporterNamed("cypher");
    if (!exporter) throw new Error("there is no format cypher");
    const source = selectionSource(embedded, selection, "entente export --format cypher");
    const script = await textOf(exporter.write(source));
    for (const _ of [1, 2]) {
      await onServer(lease, async (run) => {
        // As cypher-shell parts them; line ends within texts are escaped.
        for (const statement of script.split(/;\n/).filter((part) => part.trim() !== ""))
          await run(statement);
      });
      const neo4j = await lease.open();
      expect(await contents(neo4j, selection)).toEqual(expected);
      await neo4j.close();
    }
    await embedded.close();
  });
});

/** Nodes, edges and statements of a selection, as every reader of the store sees them. */
async function contents(store: GraphStore, selection: ReturnType<typeof SelectionSchema.parse>) {
  const source = selectionSource(store, selection, "");
  const { nodes, edges } = await source.view();
  const statements = [];
  for await (const statement of source.statements()) statements.push(statement);
  return { nodes: nodes.sort((a, b) => (a.id < b.id ? -1 : 1)), edges, statements };
}
