import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../package-root.js";

/** What stands after an abbreviation: a name always, a figure always, or anything, also a new sentence. */
export type Follower = "name" | "figure" | "any";

const FOLLOWERS: readonly string[] = ["name", "figure", "any"] satisfies Follower[];
const CAPITALS = /^\p{Lu}{2,}\.$/u;

let known: Map<string, Follower> | undefined;

/** What follows the abbreviation `word` (with its point), undefined if it is none. In capitals it counts like `Nov.` */
export function followerOf(word: string): Follower | undefined {
  known ??= readAbbreviations(join(PACKAGE_ROOT, "data", "language", "abbreviations.tsv"));
  return known.get(CAPITALS.test(word) ? word[0] + word.slice(1).toLowerCase() : word);
}

function readAbbreviations(file: string): Map<string, Follower> {
  const followers = new Map<string, Follower>();
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((line, index) => {
      if (line === "" || line.startsWith("#")) return;
      const [word, follower] = line.split("\t");
      if (!word?.endsWith(".") || !follower || !FOLLOWERS.includes(follower)) {
        throw new Error(
          `${file}:${index + 1}: wants an abbreviation with its point, a tab, and name, figure or any`,
        );
      }
      followers.set(word, follower as Follower);
    });
  return followers;
}
