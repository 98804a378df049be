/** Multi-class averaged perceptron over hashed features, with integer weights in dense rows that come as needed. */
export class Perceptron {
  private static readonly ROWS_PER_CHUNK = 1 << 13;
  private readonly weights: Int16Array[] = [];
  /** Sum over updates of (clock at the update) * (change): what averaging takes off. */
  private readonly corrections: Int32Array[] = [];
  private keys = new Int32Array(1 << 20);
  private rows = new Int32Array(1 << 20).fill(-1);
  private count = 0;
  private clock = 1;

  constructor(readonly classes: number) {}

  get size(): number {
    return this.count;
  }

  /** Call once for each training example: the clock by which weights are averaged. */
  tick(): void {
    this.clock++;
  }

  /** Adds the weights of `features` to `scores`. */
  addScores(features: Int32Array, length: number, scores: Int32Array): void {
    for (let f = 0; f < length; f++) {
      const row = this.rows[this.slot(features[f]!)]!;
      if (row < 0) continue;
      const chunk = this.weights[Math.floor(row / Perceptron.ROWS_PER_CHUNK)]!;
      let at = (row % Perceptron.ROWS_PER_CHUNK) * this.classes;
      for (let c = 0; c < this.classes; c++) scores[c]! += chunk[at++]!;
    }
  }

  /** Rewards class `right` and punishes class `wrong`. */
  update(features: Int32Array, length: number, right: number, wrong: number): void {
    for (let f = 0; f < length; f++) {
      const row = this.rowOf(features[f]!);
      const index = Math.floor(row / Perceptron.ROWS_PER_CHUNK);
      const at = (row % Perceptron.ROWS_PER_CHUNK) * this.classes;
      this.weights[index]![at + right]! += 1;
      this.weights[index]![at + wrong]! -= 1;
      this.corrections[index]![at + right]! += this.clock;
      this.corrections[index]![at + wrong]! -= this.clock;
    }
  }

  /** Calls `visit` with each feature and its averaged weights (the array is used again). */
  forEachAveraged(visit: (key: number, weights: Float64Array) => void): void {
    const averaged = new Float64Array(this.classes);
    for (let slot = 0; slot < this.rows.length; slot++) {
      const row = this.rows[slot]!;
      if (row < 0) continue;
      const index = Math.floor(row / Perceptron.ROWS_PER_CHUNK);
      const at = (row % Perceptron.ROWS_PER_CHUNK) * this.classes;
      for (let c = 0; c < this.classes; c++) {
        averaged[c] = this.weights[index]![at + c]! - this.corrections[index]![at + c]! / this.clock;
      }
      visit(this.keys[slot]!, averaged);
    }
  }

  private slot(key: number): number {
    const mask = this.keys.length - 1;
    let i = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.rows[i]! >= 0 && this.keys[i] !== key) i = (i + 1) & mask;
    return i;
  }

  private rowOf(key: number): number {
    let i = this.slot(key);
    if (this.rows[i]! >= 0) return this.rows[i]!;
    if (this.count * 2 > this.keys.length) {
      this.grow();
      i = this.slot(key);
    }
    if (this.count % Perceptron.ROWS_PER_CHUNK === 0) {
      this.weights.push(new Int16Array(Perceptron.ROWS_PER_CHUNK * this.classes));
      this.corrections.push(new Int32Array(Perceptron.ROWS_PER_CHUNK * this.classes));
    }
    this.keys[i] = key;
    this.rows[i] = this.count;
    return this.count++;
  }

  private grow(): void {
    const { keys, rows } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.rows = new Int32Array(keys.length * 2).fill(-1);
    for (let j = 0; j < rows.length; j++) {
      if (rows[j]! < 0) continue;
      const i = this.slot(keys[j]!);
      this.keys[i] = keys[j]!;
      this.rows[i] = rows[j]!;
    }
  }
}
