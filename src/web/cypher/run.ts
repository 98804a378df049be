import type { ResponseOf } from "../../ontology/index.js";
import type { Parameters } from "./parameters.js";

type Table = Extract<ResponseOf<"runCypher">, { rows: unknown }>;

/** One run, as the result pane shows it. */
export interface Run {
  query: string;
  parameters: Parameters;
  outcome: { status: "running" } | { status: "done"; table: Table } | { status: "failed"; error: Error };
}
