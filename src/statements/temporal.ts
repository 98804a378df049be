import { type Token, WEEKDAYS } from "../language/index.js";
import type { PartialDate } from "../ontology/index.js";
import {
  addDays,
  addMonths,
  type Day,
  formatDay,
  formatMonth,
  formatYear,
  isBefore,
  parseDay,
  weekdayOf,
} from "./calendar.js";
import { MONTHS, NUMBERS, SEASONS, type TimeUnit, UNITS } from "./time-words.js";

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

/** Words that a time expression may begin with, beside figures. */
const STARTERS = new Set([
  ...Object.keys(MONTHS),
  ...Object.keys(SEASONS),
  ...WEEKDAYS,
  ...Object.keys(NUMBERS),
  ...Object.keys(UNITS),
  ..."today tonight yesterday tomorrow last past previous next following this same the that at then".split(
    " ",
  ),
]);
/** Before these a date is a limit, not the time of the event. */
const LIMITS = new Set(["by", "until", "till", "before", "than", "through", "of"]);
/** Characters of a partial date that a plural of units without a number leaves certain. */
const VAGUE: Partial<Record<TimeUnit, number>> = { hour: 10, day: 7, week: 7, month: 4 };
const YEAR = /^(1[89]|20)\d\d$/;
const DAY = /^([12]?\d|3[01])(st|nd|rd|th)?$/;

/** What time expressions are reckoned from. */
export interface TimeContext {
  published: Day;
  /** The last day that the text named before the sentence, else the day of publication. */
  anchor: PartialDate;
  /** The last day, month or year that the sentence before named; what "at the time" takes up. */
  named: PartialDate | null;
}

/** The time expressions of a sentence, in order of place. */
export function findTimes(tokens: readonly Token[], context: TimeContext): TimeExpression[] {
  const found: TimeExpression[] = [];
  const reader = new TimeReader(tokens, context);
  for (let i = 0; i < tokens.length; ) {
    const time = reader.at(i);
    if (time === null) {
      i++;
      continue;
    }
    const before = tokens[i - 1]?.form.toLowerCase() ?? "";
    if (!LIMITS.has(before) || (before === "of" && time.past.length < 10)) {
      found.push({ ...time, since: before === "since" });
      reader.anchor = time.past;
    }
    i = time.last;
  }
  return found;
}

function startsWithDigit(word: string): boolean {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57;
}

type Reading = Omit<TimeExpression, "since">;

class TimeReader {
  readonly #published: Day;
  readonly #named: PartialDate | null;
  /** What "earlier", "later" and "the same day" are reckoned from: the last expression of the sentence, else the text's. */
  anchor: PartialDate;

  constructor(
    private readonly tokens: readonly Token[],
    { published, anchor, named }: TimeContext,
  ) {
    this.#published = published;
    this.#named = named;
    this.anchor = anchor;
  }

