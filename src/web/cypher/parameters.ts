import type { LibraryQuery } from "../../ontology/index.js";

type Json = LibraryQuery["parameters"][number]["default"];
export type Parameters = Record<string, Json>;
type Parameter = LibraryQuery["parameters"][number];

/** The names that a query asks for with `$`, in order, each once. Strings and comments are left out. */
export function namedParameters(query: string): string[] {
  const code = query.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, " ");
  return [...new Set([...code.matchAll(/\$(\w+)/g)].map((match) => match[1] ?? ""))];
}

/** What a form field shows for a value. */
export function fieldText(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(fieldText).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Reads a field by its declared type; a field of no declared type is JSON where it is JSON, else text. */
export function fieldValue(text: string, type: Parameter["type"] | null): Json {
  const trimmed = text.trim();
  const inner = type?.match(/^list<(\w+)>$/i)?.[1];
  if (inner !== undefined) {
    return trimmed === "" ? [] : trimmed.split(",").map((item) => fieldValue(item, inner));
  }
  switch (type?.toLowerCase()) {
    case "string":
      return trimmed;
    case "integer":
    case "float":
      return trimmed === "" || Number.isNaN(Number(trimmed)) ? null : Number(trimmed);
    case "boolean":
      return trimmed === "true";
    default:
      return jsonOrText(trimmed);
  }
}

function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text; // Not JSON: the text itself is meant.
  }
}
