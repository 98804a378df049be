import type { Refusal } from "../ontology/index.js";

/** Writes to standard output; waits where its reader is slower. A reader that left (`| head`) ends the program quietly. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) {
    await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
  }
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

/** A remark for the person at the terminal; standard output stays for results. */
export function note(text: string): void {
  // On a terminal a progress bar may stand in the line.
  process.stderr.write(`${process.stderr.isTTY ? "\r\x1b[K" : ""}${text}\n`);
}

export function refusalLine({ file, line, field, reason }: Refusal): string {
  return `refused ${file}${line === null ? "" : `:${line}`}: ${field === null ? "" : `${field}: `}${reason}`;
}

export const count = (n: number): string => n.toLocaleString("en-US");

/** `1 article`, `2 articles`. */
export function many(n: number, one: string, more = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : more}`;
}

export function seconds(since: number): number {
  return Math.round((performance.now() - since) / 10) / 100;
}

/** Lines of aligned columns under a header; cells longer than `widest` are cut. */
export function alignedTable(columns: readonly string[], rows: readonly string[][], widest = 60): string {
  const cut = (text: string) => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text);
  const cells = [columns, ...rows].map((row) => row.map((cell) => cut(cell.replace(/\s+/g, " "))));
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  const [header = [], ...body] = cells;
  return [line(header), widths.map((width) => "-".repeat(width)).join("  "), ...body.map(line)].join("\n");
}
