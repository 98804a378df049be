import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import cytoscape from "cytoscape";
import { MultiGraph } from "graphology";
import { Parser } from "n3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXPORTERS, ExportError, type ExportSource, exporterNamed } from "../../src/exchange/index.js";
import { toGraphology } from "../../src/graph/index.js";
import { StatementSchema } from "../../src/ontology/index.js";
import type { StatementWithArticle } from "../../src/store/index.js";
import { articleSaying, entity } from "../support/synthetic.js";
import { edge, HOSTILE, hostileView, node, sourceOf, textOf } from "../support/view.js";

const run = promisify(execFile);

const VIEW = {
  nodes: [
    node("IRN", "Iran", "Country", { aliases: ["Tehran"], latitude: 32, longitude: 53, statements: 4 }),
    node("AZE", "Azerbaijan"),
    node("issue/zangezur-corridor", "Zangezur corridor", "Issue"),
  ],
  edges: [
    edge("IRN", "OPPOSES", "issue/zangezur-corridor", { plover: "REJECT", goldstein: -4, sources: 2 }),
    edge("AZE", "SIGNED_WITH", "IRN", { dates: ["2016", "2024-05-19"], sourceNames: ["A; B", "C"] }),
    edge("IRN", "SUPPORTS", "AZE", { negated: true }),
  ],
};

const STATEMENTS: StatementWithArticle[] = (() => {
  const { article, statements } = articleSaying(
    { id: "a/1 ü", title: 'The "title"', source: "Tehran Review", publishedAt: "2021-03-01" },
    [
      { subject: entity("IRN"), predicate: "OPPOSES", object: entity("AZE"), date: "2021-03-01" },
      {
        subject: entity("IRN"),
        predicate: "SUPPORTS",
        object: entity("AZE"),
        date: "2021-03",
        negated: true,
        speaker: entity("ARM"),
      },
    ],
  );
  const { id, title, url, source, publishedAt } = article;
  return statements.map((statement) => ({
    ...statement,
    article: { id, title, url, source, publishedAt, reprintOf: null },
  }));
})();

function write(
  format: string,
  source: ExportSource = sourceOf(VIEW, STATEMENTS),
  options = {},
): Promise<string> {
  const exporter = exporterNamed(format);
  if (!exporter) throw new Error(`there is no format ${format}`);
  return textOf(exporter.write(source, options));
}

it("have names of their own", () => {
  expect(new Set(EXPORTERS.map(({ name }) => name)).size).toBe(EXPORTERS.length);
  expect(exporterNamed("xls")).toBeUndefined();
});

describe("CSV", () => {
  it("has Gephi's column names and one row for each node", async () => {
    const rows = parse(await write("nodes-csv", undefined, { measures: ["degree"] }), {
      columns: true,
    }) as Record<string, string>[];
    expect(rows.map(({ Id }) => Id)).toEqual(["IRN", "AZE", "issue/zangezur-corridor"]);
    expect(rows[0]).toMatchObject({
      Label: "Iran",
      entityType: "Country",
      aliases: "Tehran",
      latitude: "32",
      degree: "3",
    });
    expect(rows[1]?.latitude).toBe("");
  });

  it("has edges with type, kind, weight and times", async () => {
    const rows = parse(await write("edges-csv"), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      Source: "IRN",
      Type: "Directed",
      Kind: "OPPOSES",
      Weight: "2",
      goldstein: "-4",
    });
    expect(rows[1]).toMatchObject({
      Type: "Undirected",
      Timeset: "<[2016-01-01, 2016-12-31]; [2024-05-19, 2024-05-19]>",
      sourceNames: "A, B;C",
    });
    expect(rows[2]?.Kind).toBe("SUPPORTS negated");
  });

  it("survives hostile texts", async () => {
    const rows = parse(await write("nodes-csv", sourceOf(hostileView())), { columns: true }) as Record<
      string,
      string
    >[];
    expect(rows).toHaveLength(HOSTILE.length);
    expect(rows.map(({ Label }) => Label)).toContain(HOSTILE[0]);
  });
});

it("graphology rebuilds the same graph from its JSON", async () => {
  const graph = MultiGraph.from(JSON.parse(await write("graphology-json")));
  const own = toGraphology({ ...VIEW, truncated: false });
  expect(graph.nodes()).toEqual(own.nodes());
  expect(graph.edges()).toEqual(own.edges());
  expect(graph.isUndirected("AZE|SIGNED_WITH|IRN|+|actual")).toBe(true);
  expect(graph.getNodeAttributes("IRN")).toMatchObject({ label: "Iran", aliases: ["Tehran"], latitude: 32 });
});

it("Cytoscape.js reads its JSON, with positions", async () => {
  const { elements, data } = JSON.parse(await write("cyjs"));
  const network = cytoscape({ headless: true, elements, data, layout: { name: "preset" } });
  expect(network.nodes()).toHaveLength(3);
  expect(network.edges()).toHaveLength(3);
  expect(network.getElementById("IRN").data()).toMatchObject({ name: "Iran", entityType: "Country" });
  expect(network.edges()[0]?.data("interaction")).toBe("OPPOSES");
  expect(network.getElementById("IRN").position()).not.toEqual(network.getElementById("AZE").position());
  expect(network.data("name")).toBe("Test <graph>");
});

