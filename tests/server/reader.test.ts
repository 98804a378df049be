import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleFromText } from "../../src/articles/index.js";
import { createExtractor } from "../../src/extract.js";
import { ArticleReader } from "../../src/server/reader.js";
import { serveSynthetic } from "./support.js";

const SENTENCE = "Iranian Foreign Minister Abbas Araghchi met Armenian Foreign Minister Ararat Mirzoyan. ";
const article = (sentences: number) =>
  articleFromText(`Talks ${sentences}\n\n${SENTENCE.repeat(sentences)}`, { file: `talks-${sentences}.txt` });

describe("a process that reads", () => {
  let reader: ArticleReader;
  beforeAll(async () => {
    reader = await ArticleReader.start({ minConfidence: 0 });
  });
  afterAll(() => reader.stop());

  it("finds what the extractor finds, for each of many at once", async () => {
    const articles = [1, 2, 3, 4].map(article);
    const found = await Promise.all(articles.map((one) => reader.extract(one)));
    const extractor = createExtractor({ minConfidence: 0 });
    expect(found).toEqual(articles.map((one) => extractor.extract(one)));
    expect(found[0]?.statements).not.toEqual([]);
  });

  it("tells what went wrong, and reads the next one", async () => {
    const broken = { ...article(1), text: undefined as unknown as string };
    await expect(reader.extract(broken)).rejects.toThrow(/undefined/);
    expect((await reader.extract(article(1))).statements).not.toEqual([]);
  });
});

it("gives up what takes too long, and reads the next one", async () => {
  const hasty = await ArticleReader.start({ minConfidence: 0, timeLimitMs: 400 });
  const long = hasty.extract(article(2_000));
  const short = hasty.extract(article(1));
  await expect(long).rejects.toThrow(/took too long/);
  expect((await short).statements).not.toEqual([]);
  hasty.stop();
});

it("lets the server answer while it reads", async () => {
  const server = await serveSynthetic({ articles: 0 });
  // The first article waits for the reader to begin.
  await server.post("/api/articles?dry=true", `Talks\n\n${SENTENCE}`);
  const order: string[] = [];
  const reading = server
    .post("/api/articles?dry=true", `Talks\n\n${SENTENCE.repeat(2_000)}`)
    .then(({ status }) => order.push(`read ${status}`));
  await server.get("/api/health").then(({ status }) => order.push(`health ${status}`));
  await reading;
  expect(order).toEqual(["health 200", "read 200"]);
  await server.stop();
});
