import type { LibraryQuery, QueryParameter } from "../ontology/index.js";

type Value = QueryParameter["default"];

/** Parameters that do not fit a library query; the message names the one and what is expected. */
export class ParameterError extends Error {
  override name = "ParameterError";
}

/**
 * All parameters of a library query: those given, checked against their types, the others by default.
 * A text is taken for the number, truth value or list that the query declares, as it comes from a
 * command line or a form.
 * @throws ParameterError
 */
export function libraryParameters(
  query: LibraryQuery,
  given: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const known = new Map(query.parameters.map((parameter) => [parameter.name, parameter]));
  for (const name of Object.keys(given)) {
    if (!known.has(name)) {
      const names = [...known.keys()].join(", ") || "none";
      throw new ParameterError(`query ${query.name} has no parameter "${name}"; it takes: ${names}`);
    }
  }
  const values = query.parameters.map((parameter): [string, Value] => {
    const value = given[parameter.name];
    return [parameter.name, value === undefined ? parameter.default : fit(value, parameter)];
  });
  return Object.fromEntries(values);
}

function fit(value: Value, { name, type, default: fallback }: QueryParameter): Value {
  if (value === null) return fallback === null ? null : refuse(name, type);
  const item = /^list<(\w+)>$/.exec(type)?.[1];
  if (item === undefined) return fitOne(value, name, type);
  const items = typeof value === "string" ? value.split(",").map((part) => part.trim()) : value;
  return Array.isArray(items)
    ? items.filter((part) => part !== "").map((part) => fitOne(part, name, item))
    : refuse(name, type);
}

function fitOne(value: Value, name: string, type: string): Value {
  if (type === "string") return typeof value === "string" ? value : refuse(name, type);
  if (type === "boolean") {
    if (value === "true" || value === "false") return value === "true";
    return typeof value === "boolean" ? value : refuse(name, type);
  }
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  const fits =
    typeof number === "number" && Number.isFinite(number) && (type !== "integer" || Number.isInteger(number));
  return fits ? number : refuse(name, type);
}

function refuse(name: string, type: string): never {
  throw new ParameterError(`parameter ${name}: expected ${type}`);
}
