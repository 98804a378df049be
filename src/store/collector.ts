import type { Cell, QueryLimits, Table } from "./types.js";

/** Takes rows until a limit is met. */
export class RowCollector {
  private readonly rows: Cell[][] = [];
  private bytes = 0;
  private readonly start = performance.now();
  truncated = false;

  constructor(private readonly limits: Pick<QueryLimits, "maxRows" | "maxBytes">) {}

  /** False where the row no longer fits; then the result is complete as far as it goes. */
  add(row: Cell[]): boolean {
    const bytes = Buffer.byteLength(JSON.stringify(row));
    if (this.rows.length >= this.limits.maxRows || this.bytes + bytes > this.limits.maxBytes) {
      this.truncated = true;
      return false;
    }
    this.rows.push(row);
    this.bytes += bytes;
    return true;
  }

  table(columns: string[]): Table {
    return {
      columns,
      rows: this.rows,
      truncated: this.truncated,
      milliseconds: Math.round(performance.now() - this.start),
    };
  }
}
