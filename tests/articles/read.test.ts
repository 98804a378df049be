import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleFrom, findFiles, type ReadResult, readBytes, readFile } from "../../src/articles/index.js";

const bytes = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding);
const only = (results: Iterable<ReadResult>) => {
  const [first, ...more] = [...results];
  if (first === undefined || more.length > 0) throw new Error("expected one result");
  return first;
};
const articleOf = (result: ReadResult) => {
  if ("refusal" in result) throw new Error(result.refusal.reason);
  return result.article;
};

async function collect(results: AsyncIterable<ReadResult>): Promise<ReadResult[]> {
  const all: ReadResult[] = [];
  for await (const result of results) all.push(result);
  return all;
}

const BODY = "“Iran’s stance” – he said – will not change.";

describe("encodings", () => {
  const cp1252 = Buffer.from(
    [...BODY].map((c) => ({ "“": 0x93, "”": 0x94, "’": 0x92, "–": 0x96 })[c] ?? c.charCodeAt(0)),
  );
  it.each([
    ["UTF-8", bytes(BODY)],
    ["UTF-8 with mark", bytes(`\ufeff${BODY}`)],
    ["UTF-16LE with mark", bytes(`\ufeff${BODY}`, "utf16le")],
    ["UTF-16LE without mark", bytes(BODY, "utf16le")],
    ["UTF-16BE with mark", bytes(`\ufeff${BODY}`, "utf16le").swap16()],
    ["UTF-16BE without mark", bytes(BODY, "utf16le").swap16()],
    ["Windows-1252", cp1252],
  ])("reads %s", (_, content) => {
    expect(articleOf(only(readBytes("a.txt", content))).text).toBe(BODY);
  });

  it("refuses bytes that are no text, by name", () => {
    const png = Buffer.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
    ]);
    expect(only(readBytes("photo.txt", png))).toEqual({
      refusal: { file: "photo.txt", line: null, field: null, reason: "is no text file" },
    });
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom("a.txt", "a.json", "a.jsonl", "a"),
        (content, name) => {
          for (const result of readBytes(name, content))
            expect("article" in result || "refusal" in result).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("JSON and JSONL", () => {
  it("reads one object, an array and a wrapped array", () => {
    const article = { title: "T", text: "Iran met Armenia." };
    for (const document of [article, [article], { articles: [article] }]) {
      expect(articleOf(only(readBytes("a.json", bytes(JSON.stringify(document)))))).toMatchObject(article);
    }
  });

  it("takes the field names of feeds", () => {
    const feed = {
      headline: "T",
      body: "Iran met Armenia.",
      link: "https://www.x.example/a/?utm_source=y",
      published_at: "2021-03-01T22:00:00+03:30",
      outlet: "X",
    };
    expect(articleOf(only(readBytes("a.json", bytes(JSON.stringify(feed)))))).toEqual({
      id: "x.example/a",
      title: "T",
      text: "Iran met Armenia.",
      url: "https://www.x.example/a/?utm_source=y",
      source: "X",
      publishedAt: "2021-03-01",
    });
  });

  it("refuses bad lines with line and field, and reads on", () => {
    const lines = [
      '{"id":"a","text":"Iran met Armenia."}',
      "",
      '{"id":"b"}',
      '{"id":"c","text":"Iran met',
      '{"id":"d","text":"Iran left.","publishedAt":"03/01/2021"}',
      '{"id":"e","text":"Iran left."}',
    ];
    const results = [...readBytes("a.jsonl", bytes(lines.join("\n")))];
    expect(results.map((r) => ("article" in r ? r.article.id : [r.refusal.line, r.refusal.field]))).toEqual([
      "a",
      [3, "text"],
      [4, null],
      [5, "publishedAt"],
      "e",
    ]);
  });

  it("names the item of an array and the line of a syntax error", () => {
    const results = [...readBytes("a.json", bytes('[{"text":"Iran left."},{"text":7}]'))];
    expect(results[1]).toMatchObject({ refusal: { file: "a.json", field: "[1].text" } });
    expect(only(readBytes("b.json", bytes('{\n"text": "x')))).toMatchObject({ refusal: { line: 2 } });
  });

  it("any JSON value gives a valid article or a refusal, and the id does not change when read again", () => {
    fc.assert(
      fc.property(
        fc.record({ id: fc.option(fc.string()), text: fc.string(), title: fc.string() }),
        (value) => {
          const result = only(readBytes("a.json", bytes(JSON.stringify(value))));
          if ("refusal" in result) return;
          expect(articleFrom(result.article, { file: "again" })).toEqual(result.article);
        },
      ),
    );
  });
});

describe("files", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-articles-"));
    await mkdir(join(folder, "in"));
    await writeFile(join(folder, "b.txt"), "Iran met Armenia.");
    await writeFile(join(folder, "in", "a.jsonl"), '{"text":"Iran left."}\n{"text":"Iran came."}');
    await writeFile(join(folder, "photo.png"), "x");
    await writeFile(join(folder, "table.csv"), "Iran met Armenia.");
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("finds what a folder holds and says what it passed over", async () => {
    const found = await findFiles([folder, join(folder, "b.txt")]);
    expect(found.files).toEqual([`${folder}/b.txt`, `${folder}/in/a.jsonl`]);
    expect(found.passedOver).toEqual({ ".png": 1, ".csv": 1 });
    expect(found.refused).toEqual([]);
  });

  it("finds by glob", async () => {
    expect((await findFiles([`${folder}/**/*.jsonl`])).files).toHaveLength(1);
  });

  it("refuses what does not exist and what is of another format, by name", async () => {
    const found = await findFiles([join(folder, "nope.txt"), join(folder, "table.csv")]);
    expect(found.refused).toMatchObject([{ file: join(folder, "nope.txt"), reason: "does not exist" }]);
    const results = await collect(readFile(join(folder, "table.csv")));
    expect(results).toMatchObject([{ refusal: { reason: expect.stringContaining(".csv") } }]);
  });

  it("streams JSONL that is longer than one chunk, characters whole", async () => {
    const file = join(folder, "long.jsonl");
    const text = `Iran met Armenia – “again”. ${"é’“–".repeat(500)}`;
    await writeFile(
      file,
      Array.from({ length: 200 }, (_, i) => JSON.stringify({ id: `n${i}`, text })).join("\r\n"),
    );
    const results = await collect(readFile(file));
    await rm(file);
    expect(results).toHaveLength(200);
    expect(new Set(results.map((r) => articleOf(r).text))).toEqual(new Set([text]));
  });
});
