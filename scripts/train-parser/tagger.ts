import type { ConlluSentence } from "../../src/language/conllu.js";
import { packModel } from "../../src/language/model-file.js";
import { TAGGER_FORMAT, type TaggerMeta } from "../../src/language/tagger.js";
import {
  CONTEXT_FEATURES,
  contextFeatures,
  NO_TAG,
  profileOf,
  type WordProfile,
} from "../../src/language/tagger-features.js";
import { Perceptron } from "./perceptron.js";
import { randomNumbers, shuffle } from "./treebank.js";

/** A sentence for the tagger: forms and `UPOS|XPOS` tags. */
export interface TaggedSentence {
  forms: string[];
  tags: string[];
}

export function taggedSentence({ forms, upos, xpos }: ConlluSentence): TaggedSentence {
  return { forms, tags: upos.map((tag, i) => `${tag}|${xpos[i]}`) };
}

/** A joint tag rarer than this is learnt as the commonest tag of its UPOS. */
const RARE_TAG = 5;
/** A word gets an ambiguity class from this count on; the rarer ones look like unknown ones, as at test time. */
const KNOWN_WORD = 3;
/** From this count on a word may only have the tags that it had. */
const CLOSED_WORD = 40;
/** Share of its occurrences below which a tag does not count in a closed word's list. */
const ODD_SHARE = 0.002;
/** Weights below this, and features with no weight above `FEATURE_FLOOR`, are not kept. */
const WEIGHT_FLOOR = 0.15;
const FEATURE_FLOOR = 0.4;
/** Fixed-point factor of the kept weights. */
const SCALE = 8;

type Lexicon = TaggerMeta["lexicon"];

function countTags(sentences: TaggedSentence[]): { tags: string[]; fold: Map<string, string> } {
  const counts = new Map<string, number>();
  for (const { tags } of sentences) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const tags = byCount.filter(([, count]) => count >= RARE_TAG).map(([tag]) => tag);
  const upos = (tag: string) => tag.slice(0, tag.indexOf("|"));
  const fold = new Map(
    byCount.map(([tag, count]) => [
      tag,
      count >= RARE_TAG ? tag : (tags.find((kept) => upos(kept) === upos(tag)) ?? tags[0]!),
    ]),
  );
  return { tags, fold };
}

function buildLexicon(sentences: TaggedSentence[], tagNumbers: Map<string, number>): Lexicon {
  const words = new Map<string, Map<string, number>>();
  for (const { forms, tags } of sentences) {
    forms.forEach((form, i) => {
      const counts = words.get(form) ?? new Map<string, number>();
      counts.set(tags[i]!, (counts.get(tags[i]!) ?? 0) + 1);
      words.set(form, counts);
    });
  }
  const lexicon: Lexicon = {};
  for (const [form, counts] of words) {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (total < KNOWN_WORD) continue;
    const frequent = [...counts].filter(([, count]) => count / total >= 0.08).map(([tag]) => tag);
    const entry: Lexicon[string] = { ambiguity: frequent.sort().join(" ") };
    if (total >= CLOSED_WORD) {
      entry.allowed = [...counts]
        .filter(([, count]) => count / total > ODD_SHARE)
        .map(([tag]) => tagNumbers.get(tag)!);
    }
    lexicon[form] = entry;
  }
  return lexicon;
}

/** A sentence in numbers. */
interface Example {
  words: WordProfile[];
  allowed: (number[] | undefined)[];
  gold: Int32Array;
}

/**
 * Trains a tagger and returns the bytes of its model file. With several seeds, as many perceptrons see the sentences in
 * other orders, and the model is their mean.
 */
