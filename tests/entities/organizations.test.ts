import { describe, expect, it } from "vitest";
import { idsOf, mentionsOf } from "./reading.js";

describe("bodies of a state", () => {
  it.each([
    ["The Kenyan defence ministry denied the report.", "organization/ken/defence-ministry"],
    ["Peru's navy seized a trawler.", "organization/per/navy"],
    ["Peru's Navy on Friday seized a trawler.", "organization/per/navy"],
    ["Dutch prosecutors charged two spies.", "organization/nld/prosecutors"],
    ["The Constitutional Court of Ecuador struck down the pact.", "organization/ecu/constitutional-court"],
    ["Kenya's Border Security Force shot two smugglers.", "organization/ken/border-security-force"],
    ["The ruling party of Zambia criticised China.", "organization/zmb/ruling-party"],
    ["Ghana's Security Council met on Friday.", "organization/gha/security-council"],
    ["Russia's Security Council met on Friday.", "organization/russian-security-council"],
  ])("%s", (text, id) => {
    expect(idsOf(text)).toContain(id);
  });

  it("keeps the UN's council apart from a state's", () => {
    expect(idsOf("The Security Council condemned the coup in Niger.")).toContain(
      "organization/un-security-council",
    );
    expect(idsOf("Moldova's Supreme Security Council banned the channels.")).not.toContain(
      "organization/un-security-council",
    );
  });

  it("keeps a rival government apart from the state", () => {
    const subject = mentionsOf("Libya's eastern-based government cut ties with Qatar.").find((m) =>
      m.words.endsWith("government"),
    );
    expect(subject?.entities[0]).toMatchObject({ type: "Organization", country: "LBY" });
  });

  it("gives a government in a capital to its state, and a people within a state to neither", () => {
    expect(idsOf("Togo recognised the new authorities in Bamako.")).toContain("MLI");
    expect(idsOf("The talks with the government in the Netherlands failed.")).not.toContain(
      "organization/nld",
    );
    expect(idsOf("Bosnia's Serbs oppose the reform.")).not.toContain("SRB");
  });

  it("calls an organization by its name, not by what is told of it", () => {
    const told = mentionsOf("Norwegian energy company Equinor signed a contract with Tanzania.")[0];
    expect(told).toMatchObject({ kind: "anaphor", ids: ["organization/equinor"] });
    expect(idsOf("The Danish People's Party rejected the plan.").join()).toContain("people-s-party");
  });

  it("takes an embassy for its own state's, not for the host's", () => {
    expect(idsOf("The Russian embassy in Chisinau protested.")).toContain("organization/rus/embassy");
    expect(idsOf("The Russian embassy in Chisinau protested.")).not.toContain("organization/mda/embassy");
  });

  it("takes crowds for actors only where they act", () => {
    expect(idsOf("Bolivia's miners threatened to march.")).toContain("organization/bol/miners");
    expect(idsOf("Guards shot two Bangladeshi farmers.")).not.toContain("organization/bgd/farmers");
  });
});

describe("armed groups", () => {
  it("takes the members for the group", () => {
    expect(idsOf("Houthi rebels fired missiles at a tanker.")).toContain("organization/houthis");
    expect(mentionsOf("Wagner fighters withdrew.")[0]?.ids).toEqual(["organization/wagner"]);
  });

  it("reads groups of a people, a creed or a place", () => {
    expect(idsOf("Tigrayan forces accused Eritrea.")).toContain("organization/eth/tigrayan-forces");
    expect(idsOf("Islamist militants attacked a base in Mozambique.")).toContain(
      "organization/moz/islamist-militants",
    );
    expect(idsOf("Separatists in Cameroon abducted a senator.")).toContain("organization/cmr/separatists");
  });

  it("does not give rebels to the state that backs them, nor a people's fighters to the state they attack", () => {
    expect(idsOf("Rebels backed by Rwanda seized Bukavu.")).not.toContain("organization/rwa/rebels");
    expect(idsOf("Kurdish fighters attacked a Turkish outpost.")).not.toContain(
      "organization/tur/kurdish-fighters",
    );
  });
});

describe("organizations that no table knows", () => {
  it.each([
    ["Ansaroo, an Islamist militia, kidnapped two engineers.", "organization/ansaroo"],
    ["The Malawian charity Tiyendi received a grant.", "organization/mwi/tiyendi"],
    ["The ZOPECO militia killed villagers.", "organization/zopeco"],
    ["The KLMT rejected the loan.", "organization/klmt"],
    ["The Bank of Eritrea froze the accounts.", "organization/bank-of-eritrea"],
    [
      "The International Bureau for Migration appealed for help.",
      "organization/international-bureau-for-migration",
    ],
  ])("%s", (text, id) => {
    expect(idsOf(text)).toContain(id);
  });

  it("takes a description and the name beside it for one", () => {
    const found = mentionsOf(
      "Tunisia's labour union, the XTUT, rejected the loan. The XTUT called a strike.",
    );
    expect(found.filter((m) => m.ids[0] === "organization/tun/xtut").map((m) => m.words)).toEqual([
      "Tunisia's labour union",
      "XTUT",
      "XTUT",
    ]);
  });

  it("does not take persons for organizations", () => {
    expect(idsOf("Speaker of Parliament Karim Rahimov visited Beirut.")).not.toContain(
      "organization/karim-rahimov",
    );
  });
});

describe("bodies of a person's state and of an organization", () => {
  const countries = (text: string, words: string) =>
    mentionsOf(text)
      .filter((m) => m.words === words)
      .map((m) => m.entities[0]?.country);

  it("belong to the state that the person serves", () => {
    const text = "President Ashraf Karimi of Afghanistan fled. Karimi's bodyguards surrendered.";
    expect(countries(text, "bodyguards")).toEqual(["AFG"]);
  });

  it("do not belong to the place where they are sent", () => {
    expect(countries("Qatari mediators met a Hamas delegation in Cairo.", "Hamas delegation")).toEqual([
      "PSE",
    ]);
  });

  it("are named in the singular where each state has one", () => {
    const text = "The Indian and Chinese armies clashed.";
    const names = mentionsOf(text)[0]?.entities.map((e) => e.name);
    expect(names).toEqual(["Indian army", "Chinese army"]);
  });
});

describe("organizations behind longer names and shorter ones", () => {
  const names = (text: string, words: string) =>
    mentionsOf(text)
      .filter((m) => m.words === words)
      .map((m) => m.entities[0]?.name);

  it("are not taken for another that bears their last word", () => {
    const text = "The Nigerian Labour Congress rejected the plan of the government.";
    expect(names(text, "Nigerian Labour Congress")).toEqual(["Nigerian Labour Congress"]);
    expect(mentionsOf(text).flatMap((m) => m.ids)).toContain("NGA");
    expect(names("The Bolivian Workers' Centre called a strike.", "Bolivian Workers' Centre")).toHaveLength(
      1,
    );
  });

  it("are meant by the noun in their name", () => {
    const text = "The Gulf Cooperation Council expelled an envoy. The council called on Beirut to act.";
    expect(names(text, "The council")).toEqual(["Gulf Cooperation Council"]);
  });

  it("are meant by their rebels", () => {
    const text = "The Somali militants of al-Shabab attacked a base. The militants fled.";
    expect(names(text, "The militants")).toEqual(["al-Shabaab"]);
  });
});
