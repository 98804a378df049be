import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type GraphStore, listQueries, openStore, type QueryError } from "../../src/store/index.js";
import { dump } from "../support/dump.js";
import { synthetic } from "../support/synthetic.js";

// The first query waits for its process, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 120_000 });
const LIMITS = { timeoutMs: 20_000, maxRows: 1_000, maxBytes: 10_000_000 };
const folder = mkdtempSync(join(tmpdir(), "entente-embedded-"));
let store: GraphStore;

beforeAll(async () => {
  store = await openStore(folder);
  await store.load(synthetic({ articles: 60, seed: 23 }));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const refusal = (text: string, params = {}) =>
  store.query(text, params, LIMITS).then(
    (table) => `answered ${JSON.stringify(table.rows)}`,
    (error: QueryError) => error,
  );

describe("the embedded store", () => {
  it("belongs to one process and says so", async () => {
    await expect(openStore(folder)).rejects.toThrow(/in use by another process.*--store/);
  });

  it("says where its folder cannot be made", async () => {
    const file = join(folder, "graph.grafeo", "below");
    await expect(openStore(file)).rejects.toThrow(/folder .*below for the store cannot be made.*--store/);
  });

  it("is the same after it was closed and opened again", async () => {
    const other = mkdtempSync(join(tmpdir(), "entente-again-"));
    const first = await openStore(other);
    await first.load(synthetic({ articles: 20, seed: 2 }));
    const graph = await dump(first);
    await first.close();
    const second = await openStore(other);
    expect(await dump(second)).toEqual(graph);
    expect(await second.load(synthetic({ articles: 20, seed: 2 }))).toMatchObject({ unchanged: 20 });
    await second.close();
    rmSync(other, { recursive: true, force: true });
  });

  it("answers every query of the library with its defaults", async () => {
    for (const { cypher, parameters } of listQueries()) {
      const params = Object.fromEntries(parameters.map(({ name, default: value }) => [name, value]));
      expect((await store.query(cypher, params, LIMITS)).columns.length).toBeGreaterThan(2);
    }
  });

  const lines = readFileSync(new URL("wrong-in-embedded.cypher", import.meta.url), "utf8").split("\n");
  it.each(lines.filter((line) => line && !line.startsWith("//")))(
    "refuses what its engine gets wrong: %s",
    async (text) => {
      expect(await refusal(text, { empty: [], list: [1] })).toMatchObject({
        kind: "refused",
        code: "Neo.ClientError.Statement.UnsupportedByStore",
      });
    },
  );

  it.each([
    ["MATCH (n:Country|Issue) RETURN n", /write WHERE n:A OR n:B/],
    ["MATCH (n:Country) RETURN n.aliases + 'x' AS x", /write list \+ \[item\]/],
    ["MATCH (n:Nothing) RETURN sum(n.x) AS s", /write coalesce\(sum\(…\), 0\)/],
    ["MATCH ()-[r]->() WHERE r:SUPPORTS RETURN r", /write type\(r\) = 'TYPE'/],
    ["RETURN round(0.5) AS x", /write floor\(x \+ 0\.5\)/],
    ["MATCH (s:Statement) WHERE s.cameo = 120 RETURN s", /put the number in quotes/],
    ["MATCH (s:Statement) WHERE date(s.date) > date('2020-01-01') RETURN s", /compare text/],
  ])("names the way round: %s", async (text, way) => {
    expect(((await refusal(text)) as QueryError).message).toMatch(way);
  });

  it.each([
    "MATCH (n:Country) RETURN n.aliases + ['x'] AS x",
    "MATCH (n:Nothing) RETURN coalesce(sum(n.x), 0) AS s",
    "MATCH (n:Country) WHERE n:Country OR n:Issue RETURN count(n)",
    "MATCH (s:Statement) WHERE s.cameo = '120' AND s.date >= '2020' RETURN count(s)",
    "MATCH (s:Statement) RETURN left(s.date, 4) + ': ' + s.predicate AS x, count(*)",
    "MATCH (n:Country)-[r:SUPPORTS|OPPOSES]->(m) RETURN n.name + ' ' + type(r) + ' ' + m.name AS x",
    "MATCH (n:Country) WHERE any(a IN n.aliases WHERE a STARTS WITH 'T') RETURN n.id",
    "MATCH (n:Country) WHERE n.id IN [] RETURN n.id",
    "RETURN date('2021-03-01') AS d, 1 + 2 + 3 AS n",
    "MATCH (n:Country) RETURN toString(size(n.aliases)) + ' names' AS x, n.constructor AS none",
  ])("answers what only resembles that: %s", async (text) => {
    expect(await refusal(text)).toMatch(/^answered/);
  });

  it("ends a query that takes too much memory, and answers the next", async () => {
    const greedy =
      "UNWIND range(1, 30000000) AS a WITH collect(a + 0.5) AS l, collect('item ' + toString(a)) AS m RETURN size(l) + size(m)";
    expect(await refusal(greedy)).toMatchObject({ kind: expect.stringMatching(/memory|timeout/) });
    expect((await store.query("RETURN 1 AS one", {}, LIMITS)).rows).toEqual([[1]]);
  });

  it("answers several at once", async () => {
    const tables = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => store.query("RETURN $n AS n", { n }, LIMITS)),
    );
    expect(tables.map(({ rows }) => rows[0]?.[0])).toEqual([1, 2, 3, 4, 5]);
  });
});
