import { describe, expect, it } from "vitest";
import { createExtractor } from "../../src/extract.js";
import { idsOf, mentionsOf } from "./reading.js";

describe("names of states that name other things", () => {
  it.each([
    "The USS Georgia entered port.",
    "She lives on Jordan Street.",
    "He was born in Lebanon, Ohio.",
    "Denzel Washington gave a speech.",
  ])("%s", (text) => {
    expect(idsOf(text)).toEqual([]);
  });

  it("takes newspapers and airlines for organizations", () => {
    expect(mentionsOf("The Jordan Times praised the plan.")[0]?.entities[0]).toMatchObject({
      type: "Organization",
    });
    expect(idsOf("Turkish Airlines cancelled the flights.")).toEqual(["organization/turkish-airlines"]);
  });

  it("lets no team act", () => {
    const extractor = createExtractor();
    for (const text of [
      "Brazil beat Germany 2-1 in the semi-final.",
      "Argentina attacked and beat France in the World Cup final.",
    ]) {
      const article = { id: "t", title: "", text, url: null, source: null, publishedAt: "2023-05-10" };
      expect(extractor.extract(article).statements).toEqual([]);
      expect(mentionsOf(text).every((m) => m.kind === "place")).toBe(true);
    }
  });
});

describe("territories and agreements named before", () => {
  it("finds the territory that a description means", () => {
    const text = "Russia occupied Crimea. Ukraine says the peninsula is part of its territory.";
    expect(mentionsOf(text).find((m) => m.words === "the peninsula")?.ids).toEqual(["region/crimea"]);
  });

  it("takes what is concluded for an agreement", () => {
    const types = (text: string) => mentionsOf(text).flatMap((m) => m.entities.map((e) => e.type));
    expect(types("Britain signed a partnership with Rwanda.")).toContain("Agreement");
    expect(types("Kenya brokered the peace between Asmara and Addis Ababa.")).toContain("Agreement");
    expect(types("Britain values the partnership with Rwanda.")).not.toContain("Agreement");
  });
});
