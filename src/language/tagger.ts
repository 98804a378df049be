import { readFileSync } from "node:fs";
import { unpackModel } from "./model-file.js";
import {
  CONTEXT_FEATURES,
  END,
  leftShapeFeature,
  NEIGHBOUR_FEATURES,
  NO_TAG,
  pairFeatures,
  placeFeature,
  profileOf,
  rightShapeFeature,
  START,
  tagFeatures,
  type WordProfile,
} from "./tagger-features.js";
import { TaggerWeights, type WeightColumns } from "./tagger-weights.js";

/** Format of the tagger's model file. */
export const TAGGER_FORMAT = "entente-tagger-1";

/** The header of a tagger model. */
export interface TaggerMeta {
  /** `UPOS|XPOS`, in the order of class numbers. */
  tags: string[];
  /** Words common in the training data and the tags they had there. */
  lexicon: Record<string, { ambiguity: string; allowed?: number[] }>;
}

/**
 * A word type with what it adds to the score of each tag at each place of the context. Half of all weights hang on one
 * word, one pair of tags or one pair of shapes, which come again and again: their sums are kept, the rest is looked up.
 */
interface TaggedType extends WordProfile {
  /** Of the word itself, inside its sentence and as its first. */
  own: Int16Array;
  first: Int16Array;
  /** What it adds to its neighbours: stands left of one, two places left, right, two places right. */
  left: Int16Array;
  left2: Int16Array;
  right: Int16Array;
  right2: Int16Array;
  /** The tags the word may have; empty if any. */
  allowed: readonly number[];
}

const CACHED_TYPES = 20_000;
const CACHED_SHAPE_PAIRS = 4_000;
const ANY: readonly number[] = [];

/**
 * Greedy left-to-right tagger: an averaged perceptron over hashed features. Common words may only have tags that
 * they had in the training data; those with one tag are not scored at all.
 */
export class Tagger {
  readonly tags: readonly string[];
  private readonly pairs: readonly (readonly [string, string])[];
  private readonly lexicon: Map<string, { ambiguity: string; allowed?: number[] }>;
  private readonly weights: TaggerWeights;
  private readonly types = new Map<string, TaggedType>();
  /** Scores of tags after each pair of tags, by `previous * (tags + 1) + beforePrevious`; the last number is no tag. */
  private readonly afterTags: (Int16Array | undefined)[];
  private readonly shapePairs = new Map<number, Int16Array>();
  private readonly features = new Int32Array(CONTEXT_FEATURES);
  private readonly scores: Int32Array;
  private readonly start: TaggedType;
  private readonly end: TaggedType;
  /** The sentence's types, with two edges on both sides. */
  private words: TaggedType[] = [];

  constructor(file: string) {
    const { meta, columns } = unpackModel(readFileSync(file), TAGGER_FORMAT, file);
    const { tags, lexicon } = meta as TaggerMeta;
    this.tags = tags;
    this.pairs = tags.map((tag) => tag.split("|") as [string, string]);
    this.lexicon = new Map(Object.entries(lexicon));
    this.scores = new Int32Array(tags.length);
    this.weights = new TaggerWeights(columns as unknown as WeightColumns, tags.length);
    this.afterTags = new Array((tags.length + 1) ** 2).fill(undefined);
    this.start = this.typeFrom(START, ANY);
    this.end = this.typeFrom(END, ANY);
  }

  /** UPOS and XPOS of the tag with this number. */
  tagOf(number: number): readonly [string, string] {
    return this.pairs[number]!;
  }

  /** Class numbers of the words' tags, written into `out`. */
  tag(forms: readonly string[], out: Int32Array): void {
    const { words, start, end } = this;
    const { length } = forms;
    words[0] = start;
    words[1] = start;
    for (let i = 0; i < length; i++) words[i + 2] = this.typeOf(forms[i]!);
    words[length + 2] = end;
    words[length + 3] = end;
    let previous = NO_TAG;
    let beforePrevious = NO_TAG;
    for (let i = 0; i < length; i++) {
      const { allowed } = words[i + 2]!;
      const tag = allowed.length === 1 ? allowed[0]! : this.best(i, previous, beforePrevious);
      out[i] = tag;
      beforePrevious = previous;
      previous = tag;
    }
  }

