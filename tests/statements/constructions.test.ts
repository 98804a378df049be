import { describe, expect, it } from "vitest";
import { createExtractor } from "../../src/extract.js";

const extractor = createExtractor();

/** Everything read in a text of one or two sentences, as "A PREDICATE B". */
function read(text: string): string[] {
  const { statements } = extractor.extract({
    id: "construction",
    title: "",
    source: null,
    publishedAt: "2025-03-01",
    url: null,
    text,
  });
  return statements
    .filter((s) => s.predicate !== "HOLDS_OFFICE")
    .map((s) => `${s.subject.name} ${s.negated ? "NOT " : ""}${s.predicate} ${s.object.name}`);
}

describe("constructions", () => {
  it.each([
    ["plain verb", "Canada promised Ukraine another 40 armoured vehicles.", "Canada AIDED Ukraine"],
    ["passive with agent", "A Syrian fighter was shot down by Israel.", "Israel ATTACKED Syria"],
    [
      "receiver as subject",
      "Ukraine has received 31 tanks from the United States.",
      "United States AIDED Ukraine",
    ],
    [
      "light verb and noun",
      "Pakistan lodged a strong protest with India over the shelling.",
      "Pakistan PROTESTED India",
    ],
    [
      "possessive agent of a noun",
      "The Ukrainian attack on Russia sank two ships.",
      "Ukraine ATTACKED Russia",
    ],
    [
      "a day between verb and infinitive",
      "Rwanda began on Friday to arm Mozambique.",
      "Rwanda AIDED Mozambique",
    ],
    [
      "phrase deep in the object",
      "Jakarta lifted the ban on rice exports to Bangladesh.",
      "Indonesia YIELDED_TO Bangladesh",
    ],
    [
      "adjective over a compound",
      "Colombian coffee exports to Norway rose by a tenth.",
      "Colombia COOPERATES_WITH Norway",
    ],
    [
      "coordinated adjectives",
      "Pakistani and Afghan troops exchanged fire at Torkham.",
      "Pakistan ATTACKED Afghanistan",
    ],
    [
      "answered appeal",
      "Uganda brushed off calls from Denmark to free the singer.",
      "Denmark REQUESTED Uganda",
    ],
    [
      "particle away from its verb",
      "Hungary gave in to Poland over the judges.",
      "Hungary YIELDED_TO Poland",
    ],
    ["own property hit", "Azerbaijan shelled Armenian positions near Goris.", "Azerbaijan ATTACKED Armenia"],
    [
      "troops at a border",
      "Russia massed a hundred thousand troops on Ukraine's border.",
      "Russia MOBILIZED Ukraine",
    ],
    ["region told by the sentence", "Sofala is a province of Mozambique.", "Sofala PART_OF Mozambique"],
    ["participle of a relative", "Greenland, which belongs to Denmark, voted.", "Greenland PART_OF Denmark"],
    [
      "mediator by noun",
      "Turkey acts as an intermediary between Ukraine and Russia.",
      "Türkiye MEDIATED Ukraine",
    ],
  ])("reads %s", (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it("does not take what was stopped for done", () => {
    expect(read("Berlin has stopped selling tanks to Qatar.")).not.toContain("Germany COOPERATES_WITH Qatar");
  });

  it("does not take a peacekeeping deployment for a threat", () => {
    const found = read("Kenya deployed a thousand soldiers to help Haiti.");
    expect(found).toContain("Kenya AIDED Haiti");
    expect(found).not.toContain("Kenya MOBILIZED Haiti");
  });

  it("negates what a copula says", () => {
    expect(read("Vladimir Putin has never been to Mauritania.")).toEqual([
      "Vladimir Putin NOT VISITED Mauritania",
    ]);
  });

  it("finds nothing in sport and weather", () => {
    expect(read("Brazil's second team will meet Japan in Lyon. A storm battered Haiti.")).toEqual([]);
  });
});
