import { COUNT_ROWS, SLOTS } from "./parser-model.js";

/**
 * State of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez & Satta 2011): words are shifted from the
 * buffer onto a stack and attached to the buffer's front or to the word below them. The root stands at the buffer's
 * end, as word `length`. scripts/train-parser/cpp/state.cpp is the trainer's same system.
 */
export class Transitions {
  length = 0;
  /** First word not yet shifted. */
  buffer = 0;
  depth = 0;
  stack = new Int32Array(0);
  /** Head and label of each attached word. */
  head = new Int32Array(0);
  label = new Int32Array(0);
  /** How many verbs, marks and conjunctions stand before each word; filled by the caller. */
  verbs = new Int32Array(0);
  marks = new Int32Array(0);
  conjunctions = new Int32Array(0);
  /** The word at each slot, -1 where none: written by look(). */
  readonly slots = new Int32Array(SLOTS);
  /** The row of each count: written by look(). */
  readonly counts = new Int32Array(8);
  private left1 = new Int32Array(0);
  private left2 = new Int32Array(0);
  private right1 = new Int32Array(0);
  private right2 = new Int32Array(0);
  private leftCount = new Int32Array(0);
  private rightCount = new Int32Array(0);

  /** Begins a sentence of `length` words. */
  start(length: number): void {
    if (length + 2 > this.stack.length) this.reserve(Math.max(256, 2 * length));
    this.length = length;
    this.buffer = 0;
    this.depth = 0;
    const end = length + 1;
    for (const links of [this.left1, this.left2, this.right1, this.right2, this.head]) links.fill(-1, 0, end);
    for (const numbers of [this.leftCount, this.rightCount, this.label]) numbers.fill(0, 0, end);
  }

  shift(): void {
    this.stack[this.depth++] = this.buffer++;
  }

  /** Attaches the top of the stack to the buffer's front. */
  leftArc(label: number): void {
    const child = this.stack[--this.depth]!;
    const parent = this.buffer;
    this.head[child] = parent;
    this.label[child] = label;
    this.left2[parent] = this.left1[parent]!;
    this.left1[parent] = child;
    this.leftCount[parent]!++;
  }

  /** Attaches the top of the stack to the word below it. */
  rightArc(label: number): void {
    const child = this.stack[--this.depth]!;
    const parent = this.stack[this.depth - 1]!;
    this.head[child] = parent;
    this.label[child] = label;
    this.right2[parent] = this.right1[parent]!;
    this.right1[parent] = child;
    this.rightCount[parent]!++;
  }

  /** Writes slots and counts; the stack must not be empty. */
  look(): void {
    const { stack, depth, buffer, length, slots, left1, left2, right1, right2 } = this;
    const s0 = stack[depth - 1]!;
    const s1 = depth > 1 ? stack[depth - 2]! : -1;
    const s2 = depth > 2 ? stack[depth - 3]! : -1;
    slots[0] = s0;
    slots[1] = s1;
    slots[2] = s2;
    slots[3] = depth > 3 ? stack[depth - 4]! : -1;
    slots[4] = buffer;
    slots[5] = buffer + 1 <= length ? buffer + 1 : -1;
    slots[6] = buffer + 2 <= length ? buffer + 2 : -1;
    slots[7] = left1[s0]!;
    slots[8] = left2[s0]!;
    slots[9] = right1[s0]!;
    slots[10] = right2[s0]!;
    slots[11] = s1 < 0 ? -1 : left1[s1]!;
    slots[12] = s1 < 0 ? -1 : left2[s1]!;
    slots[13] = s1 < 0 ? -1 : right1[s1]!;
    slots[14] = s1 < 0 ? -1 : right2[s1]!;
    slots[15] = left1[buffer]!;
    slots[16] = left2[buffer]!;
    slots[17] = s2 < 0 ? -1 : right1[s2]!;
    slots[18] = s0 + 1;
    slots[19] = s1 < 0 ? -1 : s1 + 1;
    slots[20] = buffer - 1;
    slots[21] = s2 < 0 ? -1 : left1[s2]!;
    const last0 = right1[s0]!;
    const last1 = slots[13]!;
    slots[22] = last0 < 0 ? -1 : left1[last0]!;
    slots[23] = last0 < 0 ? -1 : right1[last0]!;
    slots[24] = last1 < 0 ? -1 : left1[last1]!;
    slots[25] = last1 < 0 ? -1 : right1[last1]!;
    const { counts } = this;
    counts[0] = Math.min(buffer - s0, 10);
    counts[1] = 11 + (s1 < 0 ? 0 : Math.min(s0 - s1, 10));
    counts[2] = 22 + this.between(s0, buffer);
    counts[3] = 41 + (s1 < 0 ? 0 : this.between(s1, s0));
    counts[4] = 60 + this.valency(s0);
    counts[5] = 86 + (s1 < 0 ? 0 : this.valency(s1));
    counts[6] = 112 + Math.min(this.leftCount[buffer]!, 4);
    counts[7] = COUNT_ROWS - 5 + Math.min(depth, 4);
  }

  private between(from: number, to: number): number {
    const verbs = this.verbs[to]! - this.verbs[from + 1]!;
    const marks = this.marks[to]! - this.marks[from + 1]!;
    const conjunctions = this.conjunctions[to]! - this.conjunctions[from + 1]!;
    return 1 + Math.min(verbs, 2) + 3 * Math.min(marks, 2) + (conjunctions > 0 ? 9 : 0);
  }

  private valency(word: number): number {
    return 1 + 5 * Math.min(this.leftCount[word]!, 4) + Math.min(this.rightCount[word]!, 4);
  }

  private reserve(size: number): void {
    this.stack = new Int32Array(size + 2);
    this.head = new Int32Array(size + 2);
    this.label = new Int32Array(size + 2);
    this.verbs = new Int32Array(size + 2);
    this.marks = new Int32Array(size + 2);
    this.conjunctions = new Int32Array(size + 2);
    this.left1 = new Int32Array(size + 2);
    this.left2 = new Int32Array(size + 2);
    this.right1 = new Int32Array(size + 2);
    this.right2 = new Int32Array(size + 2);
    this.leftCount = new Int32Array(size + 2);
    this.rightCount = new Int32Array(size + 2);
  }
}