  at(i: number): Reading | null {
    const word = this.#word(i);
    if (!STARTERS.has(word) && !startsWithDigit(word)) return null;
    return (
      this.#monthDate(i, word) ??
      this.#dayMonth(i, word) ??
      this.#weekday(i, word) ??
      this.#relative(i, word) ??
      this.#season(i, word) ??
      this.#counted(i, word) ??
      this.#uncounted(i, word) ??
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
    const here = { year: this.#published.year, month, day };
    const earlier = isBefore(this.#published, here) ? { ...here, year: here.year - 1 } : here;
    const later = isBefore(here, this.#published) ? { ...here, year: here.year + 1 } : here;
    return { first, last, past: formatDay(earlier), future: formatDay(later), inferred: false };
  }

  #monthOfYear(first: number, last: number, month: number, recent: boolean): Reading {
    const { year } = this.#published;
    const past =
      month > this.#published.month ||
      (recent && this.#word(first - 1) === "last" && month === this.#published.month)
        ? year - 1
        : year;
    const future = month < this.#published.month ? year + 1 : year;
    return {
      first,
      last,
      past: formatMonth({ year: past, month }),
      future: formatMonth({ year: future, month }),
      inferred: false,
    };
  }

  #weekday(i: number, word: string): Reading | null {
    const weekday = WEEKDAYS.findIndex((name) => name === word);
    if (weekday < 0) return null;
    const back = (weekdayOf(this.#published) - weekday + 7) % 7;
    const ahead = (7 - back) % 7;
    const next = this.#word(i - 1) === "next" && ahead === 0 ? 7 : ahead;
    const last = this.#word(i - 1) === "last" && back === 0 ? 7 : back;
    return {
      first: i,
      last: i + 1,
      past: formatDay(addDays(this.#published, -last)),
      future: formatDay(addDays(this.#published, next)),
      inferred: false,
    };
  }

  /** "yesterday", "last month", "this week", "the next day". */
  #relative(i: number, word: string): Reading | null {
    if (word === "today" || word === "tonight") return this.#day(i, 0, 1);
    if (word === "yesterday") return this.#day(i, -1, 1);
    if (word === "tomorrow") return this.#day(i, 1, 1);
    const next = this.#word(i + 1);
    if (word === "last" || word === "past" || word === "previous") {
      if (next === "week") return this.#fixed(i, i + 2, formatMonth(addDays(this.#published, -7)), true);
      if (next === "month") return this.#fixed(i, i + 2, formatMonth(addMonths(this.#published, -1)));
      if (next === "year") return this.#fixed(i, i + 2, formatYear(this.#published.year - 1));
      if (next === "day") return this.#reckoned(i, 2, "day", -1);
      if (next === "night") return this.#day(i, -1, 2);
    }
    if (word === "next" || word === "following") {
      if (next === "week") return this.#fixed(i, i + 2, formatMonth(addDays(this.#published, 7)), true);
      if (next === "month") return this.#fixed(i, i + 2, formatMonth(addMonths(this.#published, 1)));
      if (next === "year") return this.#fixed(i, i + 2, formatYear(this.#published.year + 1));
      if (next === "day") return this.#reckoned(i, 2, "day", 1);
    }
    if (word === "at" && next === "the" && this.#word(i + 2) === "time") return this.#takenUp(i, 3);
    if (word === "that" || word === "same") {
      const shared = { day: 10, month: 7, year: 4 }[next];
      if (shared !== undefined && shared <= this.anchor.length)
        return this.#fixed(i, i + 2, this.anchor.slice(0, shared), true);
      if (word === "that") return null;
    }
    if (word === "this" || word === "same") {
      if (next === "month") return this.#fixed(i, i + 2, formatMonth(this.#published));
      if (next === "year") return this.#fixed(i, i + 2, formatYear(this.#published.year));
      if (next === "week") return this.#fixed(i, i + 2, formatDay(this.#published), true);
    }
    return null;
  }

  /** "at the time", where the sentence before names one. */
  #takenUp(i: number, width: number): Reading | null {
    return this.#named === null ? null : this.#fixed(i, i + width, this.#named, true);
  }

  /** "in the spring", "last summer", "next autumn": no more precise than the year. */
  #season(i: number, word: string): Reading | null {
    const month = SEASONS[word];
    if (month === undefined || this.tokens[i]?.upos !== "NOUN") return null;
    if (!/^(?:the|this|last|next|early|late|in)$/.test(this.#word(i - 1)) || /^of$/.test(this.#word(i + 1)))
      return null;
    const { year, month: now } = this.#published;
    return {
      first: i,
      last: i + 1,
      past: formatYear(month > now ? year - 1 : year),
      future: formatYear(month < now ? year + 1 : year),
      inferred: true,
    };
  }

  /** Days from the day of publication. */
  #day(i: number, days: number, width: number): Reading {
    return this.#fixed(i, i + width, formatDay(addDays(this.#published, days)));
  }

  /** So many units from the anchor, no more precise than that is. */
  #reckoned(i: number, width: number, unit: TimeUnit, count: number): Reading | null {
    const from = parseDay(this.anchor);
    if (from === null) return null;
    return this.#fixed(i, i + width, shift(from, unit, count).slice(0, this.anchor.length), true);
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
    const width = 3 + of + half;
    if (relation === "ago")
      return this.#fixed(i, i + width, shift(this.#published, unit, count * direction), true);
    return this.#reckoned(i, width, unit, count * direction);
  }

  /** "hours earlier" is that day, "weeks later" that month, "months earlier" that year. */
  #uncounted(i: number, word: string): Reading | null {
    const unit = word.endsWith("s") ? UNITS[word] : undefined;
    const relation = this.#word(i + 1);
    if (unit === undefined || !/^(ago|earlier|later)$/.test(relation)) return null;
    const base = relation === "ago" ? formatDay(this.#published) : this.anchor;
    const precision = VAGUE[unit];
    return precision === undefined ? null : this.#fixed(i, i + 2, base.slice(0, precision), true);
  }

  /** "the day after", "the day before". */
  #theDay(i: number): Reading | null {
    if (this.#word(i + 1) !== "day") return null;
    const relation = this.#word(i + 2);
    const after = this.#word(i + 3);
    if (after !== "" && !/^[,.;:)”"–—]/.test(after)) return null;
    if (relation !== "after" && relation !== "before") return null;
    return this.#reckoned(i, 3, "day", relation === "after" ? 1 : -1);
  }

  #year(i: number, word: string): Reading | null {
    if (!YEAR.test(word) || Number(word) > this.#published.year + 60) return null;
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

/** "two days" right before a token, as in "two days after"; null where no number of units stands there. */
export function distanceBefore(
  tokens: readonly Token[],
  index: number,
): { count: number; unit: TimeUnit } | null {
  const unit = UNITS[tokens[index - 1]?.form.toLowerCase() ?? ""];
  const number = tokens[index - 2]?.form.toLowerCase() ?? "";
  const count = NUMBERS[number] ?? (/^\d{1,2}$/.test(number) ? Number(number) : undefined);
  return unit === undefined || count === undefined ? null : { count, unit };
}

/** A date so many units away, as precise as the unit makes it. */
export function shift(from: Day, unit: TimeUnit, count: number): PartialDate {
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
