import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENDPOINTS, SelectionSchema } from "../src/ontology/index.js";
import { type GraphStore, openStore, statements, stats, subgraph } from "../src/store/index.js";
import { synthetic } from "../tests/support/synthetic.js";
import { Neo4jUnavailable, startNeo4j } from "./neo4j/server.js";

/*
 * Loads the same synthetic articles into both stores and reads from them:
 *
 *     npm run bench:store -- [statements=100000] [articles in a batch=500]
 *
 * Rows are nodes and relationships written, aggregated edges included.
 */

const wanted = Number(process.argv[2] ?? 100_000);
const batchSize = Number(process.argv[3] ?? 500);
const STATEMENTS_PER_ARTICLE = 5;
const articles = Math.round(wanted / STATEMENTS_PER_ARTICLE);
const corpus = (from: number) =>
  synthetic({ articles: Math.min(batchSize, articles - from), from, seed: 42 });

interface Figures {
  statements: number;
  rows: number;
  seconds: number;
  peakMb: number;
}

async function load(store: GraphStore): Promise<Figures> {
  let seconds = 0;
  let count = 0;
  let peak = 0;
  for (let from = 0; from < articles; from += batchSize) {
    // Making the articles is not part of the time.
    const batch = corpus(from);
    const summary = await store.load(batch);
    seconds += summary.seconds;
    count += summary.statements;
    peak = Math.max(peak, process.memoryUsage.rss());
    if (process.stderr.isTTY)
      process.stderr.write(`\r${count} statements, ${Math.round(count / seconds)}/s `);
  }
  if (process.stderr.isTTY) process.stderr.write("\n");
  const [nodes] = await store.read("MATCH (n) RETURN count(n) AS n");
  const [relationships] = await store.read("MATCH ()-[r]->() RETURN count(r) AS n");
  const rows = Number(nodes?.n) + Number(relationships?.n);
  return { statements: count, rows, seconds, peakMb: Math.round(peak / 1e6) };
}

async function timed(name: string, work: () => Promise<unknown>): Promise<string> {
  await work();
  const start = performance.now();
  await work();
  return `${name} ${Math.round(performance.now() - start)} ms`;
}

async function bench(store: GraphStore): Promise<void> {
  const { statements: count, rows, seconds, peakMb } = await load(store);
  console.log(
    `${store.kind}: ${count} statements, ${rows} rows in ${seconds.toFixed(1)} s = ${Math.round(count / seconds)} statements/s, ` +
      `${Math.round(rows / seconds)} rows/s; this process at most ${peakMb} MB`,
  );
  const again = await store.load(corpus(0));
  console.log(`  the first batch again: ${again.unchanged} unchanged in ${again.seconds.toFixed(2)} s`);
  const select = (selection: object) => SelectionSchema.parse(selection);
  const limits = { timeoutMs: 60_000, maxRows: 1_000, maxBytes: 10_000_000 };
  const reads = [
    await timed("graph of three countries", () => subgraph(store, select({ focus: "IRN,AZE,ARM", hops: 0 }))),
    await timed("the same, 2020-2022 only", () =>
      subgraph(store, select({ focus: "IRN,AZE,ARM", hops: 0, from: "2020", to: "2022" })),
    ),
    await timed("one hop around a country", () => subgraph(store, select({ focus: "IRN", hops: 1 }))),
    await timed("first 100 statements", () => statements(store, ENDPOINTS.listStatements.query.parse({}))),
    await timed("figures", () => stats(store)),
    await timed("ad-hoc query", () =>
      store.query(
        "MATCH (a:Country)-[r:OPPOSES]->(b) RETURN a.name, b.name, r.statements ORDER BY r.statements DESC LIMIT 10",
        {},
        limits,
      ),
    ),
  ];
  console.log(`  ${reads.join("; ")}`);
}

const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
const embedded = await openStore(folder);
await bench(embedded);
await embedded.close();
rmSync(folder, { recursive: true, force: true });

try {
  const server = await startNeo4j();
  const neo4j = await openStore(server.uri, { user: server.user, password: server.password });
  await bench(neo4j);
  await neo4j.close();
  await server.stop();
} catch (error) {
  if (!(error instanceof Neo4jUnavailable)) throw error;
  console.log(`neo4j: left out: ${error.message}`);
}
