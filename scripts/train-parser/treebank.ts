import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type ConlluSentence, readConllu } from "../../src/language/conllu.js";

/** Reads a treebank file, gzipped or not. */
export function loadTreebank(file: string): ConlluSentence[] {
  const bytes = readFileSync(file);
  return readConllu((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"), file);
}

/** A generator of equally distributed numbers in [0, 1) (mulberry32): the same numbers for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shuffles in place (Fisher-Yates). */
export function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}
