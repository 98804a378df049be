import { describe, expect, it } from "vitest";
import { parseArticle, sentenceSpans } from "../../src/language/index.js";

const formsOf = (text: string) =>
  parseArticle({ title: "", text }).sentences.flatMap(({ tokens }) => tokens.map(({ form }) => form));

const sentencesOf = (text: string) => sentenceSpans(text).map(({ start, end }) => text.slice(start, end));

describe("tokens", () => {
  it.each([
    ["Iran's envoy didn't say he'd go.", "Iran 's envoy did n't say he 'd go ."],
    ["Iran’s envoy can’t go", "Iran ’s envoy ca n’t go"],
    ["the ministers' talks", "the ministers ' talks"],
    ["a Moscow-based, non-aligned group", "a Moscow - based , non-aligned group"],
    ["UN-backed talks in Nagorno-Karabakh", "UN - backed talks in Nagorno - Karabakh"],
    ["It cost $2.5 billion (US$3m), or 10%.", "It cost $ 2.5 billion ( US$ 3 m ) , or 10 % ."],
    ["on Jan. 1, 2020, at 5 p.m. sharp", "on Jan. 1 , 2020 , at 5 p.m. sharp"],
    ["No. 5 came; he said no.", "No. 5 came ; he said no ."],
    ["H.E. Mr. J. F. Smith Jr. of the U.S. Army", "H.E. Mr. J. F. Smith Jr. of the U.S. Army"],
    [
      "see https://example.org/a-b, or mail a.b@example.org.",
      "see https://example.org/a-b , or mail a.b@example.org .",
    ],
    ["“Go!”—he said...", "“ Go ! ” — he said ..."],
    ["They cannot pass", "They can not pass"],
  ])("of %j", (text, forms) => {
    expect(formsOf(text).join(" ")).toBe(forms);
  });
});

describe("sentences", () => {
  it.each([
    ["The U.S. rejected it. Iran did not.", 2],
    ["He lives in the U.S. The envoy does not.", 2],
    ["It was signed on Jan. 1, 2020. Talks went on.", 2],
    ["H.E. Mr. Hadi met Dr. Roe. They talked.", 2],
    ["Martin King Jr. spoke at 9 a.m. on Monday.", 1],
    ["It ended at 9 p.m. The guests left.", 2],
    ["Under Resolution No. 5 all must go. No. We stay.", 3],
    ["J. F. Lowe and K. Aydin signed.", 1],
    ["“We will go. We must.” The minister left.", 3],
    ["“Will they come?” the minister asked.", 1],
    ["“Never!” the Georgian minister said.", 1],
    ['"It is over," he said. "We won."', 2],
    ["They (the sides met.) left.", 1],
    ["First paragraph without a stop\nSecond one.", 2],
    ["Prices rose by 3.5 percent. That is 1,000 lira.", 2],
    ["He waited... and left.", 1],
    ["TEHRAN, Jun. 17 (Dispatches) – Iran refused. It said so.", 2],
    ["MOSCOW, June 17. /Wire/. Russia refused.", 1],
    ["", 0],
    [" \n\n ", 0],
  ])("of %j are %i", (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });

  it("are numbered over the body, and those of the title -1", () => {
    const { sentences } = parseArticle({
      title: "Iran Rejects Plan; Talks Go On",
      text: "Iran rejected it. Talks go on.\nNobody left.",
    });
    expect(sentences.map(({ index }) => index)).toEqual([-1, -1, 0, 1, 2]);
    expect(sentences.map(({ paragraph }) => paragraph)).toEqual([-1, -1, 0, 0, 1]);
  });

  it("stand where sentenceSpans puts them", () => {
    const text = "BAKU – The U.S. agreed. “Why?” he asked.\n\nSo it was.";
    const spans = parseArticle({ title: "", text }).sentences.map(({ start, end }) => ({ start, end }));
    expect(sentenceSpans(text)).toEqual(spans);
  });
});

describe("datelines", () => {
  it.each([
    ["TEHRAN, Jun. 17 (Dispatches) – Iran refused the plan.", 8],
    ["TEHRAN – Iran refused the plan.", 2],
    ["BAKU (Report) -- Azerbaijan refused the plan.", 5],
    ["Tehran – Iran refused the plan.", 2],
    ["WASHINGTON/ANKARA, March 3 (Wire) - The sides refused the plan.", 10],
    ["MOSCOW, June 17. /Wire/. Russia refused the plan.", 9],
    ["Iran – a member since 1955 – refused the plan.", 0],
    ["NATO-led forces refused the plan.", 0],
    ["Talks – held in May – failed.", 0],
  ])("of %j has %i tokens, and the clause has its own root", (text, length) => {
    const [sentence] = parseArticle({ title: "", text }).sentences;
    expect(sentence!.dateline).toBe(length);
    if (length === 0) return;
    const root = sentence!.tokens.findIndex(({ head }) => head === -1);
    expect(sentence!.tokens[root]!.form).toBe("refused");
    expect(sentence!.tokens[0]).toMatchObject({ head: root, deprel: "parataxis" });
  });
});
