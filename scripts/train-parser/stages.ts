import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ConlluSentence } from "../../src/language/conllu.js";
import { splitSentences } from "../../src/language/sentences.js";
import { tokenize } from "../../src/language/tokenizer.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { assemble } from "./assemble.js";
import { type Corpus, renamed, withOtherVerbs } from "./corpus.js";
import { lemmaTable } from "./lemmas.js";
import { jackknife, parserInput, tagWith } from "./prepare.js";
import { quantizeParser } from "./quantize.js";
import { taggedSentence, trainTagger } from "./tagger.js";
import { readVerbs } from "./verbs.js";

/** Hyper-parameters of data and tagger; those of the network stand in train.ts and cpp/train.cpp. */
const TAGGER = { epochs: 6, seeds: [1, 2, 3] };
const JACKKNIFE = { folds: 4, epochs: 4, seed: 7 };
const RENAMING_SEED = 11;
/** How often a tagger learns from each of our own sentences. */
const DIPLOMATIC_COPIES = 3;
/** Seeds of the copies with other verbs. */
const VERB_SEEDS = [21, 22];
/** Weights of a sentence's loss beside 1 for the universal treebanks. */
const DIPLOMATIC_WEIGHT = 3;
const RENAMED_WEIGHT = 1;
/** Factbook sentences of fewer or more words are fragments and lists. */
const SILVER_LENGTH = { least: 6, most: 60 };

const VERBS = join(PACKAGE_ROOT, "scripts", "train-parser", "verbs.tsv");
const MODEL = join(PACKAGE_ROOT, "data", "model");

/** Where the stages find things and put them. */
export interface Workplace {
  corpus: Corpus;
  shared: string;
  directory: string;
  log: (line: string) => void;
}

/** Trains the tagger and the lemma table; writes them to data/model. */
export function trainTaggerStage({ corpus, log }: Workplace): void {
  const sentences = [...corpus.universal, ...corpus.diplomatic];
  const copies = new Array<ConlluSentence[]>(DIPLOMATIC_COPIES).fill(corpus.diplomatic).flat();
  const otherVerbs = VERB_SEEDS.flatMap((seed) => withOtherVerbs(corpus.diplomatic, seed));
  const model = trainTagger([...corpus.universal, ...copies, ...otherVerbs].map(taggedSentence), {
    ...TAGGER,
    log,
  });
  writeFileSync(join(MODEL, "tagger.bin"), model);
  writeFileSync(join(MODEL, "lemmas.tsv"), lemmaTable(sentences, readVerbs(VERBS)));
}

/** Writes the parser's gold training data with jackknifed tags: gold.txt. */
export function goldStage({ corpus, directory, log }: Workplace): void {
  const copies = renamed(corpus.diplomatic, RENAMING_SEED);
  const sentences = [...corpus.universal, ...corpus.diplomatic];
  const isDiplomatic = (index: number) => index >= corpus.universal.length;
  const tags = jackknife(sentences, {
    ...JACKKNIFE,
    copies: (index) => (isDiplomatic(index) ? DIPLOMATIC_COPIES : 1),
    directory,
    log,
  });
  const copyTags = tagWith(join(directory, "tagger-fold-0.bin"), copies);
  writeFileSync(
    join(directory, "gold.txt"),
    [
      ...sentences.map((s, i) => parserInput(s, tags[i]!, isDiplomatic(i) ? DIPLOMATIC_WEIGHT : 1)),
      ...copies.map((s, i) => parserInput(s, copyTags[i]!, RENAMED_WEIGHT)),
    ].join(""),
  );
}

/** Writes what needs the finished tagger: the Factbook's sentences (raw.txt) and the sets that training looks at. */
export function inputStage({ corpus, shared, directory }: Workplace): void {
  const tagger = join(MODEL, "tagger.bin");
  const sets = {
    development: corpus.development,
    "held-diplomatic": corpus.heldOut.diplomatic,
    "held-news": corpus.heldOut.news,
  };
  for (const [name, sentences] of Object.entries(sets)) {
    const tags = tagWith(tagger, sentences);
    const text = sentences.map((sentence, i) => parserInput(sentence, tags[i]!, 1)).join("");
    writeFileSync(join(directory, `${name}.txt`), text);
  }
  const raw = factbookSentences(join(shared, "factbook-sentences.txt.gz"));
  const tags = tagWith(tagger, raw);
  const untreed = raw.map(({ forms }, i) =>
    parserInput({ forms, heads: forms.map(() => -1), deprels: forms.map(() => "dep") }, tags[i]!, 1),
  );
  writeFileSync(join(directory, "raw.txt"), untreed.join(""));
}

/** Tokenized prose sentences of the Factbook: those that end in a full stop. */
function factbookSentences(file: string): { forms: string[] }[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
  return lines
    .flatMap((line) => {
      const tokens = tokenize(line);
      const forms = tokens.map(({ start, end }) => line.slice(start, end));
      return splitSentences(forms, tokens).map((span) => ({ forms: forms.slice(span.first, span.end) }));
    })
    .filter(
      ({ forms }) =>
        forms.length >= SILVER_LENGTH.least &&
        forms.length <= SILVER_LENGTH.most &&
        forms[forms.length - 1] === ".",
    );
}

/** Turns the student into data/model/parser.bin and assembles the kernel. */
export async function exportStage({ directory }: Workplace): Promise<void> {
  writeFileSync(join(MODEL, "parser.bin"), quantizeParser(join(directory, "student")));
  writeFileSync(
    join(MODEL, "kernel.wasm"),
    await assemble(join(PACKAGE_ROOT, "src", "language", "kernel.wat")),
  );
}
