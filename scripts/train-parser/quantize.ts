import { readFileSync } from "node:fs";
import { packModel } from "../../src/language/model-file.js";
import {
  COUNT_ROWS,
  EMBEDDING,
  EMBEDDING_SIZES,
  HIDDEN_BITS,
  MOVES,
  OUTPUT_BITS,
  PARSER_FORMAT,
  type ParserMeta,
  SLOTS,
} from "../../src/language/parser-model.js";

/** Share of the weights that may be cut off at the ends of the range, so that the others get finer steps. */
const CLIPPED = 0.00002;

/** Bits after the point with which all but the CLIPPED largest values fit into `bits` bits with sign. */
function fractionBits(values: Float32Array, bits: number): number {
  const sizes = Float32Array.from(values, Math.abs).sort();
  const largest = sizes[Math.floor((sizes.length - 1) * (1 - CLIPPED))]!;
  return Math.floor(Math.log2((2 ** (bits - 1) - 1) / largest));
}

function fixed<T extends Int8Array | Int16Array | Int32Array>(
  values: Float32Array,
  fraction: number,
  to: T,
  limit: number,
): T {
  values.forEach((value, i) => {
    to[i] = Math.max(-limit, Math.min(limit, Math.round(value * 2 ** fraction)));
  });
  return to;
}

/** Turns the trainer's floats (NAME.txt, NAME.bin) into the bytes of a model file in fixed point. */
export function quantizeParser(name: string): Buffer {
  const lines = readFileSync(`${name}.txt`, "utf8").split("\n");
  const [hidden, rootLabel] = lines[0]!.split(" ").map(Number) as [number, number];
  let at = 1;
  const vocabulary = () => {
    const size = Number(lines[at]!);
    const texts = lines.slice(at + 1, at + 1 + size);
    at += 1 + size;
    return texts;
  };
  const [words, tags, suffixes, shapes, labels] = [
    vocabulary(),
    vocabulary(),
    vocabulary(),
    vocabulary(),
    vocabulary(),
  ];
  const bytes = readFileSync(`${name}.bin`);
  const floats = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  let read = 0;
  const take = (count: number) => {
    read += count;
    return floats.subarray(read - count, read);
  };
  const outputs = MOVES + 2 * labels.length;
  const tables = take(
    words.length * EMBEDDING_SIZES.words +
      tags.length * EMBEDDING_SIZES.tags +
      suffixes.length * EMBEDDING_SIZES.suffixes +
      shapes.length * EMBEDDING_SIZES.shapes,
  );
  const input = take(SLOTS * EMBEDDING * hidden);
  const [absent, childLabels] = [take(SLOTS * hidden), take(SLOTS * labels.length * hidden)];
  const [counts, bias] = [take(COUNT_ROWS * hidden), take(hidden)];
  const [output, outputBias] = [take(outputs * hidden), take(outputs)];
  if (read !== floats.length)
    throw new Error(`${name}.bin: ${floats.length} weights where ${read} are wanted`);

  const embeddingBits = fractionBits(tables, 8);
  const inputBits = fractionBits(input, 8);
  const embeddings = fixed(tables, embeddingBits, new Int8Array(tables.length), 127);
  const meta: ParserMeta = {
    hidden,
    rootLabel,
    words,
    tags,
    suffixes,
    shapes,
    labels,
    shift: embeddingBits + inputBits - HIDDEN_BITS,
  };
  let from = 0;
  const table = (rows: number, size: number) => {
    from += rows * size;
    return embeddings.subarray(from - rows * size, from);
  };
  const rows = new Float32Array([...bias, ...absent, ...childLabels, ...counts]);
  return packModel(PARSER_FORMAT, meta, {
    words: table(words.length, EMBEDDING_SIZES.words),
    tags: table(tags.length, EMBEDDING_SIZES.tags),
    suffixes: table(suffixes.length, EMBEDDING_SIZES.suffixes),
    shapes: table(shapes.length, EMBEDDING_SIZES.shapes),
    input: fixed(input, inputBits, new Int8Array(input.length), 127),
    rows: fixed(rows, HIDDEN_BITS, new Int16Array(rows.length), 32767),
    output: fixed(output, OUTPUT_BITS, new Int16Array(output.length), 32767),
    biases: fixed(outputBias, HIDDEN_BITS + OUTPUT_BITS, new Int32Array(outputs), 2 ** 30),
  });
}
