import { describe, expect, it } from "vitest";
import { createEntityResolver } from "../../src/entities/index.js";
import { parseArticle } from "../../src/language/index.js";

const resolver = createEntityResolver();

/** The entity of the phrase headed by a word. */
function phrase(text: string, head: string) {
  const document = parseArticle({ title: "", text });
  const resolved = resolver.resolve(document, "2022-01-10");
  const at = document.sentences[0]?.tokens.findIndex((t) => t.form === head) ?? -1;
  return resolver.phrase(resolved, 0, at)?.entities[0];
}

describe("issues", () => {
  it("gives border changes one id whatever their wording", () => {
    const ids = [
      phrase("Iran opposes any change of borders.", "change"),
      phrase("Iran opposes border changes.", "changes"),
      phrase("Iran opposes altering the borders.", "altering"),
      phrase("Iran opposes a change of the frontier.", "change"),
    ].map((e) => e?.id);
    expect(new Set(ids)).toEqual(new Set(["issue/border-change"]));
  });

  it("names an issue by its noun phrase without determiner", () => {
    expect(phrase("Norway backed the plan for a second base.", "plan")).toMatchObject({
      type: "Issue",
      name: "plan for a second base",
    });
  });

  it("keeps apart whose an issue is", () => {
    const one = phrase("Iran supports the territorial integrity of Armenia.", "integrity");
    const other = phrase("Iran supports the territorial integrity of Azerbaijan.", "integrity");
    expect(one?.id).toContain("arm");
    expect(one?.id).not.toBe(other?.id);
  });

  it("takes no pronoun and no day for an issue", () => {
    expect(phrase("Iran opposes it.", "it")).toBeUndefined();
    expect(phrase("Iran signed it on Monday.", "Monday")).toBeUndefined();
  });
});

describe("agreements", () => {
  it("knows a described agreement by date and parties", () => {
    const found = phrase("Armenia and Azerbaijan broke the ceasefire of November 2020.", "ceasefire");
    expect(found).toMatchObject({ id: "agreement/2020-11-ceasefire-arm-aze", type: "Agreement" });
    expect(phrase("Oman and Qatar signed eleven memorandums of understanding.", "memorandums")?.type).toBe(
      "Agreement",
    );
  });

  it("takes a draft for an issue", () => {
    expect(phrase("Russia rejected the draft treaty.", "treaty")?.type).toBe("Issue");
  });
});
