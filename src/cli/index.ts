#!/usr/bin/env node
import { CommanderError } from "commander";
import { CannotRun, EXIT } from "./exit.js";
import { createProgram } from "./program.js";

try {
  const args = process.argv.slice(2);
  const program = await createProgram(args);
  await program.parseAsync(args, { from: "user" });
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has printed its message; help and version end well.
    process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.cannotRun;
  } else if (error instanceof Error && (error instanceof CannotRun || isOurs(error))) {
    process.stderr.write(`entente: ${error.message}\n`);
    process.exitCode = EXIT.cannotRun;
  } else {
    process.stderr.write(
      `entente: unexpected error\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = EXIT.cannotRun;
  }
}

/** Errors whose message is written for people: of the store, of a query, of an exporter, of a file in data/. */
function isOurs(error: Error): boolean {
  return ["StoreError", "QueryError", "ExportError", "LexiconError"].includes(error.name);
}
