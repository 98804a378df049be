import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { gephiToolkit } from "../../scripts/gephi-render/toolkit.js";

const run = promisify(execFile);

const PROGRAM = fileURLToPath(new URL("../gephi/GephiImport.java", import.meta.url));

/** What Gephi made of a file. */
const ImportSchema = z.object({
  file: z.string(),
  nodes: z.int(),
  edges: z.int(),
  directed: z.int(),
  loops: z.int(),
  weight: z.number(),
  kinds: z.array(z.string()),
  /** Of the first fifty nodes; null where a table of edges only names them. */
  labels: z.array(z.string().nullable()),
  dynamic: z.boolean(),
  timeFormat: z.string(),
  /** First and last moment, in milliseconds since 1970; null for an endless or static graph. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  nodesWithTime: z.int(),
  edgesWithTime: z.int(),
  /** `name:JavaType` */
  nodeColumns: z.array(z.string()),
  edgeColumns: z.array(z.string()),
  /** Different ones. */
  nodeColours: z.int(),
  edgeColours: z.int(),
  /** Nodes that do not lie at 0, 0. */
  placed: z.int(),
  /** What the import report holds above INFO, and exceptions. */
  issues: z.array(z.string()),
});
export type GephiImport = z.infer<typeof ImportSchema>;

/** Says why Gephi's importer cannot run here; null where it can. Fetches the toolkit from Maven Central if need be. */
export async function gephiMissing(): Promise<string | null> {
  try {
    await run("java", ["-version"]);
    await gephiToolkit();
    return null;
  } catch (error) {
    const reason = `no Gephi: Java 17, and Maven for its toolkit, are needed (${(error as Error).message.split("\n")[0]})`;
    if (process.env.CI) throw new Error(reason);
    return reason;
  }
}

/** Imports the files in one Java process; `unmerged` ones without putting parallel edges together. */
export async function importWithGephi(
  merged: readonly string[],
  unmerged: readonly string[] = [],
): Promise<Map<string, GephiImport>> {
  const { stdout } = await run(
    "java",
    [
      "-Xmx3g",
      "-Djava.awt.headless=true",
      "-cp",
      await gephiToolkit(),
      PROGRAM,
      ...merged,
      "--no-merge",
      ...unmerged,
    ],
    { maxBuffer: 64 * 1024 * 1024, timeout: 500_000 },
  );
  const imports = stdout
    .trim()
    .split("\n")
    .map((line) => ImportSchema.parse(JSON.parse(line)));
  return new Map(imports.map((one) => [one.file, one]));
}
