import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isReprint, shingles } from "../src/graph/index.js";
import { PACKAGE_ROOT } from "../src/package-root.js";
import { sampleArticles } from "./support/samples.js";

const articles = await sampleArticles();
const words = (text: string) => text.split(/\s+/).length;

it("are all read, each with a title, an outlet and a day", () => {
  expect(articles.length).toBeGreaterThanOrEqual(40);
  for (const { id, title, source, publishedAt } of articles) {
    expect({ id, title: title !== "", source: source !== null }).toEqual({ id, title: true, source: true });
    expect(publishedAt).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
  expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
});

it("give a timeline of ten years from many outlets", () => {
  const years = new Set(articles.map(({ publishedAt }) => publishedAt?.slice(0, 4)));
  for (let year = 2016; year <= 2025; year++) {
    // Nothing of 2017 and 2019 is told.
    if (year !== 2017 && year !== 2019) expect(years).toContain(String(year));
  }
  expect(new Set(articles.map(({ source }) => source)).size).toBeGreaterThanOrEqual(10);
});

it("are as long as short news reports are", () => {
  for (const { id, text } of articles) {
    expect(words(text), id).toBeGreaterThanOrEqual(150);
    expect(words(text), id).toBeLessThanOrEqual(360);
  }
});

it("hold one wire report that a second outlet prints again, and no other copies", () => {
  const copies = articles.flatMap((a, index) =>
    articles
      .slice(index + 1)
      .flatMap((b) => (isReprint(shingles(a.text), shingles(b.text)) ? [[a.id, b.id].sort().join(" ")] : [])),
  );
  expect(copies).toEqual(["anatolia-star-2020-11-10 caspian-wire-2020-11-10"]);
});

it("come in every format that the README of the samples names", async () => {
  const files = await readdir(join(PACKAGE_ROOT, "samples"));
  const formats = new Set(files.map((file) => file.split(".").at(-1)));
  expect(formats).toEqual(new Set(["txt", "json", "jsonl", "md"]));
});
