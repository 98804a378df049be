/**
 * `npm run bench:export`: how long each graph format takes for 200,000 edges, and how much memory beyond
 * the view itself, in a process of its own. Bounds of the GEXF writer: 5 s and 300 MB; the ratios say how much of
 * each is used.
 */

import { execFileSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { EXPORTERS, type ExportSource, exporterNamed } from "../../src/exchange/index.js";
import { largeView } from "../../tests/support/large-view.js";

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

const [format] = process.argv.slice(2);
if (format) await measure(format);
else {
  for (const { name } of EXPORTERS) {
    if (NEEDS_STATEMENTS.has(name)) continue;
    const arguments_ = ["--expose-gc", "--import", "tsx", import.meta.filename, name];
    process.stdout.write(execFileSync(process.execPath, arguments_, { encoding: "utf8" }));
  }
}

async function measure(name: string): Promise<void> {
  const exporter = exporterNamed(name);
  if (!exporter) throw new Error(`no format "${name}"`);
  const view = largeView(NODES, EDGES);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const source: ExportSource = {
    meta: { title: "Benchmark", description: `${EDGES} edges`, query: "bench:export", created: new Date() },
    view: async () => view,
    statements: () => unavailable(),
    records: () => unavailable(),
  };
  const start = performance.now();
  const work = process.cpuUsage();
  let bytes = 0;
  await pipeline(
    Readable.from(exporter.write(source)),
    async function* (pieces: AsyncIterable<string>) {
      for await (const piece of pieces) {
        bytes += Buffer.byteLength(piece);
        peak = Math.max(peak, process.memoryUsage().rss);
        yield piece;
      }
    },
    createWriteStream("/dev/null"),
  );
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(work);
  const cpuSeconds = (user + system) / 1e6;
  const megabytes = (peak - before) / 1_048_576;
  console.log(
    `${name.padEnd(18)} ${EDGES} edges: ${seconds.toFixed(2)} s (${(seconds / SECONDS).toFixed(2)} of the bound; ${cpuSeconds.toFixed(2)} s of work), ` +
      `${Math.round(megabytes)} MB beyond the view's ${Math.round(before / 1_048_576)} MB process (${(megabytes / MEGABYTES).toFixed(2)}), ${Math.round(bytes / 1_048_576)} MB written`,
  );
}

function unavailable(): never {
  throw new Error("this benchmark has no statements");
}
