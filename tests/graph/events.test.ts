import { describe, expect, it } from "vitest";
import { eventDates } from "../../src/graph/index.js";

const stated = (date: string) => ({ date, publication: false });
const published = (date: string) => ({ date, publication: true });

describe("the event that a dated statement is about", () => {
  it("is the day that the text names", () => {
    expect(eventDates([stated("2021-05-10"), stated("2021-05-11")])).toEqual(["2021-05-10", "2021-05-11"]);
  });

  it("is a stated day up to two days before, where only the day of publication is known", () => {
    expect(
      eventDates([
        stated("2021-02-27"),
        published("2021-02-28"),
        published("2021-03-01"),
        published("2021-03-02"),
      ]),
    ).toEqual(["2021-02-27", "2021-02-27", "2021-02-27", "2021-03-02"]);
  });

  it("is the one event within the month or year that is named", () => {
    expect(eventDates([stated("2020-11-10"), stated("2020-11"), stated("2020")])).toEqual([
      "2020-11-10",
      "2020-11-10",
      "2020-11-10",
    ]);
  });

  it("is left apart where the month or year holds several events", () => {
    expect(
      eventDates([stated("2020-11-10"), stated("2020-11-20"), stated("2020-11"), stated("2020")]),
    ).toEqual(["2020-11-10", "2020-11-20", "2020-11", "2020"]);
  });

  it("does not depend on the order", () => {
    const dated = [
      stated("2020-11-10"),
      published("2020-11-12"),
      stated("2020-11"),
      stated("2019"),
      stated("2020"),
    ];
    const forward = eventDates(dated);
    expect(eventDates([...dated].reverse()).reverse()).toEqual(forward);
  });
});
