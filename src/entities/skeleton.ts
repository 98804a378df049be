import { forms, readTable } from "./tables.js";
import { fold } from "./text.js";

/*
 * One romanization of a name looks unlike another: Araqchi, Araghchi, Aragchi; Aliyev, Aliev; Raisi, Raeisi;
 * Mohammad, Muhammad, Mohamed. The skeleton of a name is what they share. It is compared only between persons of
 * the same state (see registry.ts), never as a measure of likeness.
 */

/** Spellings of one sound, in order: Persian gh/q, Slavic ov/off, Armenian ian/yan, Arabic ou/u. */
const RULES: readonly [RegExp, string][] = [
  [/off$/, "ov"],
  [/eff$/, "ev"],
  [/tch|tsch/g, "C"],
  [/sch/g, "S"],
  [/dzh|dj|zh/g, "j"],
  [/ch/g, "C"],
  [/sh/g, "S"],
  [/kh/g, "h"],
  [/gh|q/g, "g"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/dh/g, "d"],
  [/ck|c(?![eiy])/g, "k"],
  [/c/g, "s"],
  [/x/g, "ks"],
  [/w/g, "v"],
  // A glide between vowels is written or not: Aliyev, Aliev; Tokayev, Tokaev.
  [/([aeiou])y(?=[aeiou])/g, "$1"],
  [/y/g, "i"],
  // A silent h closes an Arabic or Persian name: Abdullah, Abdulla; Nasrallah.
  [/h$/, ""],
  [/ou|oo/g, "u"],
  [/ee/g, "i"],
  [/[ae]+i+/g, "i"],
  [/[ae]/g, "a"],
  [/[ou]/g, "u"],
  [/(.)\1+/g, "$1"],
];

const DROPPED = new Set([
  "al",
  "el",
  "ul",
  "ur",
  "bin",
  "ibn",
  "ben",
  "bint",
  "as",
  "ash",
  "ad",
  "ar",
  "an",
  "de",
  "mr",
  "jr",
  "sr",
]);

let given: Map<string, string> | null = null;

/** Given names in other languages' forms, each by the form that stands for all. */
function givenNames(): Map<string, string> {
  given ??= new Map(
    readTable("given-names.tsv", ["name", "same"]).flatMap((row) =>
      forms(row.same).map((other): [string, string] => [other, row.name]),
    ),
  );
  return given;
}

/** Skeletons of words, and of whole names, found before: an article compares the same few again and again. */
const skeletons = new Map<string, string>();
const names = new Map<string, string>();

function wordSkeleton(form: string): string {
  let known = skeletons.get(form);
  if (known === undefined) {
    known = romanized(form);
    if (skeletons.size > 50_000) skeletons.clear();
    skeletons.set(form, known);
  }
  return known;
}

function romanized(form: string): string {
  const word = givenNames().get(form) ?? form;
  return RULES.reduce((left, [pattern, right]) => left.replace(pattern, right), word).toLowerCase();
}

/** The skeleton of a person's name, word by word: `hasan ruhani` for Hassan Rouhani, Hasan Ruhani, Hassan Rohani. */
export function skeleton(name: string): string {
  let known = names.get(name);
  if (known === undefined) {
    known = nameSkeleton(name);
    if (names.size > 50_000) names.clear();
    names.set(name, known);
  }
  return known;
}

function nameSkeleton(name: string): string {
  return name
    .split(/[\s-]+/)
    .map(fold)
    .filter((word) => word !== "" && !DROPPED.has(word))
    .map(wordSkeleton)
    .join(" ");
}
