import { describe, expect, it } from "vitest";
import { idsOf, mentionsOf } from "./reading.js";

/** The official whom the text names by these words, with state and organization served. */
function official(text: string, name: string) {
  const mention = mentionsOf(text).find((m) => m.words.includes(name));
  const entity = mention?.entities[0];
  return { type: entity?.type, country: entity?.country, serves: mention?.serves?.id ?? null };
}

describe("titles", () => {
  it("reads offices of a state's body before the name", () => {
    expect(official("Secretary of Iran's Expediency Council Mohsen Rahimi spoke.", "Rahimi")).toEqual({
      type: "Official",
      country: "IRN",
      serves: "organization/expediency-council",
    });
    expect(
      official("Chairman of the Belarusian Security Committee Ivan Tertov spoke.", "Tertov"),
    ).toMatchObject({
      country: "BLR",
      serves: "organization/blr/security-committee",
    });
  });

  it("gives offices of a territory to its state, and those of a contested one to none", () => {
    expect(official("Kherson governor Oleksandr Kravets accused Russia.", "Kravets").country).toBe("UKR");
    expect(official("Crimea's prime minister, Sergei Volkov, signed it.", "Volkov")).toMatchObject({
      type: "Official",
      country: null,
    });
    expect(official("Catalan leader Oriol Vidal criticised Madrid.", "Vidal").country).toBe("ESP");
  });

  it("joins two titles of one person", () => {
    expect(
      official("Kazakh Deputy Premier and Foreign Minister Murat Omarov visited Beijing.", "Omarov").country,
    ).toBe("KAZ");
    expect(idsOf("Kazakh Deputy Premier and Foreign Minister Murat Omarov visited Beijing.")).not.toContain(
      "official/int/murat-umaruv",
    );
  });

  it("knows titles that say their state", () => {
    expect(official("Secretary of State Dale Harmon stopped over in Djibouti.", "Harmon").country).toBe(
      "USA",
    );
    expect(idsOf("The secretary of state met the king of Jordan.")).toContain("USA");
  });

  it("does not take the state that somebody visits for the visitor's", () => {
    expect(official("Foreign Minister Karim Rahimov visited Lebanon.", "Rahimov").country).toBeNull();
  });

  it("keeps a surname with an article in one piece", () => {
    expect(official("The Houthi leader, Abdul-Malik al-Houthi, warned Riyadh.", "al-Houthi").type).toBe(
      "Official",
    );
  });
});

describe("names that hold a people's", () => {
  it("stay names", () => {
    expect(official("The UN rights chief, Volker Turk, accused the army.", "Volker Turk").type).toBe(
      "Official",
    );
    expect(
      official("The Nigerian president's spokesman, Bayo Okafor, criticised the observers.", "Okafor")
        .country,
    ).toBe("NGA");
  });
});

describe("offices beside names", () => {
  const person = (text: string) => mentionsOf(text).find((m) => m.entities[0]?.type === "Official");

  it("stand in brackets, between dashes, behind 'Foreign Affairs of' and before a rank", () => {
    expect(person("Robert Mbeki (Zambia's trade minister) signed it.")?.words).toBe(
      "Robert Mbeki (Zambia's trade minister",
    );
    expect(person("Robert Mbeki — Zambia's trade minister — signed it.")?.entities[0]?.country).toBe("ZMB");
    const belgian = "The Minister of Foreign Affairs of Belgium, Anna Peeters, received a guest.";
    expect(person(belgian)?.entities[0]?.name).toBe("Anna Peeters");
    const junta = "Niger's president met the junta chief, General Moussa Tchani.";
    expect(person(junta)?.words).toBe("the junta chief, General Moussa Tchani");
  });

  it("are none before the noun that they tell of", () => {
    expect(mentionsOf("The bloc granted Moldova candidate status.").map((m) => m.words)).toContain("Moldova");
    expect(person("Alyaksandr Lukashenka flew to Harare.")?.ids).toEqual([
      "official/blr/alexander-lukashenko",
    ]);
  });
});

describe("offices of several states", () => {
  const named = (text: string) =>
    mentionsOf(text)
      .filter((m) => m.entities[0]?.type === "Official")
      .map((m) => m.entities.map((e) => `${e.name} ${e.country}`).join(", "));

  it("are shared out among the names that follow", () => {
    expect(
      named("The foreign ministers of Burundi and Chad, Ms. Rose Kabongo and Mr. Paul Ndiku, met."),
    ).toEqual(["Rose Kabongo BDI, Paul Ndiku TCD", "Rose Kabongo BDI", "Paul Ndiku TCD"]);
    expect(named("The French and German foreign ministers, Luc Martel and Jana Vogt, met.")).toEqual([
      "Luc Martel FRA",
      "Jana Vogt DEU",
    ]);
  });

  it("leave 'the Minister' to the first subject of several who hold the office", () => {
    const text =
      "The Belgian Minister of Foreign Affairs, Els Janssens, received the Minister of Foreign Affairs of Chad, Paul Ndiku. The Minister thanked him.";
    expect(mentionsOf(text).find((m) => m.words === "The Minister")?.entities[0]?.name).toBe("Els Janssens");
  });

  it("read a month's short name before a family name as a given name", () => {
    expect(named("Prime Minister Jan Horak of Slovakia resigned.")).toEqual(["Jan Horak SVK"]);
  });
});
