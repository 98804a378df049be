/** Months counted from year 0, so that they can be added and compared. */
export const monthNumber = (date: string): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1) - 1;

/** The month of a number, as `YYYY-MM`. */
export const monthText = (n: number): string =>
  `${String(Math.floor(n / 12)).padStart(4, "0")}-${String((n % 12) + 1).padStart(2, "0")}`;

/** The last month that a date spans: December for a bare year. */
export const lastMonth = (date: string): number =>
  date.length === 4 ? Number(date) * 12 + 11 : monthNumber(date);
