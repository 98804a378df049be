import { describe, expect, it } from "vitest";
import { createEntityResolver } from "../../src/entities/index.js";
import { parseArticle } from "../../src/language/index.js";

const resolver = createEntityResolver();

/** The ids that the words stand for, at their last place in the text, with the rule. */
function who(text: string, words: string, publishedAt = "2023-05-10") {
  const document = parseArticle({ title: "", text });
  const start = text.lastIndexOf(words);
  const found = resolver.resolve(document, publishedAt).mentions.find((m) => {
    const tokens = document.sentences[m.sentence]?.tokens;
    return tokens?.[m.first]?.start === start && tokens[m.last - 1]?.end === start + words.length;
  });
  return { ids: found?.entities.map((e) => e.id), rule: found?.rule, antecedent: found?.antecedent };
}

describe("pronouns", () => {
  it("finds persons, states and groups", () => {
    expect(who("Russian President Vladimir Putin arrived in Baku. He met reporters.", "He").ids).toEqual([
      "official/rus/vladimir-putin",
    ]);
    expect(who("Guyana put its army on alert.", "its").ids).toEqual(["GUY"]);
    expect(who("Iran and Oman signed a pact. They will meet again in May.", "They").ids).toEqual([
      "IRN",
      "OMN",
    ]);
  });

  it("takes 'we' in a quotation for the speaker's state", () => {
    expect(who("“We reject the plan,” Iranian Foreign Minister Abbas Araghchi said.", "We").ids).toEqual([
      "IRN",
    ]);
  });

  it("joins a possessive to what its noun is joined to", () => {
    expect(
      who("Washington urged Kosovo and its northern neighbour to talk.", "its northern neighbour").ids,
    ).toEqual(["SRB"]);
  });
});

describe("descriptions", () => {
  it.each([
    ["Iran and Azerbaijan met in Baku. The two sides agreed on a plan.", "The two sides", ["IRN", "AZE"]],
    ["Armenia met Azerbaijan. The latter was content.", "The latter", ["AZE"]],
    ["Iran rejected the plan, saying the Islamic Republic would resist.", "the Islamic Republic", ["IRN"]],
    ["ECOWAS closed its borders. The bloc also froze assets.", "The bloc", ["organization/ecowas"]],
    ["Saudi Arabia cut ties. The kingdom recalled its envoy.", "The kingdom", ["SAU"]],
    [
      "Armenian Prime Minister Nikol Pashinyan spoke. Critics accused the premier of weakness.",
      "the premier",
      ["official/arm/nikol-pashinyan"],
    ],
    [
      "Iran and Oman signed an accord on fishing. The two presidents hailed the deal.",
      "the deal",
      ["agreement/2023-agreement-irn-omn"],
    ],
  ])("%s", (text, words, ids) => {
    expect(who(text, words).ids).toEqual(ids);
  });

  it("names a counterpart by the article, else takes the state and says who held the office", () => {
    const named =
      "Russian Foreign Minister Sergey Lavrov met his Turkish counterpart Hakan Fidan. Lavrov thanked his Turkish counterpart.";
    expect(who(named, "his Turkish counterpart").ids).toEqual(["official/tur/hakan-fidan"]);
    const unnamed = who(
      "Russian Foreign Minister Sergey Lavrov thanked his Turkish counterpart.",
      "his Turkish counterpart",
      "2024-05-01",
    );
    expect(unnamed.ids).toEqual(["TUR"]);
    expect(unnamed.rule).toContain("Hakan Fidan");
  });

  it("lets an unnamed office holder stand for the state", () => {
    const found = who("Sweden's king praised the accord.", "Sweden's king");
    expect(found.ids).toEqual(["SWE"]);
  });

  it("says why: each anaphor has a rule and an antecedent", () => {
    const found = who("Oman signed a pact. The sultanate will host talks.", "The sultanate");
    expect(found.ids).toEqual(["OMN"]);
    expect(found.rule).toBeTruthy();
    expect(found.antecedent?.entities[0]?.id).toBe("OMN");
  });
});
