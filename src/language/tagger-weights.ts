/** 32-bit words of the filter: 2 to the 21st bits. */
const FILTER_WORDS = 1 << 16;
const KEY_BITS = 11;
const KEY_PART = (1 << KEY_BITS) - 1;
/** Cells of the table for each feature. */
const FREE_SHARE = 1.4;
const MOST_WEIGHTS = 1 << 21;
const MOST_TAGS = 128;
/** Most features asked for at a time. */
const MOST_FEATURES = 32;

/** Weights of features as the tagger's model file has them. */
export interface WeightColumns {
  /** Hashes of the features, ascending, each less the one before. */
  keys: Int32Array;
  /** How many tags each feature has weights for. */
  lengths: Uint8Array;
  /** Bits by which each feature's values are shifted. */
  shifts: Uint8Array;
  /** Tag and value of each weight, feature by feature. */
  classes: Uint8Array;
  values: Int8Array;
}

/** The perceptron's weights by hashed feature. */
export class TaggerWeights {
  /**
   * Open addressing: where the feature's weights begin (21 bits) and a part of its key (11 bits), 0 for an empty cell.
   * Small cells pay, since every search is a miss of the cache; two features taken for one are a rare harmless noise.
   */
  private readonly table: Int32Array;
  private readonly mask: number;
  /** A bit for each hash of a known feature, without which more of the unknown would be taken for known ones. */
  private readonly filter = new Int32Array(FILTER_WORDS);
  /** For each feature the number of its weights, then each: its class (7 bits) and its value with sign (9 bits). */
  private readonly weights: Uint16Array;
  /** Where the weights of the features asked for begin and end. */
  private readonly starts = new Int32Array(MOST_FEATURES);
  private readonly ends = new Int32Array(MOST_FEATURES);

  /** @throws Error if there are more weights or tags than the cells can tell apart */
  constructor({ keys, lengths, shifts, classes, values }: WeightColumns, tags: number) {
    let cells = 1024;
    while (cells < keys.length * FREE_SHARE) cells *= 2;
    this.mask = cells - 1;
    this.table = new Int32Array(cells);
    this.weights = new Uint16Array(1 + keys.length + values.length);
    if (this.weights.length > MOST_WEIGHTS || tags > MOST_TAGS) {
      throw new Error(`${this.weights.length} weights or ${tags} tags are too many`);
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

  /**
   * Adds the weights of the first `length` features to `scores`. One step for all features before the next: nearly every
   * look into the tables is a miss of the processor's cache, and misses that do not wait for each other pass together.
   */
  add(features: Int32Array, length: number, scores: Int32Array): void {
    const { table, mask, weights, filter, starts, ends } = this;
    for (let f = 0; f < length; f++) {
      const key = features[f]!;
      const known = (filter[key >>> 16]! >>> (key >>> 11)) & 1;
      starts[f] = table[cellOf(key) & mask]! & -known;
    }
    for (let f = 0; f < length; f++) {
      const key = features[f]!;
      const check = key & KEY_PART;
      let cell = cellOf(key) & mask;
      let entry = starts[f]!;
      while (entry !== 0 && (entry & KEY_PART) !== check) {
        cell = (cell + 1) & mask;
        entry = table[cell]!;
      }
      starts[f] = entry >>> KEY_BITS;
    }
    // Where there is no such feature, it starts at 0, where no weights are.
    for (let f = 0; f < length; f++) ends[f] = starts[f]! + weights[starts[f]!]!;
    for (let f = 0; f < length; f++) {
      const end = ends[f]!;
      for (let at = starts[f]! + 1; at <= end; at++) {
        const weight = weights[at]!;
        scores[weight >> 9]! += (weight << 23) >> 23;
      }
    }
  }

  private enter(key: number, at: number): void {
    let cell = cellOf(key) & this.mask;
    while (this.table[cell] !== 0) cell = (cell + 1) & this.mask;
    this.table[cell] = (at << KEY_BITS) | (key & KEY_PART);
    this.filter[key >>> 16]! |= 1 << (key >>> 11);
  }
}

function cellOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 7;
}
