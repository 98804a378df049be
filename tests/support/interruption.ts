import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { GraphStore } from "../../src/store/index.js";
import { BATCH_ARTICLES, BATCHES, batch } from "./loader.js";

const LOADER = fileURLToPath(new URL("./loader.ts", import.meta.url));

/** Starts a loader of the whole corpus, kills it (SIGKILL) some time after its n-th batch, and waits for its end. */
export async function killLoaderAfter(
  n: number,
  delayMs: number,
  location: string,
  env: Record<string, string>,
): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", LOADER, location], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await batchesLoaded(child, n + 1);
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  child.kill("SIGKILL");
  await ended;
}

function batchesLoaded(child: ChildProcess, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split("\n").length > count) resolve();
    });
    child.once("exit", (code) => reject(new Error(`the loader ended by itself (${code}): ${output}`)));
  });
}

/** Every batch is there whole or not at all; returns how many are. */
export async function wholeBatches(store: GraphStore): Promise<number> {
  const rows = await store.read(
    "MATCH (a:Article) OPTIONAL MATCH (a)<-[:FROM]-(s:Statement) RETURN a.id AS id, count(s) AS statements",
  );
  const counts = new Map(rows.map((row) => [row.id, row.statements]));
  let whole = 0;
  for (let n = 0; n < BATCHES; n++) {
    const there = batch(n).filter(({ article }) => counts.has(article.id));
    expect([0, BATCH_ARTICLES]).toContain(there.length);
    for (const { article, statements } of there) expect(counts.get(article.id)).toBe(statements.length);
    if (there.length > 0) whole++;
  }
  return whole;
}

/** Loads the whole corpus, as the user does who runs an interrupted load again. */
export async function loadAll(store: GraphStore): Promise<void> {
  for (let n = 0; n < BATCHES; n++) await store.load(batch(n));
}
