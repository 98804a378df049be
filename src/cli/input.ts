import { stat } from "node:fs/promises";
import { findFiles, type ReadResult, readBytes, readFile } from "../articles/index.js";
import { CannotRun } from "./exit.js";
import { many, note } from "./output.js";
import { NO_PROGRESS, startProgress } from "./progress.js";

/** Every article of the files, folders and globs; `-` is standard input. With a progress bar where somebody watches. */
export async function* readInput(
  paths: readonly string[],
  showProgress: boolean,
): AsyncGenerator<ReadResult> {
  const found = await findFiles(paths.filter((path) => path !== "-"));
  for (const refusal of found.refused) yield { refusal };
  for (const [extension, n] of Object.entries(found.passedOver)) {
    note(`passed over ${many(n, "file")} (${extension})`);
  }
  const sizes = await Promise.all(found.files.map(async (file) => (await stat(file)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const progress = showProgress ? startProgress(bytes) : NO_PROGRESS;
  try {
    for (const file of found.files) {
      for await (const result of readFile(file, progress.bytes)) {
        progress.article();
        yield result;
      }
    }
    if (paths.includes("-")) yield* readBytes("standard input", await standardInput());
  } finally {
    progress.stop();
  }
}

/** All of standard input. @throws CannotRun where a terminal is connected, at which nobody types an article */
export async function standardInput(): Promise<Buffer> {
  if (process.stdin.isTTY) throw new CannotRun("- reads standard input, and nothing is piped into it");
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
