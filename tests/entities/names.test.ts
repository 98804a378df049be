import { describe, expect, it } from "vitest";
import { createEntityResolver, type ResolvedMention } from "../../src/entities/index.js";
import { parseArticle } from "../../src/language/index.js";

const resolver = createEntityResolver();

/** The mentions of a text, each with its words. */
function read(text: string, publishedAt: string | null = "2023-05-10", title = "") {
  const document = parseArticle({ title, text });
  const resolved = resolver.resolve(document, publishedAt);
  const words = (m: ResolvedMention) => {
    const sentence = document.sentences[m.sentence];
    const source = sentence?.index === -1 ? title : text;
    return source.slice(sentence?.tokens[m.first]?.start, sentence?.tokens[m.last - 1]?.end);
  };
  return {
    resolved,
    mentions: resolved.mentions.map((m) => ({ ...m, text: words(m), ids: m.entities.map((e) => e.id) })),
  };
}

const idsOf = (text: string, date?: string) => read(text, date).mentions.flatMap((m) => m.ids);

describe("states", () => {
  it.each([
    ["The Kremlin rejected the offer.", "RUS"],
    ["Côte d’Ivoire welcomed the decision.", "CIV"],
    ["Türkiye condemned the attack.", "TUR"],
    ["The DPRK fired two missiles.", "PRK"],
    ["The Zionist regime attacked the port.", "ISR"],
  ])("finds %s", (text, id) => {
    expect(idsOf(text)).toContain(id);
  });

  it("takes a capital for its state as an actor and for a place as a venue, keeping the state", () => {
    const said = read("Baku accused Yerevan of shelling its positions.").mentions;
    expect(said.find((m) => m.text === "Baku")).toMatchObject({ kind: "name", ids: ["AZE"] });
    const venue = read("The two ministers held talks in Vienna on Monday.").mentions;
    expect(venue.find((m) => m.text === "Vienna")).toMatchObject({ kind: "place", ids: ["AUT"] });
  });

  it("is not caught by people, goods and papers that bear a state's name", () => {
    expect(idsOf("Shopkeeper Jordan Fraser was not celebrating.")).toEqual([]);
    expect(idsOf("The Washington Post reported that guinea pigs were sold.")).toEqual([
      "organization/washington-post",
    ]);
    expect(idsOf("Refreshments were served on antique china.")).toEqual([]);
    expect(read("The Vienna Convention protects embassies.").mentions[0]?.ids).toEqual([
      "agreement/1961-vienna-convention",
    ]);
  });

  it("tells Georgia the state of the USA by what else the article names", () => {
    expect(idsOf("My daughter studies in Georgia, near Atlanta.")).toContain("region/georgia-us");
    expect(idsOf("Georgia and Armenia signed an accord.")).toContain("GEO");
  });

  it("calls a territory by one id whatever its rival names", () => {
    expect(idsOf("Armenia left Artsakh.")).toContain("region/nagorno-karabakh");
    expect(idsOf("Armenia left Nagorno-Karabakh.")).toContain("region/nagorno-karabakh");
  });
});

