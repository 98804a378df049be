/**
 * `npm run bench`: how fast articles become statements, on one core, by what `npm run build:server` compiled, as it is
 * shipped. Articles are about 300 words each: the samples, joined and cut, read again and again, and texts that are
 * read only once, so that no cache knows their words. Prints articles a second of CPU time of the process (other work
 * on the machine counts little) for the whole pipeline and each stage, the same by the clock, and the ratio to a
 * baseline of the same run: wink-nlp's tokens, sentences and parts of speech of the same text.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { findFiles, readFile } from "../src/articles/index.js";
import type { Article } from "../src/ontology/index.js";
import { PACKAGE_ROOT } from "../src/package-root.js";

const WORDS = 300;
const ARTICLES = 60;
/** Rounds before measuring: the engine compiles what runs often. */
const WARM_UP = 8;
const ROUNDS = 9;
const PUBLISHED = "2021-03-01";

const compiled = (folder: string) =>
  import(pathToFileURL(join(PACKAGE_ROOT, "dist", folder, "index.js")).href);
const { parseArticle }: typeof import("../src/language/index.js") = await compiled("language");
const { createEntityResolver }: typeof import("../src/entities/index.js") = await compiled("entities");
const { StatementReader }: typeof import("../src/statements/index.js") = await compiled("statements");

async function sampleTexts(): Promise<string[]> {
  const { files } = await findFiles([join(PACKAGE_ROOT, "samples")]);
  const texts: string[] = [];
  for (const file of files) {
    for await (const result of readFile(file)) if ("article" in result) texts.push(result.article.text);
  }
  return texts;
}

/** Sentences of the treebanks that the parser learns from: news about other places and people than the samples'. */
function treebankTexts(): string[] {
  const folder = join(PACKAGE_ROOT, "scripts", "train-parser", "treebank");
  const files = readdirSync(folder).filter((file) => file.endsWith(".conllu"));
  return files.map((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/^# text = (.*)$/gm)].map((m) => m[1]).join("\n"),
  );
}

/** Articles of about WORDS words, whole paragraphs joined in order; as many as the texts give where `count` is not given. */
function articlesOf(texts: readonly string[], count = Number.POSITIVE_INFINITY): Article[] {
  const paragraphs = texts.flatMap((text) => text.split("\n"));
  const articles: Article[] = [];
  let [held, words] = [[] as string[], 0];
  for (let i = 0; articles.length < count; i++) {
    if (i === paragraphs.length && count === Number.POSITIVE_INFINITY) break;
    const paragraph = paragraphs[i % paragraphs.length] ?? "";
    held.push(paragraph);
    words += paragraph.split(/\s+/).length;
    if (words < WORDS) continue;
    const id = `bench-${articles.length}`;
    articles.push({ id, title: "", text: held.join("\n"), url: null, source: null, publishedAt: PUBLISHED });
    [held, words] = [[], 0];
  }
  return articles;
}

interface Spent {
  cpu: number;
  clock: number;
}

/** Milliseconds of CPU and by the clock of one call. */
function spent(work: () => void): Spent {
  const [before, start] = [process.cpuUsage(), performance.now()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1_000, clock: performance.now() - start };
}

const nlp = winkNLP(model);
const resolver = createEntityResolver();
const reader = new StatementReader(resolver);
type Stage = "language" | "entities" | "statements" | "baseline";

function readOnce(articles: readonly Article[]): { times: Record<Stage, Spent>; found: number } {
  const documents: ReturnType<typeof parseArticle>[] = [];
  const resolved: ReturnType<typeof resolver.resolve>[] = [];
  let found = 0;
  const times = {
    language: spent(() => {
      for (const a of articles) documents.push(parseArticle(a));
    }),
    entities: spent(() => {
      for (const d of documents) resolved.push(resolver.resolve(d, PUBLISHED));
    }),
    statements: spent(() => {
      articles.forEach((a, i) => {
        const r = resolved[i];
        if (r !== undefined) found += reader.read(a, r).length;
      });
    }),
    baseline: spent(() => {
      for (const a of articles) nlp.readDoc(a.text).tokens().out(nlp.its.pos);
    }),
  };
  return { times, found };
}

/** Prints the median round; returns the CPU time of an article through the whole pipeline. */
function report(articles: readonly Article[], rounds: readonly Record<Stage, Spent>[]): void {
  const median = (value: (times: Record<Stage, Spent>) => number): number =>
    rounds.map(value).sort((a, b) => a - b)[rounds.length >> 1] ?? 0;
  const whole = (times: Record<Stage, Spent>, by: keyof Spent) =>
    times.language[by] + times.entities[by] + times.statements[by];
  const line = (name: string, ms: number): void =>
    console.log(
      `${name.padEnd(28)} ${((1_000 * articles.length) / ms).toFixed(0).padStart(6)} articles/s ${(ms / articles.length).toFixed(2).padStart(8)} ms each`,
    );
  const cpu = median((times) => whole(times, "cpu"));
  line("whole pipeline", cpu);
  for (const stage of ["language", "entities", "statements"] as const)
    line(
      `  ${stage}`,
      median((times) => times[stage].cpu),
    );
  line(
    "whole pipeline by the clock",
    median((times) => whole(times, "clock")),
  );
  const baseline = median((times) => times.baseline.cpu);
  line("baseline (wink-nlp tags)", baseline);
  console.log(`whole pipeline / baseline    ${(cpu / baseline).toFixed(1)} times its CPU time`);
}

const wordsOf = (articles: readonly Article[]): string =>
  (articles.reduce((sum, a) => sum + a.text.split(/\s+/).length, 0) / articles.length).toFixed(0);

const samples = articlesOf(await sampleTexts(), ARTICLES);
for (let round = 0; round < WARM_UP; round++) readOnce(samples);
const unseen = articlesOf(treebankTexts());
const first = readOnce(unseen);
const rounds = Array.from({ length: ROUNDS }, () => readOnce(samples));
console.log(
  `${samples.length} articles of ${wordsOf(samples)} words, median of ${ROUNDS} rounds, ${rounds[0]?.found} statements a round`,
);
report(
  samples,
  rounds.map(({ times }) => times),
);
console.log(
  `\n${unseen.length} articles of ${wordsOf(unseen)} words that were never read before, ${first.found} statements`,
);
report(unseen, [first.times]);
