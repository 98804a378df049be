import { describe, expect, it } from "vitest";
import { articleFromText } from "../../src/articles/index.js";

const place = { file: "a.txt" };

const DISPATCH = `dispatch.example

News ID: 4711
Publish Date : 01 March 2021 - 22:00
Envoys Speak at Border Forum:

Georgia, Armenia to Reopen Crossing

TBILISI (Dispatches) – Georgian officials met their Armenian counterparts on Monday.
“We agreed on the crossing,” one of them said.
`;

describe("articleFromText", () => {
  it("reads site line, news id, publish date, kicker, title and body", () => {
    expect(articleFromText(DISPATCH, place)).toEqual({
      id: "dispatch.example/4711",
      title: "Georgia, Armenia to Reopen Crossing",
      text: "TBILISI (Dispatches) – Georgian officials met their Armenian counterparts on Monday.\n“We agreed on the crossing,” one of them said.",
      url: null,
      source: "dispatch.example",
      publishedAt: "2021-03-01",
    });
  });

  it("names the outlet as other formats do where its address shows the words", () => {
    const article = articleFromText(DISPATCH.replace("dispatch.example", "baltic-star.example"), place);
    expect(article).toMatchObject({ source: "Baltic Star", id: "baltic-star.example/4711" });
    const abroad = articleFromText(DISPATCH.replace("dispatch.example", "baltic-star.co.uk"), place);
    expect(abroad.source).toBe("Baltic Star");
  });

  it("reads the same from a file with Windows line ends", () => {
    expect(articleFromText(DISPATCH.replaceAll("\n", "\r\n"), place)).toEqual(
      articleFromText(DISPATCH, place),
    );
  });

  it("takes a first line that is no sentence as the title", () => {
    const article = articleFromText(
      "Yerevan hosts talks\n\nArmenia hosted talks.\n\nThey ended early.",
      place,
    );
    expect(article.title).toBe("Yerevan hosts talks");
    expect(article.text).toBe("Armenia hosted talks.\nThey ended early.");
  });

  it.each(["Will Baku sign?", "Baku signs with the U.S."])("takes %s as a title", (title) => {
    expect(articleFromText(`${title}\n\nBaku signed a deal.\n`, place).title).toBe(title);
  });

  it("leaves a single paragraph whole and drops a byline", () => {
    expect(articleFromText("Iran backs Armenia.", place)).toMatchObject({
      title: "",
      text: "Iran backs Armenia.",
    });
    const article = articleFromText("Talks held\n\nBy Anna Miller\n\nIran met Armenia.\n", place);
    expect(article).toMatchObject({ title: "Talks held", text: "Iran met Armenia." });
  });

  it("joins the lines of hard-wrapped paragraphs", () => {
    const wrapped =
      "Talks held\n\nThe foreign ministers of Iran and\nArmenia met in the capital on\nMonday.\n\nThey will meet\nagain.\n";
    expect(articleFromText(wrapped, place).text).toBe(
      "The foreign ministers of Iran and Armenia met in the capital on Monday.\nThey will meet again.",
    );
  });

  it("keeps curly quotes, dashes and non-breaking spaces", () => {
    const body = "“Iran’s\u00a0stance” – he said – will not\u202fchange.";
    expect(articleFromText(`Title here\n\n${body}`, place).text).toBe(body);
  });

  it("makes the same id from the same content, and another from other content", () => {
    const a = articleFromText("Iran met Armenia on Monday.", place);
    expect(articleFromText("Iran met Armenia on Monday.\r\n", { file: "other" }).id).toBe(a.id);
    expect(articleFromText("Iran met Armenia on Tuesday.", place).id).not.toBe(a.id);
  });

  it.each([
    ["a title alone", "Yerevan hosts talks"],
    [
      "program text",
      'import { x } from "y";\nconst a = { b: [1, 2, 3] };\nfunction f() { return a.b[0]; }\n',
    ],
    ["a table", "1;2;3;4\n5;6;7;8."],
  ])("refuses %s", (_, text) => {
    expect(() => articleFromText(text, { file: "x.txt" })).toThrow(/^x\.txt: is no article/);
  });

  it("refuses a publication date that cannot be read, naming the field", () => {
    expect(() => articleFromText(DISPATCH.replace("01 March 2021", "the 32nd"), place)).toThrow(
      /a\.txt: publishedAt: "the 32nd - 22:00" is no date.*YYYY-MM-DD/,
    );
  });

  it("refuses another script than Latin", () => {
    expect(() => articleFromText("وزیر خارجه ایران با همتای خود دیدار کرد.", place)).toThrow(/Latin script/);
  });
});
