import type { Kernel } from "./kernel.js";
import { normalForm, shapeOf } from "./lexical.js";
import { EMBEDDING, EMBEDDING_SIZES, type ParserModel, SLOTS } from "./parser-model.js";

/** Numbers of a form in the parser's vocabularies, and its types by tag. */
interface Lexeme {
  word: number;
  suffix: number;
  shape: number;
  /** The tags met, most often one or two, and the type that the form is with each. */
  tags: number[];
  types: number[];
}

const LEXEMES = 40_000;
const TYPES = 16_384;
/** Number of the root in every vocabulary. */
const ROOT = 1;

/** Where the cache of shares lies in the kernel's memory. */
export interface SharePlace {
  /** Room for one embedding. */
  embedding: number;
  /** The input weights, in pairs of rows. */
  input: number;
  /** The pool of vectors and how many it holds. */
  pool: number;
  capacity: number;
}

/**
 * Shares of word types (word, tag, ending and shape) in the hidden layer, computed when first wanted and kept. When
 * the pool is full all are forgotten: news repeats its words, so that it fills again with what is common.
 */
export class Shares {
  private readonly words: Map<string, number>;
  private readonly suffixes: Map<string, number>;
  private readonly shapes: Map<string, number>;
  private readonly lexemes = new Map<string, Lexeme>();
  private readonly typeNumbers = new Map<number, number>();
  /** Word, tag, ending and shape of each type. */
  private parts = new Int32Array(4 * TYPES);
  private typeCount = 0;
  /** Address of the share of each type at each slot, 0 where it is not computed. */
  private addresses = new Int32Array(TYPES * SLOTS);
  private used = 0;
  private readonly embedding: Int16Array;

  constructor(
    private readonly model: ParserModel,
    private readonly kernel: Kernel,
    private readonly place: SharePlace,
  ) {
    const numbers = (texts: string[]) => new Map(texts.map((text, i) => [text, i]));
    this.words = numbers(model.meta.words);
    this.suffixes = numbers(model.meta.suffixes);
    this.shapes = numbers(model.meta.shapes);
    this.embedding = new Int16Array(kernel.memory, place.embedding, EMBEDDING);
  }

  /** Makes room for a sentence of `length` words; numbers of types from before hold no more if it had to forget. */
  makeRoom(length: number): void {
    if (this.typeCount + length + 1 <= this.parts.length / 4) return;
    this.typeNumbers.clear();
    this.lexemes.clear();
    this.typeCount = 0;
    if (length + 1 > this.parts.length / 4) {
      this.parts = new Int32Array(4 * (length + 1));
      this.addresses = new Int32Array((length + 1) * SLOTS);
    }
    this.forgetShares();
  }

  /** Number of the type of `form` with the tag numbered `tag`. */
  typeOf(form: string, tag: number): number {
    let lexeme = this.lexemes.get(form);
    if (lexeme === undefined) {
      lexeme = this.lexeme(form);
      if (this.lexemes.size >= LEXEMES) this.lexemes.clear();
      this.lexemes.set(form, lexeme);
    }
    const { tags, types } = lexeme;
    for (let i = 0; i < tags.length; i++) if (tags[i] === tag) return types[i]!;
    const type = this.number(lexeme.word, tag, lexeme.suffix, lexeme.shape);
    tags.push(tag);
    types.push(type);
    return type;
  }

  /** Number of the root's type. */
  rootType(): number {
    return this.number(ROOT, ROOT, ROOT, ROOT);
  }

  /** Address of a type's share at a slot. Valid until the next call of reserve(). */
  at(type: number, slot: number): number {
    const index = type * SLOTS + slot;
    const known = this.addresses[index]!;
    if (known !== 0) return known;
    return this.compute(type, slot, index);
  }

  /** Makes sure that the shares of one configuration can be computed without forgetting any. */
  reserve(): void {
    if (this.used + SLOTS > this.place.capacity) this.forgetShares();
  }

  private forgetShares(): void {
    this.addresses.fill(0);
    this.used = 0;
  }

  private compute(type: number, slot: number, index: number): number {
    const { embeddings, meta } = this.model;
    const { parts, place } = this;
    const { words, tags, suffixes, shapes } = EMBEDDING_SIZES;
    let to = this.copy(embeddings.words, words, parts[4 * type]!, 0);
    to = this.copy(embeddings.tags, tags, parts[4 * type + 1]!, to);
    to = this.copy(embeddings.suffixes, suffixes, parts[4 * type + 2]!, to);
    this.copy(embeddings.shapes, shapes, parts[4 * type + 3]!, to);
    const address = place.pool + 2 * meta.hidden * this.used++;
    this.kernel.embed(place.embedding, place.input + 2 * slot * EMBEDDING * meta.hidden, address);
    this.addresses[index] = address;
    return address;
  }

  private copy(table: Int8Array, size: number, row: number, to: number): number {
    for (let d = 0; d < size; d++) this.embedding[to + d] = table[row * size + d]!;
    return to + size;
  }

  private lexeme(form: string): Lexeme {
    const normal = normalForm(form);
    return {
      word: this.words.get(normal) ?? 0,
      suffix: this.suffixes.get(normal.slice(-3)) ?? 0,
      shape: this.shapes.get(shapeOf(form)) ?? 0,
      tags: [],
      types: [],
    };
  }

  private number(word: number, tag: number, suffix: number, shape: number): number {
    const { tags, suffixes, shapes } = this.model.meta;
    const key = ((word * tags.length + tag) * suffixes.length + suffix) * shapes.length + shape;
    const known = this.typeNumbers.get(key);
    if (known !== undefined) return known;
    const type = this.typeCount++;
    this.parts.set([word, tag, suffix, shape], 4 * type);
    this.typeNumbers.set(key, type);
    this.addresses.fill(0, type * SLOTS, (type + 1) * SLOTS);
    return type;
  }
}
