import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, describe, expect, it, vi } from "vitest";
import {
  type Neo4jServer,
  Neo4jUnavailable,
  neo4jClasspath,
  startImported,
} from "../../scripts/neo4j/server.js";
import { exporterNamed, selectionSource } from "../../src/exchange/index.js";
import { SelectionSchema } from "../../src/ontology/index.js";
import { type GraphStore, openStore } from "../../src/store/index.js";
import { dump } from "../support/dump.js";
import { SERVER_TIMEOUTS } from "../support/neo4j.js";
import { articleSaying, entity, synthetic } from "../support/synthetic.js";

vi.setConfig(SERVER_TIMEOUTS);
const missing = await neo4jClasspath().then(
  () => null,
  (error: Error) => {
    if (!(error instanceof Neo4jUnavailable) || process.env.CI) throw error;
    console.warn(`skipped: ${error.message}`);
    return error;
  },
);

describe.skipIf(missing)("the CSV files for neo4j-admin", () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-import-"));
  let server: Neo4jServer | undefined;
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("make the same graph as a normal load, by Neo4j's own importer", async () => {
    const awkward = articleSaying(
      { id: "awkward; id", title: 'Quote " semicolon ; comma , tab \t and ünïcode', source: 'Wire; "Post"' },
      [
        {
          subject: entity("IRN"),
          predicate: "OPPOSES",
          object: entity("issue/zangezur-corridor"),
          confidence: 1,
        },
      ],
    );
    const embedded = await openStore(join(folder, "store"));
    await embedded.load([...synthetic({ articles: 80, seed: 41, reprints: 0.1 }), awkward]);
    const files = { nodes: join(folder, "nodes.csv"), relationships: join(folder, "relationships.csv") };
    for (const [name, file] of Object.entries(files)) {
      const exporter = exporterNamed(`neo4j-${name}`);
      if (!exporter) throw new Error(`no format neo4j-${name}`);
      const source = selectionSource(embedded, SelectionSchema.parse({}), "test");
      await pipeline(Readable.from(exporter.write(source)), createWriteStream(file));
    }
    server = await startImported([
      "--array-delimiter=U+001F",
      "--multiline-fields=true",
      `--nodes=${files.nodes}`,
      `--relationships=${files.relationships}`,
    ]);
    const imported = await openStore(server.uri, { user: server.user, password: server.password });
    expect(await dump(imported)).toEqual((await dump(embedded)).map(withoutEmptyLists));
    // It is a store like any other: loading the same articles again finds them unchanged.
    expect(await imported.load([awkward])).toMatchObject({ unchanged: 1 });
    await closeAll(imported, embedded);
  });
});

/** A list without items is no property in an import file. */
function withoutEmptyLists(line: string): string {
  return line.replaceAll(/"\w+":\[\],/g, "").replaceAll(/,"\w+":\[\](?=})/g, "");
}

async function closeAll(...stores: GraphStore[]): Promise<void> {
  for (const store of stores) await store.close();
}
