import { describe, expect, it } from "vitest";
import { createExtractor } from "../../src/extract.js";

const extractor = createExtractor();

/** Everything read in a text, as "A PREDICATE B". */
function read(text: string): string[] {
  const { statements } = extractor.extract({
    id: "phrase",
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

describe("what is supported, opposed or signed", () => {
  it.each([
    [
      "a gerund as object",
      "Oman opposes expanding the naval mission.",
      "Oman OPPOSES expanding the naval mission",
    ],
    [
      "a gerund after a particle",
      "Jordan ruled out joining the coalition.",
      "Jordan OPPOSES joining the coalition",
    ],
    [
      "a gerund after a preposition",
      "Tunisia came out in favour of lifting the blockade on Yemen.",
      "Tunisia SUPPORTS lifting the blockade on Yemen",
    ],
    [
      "a gerund as predicate",
      "Norway is against drilling in the Barents Sea.",
      "Norway OPPOSES drilling in the Barents Sea",
    ],
    [
      "an object after a phrase",
      "Kenya condemned in the strongest terms an Ethiopian raid on the village.",
      "Kenya OPPOSES Ethiopian raid on the village",
    ],
    [
      "an object with a participle",
      "Brazil welcomed the understanding reached between the two neighbours.",
      "Brazil SUPPORTS understanding",
    ],
    [
      "an apposition with a relative clause",
      "Spain will not raise the dispute, a concession that Moroccan ambassador Karim Alaoui praised as wise.",
      "Karim Alaoui SUPPORTS concession",
    ],
    [
      "a clause that gives the name",
      "Laos and Vietnam signed what is being called the Hue Declaration.",
      "Laos SIGNED Hue Declaration",
    ],
  ])("reads %s", (_construction, text, expected) => {
    expect(read(text)).toContain(expected);
  });
});
