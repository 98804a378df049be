import { Command } from "commander";
import { VERSION } from "../version.js";

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

/** Each command is loaded when it is called for: a look at the counts need not wait for the language model. */
const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  ingest: {
    summary: "read articles into the graph",
    load: async () => (await import("./ingest.js")).ingestCommand(),
  },
  extract: {
    summary: "print the statements of articles as NDJSON",
    load: async () => (await import("./extract.js")).extractCommand(),
  },
  query: {
    summary: "ask the graph in Cypher",
    load: async () => (await import("./query.js")).queryCommand(),
  },
  export: {
    summary: "write a part of the graph as a file for Gephi, NetworkX, Neo4j, R, …",
    load: async () => (await import("./export.js")).exportCommand(),
  },
  serve: {
    summary: "serve the page and the HTTP interface",
    load: async () => (await import("./serve.js")).serveCommand(),
  },
  stats: {
    summary: "say what the store holds",
    load: async () => (await import("./stats.js")).statsCommand(),
  },
  remove: {
    summary: "remove articles and what only they supported",
    load: async () => (await import("./remove.js")).removeCommand(),
  },
  token: {
    summary: "make, list or revoke the access tokens of entente serve",
    load: async () => (await import("./token.js")).tokenCommand(),
  },
  explain: {
    summary: "show how an article was read, sentence by sentence",
    load: async () => (await import("./explain.js")).explainCommand(),
  },
  parse: {
    summary: "print sentences with tags and dependency trees as CoNLL-U",
    load: async () => (await import("./parse.js")).parseCommand(),
  },
  evaluate: {
    summary: "score the extractor on annotated articles",
    load: async () => (await import("./evaluate.js")).evaluateCommand(),
  },
};

/** The command line for these arguments (without node and script): the command that they name in full, the others by summary. */
export async function createProgram(args: readonly string[]): Promise<Command> {
  const program = new Command("entente")
    .description(
      "Reads news articles and keeps a graph of who supports, opposes, meets, signs with, threatens or attacks whom.",
    )
    .version(VERSION)
    .addHelpText("after", EXAMPLES);
  const called = args.find((arg) => Object.hasOwn(COMMANDS, arg));
  for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
    const command = name === called ? await load() : new Command(name);
    program.addCommand(command.summary(summary));
  }
  for (const command of [program, ...everyCommand(program)]) {
    command.exitOverride().showHelpAfterError("(--help shows usage and examples)");
  }
  return program;
}

function everyCommand(command: Command): Command[] {
  return command.commands.flatMap((inner) => [inner, ...everyCommand(inner)]);
}
