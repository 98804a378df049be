/** Days of the week in lower case, from Sunday (0) on. */
export const WEEKDAYS = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;

/** Months in lower case, from January (0) on. */
export const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;

const DAYS: ReadonlySet<string> = new Set(WEEKDAYS);
const MONTH_SET: ReadonlySet<string> = new Set(MONTHS);

/** @param word in lower case */
export function isWeekday(word: string): boolean {
  return DAYS.has(word);
}

/** Whether a word names a month; "may" does, too. @param word in lower case */
export function isMonth(word: string): boolean {
  return MONTH_SET.has(word);
}
