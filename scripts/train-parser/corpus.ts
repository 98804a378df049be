import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ConlluSentence } from "../../src/language/conllu.js";
import { loadTreebank, randomNumbers } from "./treebank.js";

/** The treebanks: the universal ones and our own of diplomatic news. */
export interface Corpus {
  universal: ConlluSentence[];
  diplomatic: ConlluSentence[];
  /** Diplomatic sentences that are never trained on: every sixth of diplomatic.conllu, and news-heldout.conllu. */
  heldOut: Record<"diplomatic" | "news", ConlluSentence[]>;
  development: ConlluSentence[];
}

const HELD_OUT = "news-heldout.conllu";
const isHeld = (i: number) => i % 6 === 5;

/**
 * @param shared folder of the Universal Dependencies files and diplomatic.conllu
 * @param own folder of the other diplomatic sentences
 */
export function loadCorpus(shared: string, own: string): Corpus {
  const diplomatic = loadTreebank(join(shared, "diplomatic.conllu"));
  const files = readdirSync(own)
    .filter((file) => file.endsWith(".conllu") && file !== HELD_OUT)
    .sort();
  return {
    universal: ["ewt-train", "gum-cc-by-train"].flatMap((name) =>
      loadTreebank(join(shared, `${name}.conllu.gz`)),
    ),
    diplomatic: [
      ...diplomatic.filter((_, i) => !isHeld(i)),
      ...files.flatMap((file) => loadTreebank(join(own, file))),
    ],
    heldOut: {
      diplomatic: diplomatic.filter((_, i) => isHeld(i)),
      news: loadTreebank(join(own, HELD_OUT)),
    },
    development: loadTreebank(join(shared, "ewt-dev.conllu.gz")),
  };
}

/** First words and lengths of the names in a sentence: a proper noun with the words that are flat with it. */
function namesOf({ upos, heads, deprels }: ConlluSentence): { start: number; length: number }[] {
  const names: { start: number; length: number }[] = [];
  for (let i = 0; i < upos.length; i++) {
    if (upos[i] !== "PROPN" || deprels[i] === "flat") continue;
    let length = 1;
    while (deprels[i + length] === "flat" && heads[i + length] === i && upos[i + length] === "PROPN")
      length++;
    if (length > 1) names.push({ start: i, length });
  }
  return names;
}

/**
 * Copies of sentences in which each person's name is another's with as many words, so that the parser learns titles and
 * names by their build and not by heart.
 */
export function renamed(sentences: readonly ConlluSentence[], seed: number): ConlluSentence[] {
  const pools = new Map<number, string[][]>();
  for (const sentence of sentences) {
    for (const { start, length } of namesOf(sentence)) {
      const pool = pools.get(length) ?? [];
      pool.push(sentence.forms.slice(start, start + length));
      pools.set(length, pool);
    }
  }
  const random = randomNumbers(seed);
  return sentences.flatMap((sentence) => {
    const names = namesOf(sentence);
    if (names.length === 0) return [];
    const forms = [...sentence.forms];
    for (const { start, length } of names) {
      const pool = pools.get(length)!;
      forms.splice(start, length, ...pool[Math.floor(random() * pool.length)]!);
    }
    return [{ ...sentence, forms }];
  });
}
