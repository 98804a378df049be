/**
 * The parser's arithmetic, all in integers, so that the WebAssembly kernel and the plain one give the same trees.
 * Both work on one memory; addresses are byte offsets into it. Vectors of the hidden layer are 16-bit with eight bits
 * after the point.
 */
export interface Kernel {
  /** The memory that the addresses mean; at least as large as was asked for. */
  readonly memory: ArrayBuffer;
  /**
   * A word's share in the hidden layer at one slot: the product of its embedding (16-bit) and the slot's weights
   * (16-bit; for each pair of rows, the two weights of each hidden unit side by side), rounded to hidden precision.
   */
  embed(embedding: number, weights: number, share: number): void;
  /** Sum of `count` vectors, whose addresses are listed at `rows`; negative units become 0. Overflow wraps. */
  sum(rows: number, count: number, hidden: number): void;
  /**
   * Number of the row of `weights` whose product with `hidden`, plus its 32-bit bias, is highest (the first of equals),
   * row `skip` left out.
   */
  best(hidden: number, weights: number, biases: number, count: number, skip: number): number;
}

/** Sizes that a kernel is made for. */
export interface KernelSizes {
  /** Units of the hidden layer, a multiple of 64. */
  hidden: number;
  /** Length of an embedding, even. */
  embedding: number;
  /** How many bits the product of embedding and weight has more after the point than the hidden layer. */
  shift: number;
  /** Bytes of memory wanted. */
  bytes: number;
}
