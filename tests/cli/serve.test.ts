import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { entente, start } from "./support.js";

// Each run is a process of its own, which a busy machine starts slowly.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-serve-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts to serve, does the work at its address, stops it by SIGTERM. */
async function serving(
  args: string[],
  work: (url: string, said: string) => Promise<void>,
): Promise<number | null> {
  const child = start(["serve", "--port", "0", ...args]);
  let said = "";
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/[\w.:]+\/api\/docs[\s\S]*Ctrl-C/.exec(said)?.[0];
      if (found) resolve(found.replace(/\/api\/docs[\s\S]*/, ""));
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    ended.then(() => reject(new Error(`ended: ${said}`)));
  });
  try {
    await work(url, said);
  } finally {
    child.kill("SIGTERM");
  }
  return ended;
}

const json = async (url: string, init?: RequestInit) => (await fetch(url, init)).json();

describe("entente serve", () => {
  it("loads the samples the first time only, serves, keeps the store to itself, and ends well on SIGTERM", async () => {
    const store = join(folder, "first");
    let articles = 0;
    const code = await serving(["--store", store], async (url, said) => {
      expect(said).toContain("loading the sample articles");
      expect(said).toContain(`curl '${url}/api/graph?focus=IRN,AZE,ARM&hops=0'`);
      const stats = await json(`${url}/api/stats`);
      articles = stats.articles;
      expect(articles).toBeGreaterThanOrEqual(16);
      expect(stats.statements).toBeGreaterThan(100);
      const graph = await json(`${url}/api/graph?focus=IRN,AZE,ARM&hops=0`);
      expect(graph.edges.length).toBeGreaterThan(5);
      const second = await entente(["stats", "--store", store]);
      expect(second.code).toBe(2);
      expect(second.stderr).toMatch(/in use|locked|another process/);
    });
    expect(code).toBe(0);
    await serving(["--store", store], async (url, said) => {
      expect(said).not.toContain("loading the sample articles");
      expect((await json(`${url}/api/stats`)).articles).toBe(articles);
    });
  });

  it("asks for the tokens of the file, which the command line makes and revokes", async () => {
    const file = join(folder, "tokens.json");
    const made = await entente(["token", "create", "--name", "alice", "--role", "write", "--file", file]);
    expect(made.stdout).toMatch(/^entente_[\w-]{43}\n$/);
    expect((await entente(["token", "list", "--file", file])).stdout).toMatch(/alice +write/);
    await serving(["--store", join(folder, "second"), "--tokens", file, "--no-samples"], async (url) => {
      expect((await fetch(`${url}/api/stats`)).status).toBe(401);
      const headers = { Authorization: `Bearer ${made.stdout.trim()}` };
      expect(await json(`${url}/api/stats`, { headers })).toMatchObject({ articles: 0 });
    });
    expect((await entente(["token", "revoke", "--name", "alice", "--file", file])).code).toBe(0);
    expect((await entente(["token", "revoke", "--name", "alice", "--file", file])).code).toBe(1);
  });
});
