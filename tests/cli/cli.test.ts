import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { StatementSchema } from "../../src/ontology/index.js";
import { openStore } from "../../src/store/index.js";
import { synthetic } from "../support/synthetic.js";
import { entente, inProcess } from "./support.js";

// Each run is a process of its own, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let filled: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-cli-"));
  filled = join(folder, "filled");
  const store = await openStore(filled);
  await store.load(synthetic({ articles: 30, seed: 3 }));
  await store.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const NEWS = [
  {
    id: "a",
    title: "Talks",
    text: "Iranian Foreign Minister Abbas Araghchi met Armenian Foreign Minister Ararat Mirzoyan on Monday.",
    publishedAt: "2025-03-03",
  },
  {
    id: "b",
    title: "Corridor",
    text: "Iran opposes the Zangezur corridor. Iran has never attacked Armenia.",
    publishedAt: "2025-03-04",
  },
];

describe("help", () => {
  it.each([
    "ingest",
    "extract",
    "query",
    "export",
    "serve",
    "stats",
    "remove",
    "token",
    "parse",
    "evaluate",
    "explain",
  ])("%s has examples", async (command) => {
    const { code, stdout } = await inProcess([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples?:\\n +.*entente ${command}`, "s"));
  });
});

describe("the program", () => {
  it("lists its commands and gives its version", async () => {
    const { code, stdout } = await entente(["--help"]);
    expect(stdout).toMatch(/ingest[\s\S]*extract[\s\S]*query[\s\S]*Examples:/);
    expect(code).toBe(0);
    expect(await inProcess(["--version"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe("what cannot run ends with 2 and says why", () => {
  it.each([
    [["frobnicate"], /unknown command/],
    [["ingest"], /missing required argument 'path'/],
    [["stats", "--store", "/nowhere/store"], /no store in \/nowhere\/store/],
    [["query"], /give a query/],
    [["export", "--hops", "12"], /--hops/],
    [["export", "--from", "2020-13"], /--from: expected YYYY/],
    [["export", "--format", "docx"], /no format "docx"; there are gexf/],
    [["export", "--measures", "height"], /--measures: "height" is none of/],
    [["ingest", "x", "--min-confidence", "2"], /from 0 to 1/],
    [["serve", "--port", "x"], /whole number/],
    [["serve", "--tokens", "/nowhere.json"], /nowhere\.json does not exist/],
    [["serve", "--host", "0.0.0.0", "--no-samples"], /--tokens FILE.*--insecure/],
  ])("entente %j", async (args, message) => {
    const store = args.includes("--store") ? [] : ["--store", filled];
    const { code, stdout, stderr } = await inProcess([...args, ...(args.length > 1 ? store : [])]);
    expect(stderr).toMatch(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});

describe("ingest, stats, remove", () => {
  it("loads what is good, names what is not, and changes nothing the second time", async () => {
    const store = join(folder, "new");
    const news = join(folder, "news.jsonl");
    await writeFile(news, `${NEWS.map((article) => JSON.stringify(article)).join("\n")}\n{"id":"c"}\n`);
    const first = await entente(["ingest", news, "--store", store]);
    expect(first.stderr).toContain(`refused ${news}:3: text: is missing`);
    expect(first.stdout).toMatch(/2 articles read, 1 refused/);
    expect(first.stdout).toMatch(/2 new, 0 changed, 0 unchanged; \d+ statements? stored/);
    expect(first.code).toBe(1);

    const again = JSON.parse((await entente(["ingest", news, "--store", store, "--json"])).stdout);
    expect(again).toMatchObject({
      articles: 2,
      load: { articles: 0, unchanged: 2 },
      refused: [{ line: 3, field: "text" }],
    });

    const stats = JSON.parse((await entente(["stats", "--store", store, "--json"])).stdout);
    expect(stats).toMatchObject({ articles: 2, published: { first: "2025-03-03", last: "2025-03-04" } });
    expect(stats.statements).toBeGreaterThan(1);

    const removed = await entente(["remove", "a", "zzz", "--store", store]);
    expect(removed).toMatchObject({
      code: 1,
      stdout: "1 article removed\n",
      stderr: "no article has the id zzz\n",
    });
    expect((await entente(["stats", "--store", store])).stdout).toMatch(/articles {4}1 /);
  });
});

describe("extract", () => {
  it("prints statements with exact quotes as NDJSON and stores nothing", async () => {
    const { code, stdout } = await entente(["extract", "-", "--min-confidence", "0"], {
      input: JSON.stringify(NEWS),
      env: { ENTENTE_STORE: join(folder, "none") },
    });
    expect(code).toBe(0);
    const statements = stdout
      .trim()
      .split("\n")
      .map((line) => StatementSchema.parse(JSON.parse(line)));
    const said = statements.map(({ subject, predicate, object, negated }) =>
      [subject.id, negated ? `not ${predicate}` : predicate, object.id].join(" "),
    );
    expect(said).toContain("IRN OPPOSES issue/zangezur-corridor");
    expect(said).toContain("IRN not ATTACKED ARM");
    for (const { articleId, evidence } of statements) {
      const article = NEWS.find(({ id }) => id === articleId);
      const text = evidence.sentence === -1 ? article?.title : article?.text;
      expect(text?.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  it("leaves out what is less sure than asked", async () => {
    const { code, stdout } = await entente(["extract", "-", "--min-confidence", "1"], {
      input: JSON.stringify(NEWS),
    });
    expect([code, stdout]).toEqual([0, ""]);
  });
});

describe("query", () => {
  it("runs a text with parameters as table and CSV", async () => {
    const args = [
      "query",
      "MATCH (c:Country {id: $id}) RETURN c.id AS id, c.name AS name",
      "-p",
      "id=IRN",
      "--store",
      filled,
    ];
    expect((await entente(args)).stdout).toMatch(/id {3}name\n-+ {2}-+\nIRN {2}Iran\n1 row, \d+ ms\n/);
    expect(parse((await entente([...args, "--format", "csv"])).stdout, { columns: true })).toEqual([
      { id: "IRN", name: "Iran" },
    ]);
  });

  it("lists the library and runs one of it", async () => {
    const list = JSON.parse((await inProcess(["query", "--list", "--format", "json"])).stdout);
    expect(list.length).toBeGreaterThanOrEqual(10);
    const { code, stdout } = await entente(["query", list[0].name, "--store", filled, "--format", "json"]);
    expect(JSON.parse(stdout)).toBeInstanceOf(Array);
    expect(code).toBe(0);
  });

  it("takes a year for the text that a library query declares", async () => {
    const { code, stdout } = await entente([
      ...["query", "signed-between", "-p", "from=2019", "--store", filled, "--format", "json"],
    ]);
    expect(JSON.parse(stdout)).toBeInstanceOf(Array);
    expect(code).toBe(0);
  });

  it("shows where an error is, refuses to write, and ends with 2", async () => {
    const syntax = await entente(["query", "MATCH (n)\nRETRUN n", "--store", filled]);
    expect(syntax.stderr).toMatch(/line 2/);
    const write = await entente(["query", "CREATE (n:X) RETURN n", "--store", filled]);
    expect([syntax.code, write.code]).toEqual([2, 2]);
    const unknown = await inProcess(["query", "no-such-query", "--store", filled]);
    expect(unknown.stderr).toMatch(/--list/);
  });
});

describe("export", () => {
  it("writes the file by its extension, whole or not at all", async () => {
    const file = join(folder, "caucasus.gexf");
    const { code, stderr } = await entente([
      "export",
      "--focus",
      "IRN,AZE,ARM",
      "--from",
      "2020",
      "-o",
      file,
      "--store",
      filled,
    ]);
    expect(stderr).toContain(file);
    expect(code).toBe(0);
    expect(await readFile(file, "utf8")).toMatch(/^<\?xml.*<\/gexf>\s*$/s);
    expect(existsSync(`${file}.partial`)).toBe(false);
  });

  it("writes to standard output", async () => {
    const { stdout } = await entente([
      "export",
      "--format",
      "statements-ndjson",
      "--focus",
      "IRN",
      "--store",
      filled,
    ]);
    for (const line of stdout.trim().split("\n")) StatementSchema.parse(JSON.parse(line));
  });

  it("writes what a query gives", async () => {
    const cypher = "MATCH p = (:Country {id: 'IRN'})-[]-(:Country) RETURN p";
    const { stdout, code } = await entente([
      "export",
      "--cypher",
      cypher,
      "--format",
      "graphml",
      "--store",
      filled,
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('"IRN"');
  });

  it("writes a folder for the bulk importer", async () => {
    const out = join(folder, "bulk");
    const { stderr, code } = await entente([
      "export",
      "--format",
      "neo4j-admin",
      "-o",
      out,
      "--store",
      filled,
    ]);
    expect(stderr).toContain("neo4j-admin database import full");
    expect(code).toBe(0);
    expect(await readFile(join(out, "nodes.csv"), "utf8")).toContain("IRN");
  });
});
