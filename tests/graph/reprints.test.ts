import { describe, expect, it } from "vitest";
import { isReprint, shingles, sketch } from "../../src/graph/index.js";
import { synthetic } from "../support/synthetic.js";

const articles = synthetic({ articles: 120, seed: 77, statements: 8, reprints: 0 }).map(
  ({ article }) => article.text,
);
const copy = (a: string, b: string) => isReprint(shingles(a), shingles(b));
const meet = (a: string, b: string) => sketch(a).some((key, band) => key === sketch(b)[band]);
const cut = (text: string, share: number) => text.slice(0, Math.round(text.length * share));

describe("copies of one story", () => {
  it("are told from other articles of the same style", () => {
    for (const [i, text] of articles.entries()) {
      expect(copy(text, text)).toBe(true);
      expect(copy(text, articles[(i + 1) % articles.length] as string)).toBe(false);
    }
  });

  it("may be cut, lightly edited, and set in other capitals and quotation marks", () => {
    for (const text of articles) {
      expect(copy(text, cut(text, 0.6))).toBe(true);
      expect(
        copy(text, `(Agence) ${text.replaceAll(" said that ", " said on Monday that ").toUpperCase()}`),
      ).toBe(true);
    }
  });

  it("are not made by a headline or a quotation", () => {
    const text = articles[0] as string;
    expect(copy(text, cut(text, 0.05))).toBe(false);
    expect(copy(text, `${cut(text, 0.15)} ${articles[1]}`)).toBe(false);
    expect(sketch("Talks held in Vienna.")).toEqual([]);
  });

  it("are found by their sketches, and others hardly ever", () => {
    const found = articles.filter((text) => meet(text, cut(text, 0.75)));
    expect(found.length / articles.length).toBeGreaterThan(0.95);
    const chance = articles.filter((text, i) => meet(text, articles[(i + 1) % articles.length] as string));
    expect(chance.length / articles.length).toBeLessThan(0.05);
  });
});
