import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import type { z } from "zod";
import {
  DEFAULT_MIN_CONFIDENCE,
  type Endpoint,
  type Problem,
  ProblemSchema,
} from "../../src/ontology/index.js";
import { ArticleReader } from "../../src/server/reader.js";
import { type ServerOptions, startServer } from "../../src/server/start.js";
import { type GraphStore, openStore } from "../../src/store/index.js";
import { synthetic } from "../support/synthetic.js";

export interface TestServer {
  url: string;
  store: GraphStore;
  /** Requests the path and gives status, headers and the body, parsed where it is JSON. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  remove(path: string, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Undefined where it is no JSON. */
  body: unknown;
}

/** The answer's body, after the endpoint's own schema has passed it. */
export function checked<E extends Endpoint & { response: z.ZodType }>(
  endpoint: E,
  answer: Answer,
): z.infer<E["response"]> {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`);
  return endpoint.response.parse(answer.body) as z.infer<E["response"]>;
}

/** The body of an answer that is a problem. */
export const problem = (answer: Answer): Problem => ProblemSchema.parse(answer.body);

type Given = Partial<Omit<ServerOptions, "store" | "extract">> & { articles?: number; logger?: Logger };

let reading: Promise<ArticleReader> | null = null;

/** One reader for all servers of a test file, begun when the first article is sent. */
function read(): Promise<ArticleReader> {
  reading ??= ArticleReader.start({ minConfidence: DEFAULT_MIN_CONFIDENCE });
  return reading;
}

/** A server on a free port over a real embedded store with synthetic articles, and the real extractor. */
export async function serveSynthetic({ articles = 60, ...options }: Given = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "entente-server-"));
  const store = await openStore(join(folder, "store"));
  if (articles > 0) await store.load(synthetic({ articles, seed: 7 }));
  const running = await startServer({
    store,
    extract: async (article) => (await read()).extract(article),
    logger: pino({ level: "silent" }),
    tokens: null,
    host: "127.0.0.1",
    port: 0,
    insecure: false,
    allowedOrigins: [],
    requestsPerMinute: 100_000,
    ...options,
  });
  const ask = async (path: string, init: RequestInit) => {
    const response = await fetch(running.url + path, init);
    const text = await response.text();
    const json = /^application\/(problem\+)?json/.test(response.headers.get("content-type") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: json ? JSON.parse(text) : undefined,
    };
  };
  return {
    url: running.url,
    store,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: "POST",
        headers: { "Content-Type": typeof body === "string" ? "text/plain" : "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    remove: (path, headers = {}) => ask(path, { method: "DELETE", headers }),
    stop: async () => {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
