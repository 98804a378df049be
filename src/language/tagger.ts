import { readFileSync } from "node:fs";
import { unpackModel } from "./model-file.js";
import { TagRows } from "./tag-rows.js";
import {
  afterTagFeatures,
  aheadAmbiguityFeature,
  beforeWordFeatures,
  CONTEXT_FEATURES,
  END,
  leftAmbiguityFeature,
  leftShapeFeature,
  NEIGHBOUR_FEATURES,
  NO_TAG,
  pairFeatures,
  placeFeature,
  profileOf,
  rightAmbiguityFeature,
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
 * A word type with what it adds to the score of each tag at each place of the context. Nine tenths of all weights hang
 * on one word, on a word and the tag before it, or on the looks of two neighbours, which come again and again: their
 * sums are kept as rows, the rest is looked up.
 */
interface TaggedType extends WordProfile {
  /** Its first row; the others follow: PLACES. */
  rows: number;
  /** Where its rows after each tag are noted in `afterTag` and `beforeWord`. */
  notes: number;
  /** Number of its shape and ambiguity class. */
  look: number;
  /** The tags the word may have; empty if any. */
  allowed: readonly number[];
}

/** Rows of a type: of the word itself inside its sentence and as its first, then what it adds to its neighbours. */
const OWN = 0;
const FIRST = 1;
const LEFT = 2;
const LEFT2 = 3;
const RIGHT = 4;
const RIGHT2 = 5;

/** Rows of two neighbours' looks: what they add to the right one, to the left one, and to the word left of both. */
const TO_RIGHT = 0;
const TO_LEFT = 1;
const AHEAD = 2;

const TYPES = 20_000;
const LOOKS = 1 << 15;
/** Rows kept: at 172 bytes each they are 26 MB. */
const ROWS = 150_000;
/** Most new rows that a word of a sentence can bring: its own, those with the tags and the word before it. */
const ROWS_OF_WORD = 12;
/** Rows that one word is scored by. */
const ADDENDS = 11;
const ANY: readonly number[] = [];

/**
 * Greedy left-to-right tagger: an averaged perceptron over hashed features. Common words may only have tags that
 * they had in the training data; those with one tag are not scored at all. Not re-entrant.
 */
export class Tagger {
  readonly tags: readonly string[];
  private readonly pairs: readonly (readonly [string, string])[];
  private readonly lexicon: Map<string, { ambiguity: string; allowed?: number[] }>;
  private readonly weights: TaggerWeights;
  private rows: TagRows;
  private readonly types = new Map<string, TaggedType>();
  private readonly looks = new Map<string, number>();
  /** First of the rows of two neighbours, by `left look * LOOKS + right look`. */
  private readonly neighbours = new Map<number, number>();
  /** Row of each type after each tag: for its own score, and for that of the word to its left; 0 where not reckoned. */
  private afterTag: Int32Array;
  private beforeWord: Int32Array;
  /** Row after each pair of tags, by `previous * (tags + 1) + beforePrevious`; the last number is no tag. */
  private readonly afterTags: Int32Array;
  private readonly features = new Int32Array(CONTEXT_FEATURES);
  private readonly scores: Int32Array;
  /** Where the rows begin that the word at hand is scored by. */
  private readonly addends = new Int32Array(ADDENDS);
  private start: TaggedType;
  private end: TaggedType;
  /** The sentence's types, with two edges on both sides, and the rows of each with the next. */
  private words: TaggedType[] = [];
  private pairRows: number[] = [];

  constructor(file: string) {
    const { meta, columns } = unpackModel(readFileSync(file), TAGGER_FORMAT, file);
    const { tags, lexicon } = meta as TaggerMeta;
    this.tags = tags;
    this.pairs = tags.map((tag) => tag.split("|") as [string, string]);
    this.lexicon = new Map(Object.entries(lexicon));
    this.scores = new Int32Array(tags.length);
    this.weights = new TaggerWeights(columns as unknown as WeightColumns, tags.length);
    this.rows = new TagRows(tags.length, ROWS);
    this.afterTag = new Int32Array(TYPES * (tags.length + 1));
    this.beforeWord = new Int32Array(TYPES * (tags.length + 1));
    this.afterTags = new Int32Array((tags.length + 1) ** 2);
    this.start = this.typeFrom(START, ANY);
    this.end = this.typeFrom(END, ANY);
  }

  /** UPOS and XPOS of the tag with this number. */
  tagOf(number: number): readonly [string, string] {
    return this.pairs[number]!;
  }

  /** Class numbers of the words' tags, written into `out`. */
  tag(forms: readonly string[], out: Int32Array): void {
    const { length } = forms;
    this.begin(forms);
    const { words } = this;
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

  /** Types of the sentence's words and rows of its neighbours. */
  private begin(forms: readonly string[]): void {
    const { length } = forms;
    this.makeRoom(length);
    const { words, pairRows, start, end } = this;
    words[0] = start;
    words[1] = start;
    for (let i = 0; i < length; i++) words[i + 2] = this.typeOf(forms[i]!);
    words[length + 2] = end;
    words[length + 3] = end;
    for (let i = 1; i < length + 3; i++) pairRows[i] = this.rowsOfPair(words[i]!, words[i + 1]!);
  }

  /** Forgets all types and rows where a sentence of `length` words may not find room. */
  private makeRoom(length: number): void {
    const rows = ROWS_OF_WORD * (length + 4);
    const fits = this.types.size + length <= this.afterTag.length / (this.tags.length + 1) - 2;
    if (fits && this.rows.hasRoom(rows) && this.looks.size + length < LOOKS) return;
    this.types.clear();
    this.looks.clear();
    this.neighbours.clear();
    this.afterTags.fill(0);
    this.rows.clear();
    const types = Math.max(TYPES, length + 2);
    if (!this.rows.hasRoom(rows)) this.rows = new TagRows(this.tags.length, rows);
    this.afterTag = new Int32Array(types * (this.tags.length + 1));
    this.beforeWord = new Int32Array(types * (this.tags.length + 1));
    this.start = this.typeFrom(START, ANY);
    this.end = this.typeFrom(END, ANY);
  }

  private best(i: number, previous: number, beforePrevious: number): number {
    const { words, pairRows, scores, features, addends } = this;
    const { width } = this.rows;
    const left = words[i + 1]!;
    const word = words[i + 2]!;
    const right = words[i + 3]!;
    addends[0] = word.rows + (i === 0 ? FIRST : OWN) * width;
    addends[1] = left.rows + LEFT * width;
    addends[2] = words[i]!.rows + LEFT2 * width;
    addends[3] = right.rows + RIGHT * width;
    addends[4] = words[i + 4]!.rows + RIGHT2 * width;
    addends[5] = pairRows[i + 1]! + TO_RIGHT * width;
    addends[6] = pairRows[i + 2]! + TO_LEFT * width;
    addends[7] = pairRows[i + 3]! + AHEAD * width;
    addends[8] = this.afterTagsOf(previous, beforePrevious);
    addends[9] = this.afterTagOf(word, previous);
    addends[10] = this.beforeWordOf(right, previous);
    const length = pairFeatures(left, word, right, previous, beforePrevious, features);
    this.weights.add(features, length, scores.fill(0));
    const { values } = this.rows;
    return word.allowed.length > 0
      ? bestAllowed(scores, values, addends, word.allowed)
      : bestOfAll(scores, values, addends);
  }

  private typeOf(form: string): TaggedType {
    const known = this.types.get(form);
    if (known) return known;
    const entry = this.lexicon.get(form);
    const type = this.typeFrom(profileOf(form, entry?.ambiguity), entry?.allowed ?? ANY);
    this.types.set(form, type);
    return type;
  }

  private typeFrom(profile: WordProfile, allowed: readonly number[]): TaggedType {
    const fixed = [...profile.fixed];
    const rows = this.sum([...fixed, placeFeature(profile, false)]);
    this.sum([...fixed, placeFeature(profile, true)]);
    this.sum(NEIGHBOUR_FEATURES.left(profile));
    this.sum(NEIGHBOUR_FEATURES.left2(profile));
    this.sum(NEIGHBOUR_FEATURES.right(profile));
    this.sum(NEIGHBOUR_FEATURES.right2(profile));
    // The two edges come first and are in no map.
    const number = profile === START ? 0 : profile === END ? 1 : this.types.size + 2;
    return {
      ...profile,
      rows,
      notes: number * (this.tags.length + 1),
      look: this.lookOf(profile),
      allowed,
    };
  }

  private lookOf({ shape, ambiguity }: WordProfile): number {
    const key = `${shape} ${ambiguity}`;
    const known = this.looks.get(key);
    if (known !== undefined) return known;
    const look = this.looks.size;
    this.looks.set(key, look);
    return look;
  }

  private rowsOfPair(left: TaggedType, right: TaggedType): number {
    const pair = left.look * LOOKS + right.look;
    const known = this.neighbours.get(pair);
    if (known !== undefined) return known;
    const rows = this.sum([leftShapeFeature(right, left), leftAmbiguityFeature(right, left)]);
    this.sum([rightShapeFeature(left, right), rightAmbiguityFeature(left, right)]);
    this.sum([aheadAmbiguityFeature(left, right)]);
    this.neighbours.set(pair, rows);
    return rows;
  }

  private afterTagsOf(previous: number, beforePrevious: number): number {
    const none = this.tags.length;
    const pair = Math.min(previous, none) * (none + 1) + Math.min(beforePrevious, none);
    return (this.afterTags[pair] ||= this.sum(tagFeatures(previous, beforePrevious)));
  }

  private afterTagOf(word: TaggedType, previous: number): number {
    const note = word.notes + Math.min(previous, this.tags.length);
    return (this.afterTag[note] ||= this.sum(afterTagFeatures(word, previous)));
  }

  private beforeWordOf(right: TaggedType, previous: number): number {
    const note = right.notes + Math.min(previous, this.tags.length);
    return (this.beforeWord[note] ||= this.sum(beforeWordFeatures(right, previous)));
  }

  /** Keeps what features add to the score of each tag as a new row. */
  private sum(features: readonly number[]): number {
    for (let f = 0; f < features.length; f++) this.features[f] = features[f]!;
    this.weights.add(this.features, features.length, this.scores.fill(0));
    return this.rows.add(this.scores);
  }
}

/** The tag with the highest sum of its scores and those in all rows, the first of equals. */
function bestOfAll(scores: Int32Array, values: Int16Array, rows: Int32Array): number {
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  const [a, b, c, d] = [rows[0]!, rows[1]!, rows[2]!, rows[3]!];
  const [e, f, g, h] = [rows[4]!, rows[5]!, rows[6]!, rows[7]!];
  const [i, j, k] = [rows[8]!, rows[9]!, rows[10]!];
  for (let t = 0; t < scores.length; t++) {
    const early = scores[t]! + values[a + t]! + values[b + t]! + values[c + t]! + values[d + t]!;
    const late = values[e + t]! + values[f + t]! + values[g + t]! + values[h + t]!;
    const score = early + late + values[i + t]! + values[j + t]! + values[k + t]!;
    if (score > highest) {
      best = t;
      highest = score;
    }
  }
  return best;
}

/** The same among the tags listed. */
function bestAllowed(
  scores: Int32Array,
  values: Int16Array,
  rows: Int32Array,
  allowed: readonly number[],
): number {
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (const t of allowed) {
    let score = scores[t]!;
    for (let r = 0; r < ADDENDS; r++) score += values[rows[r]! + t]!;
    if (score > highest) {
      best = t;
      highest = score;
    }
  }
  return best;
}
