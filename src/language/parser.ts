import type { Kernel, KernelSizes } from "./kernel.js";
import { EMBEDDING, MOVES, type ParserModel, SLOTS } from "./parser-model.js";
import { Shares } from "./shares.js";
import { Transitions } from "./transitions.js";

/** Slots that hold attached words, whose labels are looked at too. */
const LABELLED_SLOTS = Int32Array.of(7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 21, 22, 23, 24, 25);
/** Vectors that the cache of shares holds: 100,000 of 384 bytes are 38 MB. */
const CACHED_SHARES = 100_000;
const SHIFT = 0;
const LEFT = 1;

/** Addresses in the kernel's memory. */
interface Layout {
  rowList: number;
  embedding: number;
  hidden: number;
  biases: number;
  output: number;
  input: number;
  rows: number;
  pool: number;
  bytes: number;
}

function layOut({ meta, input, rows, output, biases }: ParserModel): Layout {
  let end = 1024;
  const place = (bytes: number) => {
    const from = end;
    end = Math.ceil((end + bytes) / 64) * 64;
    return from;
  };
  return {
    rowList: place(4 * 128),
    embedding: place(2 * EMBEDDING),
    hidden: place(2 * meta.hidden),
    biases: place(4 * biases.length),
    output: place(2 * output.length),
    input: place(2 * input.length),
    rows: place(2 * rows.length),
    pool: place(2 * meta.hidden * CACHED_SHARES),
    bytes: end,
  };
}

/** Puts weights of neighbouring rows side by side, as Kernel.embed wants them. */
function pairRows(input: Int8Array, hidden: number, to: Int16Array): void {
  for (let d = 0; d < input.length / hidden; d += 2) {
    for (let j = 0; j < hidden; j++) {
      to[d * hidden + 2 * j] = input[d * hidden + j]!;
      to[d * hidden + 2 * j + 1] = input[(d + 1) * hidden + j]!;
    }
  }
}

/**
 * Greedy transition parser: a feed-forward network scores the three moves, and for an arc its labels. Trees are
 * projective and have one root. Not re-entrant.
 */
export class Parser {
  readonly labels: readonly string[];
  private readonly kernel: Kernel;
  private readonly layout: Layout;
  private readonly shares: Shares;
  private readonly state = new Transitions();
  private readonly rowList: Int32Array;
  private types = new Int32Array(0);
  /** For each of the tagger's tags the parser's number of it. */
  private readonly tagNumbers: Int32Array;
  private readonly isVerb: Uint8Array;
  private readonly isMark: Uint8Array;
  private readonly isConjunction: Uint8Array;

  /**
   * @param tags the tagger's tags, `UPOS|XPOS`, in the order of their numbers
   * @param makeKernel the arithmetic
   */
  constructor(
    private readonly model: ParserModel,
    tags: readonly string[],
    makeKernel: (sizes: KernelSizes) => Kernel,
  ) {
    const { meta } = model;
    this.labels = meta.labels;
    this.layout = layOut(model);
    this.kernel = makeKernel({
      hidden: meta.hidden,
      embedding: EMBEDDING,
      shift: meta.shift,
      bytes: this.layout.bytes,
    });
    const { memory } = this.kernel;
    new Int32Array(memory, this.layout.biases).set(model.biases);
    new Int16Array(memory, this.layout.output).set(model.output);
    new Int16Array(memory, this.layout.rows).set(model.rows);
    pairRows(model.input, meta.hidden, new Int16Array(memory, this.layout.input, model.input.length));
    this.rowList = new Int32Array(memory, this.layout.rowList, 128);
    this.shares = new Shares(model, this.kernel, { ...this.layout, capacity: CACHED_SHARES });
    const numbers = new Map(meta.tags.map((tag, i) => [tag, i]));
    this.tagNumbers = Int32Array.from(tags, (tag) => numbers.get(tag) ?? 0);
    this.isVerb = Uint8Array.from(tags, (tag) => Number(/^(?:VERB|AUX)\|/.test(tag)));
    this.isMark = Uint8Array.from(tags, (tag) => Number(tag.startsWith("PUNCT|")));
    this.isConjunction = Uint8Array.from(tags, (tag) => Number(/^[CS]CONJ\|/.test(tag)));
  }

