import type { Token } from "../language/index.js";
import type { PartialDate } from "../ontology/index.js";
import {
  addDays,
  addMonths,
  type Day,
  formatDay,
  formatMonth,
  formatYear,
  isBefore,
  weekdayOf,
} from "./calendar.js";

/** A time expression in a sentence, read for something past and for something still to come. */
export interface TimeExpression {
  /** Token range [first, last). */
  first: number;
  last: number;
  past: PartialDate;
  future: PartialDate;
  /** "since 2016": the start of something that goes on. */
  since: boolean;
  /** Whether the text names the day itself ("on Monday") or it is reckoned from another date ("a week earlier"). */
  inferred: boolean;
}

const MONTHS: Record<string, number> = {
  january: 1,
  jan: 1,
  "jan.": 1,
  february: 2,
  feb: 2,
  "feb.": 2,
  march: 3,
  mar: 3,
  "mar.": 3,
  april: 4,
  apr: 4,
  "apr.": 4,
  may: 5,
  june: 6,
  jun: 6,
  "jun.": 6,
  july: 7,
  jul: 7,
  "jul.": 7,
  august: 8,
  aug: 8,
  "aug.": 8,
  september: 9,
  sept: 9,
  "sept.": 9,
  sep: 9,
  "sep.": 9,
  october: 10,
  oct: 10,
  "oct.": 10,
  november: 11,
  nov: 11,
  "nov.": 11,
  december: 12,
  dec: 12,
  "dec.": 12,
};
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const NUMBERS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  few: 3,
  several: 4,
  couple: 2,
};
const UNITS: Record<string, "day" | "week" | "month" | "year" | "hour" | "fortnight" | "decade"> = {
  day: "day",
  days: "day",
  week: "week",
  weeks: "week",
  month: "month",
  months: "month",
  year: "year",
  years: "year",
  hour: "hour",
  hours: "hour",
  fortnight: "fortnight",
  decade: "decade",
  decades: "decade",
};
/** Words that a time expression may begin with, beside figures. */
const STARTERS = new Set([
  ...Object.keys(MONTHS),
  ...WEEKDAYS,
  ...Object.keys(NUMBERS),
  ..."today tonight yesterday tomorrow last past previous next following this same the".split(" "),
]);
/** Before these a date is a limit, not the time of the event. */
const LIMITS = new Set(["by", "until", "till", "before", "than", "through", "of"]);
const YEAR = /^(1[89]|20)\d\d$/;
const DAY = /^([12]?\d|3[01])(st|nd|rd|th)?$/;

/** The time expressions of a sentence, read against the day of publication and the last day that the text named. */
export function findTimes(tokens: readonly Token[], published: Day, anchor: Day): TimeExpression[] {
  const found: TimeExpression[] = [];
  const reader = new TimeReader(tokens, published, anchor);
  for (let i = 0; i < tokens.length; ) {
    const time = reader.at(i);
    if (time === null) {
      i++;
      continue;
    }
    const before = tokens[i - 1]?.form.toLowerCase() ?? "";
    if (!LIMITS.has(before) || (before === "of" && time.past.length < 10)) {
      found.push({ ...time, since: before === "since" || before === "from" });
    }
    i = time.last;
  }
  return found;
}

type Reading = Omit<TimeExpression, "since">;

class TimeReader {
  constructor(
    private readonly tokens: readonly Token[],
    private readonly published: Day,
    private readonly anchor: Day,
  ) {}

  at(i: number): Reading | null {
    const word = this.#word(i);
    if (!STARTERS.has(word) && !/^[0-9]/.test(word)) return null;
    return (
      this.#monthDate(i, word) ??
      this.#dayMonth(i, word) ??
      this.#weekday(i, word) ??
      this.#named(i, word) ??
      this.#counted(i, word) ??
      this.#year(i, word)
    );
  }

