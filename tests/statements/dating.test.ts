import { describe, expect, it } from "vitest";
import { createExtractor } from "../../src/extract.js";

const extractor = createExtractor();

/** The dates of the statements with a predicate in a text published on Saturday, 1 March 2025. */
function dates(text: string, predicate: string): (string | null)[] {
  const article = { id: "dated", title: "", source: null, publishedAt: "2025-03-01", url: null, text };
  return extractor
    .extract(article)
    .statements.filter((s) => s.predicate === predicate)
    .map((s) => s.date);
}

describe("the date of a statement", () => {
  it.each([
    [
      "a day after another event",
      "Peru on Tuesday recalled its envoy from Chile, a day after meeting Bolivia.",
      "MET_WITH",
      "2025-02-24",
    ],
    ["a season", "Kenya signed a treaty with Malawi last summer.", "SIGNED_WITH", "2024"],
    [
      "a clause with when",
      "Kenya praised Malawi when its president spoke on Tuesday.",
      "SUPPORTS",
      "2025-02-25",
    ],
    [
      "a later verb of the same past",
      "Ghana sanctioned Togo and withdrew on Thursday.",
      "SANCTIONED",
      "2025-02-27",
    ],
    [
      "a deal named with its month",
      "Norway brokered the ceasefire of November 2020 between Mali and Chad.",
      "MEDIATED",
      "2020-11",
    ],
  ])("%s", (_, text, predicate, date) => {
    expect(dates(text, predicate)).toContain(date);
  });

  it("is not that of what became of an agreement later", () => {
    expect(dates("The grain deal between Kenya and Malawi expired on Monday.", "SIGNED_WITH")).toEqual([
      "2025-03-01",
    ]);
  });

  it("is not that of a noun beside the event", () => {
    expect(dates("Kenya condemned Malawi over the decision of last month.", "ACCUSED")).toEqual([
      "2025-03-01",
    ]);
  });

  it("goes on from the sentence before with its actor", () => {
    const text =
      "Kenya's President Amos Mutua flew to Lima on Tuesday. He met Peru's Foreign Minister Rosa Quispe.";
    expect(dates(text, "MET_WITH")).toEqual(["2025-02-25"]);
  });
});

describe("the date of what a communiqué tells", () => {
  const text =
    "Kenya's President Amos Mutua met Peru's President Rosa Quispe on 27 February. Ms Quispe praised Kenya.";
  const read = (title: string) =>
    extractor
      .extract({ id: "titled", title, source: null, publishedAt: "2025-03-01", url: null, text })
      .statements.filter((s) => s.predicate === "SUPPORTS")
      .map((s) => s.date);

  it("is the day of the meeting", () => {
    expect(read("Joint statement of Kenya and Peru")).toEqual(["2025-02-27"]);
  });

  it("is the day of publication in other texts", () => {
    expect(read("Kenya hosts Peru's president")).toEqual(["2025-03-01"]);
  });
});

describe("the modality of a statement", () => {
  it("is that of a relative clause, not of what governs its noun", () => {
    const text = "They did not discuss the arms deal that Kenya struck with Malawi in May, officials said.";
    const article = { id: "told", title: "", source: null, publishedAt: "2025-03-01", url: null, text };
    const told = extractor.extract(article).statements.filter((s) => s.predicate === "SIGNED_WITH");
    expect(told.map((s) => s.modality)).toEqual(["actual"]);
  });

  it.each([
    [
      "a paper alleges it",
      "Peru reached an understanding with Kenya in 2017, a Maltese magazine alleges.",
      "claimed",
    ],
    ["a capital alleges it inside", "Bolivia's opposition, Lima alleges, is bankrolled by Chile.", "claimed"],
    ["it is rumoured", "Rumours that Kenya armed Malawi's rebels persist.", "claimed"],
    ["it is pledged", "Kenya pledged 1.1 billion euros to projects in Namibia.", "intended"],
    ["it comes before something to come", "Kenya's president will rest before flying to Peru.", "intended"],
  ])("where %s", (_, text, modality) => {
    const article = { id: "told", title: "", source: null, publishedAt: "2025-03-01", url: null, text };
    const told = extractor.extract(article).statements.filter((s) => s.predicate !== "HOLDS_OFFICE");
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map((s) => s.modality))).toEqual(new Set([modality]));
  });

  it("is of things to come in a clause that tells when", () => {
    const { statements } = extractor.extract({
      id: "coming",
      title: "",
      source: null,
      publishedAt: "2025-03-01",
      url: null,
      text: "Kenya and Malawi will sign a pact when Malawi's President Hastings Phiri visits Nairobi on 25 May.",
    });
    const told = statements.filter((s) => ["VISITED", "SIGNED_WITH"].includes(s.predicate));
    expect(told.map((s) => [s.predicate, s.modality, s.date])).toEqual([
      ["SIGNED_WITH", "intended", "2025-05-25"],
      ["VISITED", "intended", "2025-05-25"],
    ]);
  });

  it("is a claim where somebody else denies the deed", () => {
    const { statements } = extractor.extract({
      id: "denied",
      title: "",
      source: null,
      publishedAt: "2025-03-01",
      url: null,
      text: "A former envoy of Peru asserted that Kenya had never backed Malawi.",
    });
    expect(statements.map((s) => [s.predicate, s.negated, s.modality])).toEqual([
      ["SUPPORTS", true, "claimed"],
    ]);
  });
});
