import { describe, expect, it } from "vitest";
import { said } from "../support/said.js";

describe("what is supported, opposed or signed", () => {
  it.each([
    [
      "a gerund as object",
      "Oman opposes expanding the naval mission.",
      "Oman OPPOSES expanding the naval mission",
    ],
    [
      "an infinitive of its noun",
      "Uruguay defended its decision to leave the bloc.",
      "Uruguay SUPPORTS decision to leave the bloc",
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
    expect(said(text)).toContain(expected);
  });

  it.each([
    [
      "in the sentence before",
      "The resolution on Syria was adopted on Monday. Kenya backed it.",
      "Kenya SUPPORTS resolution on Syria",
    ],
    ["in the clause before", "Turkey proposed a corridor; Iran opposes it.", "Iran OPPOSES corridor"],
    [
      "in the plural",
      "Norway condemned the strikes. Sweden had been against them.",
      "Sweden OPPOSES strikes",
    ],
    [
      "as an agreement",
      "Colombia signed the treaty but Ecuador did not sign it.",
      "Ecuador NOT SIGNED treaty",
    ],
  ])("takes a pronoun for what was spoken of %s", (_where, text, expected) => {
    expect(said(text)).toContain(expected);
  });

  it("takes a pronoun for a state where nothing else was spoken of", () => {
    expect(said("Chad's army has held the north since May. Kenya supports it.").join()).not.toContain(
      "SUPPORTS north",
    );
    expect(said("Congo and Rwanda met. Kenya stood beside it.")).not.toContain("SUPPORTS");
  });
});
