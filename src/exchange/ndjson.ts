import type { StatementWithArticle } from "../store/index.js";
import { inPieces, json } from "./text.js";
import type { Exporter } from "./types.js";

/** The statements one by one: the lines of `entente extract`, each with what its article is. */
export const statementsNdjson: Exporter = {
  name: "statements-ndjson",
  title: "Statements as NDJSON",
  description:
    "One statement a line, with its quote, its place in the article and the article's title, source and date",
  extension: "ndjson",
  mediaType: "application/x-ndjson",
  async *write(source) {
    yield* inPieces(lines(source.statements()));
  },
};

async function* lines(statements: AsyncIterable<StatementWithArticle>): AsyncGenerator<string> {
  for await (const statement of statements) yield `${json(statement)}\n`;
}
