import type { EntityRef } from "../../ontology/index.js";
import type { GoldEntity } from "./gold.js";
import { similarity } from "./similarity.js";

const STOP_WORDS = new Set(
  "a an the of in on to for and or any its his her their with by at from between".split(" "),
);
/** Least similarity at which two last names are transliterations of one. */
const ALIKE = 0.78;

/** Lower case, no diacritics, only letters and digits between single spaces. */
function fold(text: string | null | undefined): string {
  const plain = (text ?? "").normalize("NFKD").replace(/[\p{Mn}\p{Me}]/gu, "");
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

function tokens(text: string): Set<string> {
  const words = fold(text)
    .split(" ")
    .filter((w) => w !== "");
  return new Set(
    words
      .filter((w) => !STOP_WORDS.has(w))
      .map((w) => (w.length > 4 && w.endsWith("s") ? w.slice(0, -1) : w)),
  );
}

function alike(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) > 3 && similarity(a, b) >= ALIKE);
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(" ") + 1);
}

/** Whether a predicted entity is the annotated one: by code, name, alias, last name or shared words, as its type asks. */
export function isSame(predicted: EntityRef, gold: GoldEntity): boolean {
  if (gold.type === "Country") {
    return (
      predicted.type === "Country" &&
      gold.country != null &&
      (gold.country === predicted.id || gold.country === predicted.country)
    );
  }
  if (predicted.type === "Country") return false;
  const names = [gold.name, ...gold.mentions];
  const name = fold(predicted.name);
  if (name !== "" && names.some((n) => fold(n) === name)) return true;
  if (gold.type === "Official") {
    if (predicted.type !== "Official" || name === "") return false;
    const countriesAgree =
      predicted.country === null || gold.country == null || predicted.country === gold.country;
    return countriesAgree && alike(lastWord(name), lastWord(fold(gold.name)));
  }
  const words = tokens(predicted.name);
  return names.some((n) => {
    const other = tokens(n);
    if (words.size === 0 || other.size === 0) return false;
    const shared = [...words].filter((w) => other.has(w)).length;
    return (
      shared / Math.min(words.size, other.size) >= 0.6 && shared / Math.max(words.size, other.size) >= 0.34
    );
  });
}

export interface Pairing<P, G> {
  pairs: [P, G][];
  missed: G[];
  extra: P[];
}

/** Matches each prediction, in order, to the first free core annotation that equals it, else to a free marginal one. */
export function pair<P, G extends { core: boolean }>(
  gold: readonly G[],
  predictions: readonly P[],
  equal: (p: P, g: G) => boolean,
): Pairing<P, G> {
  const missed = [...gold];
  const pairs: [P, G][] = [];
  const extra: P[] = [];
  for (const p of predictions) {
    const hit = missed.find((g) => g.core && equal(p, g)) ?? missed.find((g) => equal(p, g));
    if (hit === undefined) extra.push(p);
    else {
      missed.splice(missed.indexOf(hit), 1);
      pairs.push([p, hit]);
    }
  }
  return { pairs, missed, extra };
}
