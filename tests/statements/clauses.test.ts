import { describe, expect, it } from "vitest";
import { said } from "../support/said.js";

describe("clauses whose predicate the tree hid", () => {
  it.each([
    [
      "a participle before the main verb",
      "Condemning the raid, Bolivia's foreign ministry appealed to Paraguay for restraint.",
      ["Bolivia's foreign ministry OPPOSES raid", "Bolivia's foreign ministry REQUESTED Paraguay"],
    ],
    [
      "a past tense that looks like a participle",
      "The UN human rights chief called on Gabon to free the writers.",
      ["UN REQUESTED Gabon"],
    ],
    [
      "a phrase behind an adverb of manner",
      "Lusaka has come out firmly against the levy on copper.",
      ["Zambia OPPOSES levy on copper"],
    ],
    ["no as what is said", "Eswatini said no to the customs merger.", ["Eswatini OPPOSES customs merger"]],
    [
      "who somebody is between commas",
      "Vanuatu, a fierce critic of seabed mining, stayed away.",
      ["Vanuatu OPPOSES seabed mining"],
    ],
    [
      "an of-phrase behind a place",
      "The arrest in Egypt of a Chilean reporter caused anger.",
      ["Egypt COERCED Chile"],
    ],
    [
      "a time behind the object",
      "The Norwegian coast guard arrested a Latvian trawler two years ago.",
      ["Norwegian coast guard COERCED Latvia"],
    ],
    [
      "a relative clause of several",
      "Togo and Benin, both of which oppose the levy, called on Ghana to wait.",
      ["Togo OPPOSES levy", "Benin OPPOSES levy", "Togo REQUESTED Ghana", "Benin REQUESTED Ghana"],
    ],
    [
      "a particle read as a noun",
      "Lima has called home its ambassador from Quito.",
      ["Peru SANCTIONED Ecuador"],
    ],
  ])("reads %s", (_, text, expected) => {
    expect(said(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe("compounds", () => {
  it("reads a word with a hyphen as the noun that it is", () => {
    expect(said("The Russian build-up near Georgia goes on.")).toEqual(["Russia MOBILIZED Georgia"]);
    expect(said("A pull-out by Fiji from Lebanon is planned.")).toEqual(["Fiji YIELDED_TO Lebanon"]);
  });

  it("does not take a cyber-attack for an attack", () => {
    expect(said("Iran carried out a cyber-attack on Albania.")).toEqual(["Iran COERCED Albania"]);
  });
});

describe("complaints", () => {
  it("are lodged with a body against somebody else", () => {
    const text =
      "Botswana lodged a complaint with the World Trade Organization over Zambia's ban on its beef.";
    expect(said(text)).toContain("Botswana ACCUSED Zambia");
    expect(said(text).filter((s) => s.endsWith("World Trade Organization"))).toEqual([]);
  });
});

describe("what is no concession", () => {
  it.each([
    "The first ship from Odesa left Ukraine for Lebanon.",
    "The Fijian force began its mission in Haiti.",
    "Kenya has received a team of doctors from Cuba.",
    "Slovenia has acceded to the European Union.",
    "Niger handed over the fugitive to Interpol.",
  ])("%s", (text) => {
    expect(said(text).filter((s) => s.includes("YIELDED_TO"))).toEqual([]);
  });
});
