import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  type Cell,
  type GraphStore,
  listQueries,
  openStore,
  QueryError,
  type Table,
} from "../../src/store/index.js";
import { dump } from "../support/dump.js";
import { leaseNeo4j, SERVER_TIMEOUTS } from "../support/neo4j.js";
import { generateQuery, mutate } from "../support/queries.js";
import { synthetic } from "../support/synthetic.js";

vi.setConfig(SERVER_TIMEOUTS);
const lease = await leaseNeo4j();
const LIMITS = { timeoutMs: 30_000, maxRows: 20_000, maxBytes: 50_000_000 };
const GENERATED = 120;
/** A longer run: FUZZ_TEXTS=2000 npx vitest run tests/neo4j/differential.test.ts */
const MUTATED = Number(process.env.FUZZ_TEXTS ?? 400);

describe.skipIf(!lease)("Neo4j and the embedded store", () => {
  if (!lease) return;
  const folder = mkdtempSync(join(tmpdir(), "entente-both-"));
  let neo4j: GraphStore;
  let embedded: GraphStore;

  beforeAll(async () => {
    const batch = synthetic({ articles: 150, seed: 17, reprints: 0.1 });
    neo4j = await lease.open();
    await neo4j.load(batch);
    embedded = await openStore(folder);
    await embedded.load(batch);
  });
  afterAll(async () => {
    await embedded?.close();
    await neo4j?.close();
    rmSync(folder, { recursive: true, force: true });
    await lease.release();
  });

  it("hold the same graph after the same load", async () => {
    expect(await dump(neo4j)).toEqual(await dump(embedded));
  });

  it.each(listQueries().map((query) => [query.name, query] as const))(
    "answer the library's %s alike",
    async (_, query) => {
      const defaults = Object.fromEntries(query.parameters.map((p) => [p.name, p.default]));
      const others = {
        ...defaults,
        issue: "issue/sanctions",
        country: "RUS",
        a: "TUR",
        b: "RUS",
        from: defaults.from === "IRN" ? "TUR" : "2019-05",
        side: "",
        entity: "IRN",
      };
      for (const params of [
        defaults,
        Object.fromEntries(Object.keys(defaults).map((name) => [name, others[name as keyof typeof others]])),
      ]) {
        const [a, b] = [
          await neo4j.query(query.cypher, params, LIMITS),
          await embedded.query(query.cypher, params, LIMITS),
        ];
        expect(b.columns).toEqual(a.columns);
        expect(canonical(b, query.cypher)).toEqual(canonical(a, query.cypher));
      }
    },
  );

  it(`answer ${GENERATED} generated queries alike, or the embedded one says why not`, async () => {
    let refused = 0;
    let rows = 0;
    for (let seed = 1; seed <= GENERATED; seed++) {
      const { text, params } = generateQuery(seed);
      const a = await neo4j.query(text, params, LIMITS);
      const b = await embedded.query(text, params, LIMITS).catch((error: unknown) => error);
      if (b instanceof QueryError && b.kind === "refused") {
        expect(b.message.length).toBeGreaterThan(20);
        refused++;
        continue;
      }
      if (b instanceof Error) throw new Error(`${text}: ${b.message}`);
      rows += a.rows.length;
      expect({ text, rows: canonical(b as Table, text) }).toEqual({ text, rows: canonical(a, text) });
    }
    expect(rows).toBeGreaterThan(GENERATED * 5);
    expect(refused).toBeLessThan(GENERATED / 10);
  }, 600_000);

  it("refuse what the embedded engine is known to get wrong, where Neo4j answers", async () => {
    const lines = readFileSync(new URL("../store/wrong-in-embedded.cypher", import.meta.url), "utf8").split(
      "\n",
    );
    for (const text of lines.filter((line) => line && !line.startsWith("//"))) {
      await neo4j.query(text, { empty: [], list: [1] }, LIMITS);
      const error = await embedded.query(text, { empty: [], list: [1] }, LIMITS).catch((e: unknown) => e);
      expect({ text, error }).toMatchObject({
        error: { kind: "refused", code: "Neo.ClientError.Statement.UnsupportedByStore" },
      });
    }
  }, 600_000);

  it(`take ${MUTATED} mutated texts without a write or a crash`, async () => {
    const texts = [
      ...listQueries().map(({ cypher }) => cypher),
      ...Array.from({ length: 40 }, (_, seed) => generateQuery(seed + 1_000).text),
      "MATCH (a:Entity) DETACH DELETE a",
      "MATCH (a:Entity {id: 'IRN'}) SET a.name = 'x' RETURN a",
      "MERGE (a:Entity {id: 'x'}) ON CREATE SET a.name = 'y' RETURN a",
    ];
    const before = await dump(neo4j);
    expect(await dump(embedded)).toEqual(before);
    const limits = { timeoutMs: 5_000, maxRows: 50, maxBytes: 1_000_000 };
    const params = {
      issue: "issue/sanctions",
      country: "IRN",
      a: "IRN",
      b: "AZE",
      from: "2018",
      to: "2021",
      ids: ["IRN"],
      edge: "x",
      side: "",
      entity: "",
      id: "IRN",
      limit: 5,
      maxConfidence: 1,
      countries: ["IRN"],
    };
    const outcomes = { answered: 0, refused: 0 };
    const run = async (store: GraphStore, from: number, step: number) => {
      for (let seed = from; seed < MUTATED; seed += step) {
        const text = mutate(texts, seed);
        try {
          await store.query(text, params, limits);
          outcomes.answered++;
        } catch (error) {
          if (!(error instanceof QueryError))
            throw new Error(`${store.kind}: ${JSON.stringify(text)}`, { cause: error });
          outcomes.refused++;
        }
      }
    };
    await Promise.all([run(neo4j, 0, 1), run(embedded, 0, 2), run(embedded, 1, 2)]);
    expect(outcomes.answered + outcomes.refused).toBe(2 * MUTATED);
    console.info(
      `${MUTATED} mutated texts in both stores: ${outcomes.answered} answered, ${outcomes.refused} refused`,
    );
    expect(outcomes.answered).toBeGreaterThan(MUTATED / 50);
    expect(await dump(neo4j)).toEqual(before);
    expect(await dump(embedded)).toEqual(before);
    await neo4j.ping();
  }, 900_000);
});

/** Rows without the stores' own ids, in an order that both agree on where the query leaves it open. */
function canonical({ rows }: Table, text: string): unknown[] {
  const plain = rows.map((row) => row.map(strip));
  if (/ORDER BY/.test(text) && !/UNION/.test(text)) return plain;
  return plain.map((row) => JSON.stringify(row)).sort();
}

function strip(cell: Cell): unknown {
  if (typeof cell === "number") return Math.round(cell * 1e9) / 1e9;
  if (Array.isArray(cell))
    return cell.map(strip).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (cell === null || typeof cell !== "object") return cell;
  const { $type, id: _, source: __, target: ___, ...rest } = cell as Record<string, Cell>;
  const kept = $type === "node" || $type === "relationship" ? { $type, ...rest } : cell;
  return Object.fromEntries(
    Object.entries(kept)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, strip(value as Cell)]),
  );
}
