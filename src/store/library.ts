import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LibraryQuery } from "../ontology/index.js";
import { CYPHER_FOLDER } from "./cypher.js";
import { StoreError } from "./errors.js";

type Parameter = LibraryQuery["parameters"][number];

const FOLDER = join(CYPHER_FOLDER, "queries");
const PARAMETER =
  /^\/\/ param (\w+) (string|integer|float|boolean|list<(?:string|integer|float|boolean)>): (.+)$/;

/** All queries of the analysts' library (`cypher/queries/`), by title. */
export function listQueries(): LibraryQuery[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".cypher"))
    .map((file) => readQuery(file.slice(0, -".cypher".length)))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

/**
 * A query file: comment lines, the parameters' defaults as the commands of Neo4j Browser and cypher-shell
 * (so that the whole file can be pasted there), then the Cypher text.
 *
 *     // title: Who opposes an issue
 *     // description: …
 *     // param issue string: what it means
 *     :param issue => "issue/zangezur-corridor";
 */
function readQuery(name: string): LibraryQuery {
  const file = `cypher/queries/${name}.cypher`;
  const lines = readFileSync(join(FOLDER, `${name}.cypher`), "utf8").split("\n");
  const field = (key: string) =>
    lines.find((line) => line.startsWith(`// ${key}: `))?.slice(`// ${key}: `.length);
  const title = field("title");
  const description = field("description");
  if (!title || !description)
    throw new StoreError(`${file} lacks a "// title: …" or "// description: …" line`);
  return {
    name,
    title,
    description,
    parameters: lines
      .filter((line) => line.startsWith("// param "))
      .map((line) => parameter(file, line, lines)),
    cypher: lines
      .filter((line) => !line.startsWith("//") && !line.startsWith(":param "))
      .join("\n")
      .trim(),
  };
}

function parameter(file: string, line: string, lines: readonly string[]): Parameter {
  const [, name, type, description] = PARAMETER.exec(line) ?? [];
  if (!name || !type || !description) {
    throw new StoreError(`${file}: "${line}" is not of the form // param NAME TYPE: DESCRIPTION`);
  }
  const start = `:param ${name} => `;
  const value = lines
    .find((other) => other.startsWith(start))
    ?.slice(start.length)
    .replace(/;\s*$/, "");
  if (value === undefined) throw new StoreError(`${file} lacks the line "${start}DEFAULT;"`);
  try {
    return { name, type, description, default: JSON.parse(value) as Parameter["default"] };
  } catch (cause) {
    throw new StoreError(`${file}: the default of ${name} is no JSON: ${value}`, { cause });
  }
}