  private best(i: number, previous: number, beforePrevious: number): number {
    const { words, scores, features } = this;
    const left2 = words[i]!;
    const left = words[i + 1]!;
    const word = words[i + 2]!;
    const right = words[i + 3]!;
    const right2 = words[i + 4]!;
    scores.fill(0);
    const length = pairFeatures(left, word, right, right2, previous, beforePrevious, features);
    this.weights.add(features, length, scores);
    const kept = [
      i === 0 ? word.first : word.own,
      left.left,
      left2.left2,
      right.right,
      right2.right2,
      this.afterTagsOf(previous, beforePrevious),
      this.shapePair(leftShapeFeature(word, left)),
      this.shapePair(rightShapeFeature(word, right)),
    ] as const;
    return word.allowed.length > 0 ? bestAllowed(scores, kept, word.allowed) : bestOfAll(scores, kept);
  }

  private typeOf(form: string): TaggedType {
    const known = this.types.get(form);
    if (known) return known;
    const entry = this.lexicon.get(form);
    const type = this.typeFrom(profileOf(form, entry?.ambiguity), entry?.allowed ?? ANY);
    if (this.types.size >= CACHED_TYPES) this.types.clear();
    this.types.set(form, type);
    return type;
  }

  private typeFrom(profile: WordProfile, allowed: readonly number[]): TaggedType {
    const fixed = [...profile.fixed];
    return {
      ...profile,
      own: this.sum([...fixed, placeFeature(profile, false)]),
      first: this.sum([...fixed, placeFeature(profile, true)]),
      left: this.sum(NEIGHBOUR_FEATURES.left(profile)),
      left2: this.sum(NEIGHBOUR_FEATURES.left2(profile)),
      right: this.sum(NEIGHBOUR_FEATURES.right(profile)),
      right2: this.sum(NEIGHBOUR_FEATURES.right2(profile)),
      allowed,
    };
  }

  private afterTagsOf(previous: number, beforePrevious: number): Int16Array {
    const none = this.tags.length;
    const pair = Math.min(previous, none) * (none + 1) + Math.min(beforePrevious, none);
    const known = this.afterTags[pair];
    if (known !== undefined) return known;
    const sum = this.sum(tagFeatures(previous, beforePrevious));
    this.afterTags[pair] = sum;
    return sum;
  }

  private shapePair(feature: number): Int16Array {
    const known = this.shapePairs.get(feature);
    if (known !== undefined) return known;
    if (this.shapePairs.size >= CACHED_SHAPE_PAIRS) this.shapePairs.clear();
    const sum = this.sum([feature]);
    this.shapePairs.set(feature, sum);
    return sum;
  }

  /** What features add to the score of each tag. */
  private sum(features: readonly number[]): Int16Array {
    const scores = new Int32Array(this.tags.length);
    this.weights.add(Int32Array.from(features), features.length, scores);
    return Int16Array.from(scores);
  }
}

/** Eight rows of scores by tag. */
type Rows = readonly [
  Int16Array,
  Int16Array,
  Int16Array,
  Int16Array,
  Int16Array,
  Int16Array,
  Int16Array,
  Int16Array,
];

/** The tag with the highest sum of all scores, the first of equals. */
function bestOfAll(scores: Int32Array, [a, b, c, d, e, f, g, h]: Rows): number {
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < scores.length; t++) {
    const score = scores[t]! + a[t]! + b[t]! + c[t]! + d[t]! + e[t]! + f[t]! + g[t]! + h[t]!;
    if (score > highest) {
      best = t;
      highest = score;
    }
  }
  return best;
}

/** The same among the tags listed. */
function bestAllowed(scores: Int32Array, [a, b, c, d, e, f, g, h]: Rows, allowed: readonly number[]): number {
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (const t of allowed) {
    const score = scores[t]! + a[t]! + b[t]! + c[t]! + d[t]! + e[t]! + f[t]! + g[t]! + h[t]!;
    if (score > highest) {
      best = t;
      highest = score;
    }
  }
  return best;
}
