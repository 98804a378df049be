import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../package-root.js";

/** Folder of all Cypher text; nothing of it stands in code. */
export const CYPHER_FOLDER = join(PACKAGE_ROOT, "cypher");

const texts = new Map<string, string>();

/** The statement in `cypher/NAME.cypher`, without its comment lines. */
export function cypher(name: string): string {
  let text = texts.get(name);
  if (text === undefined) {
    text = withoutComments(readFileSync(join(CYPHER_FOLDER, `${name}.cypher`), "utf8"));
    texts.set(name, text);
  }
  return text;
}

/**
 * The statement in `cypher/NAME.cypher` for one label, relationship type or property, which Cypher
 * takes no parameter for: the word `placeholder` in it is replaced by `name`.
 * @param name one of our own words, never input
 */
export function cypherFor(file: string, placeholder: string, name: string): string {
  return cypher(file).replaceAll(new RegExp(`\\b${placeholder}\\b`, "g"), name);
}

/** The statements in `cypher/NAME.cypher`, which end with a semicolon each. */
export function cypherStatements(name: string): string[] {
  return cypher(name)
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter(Boolean);
}

function withoutComments(text: string): string {
  return text
    .split("\n")
    .filter((line) => !line.startsWith("//"))
    .join("\n")
    .trim();
}