export function trainTagger(
  sentences: readonly TaggedSentence[],
  { epochs, seeds, log }: { epochs: number; seeds: readonly number[]; log: (line: string) => void },
): Buffer {
  const { tags, fold } = countTags([...sentences]);
  const folded = sentences.map((s) => ({ forms: s.forms, tags: s.tags.map((tag) => fold.get(tag)!) }));
  const numbers = new Map(tags.map((tag, i) => [tag, i]));
  const lexicon = buildLexicon(folded, numbers);
  const entries = new Map(Object.entries(lexicon));
  const profiles = new Map<string, WordProfile>();
  const profile = (form: string) => {
    const known = profiles.get(form) ?? profileOf(form, entries.get(form)?.ambiguity);
    profiles.set(form, known);
    return known;
  };
  const examples = folded.map((s) => ({
    words: s.forms.map(profile),
    allowed: s.forms.map((form) => entries.get(form)?.allowed),
    gold: Int32Array.from(s.tags, (tag) => numbers.get(tag)!),
  }));
  const perceptrons = seeds.map((seed) => {
    const perceptron = new Perceptron(tags.length);
    const random = randomNumbers(seed);
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(examples, random);
      const right = learn(perceptron, examples);
      log(
        `tagger ${seed}, epoch ${epoch + 1}: ${(100 * right).toFixed(2)} % right in training, ${perceptron.size} features`,
      );
    }
    return perceptron;
  });
  return exportModel(perceptrons, { tags, lexicon });
}

/** One epoch; returns the share of words tagged right. */
function learn(perceptron: Perceptron, examples: readonly Example[]): number {
  const features = new Int32Array(CONTEXT_FEATURES);
  const scores = new Int32Array(perceptron.classes);
  let right = 0;
  let total = 0;
  for (const { words, allowed, gold } of examples) {
    let previous = NO_TAG;
    let beforePrevious = NO_TAG;
    for (let i = 0; i < words.length; i++) {
      const choices = allowed[i];
      let best = choices?.[0] ?? 0;
      if (choices?.length !== 1) {
        const word = words[i]!;
        scores.fill(0);
        const length = contextFeatures(words, words.length, i, previous, beforePrevious, features);
        perceptron.addScores(word.fixed, word.fixed.length, scores);
        perceptron.addScores(features, length, scores);
        for (const c of choices ?? scores.keys()) if (scores[c]! > scores[best]!) best = c;
        if (best !== gold[i]) {
          perceptron.update(word.fixed, word.fixed.length, gold[i]!, best);
          perceptron.update(features, length, gold[i]!, best);
        }
      }
      if (best === gold[i]) right++;
      total++;
      beforePrevious = previous;
      previous = best;
    }
    perceptron.tick();
  }
  return right / total;
}

/** The mean of the perceptrons' averaged weights. */
function meanWeights(perceptrons: readonly Perceptron[]): Map<number, Float32Array> {
  const sums = new Map<number, Float32Array>();
  for (const perceptron of perceptrons) {
    perceptron.forEachAveraged((key, weights) => {
      const sum = sums.get(key) ?? new Float32Array(weights.length);
      weights.forEach((weight, c) => {
        sum[c]! += weight / perceptrons.length;
      });
      sums.set(key, sum);
    });
  }
  return sums;
}

function exportModel(perceptrons: readonly Perceptron[], meta: TaggerMeta): Buffer {
  const rows: { key: number; shift: number; classes: number[]; values: number[] }[] = [];
  for (const [key, weights] of meanWeights(perceptrons)) {
    const classes: number[] = [];
    const scaled: number[] = [];
    let largest = 0;
    weights.forEach((weight, c) => {
      largest = Math.max(largest, Math.abs(weight));
      if (Math.abs(weight) < WEIGHT_FLOOR) return;
      classes.push(c);
      scaled.push(weight * SCALE);
    });
    if (largest < FEATURE_FLOOR) continue;
    let shift = 0;
    while (largest * SCALE > 127 * (1 << shift)) shift++;
    rows.push({ key, shift, classes, values: scaled.map((value) => Math.round(value / (1 << shift))) });
  }
  rows.sort((a, b) => a.key - b.key);
  return packModel(TAGGER_FORMAT, meta, {
    keys: Int32Array.from(rows, (row, i) => row.key - (rows[i - 1]?.key ?? 0)),
    lengths: Uint8Array.from(rows, (row) => row.values.length),
    shifts: Uint8Array.from(rows, (row) => row.shift),
    classes: Uint8Array.from(rows.flatMap((row) => row.classes)),
    values: Int8Array.from(rows.flatMap((row) => row.values)),
  });
}
