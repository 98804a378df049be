import { Command } from "commander";
import { VERSION } from "../server/index.js";
import { exportCommand } from "./export.js";
import { extractCommand } from "./extract.js";
import { ingestCommand } from "./ingest.js";
import { queryCommand } from "./query.js";
import { removeCommand } from "./remove.js";
import { serveCommand } from "./serve.js";
import { statsCommand } from "./stats.js";
import { tokenCommand } from "./token.js";

const EXAMPLES = `
Examples:
  entente extract article.txt              what an article says, as NDJSON
  entente ingest news/                     articles into the graph in .entente/
  entente query --list                     questions to ask it
  entente export --focus IRN,AZE,ARM -o caucasus.gexf
  entente serve                            the page and the HTTP interface

Each command has its own --help with examples.
Exit code: 0 fine, 1 some input was refused or not found, 2 cannot run.
`;

/** The command line, with one subcommand a file. */
export function createProgram(): Command {
  const program = new Command("entente")
    .description(
      "Reads news articles and keeps a graph of who supports, opposes, meets, signs with, threatens or attacks whom.",
    )
    .version(VERSION)
    .addHelpText("after", EXAMPLES);
  const commands = [
    ingestCommand(),
    extractCommand(),
    queryCommand(),
    exportCommand(),
    serveCommand(),
    statsCommand(),
    removeCommand(),
    tokenCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...everyCommand(program)])
    command.exitOverride().showHelpAfterError("(--help shows usage and examples)");
  return program;
}

function everyCommand(command: Command): Command[] {
  return command.commands.flatMap((inner) => [inner, ...everyCommand(inner)]);
}
