import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Refusal } from "../ontology/index.js";
import { EXTENSIONS } from "./read.js";
import { ArticleRefused } from "./refusal.js";

export interface FoundFiles {
  /** In order of name within each argument, each once. */
  files: string[];
  /** Arguments that name nothing. */
  refused: Refusal[];
  /** How many files in folders were passed over, by extension. */
  passedOver: Record<string, number>;
}

const READABLE = new Set<string>(Object.values(EXTENSIONS).flat());

/**
 * The files that paths, folders (searched downwards) and globs name. Named files are taken whatever
 * their extension; of folders and globs those that Entente reads. Hidden files are left aside.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], refused: [], passedOver: {} };
  const seen = new Set<string>();
  for (const path of paths) {
    for (const file of await expand(path, found)) {
      if (!seen.has(file)) found.files.push(file);
      seen.add(file);
    }
  }
  return found;
}

async function expand(path: string, found: FoundFiles): Promise<string[]> {
  const kind = await kindOf(path);
  if (kind === "file") return [path];
  if (kind === "none" && !isDynamicPattern(path)) {
    found.refused.push(new ArticleRefused({ file: path }, "does not exist").refusal);
    return [];
  }
  const matches = kind === "folder" ? await inFolder(path) : await glob(path, { absolute: false });
  const readable = matches.filter((file) => READABLE.has(extname(file).toLowerCase())).sort();
  for (const file of matches) {
    const extension = extname(file).toLowerCase();
    if (!READABLE.has(extension)) {
      const name = extension || "no extension";
      found.passedOver[name] = (found.passedOver[name] ?? 0) + 1;
    }
  }
  if (readable.length === 0) {
    found.refused.push(
      new ArticleRefused({ file: path }, "holds no file that Entente reads (.txt, .html, .json, .jsonl)")
        .refusal,
    );
  }
  return readable;
}

async function inFolder(folder: string): Promise<string[]> {
  const base = folder.replace(/\/+$/, "");
  const inside = await glob("**/*", { cwd: folder });
  return inside.map((file) => `${base}/${file}`);
}

async function kindOf(path: string): Promise<"file" | "folder" | "none"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return "none";
    throw error;
  }
}
