import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { findFiles, readFile } from "../../../src/articles/index.js";
import { createExtractor } from "../../../src/extract.js";
import type { EndpointName, Extraction, ResponseOf } from "../../../src/ontology/index.js";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { startServer } from "../../../src/server/index.js";
import { type GraphStore, openStore } from "../../../src/store/index.js";

/** The page on a free port, over a store with the samples. */
export interface Served {
  url: string;
  /** What the API answers, to compare the page with. */
  api<K extends EndpointName>(path: string): Promise<ResponseOf<K>>;
  stop(): Promise<void>;
}

const extractor = createExtractor();

async function samples(): Promise<Extraction[]> {
  const { files } = await findFiles([join(PACKAGE_ROOT, "samples")]);
  const extractions: Extraction[] = [];
  for (const file of files) {
    for await (const read of readFile(file)) {
      if ("article" in read) extractions.push(extractor.extract(read.article));
    }
  }
  return extractions;
}

/** Serves a store. @param articles beside the samples */
export async function serve(store: GraphStore, articles: readonly Extraction[] = []): Promise<Served> {
  await store.load([...(await samples()), ...articles]);
  const running = await startServer({
    store,
    extract: async (article) => extractor.extract(article),
    logger: pino({ level: "silent" }),
    tokens: null,
    host: "127.0.0.1",
    port: 0,
    insecure: false,
    allowedOrigins: [],
    requestsPerMinute: 100_000,
  });
  return {
    url: running.url,
    api: async (path) => {
      const response = await fetch(running.url + path);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as never;
    },
    stop: () => running.stop(),
  };
}

/** Serves a fresh embedded store with the samples. */
export async function serveSamples(articles: readonly Extraction[] = []): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), "entente-page-"));
  const served = await serve(await openStore(join(folder, "store")), articles);
  return {
    ...served,
    stop: async () => {
      await served.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
