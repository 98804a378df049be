/**
 * Rows of scores by tag, side by side in one piece of memory: a row of its own in the heap would cost more to make than
 * to reckon. A row is known by where it begins; 0 is no row.
 */
export class TagRows {
  readonly values: Int16Array;
  private used: number;

  /** @param width tags, `capacity` rows */
  constructor(
    readonly width: number,
    capacity: number,
  ) {
    this.values = new Int16Array(width * (capacity + 1));
    this.used = width;
  }

  hasRoom(rows: number): boolean {
    return this.used + rows * this.width <= this.values.length;
  }

  /** Keeps the scores as a new row and returns where it begins. */
  add(scores: Int32Array): number {
    const at = this.used;
    this.values.set(scores, at);
    this.used += this.width;
    return at;
  }

  clear(): void {
    this.used = this.width;
  }
}
