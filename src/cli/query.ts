import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Command, Option } from "commander";
import type { LibraryQuery } from "../ontology/index.js";
import { libraryParameters, ParameterError, tableToCsv } from "../server/index.js";
import { type Cell, listQueries, QueryError, type Table } from "../store/index.js";
import { cellText } from "./cells.js";
import { CannotRun } from "./exit.js";
import { standardInput } from "./input.js";
import { storeOption, wholeNumber } from "./options.js";
import { alignedTable, many, note, print } from "./output.js";
import { withExistingStore } from "./store.js";

const EXAMPLES = `
Examples:
  entente query --list                                   the library of queries
  entente query zangezur-corridor                        one of them, with its defaults
  entente query stance-by-year -p subject=IRN -p object=AZE
  entente query 'MATCH (a:Country)-[r:OPPOSES]->(b) RETURN a.name, b.name, r.statements ORDER BY r.statements DESC'
  entente query my-query.cypher --params '{"country": "IRN"}' --format csv > result.csv
  echo 'MATCH (n:Official) RETURN n.name' | entente query -

Queries can only read; the store enforces it, and stops them after --timeout.
`;

type Parameters = LibraryQuery["parameters"][number]["default"];
type Given = Record<string, Parameters>;
/** What `--param` gave, as written. */
type Written = Record<string, string>;

interface Options {
  store: string;
  format: "table" | "json" | "csv";
  param?: Written;
  params?: string;
  limit: number;
  timeout: number;
  list?: boolean;
}

/** `entente query`: a Cypher text, a file or a query of the library. */
export function queryCommand(): Command {
  return new Command("query")
    .description("ask the graph in Cypher")
    .argument("[query]", "Cypher text, a .cypher file, the name of a library query, or - for standard input")
    .addOption(storeOption())
    .addOption(
      new Option("-f, --format <format>", "of the result").choices(["table", "json", "csv"]).default("table"),
    )
    .option("-p, --param <name=value>", "a parameter, may be repeated; JSON or plain text", addParameter)
    .option("--params <json>", "parameters as one JSON object")
    .option("--limit <rows>", "rows after which the result is cut", wholeNumber(1), 1_000)
    .option("--timeout <seconds>", "seconds after which the query is stopped", wholeNumber(1), 30)
    .option("-l, --list", "list the library of queries")
    .addHelpText("after", EXAMPLES)
    .action(query);
}

async function query(written: string | undefined, options: Options): Promise<void> {
  if (options.list) return list(options.format);
  if (written === undefined)
    throw new CannotRun("give a query, a file or a name; entente query --list shows the library");
  const { cypher, parameters } = await find(written, objectFrom(options.params), options.param ?? {});
  const limits = { timeoutMs: options.timeout * 1000, maxRows: options.limit, maxBytes: 64 * 1024 * 1024 };
  const table = await withExistingStore(options.store, (store) =>
    store.query(cypher, parameters, limits),
  ).catch(explain);
  await print(render(table, options.format));
  if (table.truncated)
    note(`cut after ${many(table.rows.length, "row")}: raise --limit, or narrow the query`);
}

async function list(format: Options["format"]): Promise<void> {
  const queries = listQueries();
  if (format === "json") return print(JSON.stringify(queries));
  const rows = queries.map(({ name, title, parameters }) => [
    name,
    title,
    parameters.map((parameter) => `${parameter.name}=${JSON.stringify(parameter.default)}`).join(" "),
  ]);
  await print(alignedTable(["name", "title", "parameters"], rows, 80));
}

async function find(
  written: string,
  object: Given,
  single: Written,
): Promise<{ cypher: string; parameters: Given }> {
  const known = listQueries().find(({ name }) => name === written);
  if (known !== undefined) {
    return { cypher: known.cypher, parameters: parametersOf(known, { ...object, ...typed(known, single) }) };
  }
  const given = { ...object, ...mapped(single, valueFrom) };
  if (written === "-") return { cypher: (await standardInput()).toString("utf8"), parameters: given };
  if (written.endsWith(".cypher") || existsSync(written)) {
    return { cypher: await readQueryFile(written), parameters: given };
  }
  if (!/\s/.test(written)) {
    throw new CannotRun(
      `there is no query "${written}" in the library, nor such a file; entente query --list shows the library`,
    );
  }
  return { cypher: written, parameters: given };
}

/** A parameter that the library declares as text stays text: a year is `2020`, not the number. */
function typed(known: LibraryQuery, single: Written): Given {
  const texts = new Set(known.parameters.filter(({ type }) => type === "string").map(({ name }) => name));
  return mapped(single, (written, name) => (texts.has(name) ? written : valueFrom(written)));
}

function mapped(single: Written, value: (written: string, name: string) => Parameters): Given {
  return Object.fromEntries(Object.entries(single).map(([name, written]) => [name, value(written, name)]));
}

function parametersOf(known: LibraryQuery, given: Given): Given {
  try {
    return libraryParameters(known, given);
  } catch (error) {
    if (error instanceof ParameterError) throw new CannotRun(error.message, { cause: error });
    throw error;
  }
}

async function readQueryFile(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new CannotRun(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function explain(error: unknown): never {
  if (!(error instanceof QueryError)) throw error;
  const place =
    error.position === null ? "" : ` (line ${error.position.line}, column ${error.position.column})`;
  throw new CannotRun(`${error.message}${place}\n  ${error.code}`, { cause: error });
}

function render(table: Table, format: Options["format"]): string {
  if (format === "csv") return tableToCsv(table).trimEnd();
  if (format === "json")
    return JSON.stringify(
      table.rows.map((row) => rowObject(table.columns, row)),
      null,
      2,
    );
  const rows = table.rows.map((row) => row.map(cellText));
  return `${alignedTable(table.columns, rows, 70)}\n${many(table.rows.length, "row")}, ${Math.round(table.milliseconds)} ms`;
}

function rowObject(columns: readonly string[], row: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]));
}

function addParameter(written: string, before: Written = {}): Written {
  const at = written.indexOf("=");
  if (at < 1) throw new CannotRun(`--param ${written}: expected name=value`);
  return { ...before, [written.slice(0, at)]: written.slice(at + 1) };
}

/** Numbers, truth values, null, lists and objects as JSON; anything else is a text. */
function valueFrom(written: string): Parameters {
  if (!/^(-?\d|\[|\{|"|true$|false$|null$)/.test(written)) return written;
  try {
    return JSON.parse(written) as Parameters;
  } catch (error) {
    if (error instanceof SyntaxError) return written;
    throw error;
  }
}

function objectFrom(json: string | undefined): Given {
  if (json === undefined) return {};
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Given;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CannotRun("--params: expected one JSON object");
}
