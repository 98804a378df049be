import { readFileSync } from "node:fs";
import { unpackModel } from "./model-file.js";
import { CONTEXT_FEATURES, contextFeatures, NO_TAG, profileOf, type WordProfile } from "./tagger-features.js";

/** Format of the tagger's model file. */
export const TAGGER_FORMAT = "entente-tagger-1";

/** The header of a tagger model. */
export interface TaggerMeta {
  /** `UPOS|XPOS`, in the order of class numbers. */
  tags: string[];
  /** Words common in the training data and the tags they had there. */
  lexicon: Record<string, { ambiguity: string; allowed?: number[] }>;
}

/** A word type with the scores that it brings itself. */
interface TaggedType extends WordProfile {
  scores: Int32Array;
  /** The tags the word may have; empty if any. */
  allowed: readonly number[];
}

const CACHED_TYPES = 20_000;
/** 32-bit words of the filter: 2 to the 21st bits. */
const FILTER_WORDS = 1 << 16;
const KEY_PART = 0x7ff;
/** Cells of the table for each feature. */
const FREE_SHARE = 1.4;
const MOST_WEIGHTS = 1 << 21;
const MOST_TAGS = 128;
const ANY: readonly number[] = [];

/**
 * Greedy left-to-right tagger: an averaged perceptron over hashed features. Common words may only have tags that
 * they had in the training data; those with one tag are not scored at all.
 */
export class Tagger {
  readonly tags: readonly string[];
  private readonly pairs: readonly (readonly [string, string])[];
  private readonly lexicon: Map<string, { ambiguity: string; allowed?: number[] }>;
  /**
   * Open addressing: where the feature's weights begin (21 bits) and a part of its key (11 bits), 0 for an empty cell.
   * Small cells pay, since every search is a miss of the cache; two features taken for one are a rare harmless noise.
   */
  private readonly table: Int32Array;
  private readonly mask: number;
  /** A bit for each hash of a known feature: small enough for the processor's cache, it spares most searches in vain. */
  private readonly filter = new Int32Array(FILTER_WORDS);
  /** For each feature the number of its weights, then each: its class (7 bits) and its value with sign (9 bits). */
  private readonly weights: Uint16Array;
  private readonly types = new Map<string, TaggedType>();
  private readonly features = new Int32Array(CONTEXT_FEATURES);
  private readonly scores: Int32Array;
  private words: TaggedType[] = [];

  constructor(file: string) {
    const { meta, columns } = unpackModel(readFileSync(file), TAGGER_FORMAT, file);
    const { tags, lexicon } = meta as TaggerMeta;
    this.tags = tags;
    this.pairs = tags.map((tag) => tag.split("|") as [string, string]);
    this.lexicon = new Map(Object.entries(lexicon));
    this.scores = new Int32Array(tags.length);
    const keys = columns.keys as Int32Array;
    const lengths = columns.lengths as Uint8Array;
    const shifts = columns.shifts as Uint8Array;
    const classes = columns.classes as Uint8Array;
    const values = columns.values as Int8Array;
    let cells = 1024;
    while (cells < keys.length * FREE_SHARE) cells *= 2;
    this.mask = cells - 1;
    this.table = new Int32Array(cells);
    this.weights = new Uint16Array(1 + keys.length + values.length);
    if (this.weights.length > MOST_WEIGHTS || tags.length > MOST_TAGS) {
      throw new Error(`${file}: ${this.weights.length} weights or ${tags.length} tags are too many`);
    }
    let key = 0;
    let from = 0;
    let to = 1;
    for (let row = 0; row < keys.length; row++) {
      key = (key + keys[row]!) | 0;
      this.enter(key, to);
      const length = lengths[row]!;
      this.weights[to++] = length;
      for (let j = 0; j < length; j++, from++) {
        const value = Math.max(-256, Math.min(255, values[from]! << shifts[row]!));
        this.weights[to++] = (classes[from]! << 9) | (value & 0x1ff);
      }
    }
  }

  /** UPOS and XPOS of the tag with this number. */
  tagOf(number: number): readonly [string, string] {
    return this.pairs[number]!;
  }

  /** Class numbers of the words' tags, written into `out`. */
  tag(forms: readonly string[], out: Int32Array): void {
    const length = forms.length;
    const { words } = this;
    for (let i = 0; i < length; i++) words[i] = this.typeOf(forms[i]!);
    let previous = NO_TAG;
    let beforePrevious = NO_TAG;
    for (let i = 0; i < length; i++) {
      const { allowed } = words[i]!;
      const tag = allowed.length === 1 ? allowed[0]! : this.best(i, length, previous, beforePrevious);
      out[i] = tag;
      beforePrevious = previous;
      previous = tag;
    }
  }

  private best(i: number, length: number, previous: number, beforePrevious: number): number {
    const { words, scores, features } = this;
    const { scores: own, allowed } = words[i]!;
    scores.set(own);
    this.add(features, contextFeatures(words, length, i, previous, beforePrevious, features), scores);
    if (allowed.length > 0) {
      let best = allowed[0]!;
      for (let a = 1; a < allowed.length; a++) if (scores[allowed[a]!]! > scores[best]!) best = allowed[a]!;
      return best;
    }
    let best = 0;
    for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
    return best;
  }

  private add(features: Int32Array, length: number, scores: Int32Array): void {
    const { table, mask, weights, filter } = this;
    for (let f = 0; f < length; f++) {
      const key = features[f]!;
      if ((filter[key >>> 16]! & (1 << (key >>> 11))) === 0) continue;
      const check = key & KEY_PART;
      let cell = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
      let entry = table[cell]!;
      while (entry !== 0 && (entry & KEY_PART) !== check) {
        cell = (cell + 1) & mask;
        entry = table[cell]!;
      }
      if (entry === 0) continue;
      let at = entry >>> 11;
      const end = at + weights[at]!;
      while (at < end) {
        const weight = weights[++at]!;
        scores[weight >> 9]! += (weight << 23) >> 23;
      }
    }
  }

  private typeOf(form: string): TaggedType {
    const known = this.types.get(form);
    if (known) return known;
    const entry = this.lexicon.get(form);
    const profile = profileOf(form, entry?.ambiguity);
    const scores = new Int32Array(this.tags.length);
    this.add(profile.fixed, profile.fixed.length, scores);
    const type: TaggedType = { ...profile, scores, allowed: entry?.allowed ?? ANY };
    if (this.types.size >= CACHED_TYPES) this.types.clear();
    this.types.set(form, type);
    return type;
  }

  private enter(key: number, at: number): void {
    let cell = (Math.imul(key, 0x9e3779b1) >>> 7) & this.mask;
    while (this.table[cell] !== 0) cell = (cell + 1) & this.mask;
    this.table[cell] = (at << 11) | (key & KEY_PART);
    this.filter[key >>> 16]! |= 1 << (key >>> 11);
  }
}
