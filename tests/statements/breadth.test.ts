import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { createExtractor } from "../../src/extract.js";
import { readGold, type Scores, score } from "../../src/statements/index.js";

/**
 * Floors about three points below what the extractor reached when the texts were added; `silent` is
 * how many statements may come out of the texts that hold none. A fall below them means that
 * something that used to be read is no longer read. Raise them when the extractor gets better; never
 * lower them to let a change through.
 */
const GROUPS = [
  { name: "texts read while rules were written", series: 0, precision: 0.815, recall: 0.56, silent: 2 },
  { name: "texts kept aside", series: 1, precision: 0.73, recall: 0.48, silent: 2 },
];

const gold = ["breadth.jsonl", "breadth-articles.jsonl"].flatMap((name) =>
  readGold(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))),
);

/** 0 or 1: whether the number of the batch in `own-BATCH-NUMBER` is even or odd. */
function seriesOf({ article }: (typeof gold)[number]): number {
  return Number(article.id.split("-")[1]) % 2;
}

describe.each(GROUPS)("$name", ({ series, precision, recall, silent }) => {
  const texts = gold.filter((text) => seriesOf(text) === series);
  let scores: Scores;

  beforeAll(() => {
    const extractor = createExtractor();
    const found = texts.map(({ article }) => [article.id, extractor.extract(article).statements] as const);
    scores = score(texts, new Map(found));
  });

  it("yield the statements that they make", () => {
    expect(scores.exact.recall).toBeGreaterThanOrEqual(recall);
  });

  it("yield few that they do not make", () => {
    expect(scores.exact.precision).toBeGreaterThanOrEqual(precision);
  });

  it("yield next to nothing where there is nothing to find", () => {
    expect(scores.silent.articles).toBeGreaterThan(0);
    expect(scores.silent.statements).toBeLessThanOrEqual(silent);
  });
});
