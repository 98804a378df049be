import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CypherGraphSchema, ENDPOINTS, TableSchema } from "../../src/ontology/index.js";
import { checked, problem, serveSynthetic, type TestServer } from "./support.js";

// Queries run in processes of their own, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
beforeAll(async () => {
  server = await serveSynthetic();
  // The first query starts a process and loads the checker.
  await run("RETURN 1");
});
afterAll(() => server.stop());

const run = (query: string, more: object = {}) =>
  server.post("/api/cypher", { query, timeoutMs: 60_000, ...more });
const table = async (query: string, more: object = {}) => TableSchema.parse((await run(query, more)).body);

describe("POST /api/cypher", () => {
  it("gives rows, with parameters", async () => {
    const answer = await run("MATCH (c:Country {id: $id}) RETURN c.name AS name, 1 + 1 AS two", {
      parameters: { id: "IRN" },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ columns: ["name", "two"], rows: [["Iran", 2]], truncated: false });
  });

  it("marks nodes and relationships, and gives them as a graph", async () => {
    const query = "MATCH (a:Country)-[r]->(b:Country) RETURN a, r LIMIT 5";
    const [row] = (await table(query)).rows;
    expect(row?.[0]).toMatchObject({ $type: "node", labels: expect.arrayContaining(["Country"]) });
    expect(row?.[1]).toMatchObject({ $type: "relationship" });
    const graph = CypherGraphSchema.parse((await run(query, { format: "graph" })).body);
    const ids = new Set(graph.nodes.map(({ id }) => id));
    expect(graph.edges.length).toBeGreaterThan(0);
    for (const edge of graph.edges) expect(ids.has(edge.source) && ids.has(edge.target)).toBe(true);
  });

  it("gives CSV that a spreadsheet takes for text", async () => {
    const answer = await run("RETURN '=1+1' AS formula, 'a \"b\",\n c' AS text, -4 AS number", {
      format: "csv",
    });
    expect(answer.headers.get("content-type")).toContain("text/csv");
    expect(parse(answer.text, { columns: true })).toEqual([
      { formula: "'=1+1", text: 'a "b",\n c', number: "-4" },
    ]);
  });

  it("cuts at the limit and says so", async () => {
    const cut = await table("MATCH (n) RETURN n.id", { limit: 3 });
    expect(cut.rows).toHaveLength(3);
    expect(cut.truncated).toBe(true);
  });

  it("tells where an error is", async () => {
    const answer = await run("MATCH (a)\nRETRUN a");
    expect(answer).toMatchObject({
      status: 400,
      body: { code: expect.stringContaining("SyntaxError"), line: 2 },
    });
  });

  it.each([
    "CREATE (x:Hacked) RETURN x",
    "MATCH (n) DETACH DELETE n",
    "MATCH (c:Country) SET c.name = 'x'",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
  ])("refuses to write or to read files: %s", async (query) => {
    const before = (await server.get("/api/stats")).body;
    const answer = await run(query);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect((await server.get("/api/stats")).body).toEqual(before);
  });

  it("stops a query that takes too long", async () => {
    const product =
      "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*)";
    const answer = await run(product, { timeoutMs: 1_000 });
    expect(answer.status).toBe(422);
    expect(problem(answer).code).toContain("TimedOut");
  });

  it("goes on answering after a client went away in the middle of a query", async () => {
    const controller = new AbortController();
    const asked = fetch(`${server.url}/api/cypher`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        query: "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)",
        timeoutMs: 60_000,
      }),
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 300);
    await expect(asked).rejects.toThrow();
    expect((await table("RETURN 1 AS one")).rows).toEqual([[1]]);
  });
});

describe("the library", () => {
  it("runs every query with its defaults, in every format", async () => {
    const { queries } = checked(ENDPOINTS.listQueries, await server.get("/api/queries"));
    expect(queries.length).toBeGreaterThanOrEqual(10);
    for (const { name, title, description, cypher } of queries) {
      expect([title, description, cypher].every((text) => text.length > 5)).toBe(true);
      const answer = await server.post(`/api/queries/${name}`, { timeoutMs: 60_000 });
      expect([name, answer.status]).toEqual([name, 200]);
    }
    const name = queries[0]?.name;
    expect((await server.get(`/api/queries/${name}`)).body).toEqual(queries[0]);
    expect(
      (await server.post(`/api/queries/${name}`, { format: "csv", timeoutMs: 60_000 })).headers.get(
        "content-type",
      ),
    ).toContain("csv");
  });

  it("names a parameter or query that is not there", async () => {
    const { queries } = checked(ENDPOINTS.listQueries, await server.get("/api/queries"));
    const wrong = await server.post(`/api/queries/${queries[0]?.name}`, { parameters: { nope: 1 } });
    expect(wrong).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('no parameter "nope"') },
    });
    expect((await server.post("/api/queries/nope", {})).status).toBe(404);
  });
});
