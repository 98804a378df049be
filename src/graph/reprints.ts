import { createHash } from "node:crypto";

/** Words in one shingle: four in a row are hardly ever the same by chance. */
const SHINGLE_WORDS = 4;
/** MinHash bands of two rows each: articles that share half of their shingles meet in a band 9 times in 10, of three quarters 99 times in 100. */
export const SKETCH_BANDS = 8;
const ROWS = 2;
/** Share of the shorter article's shingles that the longer holds, from which it counts as a copy. */
const COPY_SHARE = 0.8;
/** A shorter text is a headline or a brief, which agree by chance and may be quoted whole. */
const LEAST_SHINGLES = 20;
/** The shorter article is at least this share of the longer, else it is a quotation. */
const LEAST_LENGTH_SHARE = 0.3;

/** The word shingles of a text as 32-bit hashes, without case, punctuation and diacritics. */
export function shingles(text: string): Set<number> {
  const words =
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const result = new Set<number>();
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) {
    result.add(hash32(words.slice(i, i + SHINGLE_WORDS).join(" ")));
  }
  return result;
}

/**
 * One key for each MinHash band: articles that share any are compared in full.
 * Empty for texts that are too short to be told apart.
 */
export function sketch(text: string): string[] {
  const hashes = shingles(text);
  if (hashes.size < LEAST_SHINGLES) return [];
  const minima = new Uint32Array(SKETCH_BANDS * ROWS).fill(0xffffffff);
  for (const hash of hashes) {
    for (let i = 0; i < minima.length; i++) {
      const permuted = permute(hash, i);
      if (permuted < (minima[i] ?? 0)) minima[i] = permuted;
    }
  }
  return Array.from({ length: SKETCH_BANDS }, (_, band) =>
    [...minima.subarray(band * ROWS, (band + 1) * ROWS)].map((n) => n.toString(36)).join("-"),
  );
}

/** Whether two texts are copies of one story, cut or lightly edited. */
export function isReprint(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  if (short.size < LEAST_SHINGLES || short.size < LEAST_LENGTH_SHARE * long.size) return false;
  let shared = 0;
  for (const hash of short) if (long.has(hash)) shared++;
  return shared >= COPY_SHARE * short.size;
}

/** FNV-1a. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The i-th of a family of mixing functions over 32 bits (murmur3's finalizer with a seed). */
function permute(value: number, i: number): number {
  let h = value ^ Math.imul(i + 1, 0x9e3779b9);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
