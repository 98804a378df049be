import { execFile } from "node:child_process";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { PACKAGE_ROOT } from "../../../src/package-root.js";

const SOURCES = ["src/web", "src/ontology", "vite.config.ts", "package-lock.json"].map((path) =>
  join(PACKAGE_ROOT, path),
);
const BUILT = join(PACKAGE_ROOT, "dist/web/index.html");
const LOCK = join(PACKAGE_ROOT, ".cache/page-build");

/** The latest change of a file, or of any file in a folder; 0 where it is not there. */
async function changed(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  return Math.max(0, ...(await Promise.all(names.map((name) => changed(join(path, name))))));
}

const stale = async () => Math.max(...(await Promise.all(SOURCES.map(changed)))) > (await changed(BUILT));

/** Builds the page unless it is built already. Test files run side by side: one builds, the others wait. */
export async function buildPage(): Promise<void> {
  await mkdir(join(PACKAGE_ROOT, ".cache"), { recursive: true });
  for (;;) {
    if (!(await stale())) return;
    const mine = await mkdir(LOCK).then(
      () => true,
      () => false,
    );
    if (mine) break;
    await wait(250);
  }
  try {
    await promisify(execFile)(process.execPath, ["node_modules/vite/bin/vite.js", "build"], {
      cwd: PACKAGE_ROOT,
    });
  } finally {
    await rm(LOCK, { recursive: true });
  }
}
