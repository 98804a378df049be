import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PREDICATES } from "../../src/ontology/index.js";
import { serveSynthetic, type TestServer } from "./support.js";

let server: TestServer;
let before: unknown;
beforeAll(async () => {
  server = await serveSynthetic({ articles: 20 });
  before = (await server.get("/api/stats")).body;
  // The first query starts a process and loads the checker.
  await server.post("/api/cypher", { query: "RETURN 1", timeoutMs: 60_000 });
});
afterAll(async () => {
  await server.stop();
});

/** What read requests must never do: fail on the server's side, hang, or change the store. */
async function unharmed(ask: () => Promise<{ status: number; text: string }>): Promise<void> {
  const { status, text } = await ask();
  if (status >= 500) throw new Error(`${status}: ${text}`);
}

const ids = fc.oneof(
  fc.constantFrom(
    "IRN",
    "AZE",
    "issue/zangezur-corridor",
    "official/irn/abbas-araghchi",
    "%",
    "..",
    "../../etc/passwd",
    "'",
    "IRN'})",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
);
const dates = fc.oneof(
  fc.constantFrom("2020", "2020-02", "2020-02-30", "", "9999"),
  fc.string({ maxLength: 12 }),
);
const anyValue = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.integer().map(String),
  fc.double().map(String),
);

/** Values for query parameters by name: mostly near the valid ones, sometimes anything. */
const values: Record<string, fc.Arbitrary<string>> = {
  focus: fc.array(ids, { maxLength: 4 }).map((list) => list.join(",")),
  hops: fc.constantFrom("0", "1", "2", "5", "-1", "x"),
  predicates: fc.subarray([...PREDICATES, "LIKES"]).map((list) => list.join(",")),
  from: dates,
  to: dates,
  modality: fc.constantFrom("actual", "claimed,actual", "maybe"),
  negated: fc.constantFrom("include", "exclude", "only", "true", "false"),
  minConfidence: fc.constantFrom("0", "0.5", "1", "2", "NaN", "1e-400"),
  minSources: fc.constantFrom("0", "1", "3", "-2", "99999999999999999999"),
  rollup: fc.constantFrom("true", "false", "1"),
  limit: fc.constantFrom("1", "10", "100", "0", "1e9"),
  offset: fc.constantFrom("0", "5", "100000", "-1"),
  pair: fc.tuple(ids, ids).map((two) => two.join(",")),
  edge: fc.tuple(ids, fc.constantFrom(...PREDICATES), ids).map(([a, p, b]) => `${a}|${p}|${b}|+|actual`),
  measures: fc.constantFrom("all", "degree", "degree,pagerank", "x"),
};

type Parameter = { name: string; in: "path" | "query" };
interface Operation {
  operationId: string;
  parameters: Parameter[];
}

describe("a run over /api/openapi.json", () => {
  it("meets no 5xx and no hang on any GET, and leaves the store as it was", async () => {
    const { paths } = (await server.get("/api/openapi.json")).body as {
      paths: Record<string, Record<string, Operation>>;
    };
    const reads = Object.entries(paths).flatMap(([path, methods]) =>
      methods.get ? [{ path, operation: methods.get }] : [],
    );
    expect(reads.length).toBeGreaterThanOrEqual(13);
    for (const { path, operation } of reads) {
      const request = fc.record(
        Object.fromEntries(
          operation.parameters.map(({ name }) => [
            name,
            fc.oneof({ arbitrary: values[name] ?? ids, weight: 4 }, { arbitrary: anyValue, weight: 1 }),
          ]),
        ),
        {
          requiredKeys: operation.parameters
            .filter((parameter) => parameter.in === "path")
            .map(({ name }) => name),
        },
      );
      await fc.assert(
        fc.asyncProperty(request, async (given) => {
          const query = new URLSearchParams();
          let filled = path;
          for (const parameter of operation.parameters) {
            const value = given[parameter.name];
            if (value === undefined) continue;
            if (parameter.in === "path")
              filled = filled.replace(
                `{${parameter.name}}`,
                encodeURIComponent(value.replace(/\p{Surrogate}/gu, "")),
              );
            else query.set(parameter.name, value);
          }
          await unharmed(() => server.get(`${filled}?${query}`));
        }),
        { numRuns: 60, interruptAfterTimeLimit: 5_000 },
      );
    }
    expect((await server.get("/api/stats")).body).toEqual(before);
  }, 120_000);
});

describe("bodies", () => {
  const json = fc.oneof(
    fc.json({ maxDepth: 3 }),
    fc
      .record(
        { text: fc.string({ unit: "binary", maxLength: 300 }), publishedAt: anyValue },
        { requiredKeys: [] },
      )
      .map((v) => JSON.stringify(v)),
    fc
      .record(
        {
          query: fc.string({ maxLength: 80 }),
          parameters: fc.jsonValue(),
          limit: fc.integer(),
          format: anyValue,
        },
        { requiredKeys: [] },
      )
      .map((v) => JSON.stringify(v)),
    fc
      .record({
        files: fc.array(
          fc.record(
            { name: anyValue, text: fc.string({ maxLength: 200 }), base64: anyValue },
            { requiredKeys: [] },
          ),
          { maxLength: 3 },
        ),
      })
      .map((v) => JSON.stringify(v)),
    fc.string({ unit: "binary", maxLength: 200 }),
  );
  const targets = fc.constantFrom(
    "/api/articles?dry=true",
    "/api/articles/batch?dry=true",
    "/api/queries/none",
  );

  it("whatever is sent to a read endpoint is answered below 500 and changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(
        targets,
        json,
        fc.constantFrom("application/json", "text/plain", "application/xml"),
        async (path, body, type) => {
          await unharmed(() => server.post(path, body, { "Content-Type": type }));
        },
      ),
      { numRuns: 300, interruptAfterTimeLimit: 15_000 },
    );
    expect((await server.get("/api/stats")).body).toEqual(before);
  }, 60_000);

  it("any text of words is read without harm", async () => {
    const words = fc.constantFrom(
      "Iran",
      "Azerbaijan",
      "Mr.",
      "“",
      "”",
      "the two sides",
      "signed",
      "attacked",
      "never",
      "–",
      "\u202e",
      "<img onerror=x>",
      "x".repeat(10_000),
      "said",
      ",",
      ".",
      "\n",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 60 }), (list) =>
        unharmed(() => server.post("/api/articles?dry=true", { text: list.join(" ") })),
      ),
      { numRuns: 60, interruptAfterTimeLimit: 15_000 },
    );
  }, 60_000);

  it("mutated queries neither write nor break the server", async () => {
    const parts = fc.constantFrom(
      "MATCH",
      "(n)",
      "(n:Country)",
      "-[r]->",
      "CREATE",
      "DELETE",
      "n",
      "RETURN",
      "SET n.x = 1",
      "WITH",
      "*",
      "LIMIT 1",
      "UNWIND",
      "[1,2]",
      "AS",
      "CALL",
      "{",
      "}",
      "'",
      ";",
      "//",
      "REMOVE n.name",
      "MERGE (x)",
      "FOREACH",
      "$p",
      "LOAD CSV FROM 'file:///etc/passwd' AS l",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 8 }), (list) =>
        unharmed(() => server.post("/api/cypher", { query: list.join(" "), timeoutMs: 2_000, limit: 5 })),
      ),
      { numRuns: 40, interruptAfterTimeLimit: 60_000 },
    );
    expect((await server.get("/api/stats")).body).toEqual(before);
  }, 120_000);
});
