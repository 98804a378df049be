import type { PartialDate } from "../ontology/index.js";

/** A day in UTC, for arithmetic; dates in the product are text. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

const MS_PER_DAY = 86_400_000;

function toTime(day: Day): number {
  return Date.UTC(day.year, day.month - 1, day.day);
}

function fromTime(time: number): Day {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day of a full date, the middle of a shorter one; null for null. */
export function parseDay(date: PartialDate | null): Day | null {
  if (date === null) return null;
  const [year = 0, month = 7, day = 15] = date.split("-").map(Number);
  return { year, month, day };
}

export function addDays(day: Day, days: number): Day {
  return fromTime(toTime(day) + days * MS_PER_DAY);
}

export function addMonths(day: Day, months: number): { year: number; month: number } {
  const index = day.year * 12 + day.month - 1 + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(toTime(day)).getUTCDay();
}

export function formatDay(day: Day): PartialDate {
  return `${formatMonth(day)}-${pad(day.day)}`;
}

export function formatMonth({ year, month }: { year: number; month: number }): PartialDate {
  return `${String(year).padStart(4, "0")}-${pad(month)}`;
}

export function formatYear(year: number): PartialDate {
  return String(year).padStart(4, "0");
}

export function isBefore(a: Day, b: Day): boolean {
  return toTime(a) < toTime(b);
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}

/** Days from `a` to `b`; negative where `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((toTime(b) - toTime(a)) / MS_PER_DAY);
}
