import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cypherSource, ExportError, exporterNamed, selectionSource } from "../../src/exchange/index.js";
import {
  type CypherGraph,
  type GraphEdge,
  GraphEdgeSchema,
  SelectionSchema,
} from "../../src/ontology/index.js";
import {
  type GraphStore,
  type NodeCell,
  openStore,
  type RelationshipCell,
  subgraph,
} from "../../src/store/index.js";
import { articleSaying, entity } from "../support/synthetic.js";
import { textOf } from "../support/view.js";

const [IRN, AZE, ARM] = [entity("IRN"), entity("AZE"), entity("ARM")];
const CORRIDOR = entity("issue/zangezur-corridor");

let folder: string;
let store: GraphStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-sources-"));
  store = await openStore(folder);
  await store.load([
    articleSaying({ id: "a", source: "Aras Daily" }, [
      { subject: IRN, predicate: "OPPOSES", object: CORRIDOR, date: "2021-03-01" },
      { subject: IRN, predicate: "MET_WITH", object: ARM, date: "2024-05" },
    ]),
    articleSaying({ id: "b", source: "Baku Ledger" }, [
      { subject: IRN, predicate: "OPPOSES", object: CORRIDOR, date: "2023-02-02" },
      { subject: AZE, predicate: "SUPPORTS", object: CORRIDOR, date: "2023-02-02" },
    ]),
  ]);
});

afterAll(async () => {
  await store?.close();
  await rm(folder, { recursive: true, force: true });
});

async function statementsOf(source: ReturnType<typeof selectionSource>) {
  const found = [];
  for await (const statement of source.statements()) found.push(statement);
  return found;
}

/** Edges of a table as objects. */
function plain(edges: Iterable<object>): GraphEdge[] {
  return Array.from(edges, (edge) => GraphEdgeSchema.parse(edge));
}

async function write(format: string, source: ReturnType<typeof selectionSource>): Promise<string> {
  const exporter = exporterNamed(format);
  if (!exporter) throw new Error(`there is no format ${format}`);
  return textOf(exporter.write(source));
}

describe("a selection", () => {
  const select = (selection: object) =>
    selectionSource(store, SelectionSchema.parse(selection), "entente export …");

  it("gives its edges, and the statements under them, and nothing else", async () => {
    const source = select({ focus: "IRN", hops: 1, from: "2022" });
    const view = await source.view();
    expect([...view.edges].map(({ key, statements }) => [key, statements])).toEqual([
      ["ARM|MET_WITH|IRN|+|actual", 1],
      ["IRN|OPPOSES|issue/zangezur-corridor|+|actual", 1],
    ]);
    expect(view.nodes.map(({ id }) => id).sort()).toEqual(["ARM", "IRN", CORRIDOR.id]);
    const statements = await statementsOf(source);
    expect(statements.map(({ id, date }) => [id, date])).toEqual([
      ["a/1", "2024-05"],
      ["b/0", "2023-02-02"],
    ]);
    expect(statements[1]?.article).toMatchObject({ id: "b", source: "Baku Ledger" });
  });

  it.each([
    {},
    { from: "2022" },
    { predicates: "MET_WITH,SUPPORTS" },
    { minSources: 2 },
    { limit: 1 },
    { focus: "IRN" },
  ])("reads in pages what the page reads at once: %j", async (selection) => {
    const { nodes, edges, truncated } = await select(selection).view();
    const expected = await subgraph(store, SelectionSchema.parse(selection));
    expect({ nodes, edges: plain(edges), truncated }).toEqual(expected);
    expect(edges.length).toBe(expected.edges.length);
    expect(plain(edges)).toEqual(expected.edges);
  });

  it("gives the statements under the edges that a limit left", async () => {
    const found = await statementsOf(select({ limit: 1 }));
    expect(found.map(({ id }) => id)).toEqual(["a/0", "b/0"]);
  });

  it("says in words what was selected", () => {
    const { title, description, query } = select({
      focus: "IRN",
      from: "2022",
      predicates: "OPPOSES",
      sources: "Aras Daily",
      negated: "exclude",
    }).meta;
    expect(title).toBe("Entente: IRN, 2022–");
    expect(description).toMatch(
      /IRN and what is within 1 step; from 2022; only OPPOSES; without what is denied; only from Aras Daily\.$/,
    );
    expect(query).toBe("entente export …");
  });

  it("gives the whole store only where nothing was selected", async () => {
    await expect(write("neo4j-nodes", select({ predicates: "OPPOSES" }))).rejects.toThrow(ExportError);
    expect(await write("neo4j-nodes", select({}))).toContain("Zangezur corridor");
  });
});

describe("the result of a Cypher query", () => {
  const LIMITS = { timeoutMs: 20_000, maxRows: 100, maxBytes: 1_000_000 };

  async function resultOf(cypher: string): Promise<CypherGraph> {
    const { rows, truncated, milliseconds } = await store.query(cypher, {}, LIMITS);
    const cells = rows.flat() as (NodeCell | RelationshipCell)[];
    const nodes = cells.filter((cell) => cell.$type === "node");
    const edges = cells.filter((cell) => cell.$type === "relationship");
    return { nodes, edges, truncated, milliseconds };
  }

  it("becomes a graph of its entities and their edges, with all that is known of both", async () => {
    const text = "MATCH (a:Entity)-[r:OPPOSES]->(b:Entity) RETURN a, r, b";
    const source = cypherSource(await resultOf(text), text);
    const view = await source.view();
    const selected = await selectionSource(
      store,
      SelectionSchema.parse({ predicates: "OPPOSES" }),
      "",
    ).view();
    expect(plain(view.edges)).toEqual(plain(selected.edges));
    expect(view.nodes.map(({ id, type, name, statements }) => [id, type, name, statements])).toEqual([
      ["IRN", "Country", "Iran", 2],
      [CORRIDOR.id, "Issue", "Zangezur corridor", 2],
    ]);
    expect(source.meta).toMatchObject({ query: text, description: "2 entities and 1 edges." });
    expect(await write("gexf", source)).toContain('kind="OPPOSES"');
  });

  it("leaves articles and statements out, and edges whose ends were not returned", async () => {
    const text = "MATCH (e:Entity)<-[x:SUBJECT]-(s:Statement)-[f:FROM]->(a:Article) RETURN e, x, s, f, a";
    const view = await cypherSource(await resultOf(text), text).view();
    expect(view.nodes.map(({ id }) => id).sort()).toEqual(expect.arrayContaining(["AZE", "IRN"]));
    expect(view.edges).toEqual([]);
    const lone = "MATCH (a:Entity)-[r:SUPPORTS]->() RETURN a, r";
    expect(await cypherSource(await resultOf(lone), lone).view()).toMatchObject({
      nodes: [{ id: "AZE" }],
      edges: [],
    });
  });

  it("says that it holds no statements and no whole store", async () => {
    const source = cypherSource(await resultOf("MATCH (a:Country) RETURN a"), "…");
    await expect(write("statements-ndjson", source)).rejects.toThrow(/nodes and edges only/);
    await expect(write("neo4j-nodes", source)).rejects.toThrow(/leave the query out/);
  });
});
