import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FusionRow, fuse } from "../../src/graph/index.js";

const KEY = "IRN|ACCUSED|AZE|+|actual";
let next = 0;
const row = (part: Partial<FusionRow> = {}): FusionRow => {
  const id = `s${next++}`;
  return {
    statement: id,
    article: id,
    outlet: null,
    story: id,
    date: null,
    confidence: 0.5,
    goldstein: -2,
    plover: "ACCUSE",
    direct: true,
    ...part,
  };
};

describe("fusing the statements under an edge", () => {
  it("takes the surest statement of each independent source and combines them by noisy-or", () => {
    const rows = [
      row({ outlet: "A", confidence: 0.5 }),
      row({ outlet: "A", confidence: 0.6 }),
      row({ outlet: "B", confidence: 0.5 }),
    ];
    expect(fuse(KEY, rows)).toMatchObject({ sources: 2, confidence: 0.8, statements: 3, articles: 3 });
  });

  it("counts copies of one story, and all of one outlet, as one source", () => {
    const copies = [row({ outlet: "A", story: "x" }), row({ outlet: "B", story: "x" }), row({ outlet: "C" })];
    expect(fuse(KEY, copies).sources).toBe(2);
    // A and B share wire copy; what A writes besides is no third source.
    expect(fuse(KEY, [...copies, row({ outlet: "A" })]).sources).toBe(2);
  });

  it("knows an outlet by its name and by its address", () => {
    const names = ["Baltic Star", "balticstar.example", "www.baltic-star.co.uk"];
    const one = names.map((outlet) => row({ outlet }));
    expect(fuse(KEY, one)).toMatchObject({ sources: 1, confidence: 0.5, articles: 3 });
    expect(fuse(KEY, [...one, row({ outlet: "Baltic News" }), row({ outlet: "星" })]).sources).toBe(3);
  });

  it("takes an article that names no outlet for a source of its own", () => {
    expect(fuse(KEY, [row(), row()])).toMatchObject({ sources: 2, sourceNames: [] });
  });

  it("gives the span of the known dates and the mean of the known weights", () => {
    const rows = [
      row({ date: "2021-05-02", goldstein: 4 }),
      row({ date: "2020", goldstein: null }),
      row({ date: null, goldstein: 1 }),
    ];
    expect(fuse(KEY, rows)).toMatchObject({
      first: "2020",
      last: "2021-05-02",
      dates: ["2020", "2021-05-02"],
      goldstein: 2.5,
    });
    expect(fuse(KEY, [row({ goldstein: null })])).toMatchObject({ first: null, last: null, goldstein: null });
  });

  it("does not depend on the order of the statements, and never loses confidence to one more", () => {
    const rows = fc.array(
      fc
        .record({
          outlet: fc.constantFrom(null, "A", "B", "C"),
          story: fc.constantFrom("x", "y", "z"),
          confidence: fc.double({ min: 0, max: 1, noNaN: true }),
          direct: fc.boolean(),
        })
        .map(row),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const edge = fuse(KEY, list);
        expect(fuse(KEY, [...list].reverse())).toEqual(edge);
        expect(edge.confidence).toBeGreaterThanOrEqual(Math.max(...list.map((r) => r.confidence)) - 1e-4);
        expect(edge.sources).toBeLessThanOrEqual(edge.articles);
        const more = fuse(KEY, [...list, row({ outlet: "D", story: "new", confidence: 0.3 })]);
        expect(more.confidence).toBeGreaterThanOrEqual(edge.confidence);
      }),
      { numRuns: 200 },
    );
  });
});
