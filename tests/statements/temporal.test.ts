import { describe, expect, it } from "vitest";
import type { Token } from "../../src/language/index.js";
import { findTimes } from "../../src/statements/temporal.js";

const MONDAY = { year: 2021, month: 3, day: 1 };

function times(text: string, anchor = "2021-03-01", named: string | null = null) {
  const tokens = text.split(" ").map(
    (form): Token => ({
      form,
      lemma: form,
      upos: "X",
      xpos: "X",
      head: -1,
      deprel: "dep",
      start: 0,
      end: 1,
    }),
  );
  return findTimes(tokens, { published: MONDAY, anchor, named }).map((t) => [t.past, t.future]);
}

describe("findTimes", () => {
  it.each([
    ["on Monday", "2021-03-01", "2021-03-01"],
    ["on Friday", "2021-02-26", "2021-03-05"],
    ["in November", "2020-11", "2021-11"],
    ["on 10 November 2020", "2020-11-10", "2020-11-10"],
    ["on November 10 , 2020", "2020-11-10", "2020-11-10"],
    ["on 3 August", "2020-08-03", "2021-08-03"],
    ["last month", "2021-02", "2021-02"],
    ["last year", "2020", "2020"],
    ["two days ago", "2021-02-27", "2021-02-27"],
    ["since 2016", "2016", "2016"],
  ])("reads %j for past and future", (text, past, future) => {
    expect(times(text)).toEqual([[past, future]]);
  });

  it("reckons 'a week earlier' from the day that the text named last", () => {
    expect(times("a week earlier", "2020-09-27")).toEqual([["2020-09-20", "2020-09-20"]]);
  });

  it.each([
    ["in May 2018 and two weeks later", ["2018-05", "2018-05"]],
    ["in 2003 and fifteen years later", ["2003", "2018"]],
    ["hours earlier", ["2020-09-27"]],
    ["weeks later", ["2020-09"]],
    ["that same month", ["2020-09"]],
    ["years ago", []],
  ])("is no more precise than the words are: %j", (text, dates) => {
    expect(times(text, "2020-09-27").map(([past]) => past)).toEqual(dates);
  });

  it("takes up the time of the sentence before", () => {
    expect(times("at the time", "2021-03-01", "2019-04")).toEqual([["2019-04", "2019-04"]]);
    expect(times("at the time")).toEqual([]);
  });

  it("takes limits and modal verbs for no dates", () => {
    expect(times("by Friday")).toEqual([]);
    expect(times("it may go")).toEqual([]);
  });
});
