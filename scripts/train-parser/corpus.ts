import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ConlluSentence } from "../../src/language/conllu.js";
import { loadTreebank, randomNumbers } from "./treebank.js";
import { thirdPerson } from "./verbs.js";

/** The treebanks: the universal ones and our own of diplomatic news. */
export interface Corpus {
  universal: ConlluSentence[];
  diplomatic: ConlluSentence[];
  /** Diplomatic sentences that are never trained on: every sixth of diplomatic.conllu, and our own held-out files. */
  heldOut: Record<"diplomatic" | "news" | "wire", ConlluSentence[]>;
  development: ConlluSentence[];
}

const HELD_OUT_ENDING = "-heldout.conllu";
const isHeld = (i: number) => i % 6 === 5;

/**
 * @param shared folder of the Universal Dependencies files and diplomatic.conllu
 * @param own folder of the other diplomatic sentences
 */
export function loadCorpus(shared: string, own: string): Corpus {
  const diplomatic = loadTreebank(join(shared, "diplomatic.conllu"));
  const files = readdirSync(own)
    .filter((file) => file.endsWith(".conllu") && !file.endsWith(HELD_OUT_ENDING))
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
      news: loadTreebank(join(own, `news${HELD_OUT_ENDING}`)),
      wire: loadTreebank(join(own, `wire${HELD_OUT_ENDING}`)),
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

const FINITE = new Set(["VBD", "VBP", "VBZ"]);
/** Relations of words without which another verb may not do in a verb's place. */
const VALENCY = new Set(["compound:prt", "xcomp", "ccomp", "iobj", "cop", "aux:pass"]);

/** Indices of finite verbs with a plain object. */
function transitiveVerbs({ upos, xpos, heads, deprels }: ConlluSentence): number[] {
  return upos.flatMap((tag, i) => {
    if (tag !== "VERB" || !FINITE.has(xpos[i]!)) return [];
    const relations = deprels.filter((_, j) => heads[j] === i);
    return relations.includes("obj") && !relations.some((relation) => VALENCY.has(relation)) ? [i] : [];
  });
}

/**
 * Copies of sentences in which each finite verb with a plain object is another in the same form, so that the tagger
 * learns where finite verbs stand and not only which they are: many look like nouns or participles.
 */
export function withOtherVerbs(sentences: readonly ConlluSentence[], seed: number): ConlluSentence[] {
  const pools = new Map([...FINITE].map((xpos) => [xpos, new Set<string>()]));
  for (const sentence of sentences) {
    for (const i of transitiveVerbs(sentence)) {
      pools.get(sentence.xpos[i]!)!.add(sentence.forms[i]!.toLowerCase());
      pools.get("VBZ")!.add(thirdPerson(sentence.lemmas[i]!));
      pools.get("VBP")!.add(sentence.lemmas[i]!);
    }
  }
  const lists = new Map([...pools].map(([xpos, forms]) => [xpos, [...forms].sort()]));
  const random = randomNumbers(seed);
  return sentences.flatMap((sentence) => {
    const verbs = transitiveVerbs(sentence);
    if (verbs.length === 0) return [];
    const forms = [...sentence.forms];
    for (const i of verbs) {
      const pool = lists.get(sentence.xpos[i]!)!;
      forms[i] = pool[Math.floor(random() * pool.length)]!;
    }
    return [{ ...sentence, forms }];
  });
}