it("NDJSON lines are statements as they are in the store", async () => {
  const lines = (await write("statements-ndjson"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toEqual(STATEMENTS);
  for (const line of lines) StatementSchema.parse(line);
});

describe("Turtle", () => {
  const NS = "https://entente.example/ns#";
  const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  it("has facts as triples, never what is denied", async () => {
    const quads = new Parser().parse(await write("turtle"));
    const facts = quads.filter(
      ({ subject, predicate }) => subject.value.includes("/entity/") && /#[A-Z_]+$/.test(predicate.value),
    );
    expect(
      facts.map(({ subject, predicate, object }) =>
        [subject, predicate, object].map(({ value }) => value.split(/entity\/|#/).at(-1)),
      ),
    ).toEqual([
      ["IRN", "OPPOSES", "issue/zangezur-corridor"],
      ["AZE", "SIGNED_WITH", "IRN"],
    ]);
  });

  it("reifies every statement with its quote, speaker and article", async () => {
    const quads = new Parser().parse(await write("turtle"));
    const of = (id: string) =>
      Object.fromEntries(
        quads
          .filter(({ subject }) =>
            subject.value.endsWith(`statement/${id.split("/").map(encodeURIComponent).join("/")}`),
          )
          .map(({ predicate, object }) => [predicate.value, object.value]),
      );
    const [, denied] = STATEMENTS;
    expect(of(denied?.id ?? "")).toMatchObject({
      [`${RDF}predicate`]: `${NS}SUPPORTS`,
      [`${NS}negated`]: "true",
      [`${NS}quote`]: denied?.evidence.quote,
      [`${NS}date`]: "2021-03",
      "http://www.w3.org/ns/prov#wasAttributedTo": "https://entente.example/entity/ARM",
      "http://www.w3.org/ns/prov#wasQuotedFrom": "https://entente.example/article/a/1%20%C3%BC",
    });
    expect(quads.filter(({ object }) => object.value === `${RDF}Statement`)).toHaveLength(2);
  });

  it("survives hostile texts", async () => {
    const quads = new Parser().parse(await write("turtle", sourceOf(hostileView())));
    const names = quads
      .filter(({ predicate }) => predicate.value.endsWith("prefLabel"))
      .map(({ object }) => object.value);
    expect(names).toHaveLength(HOSTILE.length);
    expect(names).toContain(HOSTILE[0]);
  });
});

it("formats of the whole store say so where there is none", async () => {
  const source: ExportSource = {
    ...sourceOf(VIEW),
    records: () => {
      throw new ExportError("whole store only");
    },
  };
  await expect(write("neo4j-nodes", source)).rejects.toThrow("whole store only");
});

const networkx = await run("python3", ["-c", "import networkx"]).then(
  () => null,
  () =>
    "python3 has no networkx (.ci/run makes a venv with it; here: python3 -m venv .cache/venv && .cache/venv/bin/pip install networkx, then put .cache/venv/bin on the PATH)",
);
if (networkx && process.env.CI) throw new Error(networkx);
if (networkx) console.warn(`skipped: ${networkx}`);

describe.skipIf(networkx)("NetworkX", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-networkx-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const PROGRAM = `
import inspect, json, sys, networkx as nx
# NetworkX renamed the parameter that names the list of edges, and its default, between 3.3 and 3.6.
listed = "edges" if "edges" in inspect.signature(nx.node_link_graph).parameters else "link"
graphml = nx.read_graphml(sys.argv[1], force_multigraph=True)
link = nx.node_link_graph(json.load(open(sys.argv[2], encoding="utf-8")), **{listed: "links"})
print(json.dumps([
  {"nodes": dict(g.nodes(data=True)), "edges": [[s, t, k, d] for s, t, k, d in g.edges(keys=True, data=True)]}
  for g in (graphml, link)
]))`;

  async function read(source: ExportSource) {
    const paths = [join(folder, "g.graphml"), join(folder, "g.json")] as const;
    await writeFile(paths[0], await write("graphml", source));
    await writeFile(paths[1], await write("node-link-json", source));
    const { stdout } = await run("python3", ["-c", PROGRAM, ...paths], { maxBuffer: 16_777_216 });
    return JSON.parse(stdout) as [NetworkXGraph, NetworkXGraph];
  }

  it("reads GraphML and node-link JSON with their attributes", async () => {
    for (const { nodes, edges } of await read(sourceOf(VIEW))) {
      expect(nodes.IRN).toMatchObject({ label: "Iran", entityType: "Country", latitude: 32, statements: 4 });
      expect(edges).toHaveLength(3);
      const opposes = edges.find(([, , key]) => key === VIEW.edges[0]?.key);
      expect(opposes?.slice(0, 2)).toEqual(["IRN", "issue/zangezur-corridor"]);
      expect(opposes?.[3]).toMatchObject({ kind: "OPPOSES", weight: 2, goldstein: -4, symmetric: false });
    }
  });

  it("reads hostile texts", async () => {
    for (const { nodes, edges } of await read(sourceOf(hostileView()))) {
      expect(Object.keys(nodes)).toHaveLength(HOSTILE.length);
      expect(edges).toHaveLength(HOSTILE.length);
    }
  });
});

interface NetworkXGraph {
  nodes: Record<string, Record<string, unknown>>;
  edges: [source: string, target: string, key: string, attributes: Record<string, unknown>][];
}
