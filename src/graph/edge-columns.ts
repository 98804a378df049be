import type { GraphEdge } from "../ontology/index.js";

/** The whole numbers of an edge, in their order; texts that recur are numbered by {@link Words}. */
const FIELDS = [
  "source",
  "target",
  "predicate",
  "modality",
  "negated",
  "plover",
  "first",
  "last",
  "statements",
  "direct",
  "articles",
  "sources",
  // Where the edge's dates begin among the lists; source names and quotes follow.
  "lists",
  "dates",
  "sourceNames",
  "quotes",
] as const;
type Field = (typeof FIELDS)[number];
const WIDTH = FIELDS.length;
const PLACE = Object.fromEntries(FIELDS.map((field, place) => [field, place])) as Record<Field, number>;
/** Numbers that a quote takes among the lists: its chunk, where it starts there, and its bytes. */
const QUOTE_WIDTH = 3;

/** Edges as numbers in flat arrays and quotes as UTF-8; rows are never changed. */
export class EdgeColumns {
  rows = 0;
  readonly #words = new Words();
  readonly #texts = new Texts();
  readonly #fields = new Growing(Uint32Array);
  readonly #reals = new Growing(Float64Array);
  readonly #lists = new Growing(Uint32Array);

  add(edge: GraphEdge): void {
    this.rows++;
    const words = this.#words;
    const fields = this.#fields;
    const lists = this.#lists;
    for (const text of [edge.source, edge.target, edge.predicate, edge.modality])
      fields.push(words.add(text));
    fields.push(edge.negated ? 1 : 0);
    for (const text of [edge.plover, edge.first, edge.last]) fields.push(words.add(text));
    for (const count of [edge.statements, edge.direct, edge.articles, edge.sources]) fields.push(count);
    for (const count of [lists.length, edge.dates.length, edge.sourceNames.length, edge.quotes.length]) {
      fields.push(count);
    }
    for (const date of edge.dates) lists.push(words.add(date));
    for (const name of edge.sourceNames) lists.push(words.add(name));
    for (const quote of edge.quotes) for (const number of this.#texts.add(quote)) lists.push(number);
    this.#reals.push(edge.confidence);
    this.#reals.push(edge.goldstein ?? Number.NaN);
  }

  number(row: number, field: Field): number {
    return this.#fields.at(row * WIDTH + PLACE[field]);
  }

  word(row: number, field: Field): string | null {
    return this.#words.word(this.number(row, field));
  }

  confidence(row: number): number {
    return this.#reals.at(row * 2);
  }

  goldstein(row: number): number | null {
    const weight = this.#reals.at(row * 2 + 1);
    return Number.isNaN(weight) ? null : weight;
  }

  dates(row: number): string[] {
    return this.#wordList(this.number(row, "lists"), this.number(row, "dates"));
  }

  sourceNames(row: number): string[] {
    const start = this.number(row, "lists") + this.number(row, "dates");
    return this.#wordList(start, this.number(row, "sourceNames"));
  }

  quotes(row: number): string[] {
    const start = this.number(row, "lists") + this.number(row, "dates") + this.number(row, "sourceNames");
    const lists = this.#lists;
    return Array.from({ length: this.number(row, "quotes") }, (_, index) => {
      const at = start + index * QUOTE_WIDTH;
      return this.#texts.text(lists.at(at), lists.at(at + 1), lists.at(at + 2));
    });
  }

  #wordList(start: number, length: number): string[] {
    const items: string[] = [];
    for (let i = 0; i < length; i++) items.push(this.#words.word(this.#lists.at(start + i)) ?? "");
    return items;
  }
}

/** Texts that many edges share, each kept once; 0 is none. */
class Words {
  readonly #texts: (string | null)[] = [null];
  readonly #numbers = new Map<string, number>();

  add(text: string | null): number {
    if (text === null) return 0;
    let number = this.#numbers.get(text);
    if (number === undefined) {
      // A copy: a text that was cut out of a longer one keeps that in memory, and is slow to look up by.
      const copy = Buffer.from(text).toString();
      number = this.#texts.push(copy) - 1;
      this.#numbers.set(copy, number);
    }
    return number;
  }

  word(number: number): string | null {
    return this.#texts[number] ?? null;
  }
}

const CHUNK = 1_048_576;

/** Texts that occur once each, as UTF-8; half a surrogate pair, which it cannot hold, becomes U+FFFD. */
class Texts {
  readonly #chunks: Buffer[] = [];
  /** Bytes used of the last chunk. */
  #used = 0;

  /** @returns where it lies: chunk, start, bytes */
  add(text: string): [number, number, number] {
    const bytes = Buffer.byteLength(text);
    let chunk = this.#chunks.at(-1);
    if (!chunk || this.#used + bytes > chunk.length) {
      chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK, bytes));
      this.#chunks.push(chunk);
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += chunk.write(text, start);
    return [this.#chunks.length - 1, start, bytes];
  }

  text(chunk: number, start: number, bytes: number): string {
    return this.#chunks[chunk]?.toString("utf8", start, start + bytes) ?? "";
  }
}

/** A list of numbers of one kind that doubles its room when it is full. */
class Growing<A extends Uint32Array | Float64Array> {
  length = 0;
  #values: A;

  constructor(private readonly kind: new (length: number) => A) {
    this.#values = new kind(1_024);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new this.kind(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }
}
