import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ConlluSentence } from "../../src/language/conllu.js";
import { normalForm, shapeOf } from "../../src/language/lexical.js";
import { Tagger } from "../../src/language/tagger.js";
import { type TaggedSentence, taggedSentence, trainTagger } from "./tagger.js";

/** Tags `sentences` with a model file. */
export function tagWith(modelFile: string, sentences: readonly { forms: string[] }[]): string[][] {
  const tagger = new Tagger(modelFile);
  return sentences.map(({ forms }) => {
    const numbers = new Int32Array(forms.length);
    tagger.tag(forms, numbers);
    return Array.from(numbers, (number) => tagger.tags[number]!);
  });
}

/**
 * Tags each sentence with a tagger that was not trained on it, so that the parser learns to live with the tagger's
 * errors. Sentences are dealt to the folds in turn by blocks of ten, as neighbours are of one document.
 * @param options.copies how often the sentence of an index is learnt from
 */
export function jackknife(
  sentences: readonly ConlluSentence[],
  options: {
    folds: number;
    epochs: number;
    seed: number;
    copies: (index: number) => number;
    directory: string;
    log: (line: string) => void;
  },
): string[][] {
  const { folds, epochs, seed, copies, directory, log } = options;
  const result: string[][] = new Array(sentences.length);
  for (let fold = 0; fold < folds; fold++) {
    const held = sentences.map((_, i) => i).filter((i) => Math.floor(i / 10) % folds === fold);
    const inFold = new Set(held);
    const rest = sentences.flatMap((sentence, i) =>
      inFold.has(i) ? [] : new Array<TaggedSentence>(copies(i)).fill(taggedSentence(sentence)),
    );
    const model = join(directory, `tagger-fold-${fold}.bin`);
    log(`tagger without fold ${fold + 1} of ${folds}`);
    writeFileSync(model, trainTagger(rest, { epochs, seeds: [seed + fold], log }));
    const tags = tagWith(
      model,
      held.map((i) => sentences[i]!),
    );
    held.forEach((index, k) => {
      result[index] = tags[k]!;
    });
  }
  return result;
}

/**
 * A sentence as the parser's trainer reads it: normal form, ending, shape, tag, head (0 = root) and relation of each
 * word; before it the weight of its loss.
 */
export function parserInput(
  { forms, heads, deprels }: Pick<ConlluSentence, "forms" | "heads" | "deprels">,
  tags: readonly string[],
  weight: number,
): string {
  const lines = forms.map((form, i) => {
    const normal = normalForm(form);
    return [normal, normal.slice(-3), shapeOf(form), tags[i], heads[i]! + 1, deprels[i]].join("\t");
  });
  return `# weight ${weight}\n${lines.join("\n")}\n\n`;
}
