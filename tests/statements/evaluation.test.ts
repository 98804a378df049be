import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Statement, StatementSchema } from "../../src/ontology/index.js";
import { GoldError, halfOf, readGold, type Scores, score } from "../../src/statements/index.js";

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

function scoreFixture(): Scores {
  const byArticle = new Map<string, Statement[]>();
  for (const line of readFileSync(fixture("predictions.ndjson"), "utf8").trim().split("\n")) {
    const statement = StatementSchema.parse(JSON.parse(line));
    byArticle.set(statement.articleId, [...(byArticle.get(statement.articleId) ?? []), statement]);
  }
  return score(readGold(fixture("gold.jsonl")), byArticle);
}

describe("score", () => {
  // expected.json is what the annotation project's own scorer prints for these files.
  const expected = JSON.parse(readFileSync(fixture("expected.json"), "utf8"));

  it("agrees with the annotation rules' own scorer on every measure", () => {
    const scores = scoreFixture();
    for (const measure of ["exact", "state", "dyad", "entities"] as const) {
      expect(scores[measure], measure).toEqual(expected[measure]);
    }
    expect(scores.modalityAccuracy).toBe(expected.modality_accuracy);
    expect(scores.dateAccuracy).toBe(expected.date_accuracy);
    expect(Object.fromEntries(scores.perPredicate)).toEqual(expected.per_predicate);
  });

  it("lists each miss and each false alarm", () => {
    const { errors, silent } = scoreFixture();
    expect(errors.filter((e) => e.kind === "wrong").map((e) => [e.articleId, e.predicate])).toEqual([
      ["fx-2", "MET_WITH"],
      ["fx-3", "ATTACKED"],
      ["fx-3", "ATTACKED"],
    ]);
    expect(errors.filter((e) => e.kind === "missed").map((e) => e.predicate)).toEqual(["ATTACKED"]);
    expect(silent).toEqual({ articles: 1, statements: 1 });
  });
});

describe("readGold", () => {
  it("names the line that is no annotated article", () => {
    expect(() => readGold(fixture("predictions.ndjson"))).toThrow(GoldError);
    expect(() => readGold(fixture("predictions.ndjson"))).toThrow(
      /predictions\.ndjson line 1 is no annotated article/,
    );
  });

  it("says that a file cannot be read", () => {
    expect(() => readGold(fixture("missing.jsonl"))).toThrow(/cannot be read/);
  });
});

describe("halfOf", () => {
  it("splits by id alone", () => {
    const ids = Array.from({ length: 200 }, (_, i) => `article-${i}`);
    const work = ids.filter((id) => halfOf(id) === "work").length;
    expect(work).toBeGreaterThan(70);
    expect(work).toBeLessThan(130);
    expect(halfOf("article-1")).toBe(halfOf("article-1"));
  });
});
