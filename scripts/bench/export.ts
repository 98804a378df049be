/**
 * `npm run bench:export`: how long 200,000 edges take, and how much memory, each format in a process of its own.
 *
 * First from a table of edges in memory, which shows the writers alone; then by the command line from a store
 * in a file, with everything that belongs to it: starting, the engine and its graph, reading. Bounds of the
 * GEXF writer: 5 s and 300 MB; the ratios say how much of each is used.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { EXPORTERS, type ExportSource, exporterNamed } from "../../src/exchange/index.js";
import { EdgeTable, type LargeView, layout } from "../../src/graph/index.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { largeEdges, largeNodes } from "../../tests/support/large-view.js";
import { writeLargeStore } from "./large-store.js";

const NODES = 10_000;
const EDGES = 200_000;
const SECONDS = 5;
const MEGABYTES = 300;
const NEEDS_STATEMENTS = new Set([
  "statements-ndjson",
  "turtle",
  "cypher",
  "neo4j-nodes",
  "neo4j-relationships",
]);

/** Preloaded into a command: tells at its end what it used. */
const REPORT = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();' +
    ' console.error("used " + JSON.stringify([maxRSS * 1024, (userCPUTime + systemCPUTime) / 1e6])); });',
)}`;

const [format] = process.argv.slice(2);
if (format) await measure(format);
else {
  for (const { name } of EXPORTERS) if (!NEEDS_STATEMENTS.has(name)) measureApart(name);
  await measureCommand();
}

/** In a process that has done nothing before. */
function measureApart(name: string): void {
  const arguments_ = ["--expose-gc", "--import", "tsx", import.meta.filename, name];
  process.stdout.write(execFileSync(process.execPath, arguments_, { encoding: "utf8" }));
}

async function measure(name: string): Promise<void> {
  const exporter = exporterNamed(name);
  if (!exporter) throw new Error(`no format "${name}"`);
  const view = largeTable();
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const source: ExportSource = {
    meta: { title: "Benchmark", description: `${EDGES} edges`, query: "bench:export", created: new Date() },
    view: async () => view,
    statements: () => unavailable(),
    records: () => unavailable(),
  };
  const work = stopwatch();
  let bytes = 0;
  await pipeline(
    Readable.from(exporter.write(source)),
    async function* (pieces: AsyncIterable<string | Uint8Array>) {
      for await (const piece of pieces) {
        bytes += typeof piece === "string" ? Buffer.byteLength(piece) : piece.length;
        peak = Math.max(peak, process.memoryUsage.rss());
        yield piece;
      }
    },
    createWriteStream("/dev/null"),
  );
  const spent = work();
  console.log(
    `${name.padEnd(18)} ${EDGES} edges: ${time(spent)}; the process at most ${memory(peak)}, ` +
      `${megabytes(peak - before)} of it beyond the table's; ${megabytes(bytes)} written`,
  );
  if (name === "gexf") {
    const laidOut = stopwatch();
    layout(view);
    console.log(`${"".padEnd(18)} the layout in it: ${time(laidOut())}`);
  }
}

function largeTable(): LargeView {
  // By way of JSON: texts that were put together just now are ropes, which those of a store are not.
  const nodes = JSON.parse(JSON.stringify(largeNodes(NODES))) as ReturnType<typeof largeNodes>;
  const edges = new EdgeTable();
  for (const edge of largeEdges(nodes, EDGES)) edges.add(edge);
  return { nodes, edges, truncated: false };
}

/** `entente export --format gexf` as a user runs it. */
async function measureCommand(): Promise<void> {
  execFileSync("npm", ["run", "--silent", "build:server"], { cwd: PACKAGE_ROOT, stdio: "inherit" });
  const folder = mkdtempSync(join(tmpdir(), "entente-bench-"));
  try {
    const store = join(folder, "store");
    await writeLargeStore(store, largeNodes(NODES), EDGES);
    const file = join(folder, "all.gexf");
    const started = command(["stats", "--store", store, "--json"]);
    const { spent, peak } = command(["export", "--store", store, "--limit", "250000", "-o", file]);
    console.log(
      `entente export     ${EDGES} edges from a store in a file: ${time(spent)}; ` +
        `the process at most ${memory(peak)}; ${megabytes(statSync(file).size)} written`,
    );
    console.log(
      `entente stats      on the same store, which has to start and open it too: ${time(started.spent)}; ` +
        `the process at most ${memory(started.peak)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Spent {
  seconds: number;
  /** Seconds of the processor: what is left of the time on a machine that does nothing else. */
  work: number;
}

function command(words: readonly string[]): { spent: Spent; peak: number } {
  const start = performance.now();
  const main = join(PACKAGE_ROOT, "dist", "cli", "index.js");
  const { stderr, status } = spawnSync(process.execPath, ["--import", REPORT, main, ...words], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const used = /^used (.*)$/m.exec(stderr)?.[1];
  if (status !== 0 || used === undefined) throw new Error(stderr);
  const [peak, work] = JSON.parse(used) as [number, number];
  return { spent: { seconds: (performance.now() - start) / 1_000, work }, peak };
}

function stopwatch(): () => Spent {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - start) / 1_000, work: (user + system) / 1e6 };
  };
}

function time({ seconds, work }: Spent): string {
  return `${seconds.toFixed(2)} s (${(seconds / SECONDS).toFixed(2)} of the bound; ${work.toFixed(2)} s of work)`;
}

function memory(bytes: number): string {
  return `${megabytes(bytes)} (${(bytes / 1_048_576 / MEGABYTES).toFixed(2)} of the bound)`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}

function unavailable(): never {
  throw new Error("this benchmark has no statements");
}
