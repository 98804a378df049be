import { describe, expect, it } from "vitest";
import { mentionsOf } from "./reading.js";

/** What each occurrence of a word stands for, in order of place. */
function each(text: string, word: string): string[][] {
  return mentionsOf(text)
    .filter((m) => m.words.toLowerCase() === word)
    .map((m) => m.ids);
}

describe("possessives behind verbs that say whose", () => {
  it("give what somebody is urged to do to the one who is urged", () => {
    expect(each("The EU urged Serbia to withdraw its troops from the border.", "its")).toEqual([["SRB"]]);
    expect(each("Peru called on Chile to open its ports.", "its")).toEqual([["CHL"]]);
    expect(each("Ghana promised Togo to open its ports.", "its")).toEqual([["GHA"]]);
  });

  it("give what somebody is thanked or blamed for to the one who is", () => {
    expect(each("Armenia thanked Iran for its support.", "its")).toEqual([["IRN"]]);
    expect(each("Norway criticized Israel over its strikes on Gaza.", "its")).toEqual([["ISR"]]);
    expect(each("Brazil complained to Canada about its tariffs.", "its")).toEqual([["CAN"]]);
    expect(each("Turkey accused Greece of arming its islands.", "its")).toEqual([["GRC"]]);
  });

  it("give what is attacked or rejected to another than who does it", () => {
    expect(each("Kenya said that Uganda had shelled its island.", "its")).toEqual([["KEN"]]);
    expect(each("Egypt wants a treaty. Ethiopia rejects its claim.", "its")).toEqual([["EGY"]]);
    expect(each("Egypt wants a treaty. Ethiopia rejects its own claim.", "its")).toEqual([["ETH"]]);
  });
});

describe("pronouns that are no subject", () => {
  it("mean another than the subject", () => {
    expect(each("Turkey has asked Sweden for help. Ankara accuses it of delays.", "it")).toEqual([["SWE"]]);
    expect(each("Spain told Morocco that it would not sell it arms.", "it")).toEqual([["ESP"], ["MAR"]]);
  });

  it("mean what stands highest in the sentence before them", () => {
    const text = "Mali has blamed Algeria for sheltering rebels; it in turn accuses Bamako of lies.";
    expect(each(text, "it")).not.toContainEqual(["DZA"]);
    const group = "Pakistan has blamed the Taliban for sheltering rebels; they in turn accuse it of lies.";
    expect(each(group, "they")).toEqual([["organization/taliban"]]);
    expect(each(group, "it")).toEqual([["PAK"]]);
  });
});

describe("men and women", () => {
  it("are told apart by name, title and earlier pronoun", () => {
    const text =
      "Kenya's deputy president, Grace Otieno, met Uganda's prime minister, Peter Kato. She accused him of delays. He promised her an inquiry.";
    const named = (word: string) =>
      mentionsOf(text)
        .filter((m) => m.words.toLowerCase() === word)
        .map((m) => m.entities[0]?.name);
    expect(named("she")).toEqual(["Grace Otieno"]);
    expect(named("him")).toEqual(["Peter Kato"]);
    expect(named("her")).toEqual(["Grace Otieno"]);
  });

  it("may be office holders without a name, for whom their state stands", () => {
    const text = "Peru's foreign minister met her Chilean counterpart in Lima. She thanked him for the help.";
    expect(each(text, "she")).toEqual([["PER"]]);
    expect(each(text, "him")).toEqual([["CHL"]]);
    expect(each("Albania expelled two Iranian diplomats. It accused them of spying.", "them")).toEqual([
      ["IRN"],
    ]);
  });
});
