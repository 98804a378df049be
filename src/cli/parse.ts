import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { documentToConllu, parseArticle, reparseConllu } from "../language/index.js";
import { CannotRun, EXIT } from "./exit.js";
import { readInput, standardInput } from "./input.js";
import { note, print, refusalLine } from "./output.js";

const EXAMPLES = `
Examples:
  entente parse article.txt                        trees of an article's title and text
  echo 'Iran rejected the plan.' | entente parse --text -
  entente parse --conllu en_ewt-ud-test.conllu > system.conllu    then: conll18_ud_eval gold system

Exit code: 0 fine, 1 some input was refused, 2 cannot run.
`;

interface Options {
  conllu?: boolean;
  text?: boolean;
}

/** `entente parse`: articles in, sentences with tags and Universal Dependencies trees out as CoNLL-U. */
export function parseCommand(): Command {
  return new Command("parse")
    .description("print sentences with tags and dependency trees as CoNLL-U")
    .argument("<path...>", "files, folders or globs; - for standard input")
    .option("--conllu", "the files are CoNLL-U: keep their words, replace lemmas, tags and trees")
    .option("--text", "the files are bare text without the head of an article, a paragraph a line")
    .addHelpText("after", EXAMPLES)
    .action(parse);
}

async function parse(paths: string[], options: Options): Promise<void> {
  if (options.conllu && options.text)
    throw new CannotRun("--conllu and --text exclude each other: a file is one of them");
  if (options.conllu || options.text) {
    for (const path of paths) await printFile(path, options);
    return;
  }
  for await (const result of readInput(paths, false)) {
    if ("refusal" in result) {
      note(refusalLine(result.refusal));
      process.exitCode = EXIT.refused;
    } else {
      await printTrees(documentToConllu(parseArticle(result.article), result.article.id));
    }
  }
}

async function printFile(path: string, { conllu }: Options): Promise<void> {
  const content = await readText(path);
  if (!conllu) {
    await printTrees(
      documentToConllu(parseArticle({ title: "", text: content }), path === "-" ? "text" : path),
    );
    return;
  }
  try {
    await printTrees(reparseConllu(content, path));
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
}

async function readText(path: string): Promise<string> {
  if (path === "-") return (await standardInput()).toString("utf8");
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new CannotRun(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** CoNLL-U ends in a blank line of its own; print() adds the last line break. */
async function printTrees(trees: string): Promise<void> {
  if (trees !== "") await print(trees.slice(0, -1));
}
