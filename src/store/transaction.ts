import type { Cell } from "./types.js";

export type Row = Record<string, Cell>;

/** Runs trusted statements inside one transaction, the same way over either engine. */
export interface Transaction {
  run(cypher: string, params?: Record<string, unknown>): Promise<Row[]>;
}

/** A property without a value is not written: neither engine stores null. */
export function withoutNulls(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

/** Rows in order of a key, so that every load takes its locks in one order. */
export function sortedBy<T>(rows: Iterable<T>, key: (row: T) => string): T[] {
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Rows by a key of theirs. */
export function groupBy<T, K>(rows: Iterable<T>, key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
