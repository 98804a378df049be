import { describe, expect, it } from "vitest";
import { createEntityResolver } from "../../src/entities/index.js";
import { parseArticle } from "../../src/language/index.js";

const resolver = createEntityResolver();

/** The entity of the phrase headed by a word. */
function phrase(text: string, head: string, sentence = 0) {
  const document = parseArticle({ title: "", text });
  const resolved = resolver.resolve(document, "2022-01-10");
  const at = document.sentences[sentence]?.tokens.findIndex((t) => t.form === head) ?? -1;
  return resolver.phrase(resolved, sentence, at)?.entities[0];
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

  it("takes people and words that name nothing for no issue", () => {
    expect(phrase("Iran opposes every move.", "move")).toBeUndefined();
    expect(phrase("Norway thanked its neighbours.", "neighbours")).toBeUndefined();
    expect(phrase("Peru backs the government.", "government")).toBeUndefined();
    expect(phrase("Peru backs steps that bring peace.", "steps")?.type).toBe("Issue");
    expect(phrase("Peru backs the elected government.", "government")?.type).toBe("Issue");
  });

  it("keeps a thing that its article alone can tell apart from that of other articles", () => {
    const ruling = phrase("The Hague court spoke. Brazil rejected the ruling.", "ruling", 1);
    expect(ruling?.id).toMatch(/^issue\/ruling-2022-01-10-/);
    expect(phrase("Brazil rejects sanctions.", "sanctions")?.id).toBe("issue/sanction");
    expect(phrase("Brazil rejects any sanctions.", "sanctions")?.id).toBe("issue/sanction");
    expect(phrase("Brazil promoted its draft.", "draft")?.id).toBe("issue/draft-bra");
  });

  it("names by its clause what names nothing alone, and takes no mere word", () => {
    expect(phrase("Peru backs steps that bring peace.", "steps")?.name).toBe("steps that bring peace");
    expect(phrase("Peru rejects the very word embargo.", "embargo")).toBeUndefined();
    expect(phrase("Peru rejects the term that Chile uses.", "term")).toBeUndefined();
  });

  it("names an issue without what belongs to the clause", () => {
    expect(phrase("Italy rejected the proposal of the militias in 2017.", "proposal")?.name).toBe(
      "proposal of the militias",
    );
    expect(phrase("Turkey welcomed the strikes as appropriate.", "strikes")?.name).toBe("strikes");
    expect(phrase("Sudan is not against the project.", "project")?.name).toBe("project");
  });

  it("names an issue as fully as the text did before", () => {
    const document = parseArticle({
      title: "",
      text: "Egypt drew up a plan for Gaza. Israel rejected the plan.",
    });
    const resolved = resolver.resolve(document, "2022-01-10");
    const at = document.sentences[1]?.tokens.findIndex((t) => t.form === "plan") ?? -1;
    expect(resolver.phrase(resolved, 1, at)?.entities[0]?.name).toBe("plan for Gaza");
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
