import { Command, Option } from "commander";
import type { Figures, Half, ScoredError, Scores } from "../statements/index.js";
import { CannotRun } from "./exit.js";
import { print } from "./output.js";

const EXAMPLES = `
GOLD holds one annotated article a line: {"id", "title", "publishedAt", "text", "entities": [...], "statements": [...]}.

Examples:
  entente evaluate gold.jsonl                      the tables
  entente evaluate gold.jsonl --errors             and every miss and false alarm with its quote
  entente evaluate gold.jsonl --half work --json   one half of the articles (split by id), for a program

Exit code: 0 fine, 2 cannot run.
`;

interface Options {
  half?: Half;
  errors?: boolean;
  json?: boolean;
  minConfidence?: number;
}

/** `entente evaluate`: how well the extractor does on annotated articles. */
export function evaluateCommand(): Command {
  return new Command("evaluate")
    .description("score the extractor on annotated articles")
    .argument("<gold...>", "annotated articles, JSONL")
    .addOption(
      new Option("--half <half>", "only one half of the articles, split by id").choices(["work", "check"]),
    )
    .option("--errors", "list every miss and false alarm with its quote")
    .option("--json", "print JSON")
    .option(
      "--min-confidence <share>",
      "leave out statements below this confidence (default: the extractor's own)",
      Number,
    )
    .addHelpText("after", EXAMPLES)
    .action(evaluate);
}

async function evaluate(files: string[], options: Options): Promise<void> {
  const { createExtractor } = await import("../extract.js");
  const { GoldError, halfOf, readGold, score } = await import("../statements/index.js");
  let gold: ReturnType<typeof readGold>;
  try {
    gold = files.flatMap((file) => readGold(file));
  } catch (error) {
    throw error instanceof GoldError ? new CannotRun(error.message) : error;
  }
  const chosen = gold.filter(
    ({ article }) => options.half === undefined || halfOf(article.id) === options.half,
  );
  const extractor = createExtractor(
    options.minConfidence === undefined ? {} : { minConfidence: options.minConfidence },
  );
  const statements = new Map(
    chosen.map(({ article }) => [article.id, extractor.extract(article).statements]),
  );
  const scores = score(chosen, statements);
  await print(options.json ? JSON.stringify(scores, null, 1) : report(scores, options.errors ?? false));
}

function report(scores: Scores, withErrors: boolean): string {
  const lines = [
    `${scores.articles} articles`,
    "",
    row("", ["precision", "recall", "f1", "found", "gold", "wrong"]),
    figuresRow("exact", scores.exact),
    figuresRow("state", scores.state),
    figuresRow("dyad", scores.dyad),
    figuresRow("entities", scores.entities),
    `modality ${scores.modalityAccuracy.toFixed(3)}   date ${scores.dateAccuracy.toFixed(3)}   (on ${scores.matched} exact core matches)`,
    `${scores.silent.statements} statements found in the ${scores.silent.articles} articles that hold none`,
    "",
    ...scores.perPredicate.map(([predicate, figures]) => figuresRow(predicate, figures)),
    "",
    row("confidence", ["statements", "right", "share", "mean"]),
    ...scores.reliability.filter((bin) => bin.statements > 0).map(reliabilityRow),
  ];
  if (withErrors) lines.push("", ...scores.errors.map(errorLine));
  return lines.join("\n");
}

function reliabilityRow(bin: Scores["reliability"][number]): string {
  const name = `${bin.from.toFixed(1)}-${bin.to.toFixed(1)}`;
  return row(name, [
    String(bin.statements),
    String(bin.right),
    (bin.right / bin.statements).toFixed(2),
    bin.meanConfidence.toFixed(2),
  ]);
}

function figuresRow(name: string, f: Figures): string {
  const shares = [f.precision, f.recall, f.f1].map((x) => x.toFixed(3));
  return row(name, [...shares, String(f.found), String(f.gold), String(f.wrong)]);
}

function row(name: string, cells: string[]): string {
  return name.padEnd(16) + cells.map((c) => c.padStart(11)).join("");
}

function errorLine(e: ScoredError): string {
  const claim = `${e.subject} ${e.negated ? "NOT " : ""}${e.predicate} ${e.object}`;
  const how = e.frame === null ? "" : ` [${e.frame} ${e.confidence?.toFixed(2)}]`;
  return `${e.articleId} ${e.kind.toUpperCase().padEnd(6)} s${e.sentence} ${claim}${how} << ${e.quote}`;
}
