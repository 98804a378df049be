import { describe, expect, it } from "vitest";
import { articleFrom } from "../../src/articles/index.js";

const published = (publishedAt: string) =>
  articleFrom({ text: "Iran left.", publishedAt }, { file: "x" }).publishedAt;

describe("publication dates", () => {
  it.each([
    ["01 March 2021 - 22:00", "2021-03-01"],
    ["March 1, 2021", "2021-03-01"],
    ["Mon, 01 Mar 2021 22:00:00 +0330", "2021-03-01"],
    ["Monday, March 1st, 2021 | 10:00", "2021-03-01"],
    ["2021-03-01T22:00:00Z", "2021-03-01"],
    ["2021/3/1", "2021-03-01"],
    ["20210301", "2021-03-01"],
    ["Sept. 2020", "2020-09"],
    ["2020-11", "2020-11"],
    ["2016", "2016"],
  ])("reads %s", (written, date) => {
    expect(published(written)).toBe(date);
  });

  it.each(["31 February 2021", "2021-13-01", "03/01/2021", "yesterday", "2021-02-29"])(
    "refuses %s",
    (written) => {
      expect(() => published(written)).toThrow(/publishedAt/);
    },
  );
});
