import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const VERSION = "0.10.1";
const NAME = `gephi-toolkit-${VERSION}-all.jar`;
const CACHE = fileURLToPath(new URL("../../.cache/gephi/", import.meta.url));

/** The jar of Gephi's toolkit, fetched once by Maven into `.cache/gephi`, wherever Maven keeps its own. @throws where it cannot */
export async function gephiToolkit(): Promise<string> {
  const jar = join(CACHE, NAME);
  if (existsSync(jar)) return jar;
  const part = join(CACHE, "part");
  await mkdir(part, { recursive: true });
  const goal = [
    "-q",
    "-B",
    "dependency:copy",
    `-Dartifact=org.gephi:gephi-toolkit:${VERSION}:jar:all`,
    `-DoutputDirectory=${part}`,
  ];
  await promisify(execFile)("mvn", goal, { timeout: 170_000 });
  await rename(join(part, NAME), jar);
  return jar;
}
