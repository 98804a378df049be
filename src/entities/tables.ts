import { readFileSync } from "node:fs";
import path from "node:path";
import { PACKAGE_ROOT } from "../package-root.js";

/** A row of a table in data/, by column name. */
export type Row<Column extends string> = Record<Column, string>;

/**
 * Reads a tab-separated table of data/: comment lines start with `#`, the first other line names the columns.
 *
 * @throws Error naming file and line where a column is missing or a row has another number of cells.
 */
export function readTable<Column extends string>(file: string, columns: readonly Column[]): Row<Column>[] {
  const place = path.join(PACKAGE_ROOT, "data", file);
  const lines = readFileSync(place, "utf8").split("\n");
  let header: string[] | null = null;
  const rows: Row<Column>[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === "" || line.startsWith("#")) return;
    const cells = line.replace(/\r$/, "").split("\t");
    if (header === null) {
      header = cells;
      const missing = columns.filter((column) => !cells.includes(column));
      if (missing.length > 0) throw new Error(`${place}:${index + 1}: no column ${missing.join(", ")}`);
      return;
    }
    if (cells.length !== header.length) {
      throw new Error(`${place}:${index + 1}: ${cells.length} cells, but the header names ${header.length}`);
    }
    const row: Record<string, string> = {};
    header.forEach((column, cell) => {
      row[column] = cells[cell] ?? "";
    });
    rows.push(row as Row<Column>);
  });
  return rows;
}

/** The parts of a cell that holds several forms separated by `|`. */
export function forms(cell: string): string[] {
  return cell
    .split("|")
    .map((form) => form.trim())
    .filter((form) => form !== "" && form !== "-");
}
