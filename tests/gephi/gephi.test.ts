import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type ExportOptions,
  type ExportSource,
  exporterNamed,
  selectionSource,
} from "../../src/exchange/index.js";
import { createExtractor } from "../../src/extract.js";
import { MEASURES } from "../../src/graph/index.js";
import { type GraphView, SelectionSchema } from "../../src/ontology/index.js";
import { type GraphStore, openStore, subgraph } from "../../src/store/index.js";
import { type GephiImport, gephiMissing, importWithGephi } from "../support/gephi.js";
import { largeView } from "../support/large-view.js";
import { sampleArticles } from "../support/samples.js";
import { HOSTILE, hostileView, sourceOf } from "../support/view.js";

const missing = await gephiMissing();
if (missing) console.warn(`skipped: ${missing}`);

describe.skipIf(missing)("Gephi's importer", { timeout: 600_000 }, () => {
  let folder: string;
  let store: GraphStore;
  let samples: GraphView;
  let statements: number;
  let imports: Map<string, GephiImport>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-gephi-"));
    store = await openStore(join(folder, "store"));
    await loadSamples(store);
    const source = selectionSource(store, SelectionSchema.parse({}), "entente export -o samples.gexf");
    samples = await subgraph(store, SelectionSchema.parse({}));
    statements = 0;
    for await (const _ of source.statements()) statements++;
    const merged = [
      await write("samples.gexf", source, "gexf", { measures: MEASURES }),
      await write("samples.graphml", source, "graphml"),
      await write("empty.gexf", sourceOf({ nodes: [], edges: [] }), "gexf"),
      await write("hostile.gexf", sourceOf(hostileView()), "gexf"),
      await write("large.gexf", sourceOf(largeView(10_000, 200_000)), "gexf"),
    ];
    const unmerged = [
      await write("statements.gexf", source, "gexf", { perStatement: true }),
      await write("nodes.csv", source, "nodes-csv"),
      await write("edges.csv", source, "edges-csv"),
      await write("hostile-nodes.csv", sourceOf(hostileView()), "nodes-csv"),
      await write("hostile-edges.csv", sourceOf(hostileView()), "edges-csv"),
    ];
    imports = await importWithGephi(merged, unmerged);
  }, 600_000);

  afterAll(async () => {
    await store?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function write(file: string, source: ExportSource, format: string, options: ExportOptions = {}) {
    const path = join(folder, file);
    const exporter = exporterNamed(format);
    if (!exporter) throw new Error(`there is no format ${format}`);
    await pipeline(Readable.from(exporter.write(source, options)), createWriteStream(path));
    return path;
  }

  function of(file: string): GephiImport {
    const found = imports.get(file);
    if (!found) throw new Error(`Gephi did not say anything of ${file}`);
    return found;
  }

  it("has nothing to complain of in any file", () => {
    const complaints = [...imports.values()].map(({ file, issues }) => [file, issues]);
    expect(complaints).toEqual([...imports.keys()].map((file) => [file, []]));
  });

  it("finds all nodes and edges of the samples, with every kind and direction", () => {
    const graph = of("samples.gexf");
    expect(graph.nodes).toBe(samples.nodes.length);
    expect(graph.nodes).toBeGreaterThan(50);
    expect(graph.edges).toBe(samples.edges.length);
    expect(graph.directed).toBe(samples.edges.filter(({ directed }) => directed).length);
    const predicates = new Set(
      samples.edges.filter(({ qualified }) => !qualified).map(({ predicate }) => predicate),
    );
    expect(graph.kinds).toEqual(expect.arrayContaining([...predicates]));
    expect(new Set(graph.kinds.map((kind) => kind.split(" ")[0]))).toEqual(
      new Set(samples.edges.map(({ predicate }) => predicate)),
    );
    expect(graph.weight).toBe(samples.edges.reduce((sum, { sources }) => sum + sources, 0));
  });

  it("sees the samples in time, in colour and in place", () => {
    const graph = of("samples.gexf");
    expect(graph.dynamic).toBe(true);
    expect(graph.timeFormat).toBe("DATE");
    expect(graph.edgesWithTime).toBe(samples.edges.filter(({ dates }) => dates.length > 0).length);
    const first = samples.edges.flatMap(({ dates }) => dates).sort()[0];
    expect(new Date(graph.from ?? 0).getUTCFullYear()).toBe(Number(first?.slice(0, 4)));
    expect(graph.nodeColours).toBe(new Set(samples.nodes.map(({ type }) => type)).size);
    expect(graph.edgeColours).toBe(4);
    expect(graph.placed).toBe(graph.nodes);
  });

  it("keeps every column, the measures' among them, with its type", () => {
    const { nodeColumns, edgeColumns } = of("samples.gexf");
    expect(nodeColumns).toEqual(
      expect.arrayContaining([
        "entitytype:String",
        "aliaseslist:String[]",
        "statements:Integer",
        "degree:Integer",
        "weighteddegree:Integer",
        "betweenness:Double",
        "pagerank:Double",
        "community:Integer",
        "balance:Double",
        "timeset:IntervalSet",
      ]),
    );
    expect(edgeColumns).toEqual(
      expect.arrayContaining([
        "predicate:String",
        "negated:Boolean",
        "goldstein:Double",
        "firstseen:String",
        "sourcenameslist:String[]",
        "quotes:String",
        "timeset:IntervalSet",
      ]),
    );
  });

  it("takes one edge for each statement where asked", () => {
    expect(of("statements.gexf").edges).toBe(statements);
  });

  it("opens an empty graph", () => {
    expect(of("empty.gexf")).toMatchObject({ nodes: 0, edges: 0 });
  });

  it("opens a graph of hostile texts and keeps what can be kept of them", () => {
    const { nodes, edges, labels } = of("hostile.gexf");
    expect({ nodes, edges }).toEqual({ nodes: HOSTILE.length, edges: HOSTILE.length });
    expect(labels).toContain(HOSTILE[3]);
    expect(labels.some((label) => label?.includes("😀"))).toBe(true);
  });

  it("opens 200,000 edges", () => {
    expect(of("large.gexf")).toMatchObject({ nodes: 10_000, edges: 200_000, dynamic: true });
  });

  it("takes the tables of nodes and edges by its spreadsheet import, with time, kinds and types", () => {
    const nodes = of("nodes.csv");
    expect(nodes).toMatchObject({ nodes: samples.nodes.length, edges: 0 });
    expect(nodes.nodeColumns).toEqual(
      expect.arrayContaining(["entitytype:String", "aliases:String", "statements:Integer"]),
    );
    expect(nodes.nodesWithTime).toBe(of("samples.gexf").nodesWithTime);
    const edges = of("edges.csv");
    const { edgesWithTime, kinds, directed } = of("samples.gexf");
    expect(edges).toMatchObject({ edges: samples.edges.length, edgesWithTime, kinds, directed });
    expect(edges.edgeColumns).toEqual(
      expect.arrayContaining(["predicate:String", "negated:Boolean", "confidence:Double", "quotes:String"]),
    );
    expect(of("hostile-nodes.csv").nodes).toBe(HOSTILE.length);
    expect(of("hostile-edges.csv").edges).toBe(HOSTILE.length);
  });

  it("reads the GraphML too", () => {
    expect(of("samples.graphml").nodes).toBe(samples.nodes.length);
  });
});

async function loadSamples(store: GraphStore): Promise<void> {
  const extractor = createExtractor();
  await store.load((await sampleArticles()).map((article) => extractor.extract(article)));
}