  /** Parses a sentence; `heads` gets -1 for the root, `labels` numbers into this.labels. */
  parse(forms: readonly string[], tags: Int32Array, heads: Int32Array, labels: Int32Array): void {
    const { state } = this;
    this.begin(forms, tags);
    const { length } = state;
    while (state.depth > 0 || state.buffer < length) this.step();
    for (let i = 0; i < length; i++) {
      const head = state.head[i]!;
      heads[i] = head === length ? -1 : head;
      labels[i] = state.label[i]!;
    }
  }

  private begin(forms: readonly string[], tags: Int32Array): void {
    const { state, shares } = this;
    const { length } = forms;
    state.start(length);
    shares.makeRoom(length);
    if (this.types.length < length + 1) this.types = new Int32Array(2 * length + 2);
    const { verbs, marks, conjunctions } = state;
    for (let i = 0; i < length; i++) {
      const tag = tags[i]!;
      this.types[i] = shares.typeOf(forms[i]!, this.tagNumbers[tag]!);
      verbs[i + 1] = verbs[i]! + this.isVerb[tag]!;
      marks[i + 1] = marks[i]! + this.isMark[tag]!;
      conjunctions[i + 1] = conjunctions[i]! + this.isConjunction[tag]!;
    }
    this.types[length] = shares.rootType();
  }

  /** One move. */
  private step(): void {
    const { state, model, kernel, layout } = this;
    const { rootLabel, hidden, labels } = model.meta;
    if (state.depth === 0) {
      state.shift();
      return;
    }
    const atEnd = state.buffer === state.length;
    if (atEnd && state.depth === 1) {
      state.leftArc(rootLabel);
      return;
    }
    kernel.sum(layout.rowList, this.listRows(), layout.hidden);
    const move = this.bestMove(atEnd);
    if (move === SHIFT) {
      state.shift();
      return;
    }
    const first = MOVES + (move === LEFT ? 0 : labels.length);
    // Labels 0 and 1 stand for what is unknown and for the root word; no arc bears them.
    const label =
      2 +
      kernel.best(
        layout.hidden,
        layout.output + 2 * (first + 2) * hidden,
        layout.biases + 4 * (first + 2),
        labels.length - 2,
        rootLabel - 2,
      );
    if (move === LEFT) state.leftArc(label);
    else state.rightArc(label);
  }

  private bestMove(atEnd: boolean): number {
    if (atEnd) return LEFT + 1;
    const moves = this.state.depth > 1 ? MOVES : MOVES - 1;
    return this.kernel.best(this.layout.hidden, this.layout.output, this.layout.biases, moves, -1);
  }

  /** Writes the addresses of all vectors of the configuration and returns their number. */
  private listRows(): number {
    const { state, shares, rowList, types } = this;
    const { hidden, labels } = this.model.meta;
    const { slots, counts } = state;
    state.look();
    shares.reserve();
    const bytes = 2 * hidden;
    const bias = this.layout.rows;
    const absent = bias + bytes;
    const childLabels = absent + SLOTS * bytes;
    const countRows = childLabels + SLOTS * labels.length * bytes;
    let n = 0;
    rowList[n++] = bias;
    for (let slot = 0; slot < SLOTS; slot++) {
      const word = slots[slot]!;
      rowList[n++] = word < 0 ? absent + slot * bytes : shares.at(types[word]!, slot);
    }
    for (let k = 0; k < LABELLED_SLOTS.length; k++) {
      const slot = LABELLED_SLOTS[k]!;
      const word = slots[slot]!;
      if (word >= 0) rowList[n++] = childLabels + (slot * labels.length + state.label[word]!) * bytes;
    }
    for (let k = 0; k < counts.length; k++) rowList[n++] = countRows + counts[k]! * bytes;
    return n;
  }
}