  #word(i: number): string {
    return this.tokens[i]?.form.toLowerCase() ?? "";
  }

  #isMonth(i: number): number | undefined {
    const form = this.tokens[i]?.form ?? "";
    if (!/^[A-Z]/.test(form)) return undefined;
    const month = MONTHS[form.toLowerCase()];
    if (month === 5 || month === 3)
      return this.tokens[i]?.upos === "AUX" || this.tokens[i]?.upos === "VERB" ? undefined : month;
    return month;
  }

  /** "November 10, 2020", "Nov 10", "November 2020", "November". */
  #monthDate(i: number, _word: string): Reading | null {
    const month = this.#isMonth(i);
    if (month === undefined) return null;
    const next = this.#word(i + 1);
    const day = DAY.exec(next);
    if (day !== null && !YEAR.test(next)) {
      const comma = this.#word(i + 2) === ",";
      const year = this.#word(comma ? i + 3 : i + 2);
      if (YEAR.test(year))
        return this.#fixed(
          i,
          comma ? i + 4 : i + 3,
          formatDay({ year: Number(year), month, day: Number(day[1]) }),
        );
      return this.#dayOfYear(i, i + 2, month, Number(day[1]));
    }
    const comma = next === ",";
    const year = this.#word(comma ? i + 2 : i + 1);
    if (YEAR.test(year))
      return this.#fixed(i, comma ? i + 3 : i + 2, formatMonth({ year: Number(year), month }));
    if (this.#word(i - 1) === "last" || this.#word(i - 1) === "this")
      return this.#monthOfYear(i, i + 1, month, true);
    if (next === "last") return this.#monthOfYear(i, i + 3, month, true);
    return this.#monthOfYear(i, i + 1, month, false);
  }

  /** "10 November 2020", "3 August". */
  #dayMonth(i: number, word: string): Reading | null {
    const day = DAY.exec(word);
    const of = this.#word(i + 1) === "of" ? 1 : 0;
    const month = day === null ? undefined : this.#isMonth(i + 1 + of);
    if (day === null || month === undefined) return null;
    const year = this.#word(i + 2 + of);
    if (YEAR.test(year))
      return this.#fixed(i, i + 3 + of, formatDay({ year: Number(year), month, day: Number(day[1]) }));
    return this.#dayOfYear(i, i + 2 + of, month, Number(day[1]));
  }

  #dayOfYear(first: number, last: number, month: number, day: number): Reading {
    const here = { year: this.published.year, month, day };
    const earlier = isBefore(this.published, here) ? { ...here, year: here.year - 1 } : here;
    const later = isBefore(here, this.published) ? { ...here, year: here.year + 1 } : here;
    return { first, last, past: formatDay(earlier), future: formatDay(later), inferred: false };
  }

  #monthOfYear(first: number, last: number, month: number, recent: boolean): Reading {
    const { year } = this.published;
    const past =
      month > this.published.month ||
      (recent && this.#word(first - 1) === "last" && month === this.published.month)
        ? year - 1
        : year;
    const future = month < this.published.month ? year + 1 : year;
    return {
      first,
      last,
      past: formatMonth({ year: past, month }),
      future: formatMonth({ year: future, month }),
      inferred: false,
    };
  }

  #weekday(i: number, word: string): Reading | null {
    const weekday = WEEKDAYS.indexOf(word);
    if (weekday < 0) return null;
    const back = (weekdayOf(this.published) - weekday + 7) % 7;
    const ahead = (7 - back) % 7;
    const next = this.#word(i - 1) === "next" && ahead === 0 ? 7 : ahead;
    const last = this.#word(i - 1) === "last" && back === 0 ? 7 : back;
    return {
      first: i,
      last: i + 1,
      past: formatDay(addDays(this.published, -last)),
      future: formatDay(addDays(this.published, next)),
      inferred: false,
    };
  }

  /** "yesterday", "last month", "this week", "the next day". */
  #named(i: number, word: string): Reading | null {
    if (word === "today" || word === "tonight") return this.#day(i, 0, this.published, 1);
    if (word === "yesterday") return this.#day(i, -1, this.published, 1);
    if (word === "tomorrow") return this.#day(i, 1, this.published, 1);
    const next = this.#word(i + 1);
    if (word === "last" || word === "past" || word === "previous") {
      if (next === "week") return this.#fixed(i, i + 2, formatMonth(addDays(this.published, -7)), true);
      if (next === "month") return this.#fixed(i, i + 2, formatMonth(addMonths(this.published, -1)));
      if (next === "year") return this.#fixed(i, i + 2, formatYear(this.published.year - 1));
      if (next === "day") return this.#day(i, -1, this.anchor, 2, true);
      if (next === "night") return this.#day(i, -1, this.published, 2);
    }
    if (word === "next" || word === "following") {
      if (next === "week") return this.#fixed(i, i + 2, formatMonth(addDays(this.published, 7)), true);
      if (next === "month") return this.#fixed(i, i + 2, formatMonth(addMonths(this.published, 1)));
      if (next === "year") return this.#fixed(i, i + 2, formatYear(this.published.year + 1));
      if (next === "day") return this.#day(i, 1, this.anchor, 2, true);
    }
    if (word === "this" || word === "same") {
      if (next === "month") return this.#fixed(i, i + 2, formatMonth(this.published));
      if (next === "year") return this.#fixed(i, i + 2, formatYear(this.published.year));
      if (next === "day") return this.#day(i, 0, this.anchor, 2, true);
      if (next === "week") return this.#fixed(i, i + 2, formatDay(this.published), true);
    }
    return null;
  }

  #day(i: number, days: number, from: Day, width: number, inferred = false): Reading {
    return this.#fixed(i, i + width, formatDay(addDays(from, days)), inferred);
  }

  /** "two days ago", "a week earlier", "a year later", "two months before". */
  #counted(i: number, word: string): Reading | null {
    const count = NUMBERS[word] ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined);
    if (count === undefined) return word === "the" ? this.#theDay(i) : null;
    const of = this.#word(i + 1) === "of" ? 1 : 0;
    const half = this.#word(i + 1) === "and" && this.#word(i + 3) === "half" ? 3 : 0;
    const unit = UNITS[this.#word(i + 1 + of + half)];
    if (unit === undefined) return null;
    const relation = this.#word(i + 2 + of + half);
    const after = this.#word(i + 3 + of + half);
    const ends = after === "" || /^[,.;:)”"–—]/.test(after);
    const direction =
      /^(ago|earlier|previously)$/.test(relation) || (ends && relation === "before")
        ? -1
        : /^(later|afterwards)$/.test(relation) || (ends && relation === "after")
          ? 1
          : 0;
    if (direction === 0) return null;
    const from = relation === "ago" ? this.published : this.anchor;
    return this.#fixed(i, i + 3 + of + half, shift(from, unit, count * direction), true);
  }

  /** "the day after", "the day before". */
  #theDay(i: number): Reading | null {
    if (this.#word(i + 1) !== "day") return null;
    const relation = this.#word(i + 2);
    const after = this.#word(i + 3);
    if (after !== "" && !/^[,.;:)”"–—]/.test(after)) return null;
    if (relation === "after") return this.#fixed(i, i + 3, formatDay(addDays(this.anchor, 1)), true);
    if (relation === "before") return this.#fixed(i, i + 3, formatDay(addDays(this.anchor, -1)), true);
    return null;
  }

  #year(i: number, word: string): Reading | null {
    if (!YEAR.test(word) || Number(word) > this.published.year + 60) return null;
    const unit = this.tokens[i + 1];
    if (
      unit !== undefined &&
      unit.upos === "NOUN" &&
      unit.form.endsWith("s") &&
      this.tokens[i]?.deprel === "nummod" &&
      this.tokens[i]?.head === i + 1
    ) {
      return null;
    }
    return this.#fixed(i, i + 1, formatYear(Number(word)));
  }

  #fixed(first: number, last: number, date: PartialDate, inferred = false): Reading {
    return { first, last, past: date, future: date, inferred };
  }
}

function shift(from: Day, unit: string, count: number): PartialDate {
  switch (unit) {
    case "hour":
      return formatDay(from);
    case "day":
      return formatDay(addDays(from, count));
    case "week":
      return formatDay(addDays(from, 7 * count));
    case "fortnight":
      return formatDay(addDays(from, 14 * count));
    case "month":
      return formatMonth(addMonths(from, count));
    case "decade":
      return formatYear(from.year + 10 * count);
    default:
      return formatYear(from.year + count);
  }
}
