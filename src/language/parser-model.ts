import { readFileSync } from "node:fs";
import { unpackModel } from "./model-file.js";

/** Format of the parser's model file. */
export const PARSER_FORMAT = "entente-parser-2";

/** How many words the scorer looks at, and how many values its counts (distances, valencies) have together. */
export const SLOTS = 26;
export const COUNT_ROWS = 122;

/** Sizes of the embeddings of word, tag, ending and shape, which stand after each other. */
export const EMBEDDING_SIZES = { words: 48, tags: 20, suffixes: 16, shapes: 12 } as const;
export const EMBEDDING = 96;

/** Moves: shift, left arc, right arc. The outputs are these, then the labels of left arcs, then those of right arcs. */
export const MOVES = 3;

/** Bits after the point of the hidden layer and of the output weights. */
export const HIDDEN_BITS = 8;
export const OUTPUT_BITS = 10;

/** Header of a parser model. Number 0 of each vocabulary is what is unknown, 1 the root. */
export interface ParserMeta {
  hidden: number;
  rootLabel: number;
  words: string[];
  tags: string[];
  suffixes: string[];
  shapes: string[];
  labels: string[];
  /** Bits after the point of the product of embeddings and input weights, beyond HIDDEN_BITS. */
  shift: number;
}

/** A parser's vocabularies and weights, in fixed point. */
export interface ParserModel {
  meta: ParserMeta;
  /** One row for each word, tag, ending and shape. */
  embeddings: Record<keyof typeof EMBEDDING_SIZES, Int8Array>;
  /** SLOTS * EMBEDDING rows of `hidden` weights. */
  input: Int8Array;
  /** Rows of the hidden layer, HIDDEN_BITS after the point: the bias, SLOTS for empty slots, SLOTS * labels, COUNT_ROWS. */
  rows: Int16Array;
  /** MOVES + 2 * labels rows, OUTPUT_BITS after the point. */
  output: Int16Array;
  /** One for each output, HIDDEN_BITS + OUTPUT_BITS after the point. */
  biases: Int32Array;
}

/** @throws Error if the file is of another format */
export function readParserModel(file: string): ParserModel {
  const { meta, columns } = unpackModel(readFileSync(file), PARSER_FORMAT, file);
  return {
    meta: meta as ParserMeta,
    embeddings: {
      words: columns.words as Int8Array,
      tags: columns.tags as Int8Array,
      suffixes: columns.suffixes as Int8Array,
      shapes: columns.shapes as Int8Array,
    },
    input: columns.input as Int8Array,
    rows: columns.rows as Int16Array,
    output: columns.output as Int16Array,
    biases: columns.biases as Int32Array,
  };
}
