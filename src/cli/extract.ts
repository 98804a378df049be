import { Command } from "commander";
import { EXIT } from "./exit.js";
import { readInput } from "./input.js";
import { minConfidenceOption } from "./options.js";
import { many, note, print, refusalLine, seconds } from "./output.js";
import { createReader } from "./reading.js";

const EXAMPLES = `
Examples:
  entente extract article.txt                      statements as NDJSON
  entente extract samples/ --min-confidence 0.7 > statements.ndjson
  cat article.txt | entente extract - | jq -r '[.subject.name, .predicate, .object.name] | @tsv'
  entente extract --all news.jsonl                 also entities, mentions and signals: one line an article

Exit code: 0 fine, 1 some input was refused, 2 cannot run.
`;

/** `entente extract`: articles in, statements out as NDJSON; nothing is stored. */
export function extractCommand(): Command {
  return new Command("extract")
    .description("print the statements of articles as NDJSON, and store nothing")
    .argument("<path...>", "files, folders or globs; - for standard input")
    .addOption(minConfidenceOption())
    .option("--all", "one line an article with its entities, mentions, statements and signals")
    .addHelpText("after", EXAMPLES)
    .action(extract);
}

async function extract(paths: string[], options: { minConfidence: number; all?: boolean }): Promise<void> {
  const started = performance.now();
  const read = await createReader(options.minConfidence);
  let [articles, refused, statements] = [0, 0, 0];
  for await (const result of readInput(paths, !process.stdout.isTTY)) {
    const extraction = read(result);
    if ("refusal" in extraction) {
      refused++;
      note(refusalLine(extraction.refusal));
      continue;
    }
    articles++;
    statements += extraction.statements.length;
    const lines = options.all ? [extraction] : extraction.statements;
    for (const line of lines) await print(JSON.stringify(line));
  }
  note(
    `${many(articles, "article")} read, ${refused} refused, ${many(statements, "statement")}, ${seconds(started)} s`,
  );
  process.exitCode = refused > 0 ? EXIT.refused : EXIT.fine;
}
