import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lintCypherQuery } from "@neo4j-cypher/language-support";
import { describe, expect, it } from "vitest";
import { LibraryQuerySchema } from "../../src/ontology/index.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { listQueries } from "../../src/store/index.js";

const CYPHER = join(PACKAGE_ROOT, "cypher");

describe("the analysts' library", () => {
  it("describes every query and every parameter it uses", () => {
    const queries = listQueries();
    expect(queries.length).toBeGreaterThanOrEqual(12);
    for (const query of queries) {
      LibraryQuerySchema.parse(query);
      const used = new Set([...query.cypher.matchAll(/\$(\w+)/g)].map((match) => match[1]));
      expect(new Set(query.parameters.map(({ name }) => name))).toEqual(used);
      expect(query.description).toMatch(/\.$/);
    }
  });

  it("can be pasted whole into Neo4j Browser: parameters are set by its own commands", () => {
    for (const { name, parameters } of listQueries()) {
      const text = readFileSync(join(CYPHER, "queries", `${name}.cypher`), "utf8");
      for (const parameter of parameters)
        expect(text).toContain(
          `:param ${parameter.name} => ${JSON.stringify(parameter.default).replaceAll(",", ", ")};`,
        );
    }
  });
});

describe("all statements in cypher/", () => {
  const files = readdirSync(CYPHER, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".cypher"),
  );

  it.each(files)("%s says what it is for and is right by Neo4j's own grammar and analysis", (file) => {
    const text = readFileSync(join(CYPHER, file), "utf8");
    expect(text).toMatch(/^\/\/ \S/);
    const parameters = Object.fromEntries([...text.matchAll(/\$(\w+)/g)].map((match) => [match[1], null]));
    const statements = text
      .split("\n")
      .filter((line) => !line.startsWith("//") && !line.startsWith(":param"))
      .join("\n");
    for (const statement of statements.split(/;\s*\n/).filter((part) => part.trim())) {
      const { diagnostics } = lintCypherQuery(statement, { parameters });
      expect(diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
    }
  });
});
