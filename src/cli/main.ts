import { CommanderError } from "commander";
import { CannotRun, EXIT } from "./exit.js";
import { createProgram } from "./program.js";

/** Errors whose message is written for people: of the store, of a query, of an exporter, of a file in data/. */
const OURS = new Set(["StoreError", "QueryError", "ExportError", "LexiconError"]);

/**
 * Runs the command line with these arguments (without node and script). What goes wrong is said on
 * standard error; the exit code is left in `process.exitCode`.
 */
export async function main(args: readonly string[]): Promise<void> {
  try {
    const program = await createProgram(args);
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    process.exitCode = EXIT.cannotRun;
    if (error instanceof CommanderError) {
      // Commander has printed its message; help and version end well.
      if (error.exitCode === 0) process.exitCode = EXIT.fine;
    } else if (error instanceof Error && (error instanceof CannotRun || OURS.has(error.name))) {
      process.stderr.write(`entente: ${error.message}\n`);
    } else {
      const stack = error instanceof Error ? error.stack : String(error);
      process.stderr.write(`entente: unexpected error\n${stack}\n`);
    }
  }
}
