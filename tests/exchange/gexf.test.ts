import { MultiGraph } from "graphology";
import gexfLibrary from "graphology-gexf";
import { expect, it } from "vitest";
import { exporterNamed } from "../../src/exchange/index.js";
import { articleSaying, entity } from "../support/synthetic.js";
import { edge, HOSTILE, hostileView, node, sourceOf, textOf } from "../support/view.js";

const gexf = exporterNamed("gexf");
if (!gexf) throw new Error("there is no gexf exporter");

const IRAN = node("IRN", "Iran", "Country", { aliases: ["Tehran", "Islamic Republic"], statements: 9 });
const AZERBAIJAN = node("AZE", "Azerbaijan");
const CORRIDOR = node("issue/zangezur-corridor", "Zangezur corridor", "Issue", { statements: 3 });

it("is read back by graphology with kinds, directions, attributes, colours and positions", async () => {
  const view = {
    nodes: [IRAN, AZERBAIJAN, CORRIDOR],
    edges: [
      edge("IRN", "OPPOSES", CORRIDOR.id, { plover: "REJECT", goldstein: -4, sources: 2 }),
      edge("AZE", "SIGNED_WITH", "IRN", { plover: "AGREE" }),
    ],
  };
  const graph = gexfLibrary.parse(MultiGraph, await textOf(gexf.write(sourceOf(view))));
  expect(graph.order).toBe(3);
  expect(graph.getNodeAttributes("IRN")).toMatchObject({
    label: "Iran",
    entityType: "Country",
    statements: 9,
    aliases: "Tehran;Islamic Republic",
    color: "rgb(38,84,124)",
  });
  expect(graph.getNodeAttribute("IRN", "size")).toBeGreaterThan(graph.getNodeAttribute("AZE", "size"));
  const places = graph.mapNodes((_, { x, y }) => `${x},${y}`);
  expect(new Set(places).size).toBe(3);
  const opposes = "IRN|OPPOSES|issue/zangezur-corridor|+|actual";
  expect(graph.isDirected(opposes)).toBe(true);
  expect(graph.getEdgeAttributes(opposes)).toMatchObject({ kind: "OPPOSES", weight: 2, goldstein: -4 });
  expect(graph.isUndirected("AZE|SIGNED_WITH|IRN|+|actual")).toBe(true);
});

it("tells a deed from its denial, threat or plan by the kind, so that Gephi does not put them together", async () => {
  const view = {
    nodes: [IRAN, AZERBAIJAN],
    edges: [
      edge("IRN", "ATTACKED", "AZE"),
      edge("IRN", "ATTACKED", "AZE", { negated: true, modality: "claimed" }),
      edge("IRN", "ATTACKED", "AZE", { modality: "hypothetical" }),
    ],
  };
  const text = await textOf(gexf.write(sourceOf(view)));
  expect([...text.matchAll(/ kind="([^"]*)"/g)].map((match) => match[1])).toEqual([
    "ATTACKED",
    "ATTACKED claimed negated",
    "ATTACKED hypothetical",
  ]);
});

it("gives events the days that their dates stand for, and offices no end", async () => {
  const official = node("official/irn/abbas-araghchi", "Abbas Araghchi", "Official");
  const view = {
    nodes: [IRAN, AZERBAIJAN, official],
    edges: [
      edge("IRN", "MET_WITH", "AZE", { dates: ["2016", "2020-02", "2020-03-01", "2021-10-21"] }),
      edge(official.id, "HOLDS_OFFICE", "IRN", { dates: ["2021-03"] }),
    ],
  };
  const text = await textOf(gexf.write(sourceOf(view)));
  const spells = (element: string) => {
    const part = text.slice(text.indexOf(element), text.indexOf("</spells>", text.indexOf(element)));
    return [...part.matchAll(/<spell ([^/]*)\/>/g)].map((match) => match[1]);
  };
  expect(spells(' source="IRN" target="AZE"')).toEqual([
    'start="2016-01-01" end="2016-12-31"',
    'start="2020-02-01" end="2020-03-01"',
    'start="2021-10-21" end="2021-10-21"',
  ]);
  expect(spells(`<edge id="${official.id}`)).toEqual(['start="2021-03-01"']);
  expect(spells('<node id="AZE"')).toHaveLength(3);
  expect(spells('<node id="IRN"').at(-1)).toBe('start="2021-03-01"');
});

it("leaves a node with an undated edge, and the edge, without spells: always there", async () => {
  const view = {
    nodes: [IRAN, AZERBAIJAN],
    edges: [edge("IRN", "SUPPORTS", "AZE", { dates: [] }), edge("IRN", "OPPOSES", "AZE")],
  };
  const text = await textOf(gexf.write(sourceOf(view)));
  expect(text.match(/<spells>/g)).toHaveLength(1);
});

it("names the query that made it", async () => {
  const text = await textOf(gexf.write(sourceOf({ nodes: [IRAN], edges: [] })));
  expect(text).toContain("<title>Test &lt;graph&gt;</title>");
  expect(text).toContain("by hand &amp; for a test. Made by: entente export --focus IRN</description>");
  expect(text).toContain('lastmodifieddate="2026-01-02"');
});

it("survives hostile texts", async () => {
  const text = await textOf(gexf.write(sourceOf(hostileView())));
  const graph = gexfLibrary.parse(MultiGraph, text);
  expect(graph.order).toBe(HOSTILE.length);
  const labels = graph.mapNodes((_, { label }) => label);
  expect(labels).toContain(HOSTILE[3]);
  expect(labels.find((label) => label.startsWith("half"))).toBe(
    "half  pair and  the other, a whole one 😀, ",
  );
});

it("writes one edge for each statement where asked, with its quote and article", async () => {
  const { statements, article } = articleSaying({ id: "a1", source: "Tehran Review" }, [
    { subject: entity("IRN"), predicate: "OPPOSES", object: entity("AZE"), date: "2021-03-01" },
    { subject: entity("IRN"), predicate: "OPPOSES", object: entity("AZE"), date: "2021-04-01" },
    { subject: entity("ARM"), predicate: "MET_WITH", object: entity("AZE"), date: null },
  ]);
  const summary = {
    id: article.id,
    title: article.title,
    url: null,
    source: article.source,
    publishedAt: null,
    reprintOf: null,
  };
  const source = sourceOf(
    { nodes: [IRAN, AZERBAIJAN], edges: [edge("IRN", "OPPOSES", "AZE")] },
    statements.map((statement) => ({ ...statement, article: summary })),
  );
  const graph = gexfLibrary.parse(MultiGraph, await textOf(gexf.write(source, { perStatement: true })));
  expect(graph.size).toBe(3);
  expect(graph.hasNode("ARM")).toBe(true);
  expect(graph.getEdgeAttributes(statements[1]?.id)).toMatchObject({
    kind: "OPPOSES",
    firstSeen: "2021-04-01",
    quote: statements[1]?.evidence.quote,
    source: "Tehran Review",
    articleId: "a1",
  });
});

it("gives the same file twice", async () => {
  const view = hostileView();
  const [one, two] = await Promise.all([
    textOf(gexf.write(sourceOf(view))),
    textOf(gexf.write(sourceOf(view))),
  ]);
  expect(one).toBe(two);
});
