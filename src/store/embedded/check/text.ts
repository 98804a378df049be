import { getDebugTree, lintCypherQuery } from "@neo4j-cypher/language-support";
import { QueryError } from "../../errors.js";
import { unsupported } from "./constructs.js";
import { simplify } from "./tree.js";

/** The language server's level for what is wrong, against what is merely unwise. */
const ERROR = 1;

/**
 * Checks a query's text with Neo4j's own grammar and semantic analysis, then for what the embedded
 * engine would answer wrongly.
 * @throws QueryError
 */
export function checkText(cypher: string, parameters: Readonly<Record<string, unknown>>): void {
  const { diagnostics, symbolTables } = lintCypherQuery(cypher, { parameters });
  const fault = diagnostics
    .filter(({ severity }) => severity === ERROR)
    .sort((a, b) => a.offsets.start - b.offsets.start)[0];
  if (fault) {
    const message = typeof fault.message === "string" ? fault.message : fault.message.value;
    const missing = /^Parameter \$(.*) is not defined\.$/.exec(message)?.[1];
    throw new QueryError(
      "syntax",
      `Neo.ClientError.Statement.${missing === undefined ? "SyntaxError" : "ParameterMissing"}`,
      missing === undefined ? message : `Expected parameter(s): ${missing}`,
      { line: fault.range.start.line + 1, column: fault.range.start.character + 1 },
    );
  }
  const types = new Map<string, Set<string>>();
  for (const { variable, types: found } of symbolTables.flat()) {
    types.set(variable, new Set([...(types.get(variable) ?? []), ...found]));
  }
  const reason = unsupported(simplify(getDebugTree(cypher)), {
    variableTypes: (name) => [...(types.get(name) ?? [])],
    parameters,
  });
  if (reason) throw new QueryError("refused", "Neo.ClientError.Statement.UnsupportedByStore", reason);
}
