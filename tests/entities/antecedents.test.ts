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

describe("two and three of them", () => {
  const last = (text: string, words: string) =>
    mentionsOf(text)
      .filter((m) => m.words === words)
      .at(-1)?.ids;

  it("are those just named before those whom the article is most about", () => {
    const text =
      "Armenia and Azerbaijan agreed on a border. Turkey praised Azerbaijan. Armenia's premier is to meet Georgia's president. The two countries signed a deal in 2015.";
    expect(last(text, "The two countries")).toEqual(["ARM", "GEO"]);
  });

  it("are persons, with names or without", () => {
    const text =
      "The Turkish and Egyptian presidents met in Cairo. The two leaders signed a treaty. The two men shook hands.";
    expect(new Set(last(text, "leaders"))).toEqual(new Set(["TUR", "EGY"]));
    expect(new Set(last(text, "The two men"))).toEqual(new Set(["TUR", "EGY"]));
    const named =
      "The Dutch foreign minister, Anna de Vries, met her Surinamese counterpart, Albert Ramdas. The two ministers signed a treaty.";
    expect(
      mentionsOf(named)
        .at(-2)
        ?.entities.map((e) => e.name),
    ).toEqual(["Anna de Vries", "Albert Ramdas"]);
  });

  it("are bodies of the two states, and halves of one", () => {
    const text = "India and Nepal exchanged fire. The two armies blamed each other.";
    expect(last(text, "armies")).toEqual(["organization/ind/army", "organization/npl/army"]);
    expect(last("The two Koreas met at Panmunjom.", "The two Koreas")).toEqual(["PRK", "KOR"]);
    expect(last("South Korea trained. The North threatened the South.", "The North")).toEqual(["PRK"]);
  });

  it("stand alone as 'the trio', 'neither', 'each'", () => {
    expect(last("Russia, Iran and Turkey met. The trio signed a text.", "The trio")).toEqual([
      "RUS",
      "IRN",
      "TUR",
    ]);
    expect(last("Greece and Turkey scrambled jets. Neither has accepted mediation.", "Neither")).toEqual([
      "GRC",
      "TUR",
    ]);
  });
});

describe("descriptions of a state", () => {
  const last = (text: string, words: string) =>
    mentionsOf(text)
      .filter((m) => m.words === words)
      .at(-1)?.ids;

  it("by its area", () => {
    const baltic = "Lithuania lets Taiwan open an office. China told the Baltic state to close it.";
    expect(last(baltic, "the Baltic state")).toEqual(["LTU"]);
    expect(last("Sri Lanka owes China money. India helped the island.", "the island")).toEqual(["LKA"]);
    const west = "Mali expelled France's envoy. Paris warned the West African nation.";
    expect(last(west, "the West African nation")).toEqual(["MLI"]);
  });

  it("as a neighbour that is not the subject", () => {
    const text =
      "Saudi Arabia cut ties with Qatar. Kuwait offered to mediate between the kingdom and its neighbour.";
    expect(last(text, "its neighbour")).toEqual(["QAT"]);
    const south = "Nepal's premier, Ram Thapa, claims that his neighbour to the south blocks the roads.";
    expect(last(south, "his neighbour")).toEqual(["IND"]);
  });
});

describe("bodies without their state", () => {
  it("belong to the state told of, not to the one they act against", () => {
    const body = (text: string, words: string) =>
      mentionsOf(text)
        .filter((m) => m.words === words)
        .at(-1)?.entities[0]?.country;
    const mali =
      "Soldiers overthrew the president in Mali on Tuesday. The junta closed the border with Senegal.";
    expect(body(mali, "The junta")).toBe("MLI");
    const georgia =
      "In Georgia, parliament passed a law. The opposition accuses the government of serving Moscow.";
    expect(body(georgia, "The opposition")).toBe("GEO");
    expect(body("Turkey's president said that the army would stay.", "the army")).toBe("TUR");
  });
});

describe("articles with several in focus", () => {
  const last = (text: string, words: string) =>
    mentionsOf(text)
      .filter((m) => m.words === words)
      .at(-1)
      ?.entities.map((e) => e.name);

  it("keep persons, states and movements apart", () => {
    const text =
      "Kenya's president, Daniel Otieno, received Ethiopia's foreign minister, Tesfaye Abate. Abate thanked him and said that Addis Ababa would pay. The two also discussed Sudan.";
    expect(new Set(last(text, "The two"))).toEqual(new Set(["Daniel Otieno", "Tesfaye Abate"]));
    const taliban =
      "Pakistan blames the Taliban; Afghanistan rejects its claims. Taliban spokesman Abdul Qadir spoke for the group. China has offered to mediate between the two.";
    expect(new Set(last(taliban, "the two"))).toEqual(new Set(["Afghanistan", "Pakistan"]));
  });

  it("share 'their presidents' out among the states named together before", () => {
    const text =
      "Colombia and Venezuela reopened their border. Their presidents, Luis Parra and Andres Mejia, shook hands. His counterpart praised Parra.";
    const mejia = mentionsOf(text).find((m) => m.words === "Andres Mejia");
    expect(mejia?.entities[0]?.country).toBe("VEN");
  });

  it("give what is expelled to the other state", () => {
    const text = "Finland would not close its embassy. Belarus expelled two of its diplomats last week.";
    expect(last(text, "its diplomats")).toEqual(["Finland"]);
  });

  it("take 'them' for what is plural before a body in the singular", () => {
    const text =
      "Pakistan's army said that it had killed ten militants. Islamabad blames the Taliban for harbouring them.";
    expect(last(text, "them")).toEqual(["militants"]);
  });
});
