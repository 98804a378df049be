/**
 * Measures the tagger and the parser: `npm run bench:parser [-- TREEBANK.conllu[.gz]...]`.
 *
 * Accuracy on treebanks with their own tokens and predicted tags: UPOS, XPOS, lemmas, UAS, LAS (relations without
 * subtypes, as conll18_ud_eval counts), LAS of core arguments. Speed on one thread of the first words of those
 * treebanks and of samples/, in tokens per second of processor time: cold is the first reading after loading, warm the
 * best of the next ones over the same words, new the first reading of words that the caches have not seen.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ConlluSentence } from "../src/language/conllu.js";
import { parseArticle } from "../src/language/index.js";
import { type LanguageModel, languageModel, loadModel } from "../src/language/model.js";
import { plainKernel } from "../src/language/plain-kernel.js";
import { PACKAGE_ROOT } from "../src/package-root.js";
import { loadTreebank } from "./train-parser/treebank.js";

const CORE = new Set(["nsubj", "obj", "iobj", "obl", "ccomp", "xcomp", "csubj", "root"]);
const DEFAULTS = [
  join(PACKAGE_ROOT, "..", "shared", "treebank", "ewt-dev.conllu.gz"),
  join(PACKAGE_ROOT, "scripts", "train-parser", "treebank", "news-heldout.conllu"),
];
const WARM_ROUNDS = 5;

const universal = (relation: string) => relation.split(":")[0]!;
const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(2).padStart(6);
const thousands = (value: number) => Math.round(value).toLocaleString("en-US").padStart(8);

/** Calls `use` with the parser's reading of each sentence; the arrays are used again. */
function readAll(
  { tagger, parser }: LanguageModel,
  sentences: readonly string[][],
  use?: (index: number, tags: Int32Array, heads: Int32Array, labels: Int32Array) => void,
): void {
  const longest = Math.max(...sentences.map(({ length }) => length));
  const [tags, heads, labels] = [new Int32Array(longest), new Int32Array(longest), new Int32Array(longest)];
  sentences.forEach((forms, index) => {
    tagger.tag(forms, tags);
    parser.parse(forms, tags, heads, labels);
    use?.(index, tags, heads, labels);
  });
}

function accuracy(model: LanguageModel, gold: readonly ConlluSentence[]): string {
  const right = { upos: 0, xpos: 0, lemma: 0, head: 0, arc: 0, coreArc: 0 };
  let [words, core] = [0, 0];
  readAll(
    model,
    gold.map(({ forms }) => forms),
    (index, tags, heads, labels) => {
      const sentence = gold[index]!;
      sentence.forms.forEach((form, i) => {
        const [upos, xpos] = model.tagger.tagOf(tags[i]!);
        const relation = universal(sentence.deprels[i]!);
        const head = heads[i] === sentence.heads[i];
        const arc = head && universal(model.parser.labels[labels[i]!]!) === relation;
        words++;
        right.upos += Number(upos === sentence.upos[i]);
        right.xpos += Number(xpos === sentence.xpos[i]);
        right.lemma += Number(model.lemmatizer.lemma(form, upos, xpos) === sentence.lemmas[i]);
        right.head += Number(head);
        right.arc += Number(arc);
        if (!CORE.has(relation)) return;
        core++;
        right.coreArc += Number(arc);
      });
    },
  );
  const { upos, xpos, lemma, head, arc, coreArc } = right;
  const shares = [upos, xpos, lemma, head, arc].map((count) => percent(count, words));
  return [...shares, percent(coreArc, core)].join("  ");
}

/** Tokens per second of processor time. */
function speed(sentences: readonly string[][], work: () => void): number {
  const tokens = sentences.reduce((sum, { length }) => sum + length, 0);
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (tokens / (user + system)) * 1e6;
}

function warmest(sentences: readonly string[][], work: () => void): number {
  return Math.max(...Array.from({ length: WARM_ROUNDS }, () => speed(sentences, work)));
}

function modelBytes(): number {
  const folder = join(PACKAGE_ROOT, "data", "model");
  const files = readdirSync(folder).filter((file) => /\.(?:bin|wasm|tsv)$/.test(file));
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

function sampleTexts(): string[] {
  const folder = join(PACKAGE_ROOT, "samples");
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  return files.map((file) => readFileSync(join(folder, file), "utf8"));
}

function main(): void {
  const files = process.argv.length > 2 ? process.argv.slice(2) : DEFAULTS;
  const memory = process.memoryUsage().rss;
  const start = performance.now();
  const model = languageModel();
  console.log(
    `load ${Math.round(performance.now() - start)} ms, model ${(modelBytes() / 1e6).toFixed(2)} MB`,
  );

  const texts = sampleTexts();
  const readTexts = () => texts.flatMap((text) => parseArticle({ title: "", text }).sentences);
  const treebanks = files.map((file) => ({ file, gold: loadTreebank(file) }));
  const all = treebanks.flatMap(({ gold }) => gold.map(({ forms }) => forms));
  const half = Math.floor(all.length / 2);
  const [first, second] = [all.slice(0, half), all.slice(half)];
  console.log("\ntokens/s                 cold      warm       new");
  const tag = (sentences: readonly string[][]) => () => {
    const tags = new Int32Array(Math.max(...sentences.map(({ length }) => length)));
    for (const forms of sentences) model.tagger.tag(forms, tags);
  };
  const rows: [string, (sentences: readonly string[][]) => () => void][] = [
    ["tag and parse", (sentences) => () => readAll(model, sentences)],
    ["tag alone", tag],
  ];
  for (const [name, work] of rows) {
    const cold = speed(first, work(first));
    const warm = warmest(first, work(first));
    console.log(
      `${name.padEnd(20)} ${thousands(cold)}  ${thousands(warm)}  ${thousands(speed(second, work(second)))}`,
    );
  }
  const samples = readTexts().map(({ tokens }) => tokens.map(({ form }) => form));
  console.log(
    `${"articles (samples/)".padEnd(20)} ${" ".repeat(8)}  ${thousands(warmest(samples, readTexts))}`,
  );
  const resident = Math.round(process.memoryUsage().rss / 1e6);
  const plain = loadModel(plainKernel);
  const few = first.slice(0, 300);
  console.log(
    `${"without WebAssembly".padEnd(20)} ${" ".repeat(8)}  ${thousands(warmest(few, () => readAll(plain, few)))}`,
  );
  console.log(`memory ${resident} MB (before loading ${Math.round(memory / 1e6)} MB)`);

  console.log("\n                           UPOS    XPOS   lemma     UAS     LAS  core LAS");
  for (const { file, gold } of treebanks) {
    console.log(`${file.split("/").pop()!.padEnd(24)} ${accuracy(model, gold)}`);
  }
}

main();