describe("officials", () => {
  it.each([
    [
      "Iranian Deputy Foreign Minister Abbas Araqchi arrived in Doha.",
      "official/irn/abbas-araghchi",
      "Deputy Foreign Minister",
    ],
    [
      "Hikmet Hajiyev, an aide to the president of Azerbaijan, denied the report.",
      "official/aze/hikmet-hajiyev",
      "aide to the president",
    ],
    [
      "Azerbaijan's energy minister, Parviz Shahbazov, signed the contract.",
      "official/aze/parviz-sahbazuv",
      "energy minister",
    ],
    [
      "Minister of Foreign Affairs of the Republic of Türkiye Hakan Fidan called him.",
      "official/tur/hakan-fidan",
      "Minister of Foreign Affairs",
    ],
  ])("reads %s", (text, id, role) => {
    const official = read(text).mentions.find((m) => m.ids[0]?.startsWith("official/"));
    expect(official?.ids).toEqual([id]);
    expect(official?.role).toBe(role);
  });

  it("keeps whom an official serves", () => {
    const official = read("Taliban spokesman Zabihullah Mujahid denied the report.").mentions.find(
      (m) => m.role !== null,
    );
    expect(official?.serves?.id).toBe("organization/taliban");
    expect(official?.entities[0]?.country).toBe("AFG");
  });

  it("gives one id to one person whatever the transliteration", () => {
    const spellings = [
      "Iranian President Ebrahim Raeisi",
      "Iranian President Ebrahim Raisi",
      "Iranian President Ibrahim Raisi",
    ].map((name) => idsOf(`${name} visited Baku.`)[0]);
    expect(new Set(spellings)).toEqual(new Set(["official/irn/ebrahim-raisi"]));
    const unknown = ["Kazem Gharibabadi", "Kazem Garibabadi", "Kazem Qaribabadi"].map(
      (name) => idsOf(`Iranian Deputy Foreign Minister ${name} spoke.`)[0],
    );
    expect(new Set(unknown).size).toBe(1);
  });

  it("does not merge namesakes", () => {
    const id = (name: string, country: string) =>
      idsOf(`${country} Deputy Minister ${name} met reporters.`)[0];
    expect(id("Hassan Rouhani", "Iranian")).not.toBe(id("Hossein Rouhani", "Iranian"));
    expect(id("Ilham Aliyev", "Azerbaijani")).not.toBe(id("Ibrahim Aliyev", "Azerbaijani"));
    expect(id("Ali Aliyev", "Azerbaijani")).not.toBe(id("Ilham Aliyev", "Azerbaijani"));
    expect(id("Ilham Aliyev", "Uzbek")).not.toBe(id("Ilham Aliyev", "Azerbaijani"));
    expect(id("Serzh Sargsyan", "Armenian")).not.toBe(id("Armen Sarkissian", "Armenian"));
  });

  it("names a bare last name by who held office at the date", () => {
    expect(idsOf("Iran was ready, Rouhani said.", "2016-08-08")).toContain("official/irn/hassan-rouhani");
    expect(idsOf("Iran was ready, Rouhani said.", "1999-08-08")).not.toContain("official/irn/hassan-rouhani");
  });

  it("leaves private persons out", () => {
    expect(
      idsOf("A waiter, Peter Smith, poured the wine.").filter((id) => id.startsWith("official/")),
    ).toEqual([]);
  });

  it("reads headlines by the body's names", () => {
    const { mentions } = read(
      "President Ebrahim Raisi met Ilham Aliyev.",
      "2022-01-05",
      "President Raisi Hails Azerbaijan Pact",
    );
    expect(mentions.find((m) => m.sentence === 0 && m.ids[0] === "official/irn/ebrahim-raisi")?.text).toBe(
      "President Raisi",
    );
  });
});

describe("organizations", () => {
  it.each([
    ["The Iranian army held drills.", "organization/irn/army"],
    ["Azerbaijan's Defense Ministry denied the report.", "organization/aze/defence-ministry"],
    ["The Azerbaijani Ministry of Foreign Affairs denied the report.", "organization/aze/foreign-ministry"],
    ["The Azerbaijani Foreign Ministry denied the report.", "organization/aze/foreign-ministry"],
    ["Hizbullah fired rockets.", "organization/hezbollah"],
  ])("finds %s", (text, id) => {
    expect(idsOf(text)).toContain(id);
  });

  it("takes governments and sides for their states", () => {
    expect(idsOf("The Georgian side reaffirmed its readiness.")).toContain("GEO");
    expect(
      idsOf("The Government of Georgia expressed its gratitude.").filter((id) =>
        id.startsWith("organization/"),
      ),
    ).toEqual([]);
  });

  it("learns acronyms that the article introduces", () => {
    const text = "The Caspian Transport Council (CTC) met in May. The CTC rejected the plan.";
    const found = read(text).mentions.filter((m) => m.text === "CTC");
    expect(found.map((m) => m.ids[0])).toEqual([
      "organization/caspian-transport-council",
      "organization/caspian-transport-council",
    ]);
  });

  it("reads the armies of two states as two", () => {
    const mention = read("Azerbaijani and Armenian forces clashed in April.").mentions.find(
      (m) => m.ids.length === 2,
    );
    expect(mention?.ids).toEqual(["organization/aze/forces", "organization/arm/forces"]);
  });
});
