import { openStore } from "../../src/store/index.js";
import { synthetic } from "./synthetic.js";

/** The corpus that interrupted loads are tested with: batch `n` of it. */
export const BATCHES = 8;
export const BATCH_ARTICLES = 25;
export const batch = (n: number) =>
  synthetic({ articles: BATCH_ARTICLES, from: n * BATCH_ARTICLES, seed: 31, reprints: 0.1 });

/** Run as a program: loads the corpus into the store named by its argument and says so after each batch. */
if (process.argv[1]?.endsWith("loader.ts") && process.argv[2]) {
  const store = await openStore(process.argv[2]);
  for (let n = 0; n < BATCHES; n++) {
    await store.load(batch(n));
    process.stdout.write(`loaded ${n}\n`);
  }
  await store.close();
}
