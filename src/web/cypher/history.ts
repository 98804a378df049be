import { signal } from "@preact/signals";
import { z } from "zod";

/** A query that was run, with its parameters. */
const EntrySchema = z.object({
  query: z.string(),
  parameters: z.record(z.string(), z.json()),
  /** ISO time. */
  at: z.string(),
  rows: z.int().nullable(),
});
export type HistoryEntry = z.infer<typeof EntrySchema>;

const KEY = "entente.cypher-history";
const MOST = 50;

function read(): HistoryEntry[] {
  const parsed = z.array(EntrySchema).safeParse(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
  return parsed.success ? parsed.data : [];
}

/** Newest first; kept in this browser alone. */
export const queryHistory = signal<readonly HistoryEntry[]>(read());

/** Notes a run; running the same query again moves it up. */
export function remember(entry: HistoryEntry): void {
  const others = queryHistory.value.filter(
    ({ query, parameters }) =>
      query !== entry.query || JSON.stringify(parameters) !== JSON.stringify(entry.parameters),
  );
  queryHistory.value = [entry, ...others].slice(0, MOST);
  localStorage.setItem(KEY, JSON.stringify(queryHistory.value));
}
