import type { ConlluSentence } from "../../src/language/conllu.js";
import { LONGEST_ENDING } from "../../src/language/lemmatizer.js";
import type { VerbForm } from "./verbs.js";

const INFLECTED = /^(?:NNS|NNPS|VB[DGNZ]|JJ[RS]|RB[RS])$/;

type Counts = Map<string, Map<string, number>>;

function count(counts: Counts, key: string, value: string): void {
  const values = counts.get(key) ?? new Map<string, number>();
  values.set(value, (values.get(value) ?? 0) + 1);
  counts.set(key, values);
}

function commonest(values: Map<string, number>): [string, number] {
  return [...values].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
}

/** How the word becomes the lemma: `cut+add`. */
function change(word: string, lemma: string): string {
  let same = 0;
  while (same < word.length && same < lemma.length && word[same] === lemma[same]) same++;
  return `${word.length - same}+${lemma.slice(same)}`;
}

function applyChange(word: string, edit: string): string {
  const [cut, add] = edit.split("+") as [string, string];
  return word.slice(0, word.length - Number(cut)) + add;
}

/**
 * Learns lemma rules from treebanks and returns the lines of data/model/lemmas.tsv: for each tag of inflected words the
 * commonest change of each ending, where it differs from that of the shorter ending, then the words that the rules miss.
 * @param verbs forms that are learnt beside those of the treebanks, which count more
 */
export function lemmaTable(sentences: readonly ConlluSentence[], verbs: readonly VerbForm[]): string {
  const words: Counts = new Map();
  for (const { forms, lemmas, upos, xpos } of sentences) {
    forms.forEach((form, i) => {
      const lemma = upos[i] === "PROPN" ? lemmas[i]!.toLowerCase() : lemmas[i]!;
      if (lemma === "_" || /\s/.test(form) || upos[i] === "X" || xpos[i] === "GW") return;
      count(words, `${xpos[i]} ${form.replaceAll("’", "'").toLowerCase()}`, lemma);
    });
  }
  for (const { xpos, form, lemma } of verbs) {
    const key = `${xpos} ${form}`;
    if (!words.has(key)) count(words, key, lemma);
  }
  const rules = learnRules(words);
  const lines = [...rules].map(([key, edit]) => `${key.replace(" ", "\t")}\t${edit}`);
  for (const [key, lemmas] of words) {
    const [xpos, word] = key.split(" ") as [string, string];
    const [lemma, times] = commonest(lemmas);
    const total = [...lemmas.values()].reduce((sum, n) => sum + n, 0);
    const predicted = predict(word, xpos, rules);
    if (lemma !== predicted && times / total > 0.5 && !isTypo(word, lemma, total))
      lines.push(`${xpos}\t${word}\t${lemma}`);
  }
  return `${lines.sort().join("\n")}\n`;
}

/** Treebanks correct misspelt words in the lemma; seen once, a word far from its lemma is taken for one. */
function isTypo(word: string, lemma: string, times: number): boolean {
  return times < 2 && !/^\w+$/.test(word + lemma);
}

function learnRules(words: Counts): Map<string, string> {
  const edits: Counts = new Map();
  for (const [key, lemmas] of words) {
    const [xpos, word] = key.split(" ") as [string, string];
    if (!INFLECTED.test(xpos)) continue;
    const edit = change(word, commonest(lemmas)[0]);
    if (Number(edit.split("+")[0]) > 4) continue;
    for (let length = 0; length <= Math.min(LONGEST_ENDING, word.length - 1); length++) {
      count(edits, `${xpos} -${word.slice(word.length - length)}`, edit);
    }
  }
  const rules = new Map<string, string>();
  const byLength = [...edits].sort((a, b) => a[0].length - b[0].length);
  for (const [key, counts] of byLength) {
    const [xpos, ending] = key.split(" ") as [string, string];
    const [edit, times] = commonest(counts);
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
    if (ending !== "-" && (times < 3 || times / total < 0.6)) continue;
    if (ruleFor(ending.slice(2), xpos, rules) !== edit || ending === "-") rules.set(key, edit);
  }
  return rules;
}

function ruleFor(word: string, xpos: string, rules: Map<string, string>): string | undefined {
  for (let length = Math.min(LONGEST_ENDING, word.length); length >= 0; length--) {
    const rule = rules.get(`${xpos} -${word.slice(word.length - length)}`);
    if (rule) return rule;
  }
  return undefined;
}

function predict(word: string, xpos: string, rules: Map<string, string>): string {
  const rule = INFLECTED.test(xpos) ? ruleFor(word, xpos, rules) : undefined;
  return rule && word.length > Number(rule[0]) ? applyChange(word, rule) : word;
}
