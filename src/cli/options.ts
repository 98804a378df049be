import { InvalidArgumentError, Option } from "commander";
import { DEFAULT_MIN_CONFIDENCE, type Selection, SelectionSchema } from "../ontology/index.js";
import { CannotRun } from "./exit.js";

/** `--store`: a folder for the embedded store, or the address of a Neo4j server. */
export const storeOption = (): Option =>
  new Option(
    "-s, --store <location>",
    "folder of the embedded store, or neo4j://… or bolt://… of a server (NEO4J_USER and NEO4J_PASSWORD in the environment)",
  )
    .env("ENTENTE_STORE")
    .default(".entente/");

/** @param fallback where the option is not given: the extractor's threshold, or 0 over what is stored already */
export const minConfidenceOption = (fallback = DEFAULT_MIN_CONFIDENCE): Option =>
  new Option("--min-confidence <share>", "leave out statements below this confidence (0 to 1)")
    .argParser(share)
    .default(fallback);

export const jsonOption = (what: string): Option => new Option("--json", `print ${what} as JSON`);

/** The words of a selection, the same as in the query string of /api/graph. */
export const selectionOptions = (): Option[] => [
  new Option("--focus <ids>", "entity ids, comma-separated, e.g. IRN,AZE,ARM (default: the whole graph)"),
  new Option("--hops <number>", "how far from the focus: 0 is among the focus entities only").default("1"),
  new Option("--predicates <names>", "only these, comma-separated, e.g. OPPOSES,THREATENED"),
  new Option("--from <date>", "events from this day, month or year on"),
  new Option("--to <date>", "events up to this day, month or year"),
  new Option("--modality <names>", "only these, comma-separated: actual, intended, hypothetical, claimed"),
  new Option("--negated <how>", "statements that deny")
    .choices(["include", "exclude", "only"])
    .default("include"),
  minConfidenceOption(0),
  new Option("--min-sources <number>", "edges with at least so many independent sources").default("0"),
  new Option("--sources <names>", "only statements of these outlets, comma-separated"),
  new Option("--no-rollup", "do not count what officials, ministries and armies do as done by their country"),
  new Option("--limit <number>", "at most so many edges").default("20000"),
];

/** The selection that these options spell out. @throws CannotRun naming the option */
export function selectionFrom(options: Record<string, unknown>): Selection {
  const words = Object.fromEntries(Object.keys(SelectionSchema.shape).map((name) => [name, options[name]]));
  const parsed = SelectionSchema.safeParse(words);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0] ?? "").replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
  throw new CannotRun(`--${name}: ${issue?.message}`);
}

/** A whole number of at least `least`, for commander. */
export function wholeNumber(least: number): (written: string) => number {
  return (written) => {
    const number = Number(written);
    if (!Number.isInteger(number) || number < least) {
      throw new InvalidArgumentError(`expected a whole number of at least ${least}.`);
    }
    return number;
  };
}

function share(written: string): number {
  const number = Number(written);
  if (written.trim() === "" || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError("expected a number from 0 to 1.");
  return number;
}
