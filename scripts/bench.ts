/**
 * `npm run bench`: how fast articles become statements, on one core. Reads the samples again and again, joined
 * or cut to about 300 words each, and prints articles a second for the whole pipeline and for each stage, and the
 * ratio to a baseline of the same run: wink-nlp's tokens, sentences and parts of speech of the same text. Times are
 * CPU time of the process, so that other work on the machine does not count.
 */
import { join } from "node:path";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { findFiles, readFile } from "../src/articles/index.js";
import { createEntityResolver } from "../src/entities/index.js";
import { parseArticle } from "../src/language/index.js";
import type { Article } from "../src/ontology/index.js";
import { PACKAGE_ROOT } from "../src/package-root.js";
import { StatementReader } from "../src/statements/index.js";

const WORDS = 300;
const ARTICLES = 60;
/** Rounds before measuring: the engine compiles what runs often. */
const WARM_UP = 2;
const ROUNDS = 5;

async function sampleTexts(): Promise<string[]> {
  const { files } = await findFiles([join(PACKAGE_ROOT, "samples")]);
  const texts: string[] = [];
  for (const file of files) {
    for await (const result of readFile(file)) if ("article" in result) texts.push(result.article.text);
  }
  return texts;
}

/** Articles of about WORDS words, whole paragraphs joined in order. */
function articlesOf(texts: readonly string[]): Article[] {
  const paragraphs = texts.flatMap((text) => text.split("\n"));
  const articles: Article[] = [];
  let [held, words] = [[] as string[], 0];
  for (let i = 0; articles.length < ARTICLES; i++) {
    const paragraph = paragraphs[i % paragraphs.length] ?? "";
    held.push(paragraph);
    words += paragraph.split(/\s+/).length;
    if (words < WORDS) continue;
    articles.push({
      id: `bench-${articles.length}`,
      title: "",
      text: held.join("\n"),
      url: null,
      source: null,
      publishedAt: "2021-03-01",
    });
    [held, words] = [[], 0];
  }
  return articles;
}

/** CPU milliseconds of one call. */
function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1_000;
}

const articles = articlesOf(await sampleTexts());
const words = articles.reduce((sum, a) => sum + a.text.split(/\s+/).length, 0) / articles.length;
const nlp = winkNLP(model);
const resolver = createEntityResolver();
const reader = new StatementReader(resolver);
const totals = { language: 0, entities: 0, statements: 0, baseline: 0 };
let found = 0;

for (let round = 0; round < WARM_UP + ROUNDS; round++) {
  const documents: ReturnType<typeof parseArticle>[] = [];
  const resolved: ReturnType<typeof resolver.resolve>[] = [];
  found = 0;
  const times = {
    language: cpuMs(() => {
      for (const a of articles) documents.push(parseArticle(a));
    }),
    entities: cpuMs(() => {
      for (const d of documents) resolved.push(resolver.resolve(d, "2021-03-01"));
    }),
    statements: cpuMs(() => {
      articles.forEach((a, i) => {
        const r = resolved[i];
        if (r !== undefined) found += reader.read(a, r).length;
      });
    }),
    baseline: cpuMs(() => {
      for (const a of articles) nlp.readDoc(a.text).tokens().out(nlp.its.pos);
    }),
  };
  if (round < WARM_UP) continue;
  for (const stage of ["language", "entities", "statements", "baseline"] as const)
    totals[stage] += times[stage];
}

const count = articles.length * ROUNDS;
const whole = totals.language + totals.entities + totals.statements;
const line = (name: string, ms: number): string =>
  `${name.padEnd(26)} ${(count / (ms / 1_000)).toFixed(0).padStart(6)} articles/s ${(ms / count).toFixed(2).padStart(8)} ms each`;
console.log(
  `${articles.length} articles of ${words.toFixed(0)} words, ${ROUNDS} rounds, ${found} statements a round`,
);
console.log(line("whole pipeline", whole));
console.log(line("  language", totals.language));
console.log(line("  entities", totals.entities));
console.log(line("  statements", totals.statements));
console.log(line("baseline (wink-nlp tags)", totals.baseline));
console.log(`whole pipeline / baseline  ${(whole / totals.baseline).toFixed(1)} times its CPU time`);
