const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?";
/** What may follow the day: a time, a zone, anything after a separator. */
const REST = "(?=$|[\\sT,;|–—-])";

const ISO = new RegExp(`^(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?${REST}`, "i");
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|T)/;
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})${REST}`,
  "i",
);
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${REST}`, "i");
const MONTH_YEAR = new RegExp(`^${MONTH},?\\s+(\\d{4})${REST}`, "i");

/**
 * The day of a publication date as outlets write it (`01 March 2021 - 22:00`, `March 1, 2021`, RFC 2822,
 * ISO 8601 with any time), as `YYYY[-MM[-DD]]`. The day is kept as written, whatever the time zone.
 * @returns null where it is no date, or a numeric one whose order cannot be known (03/01/2021).
 */
export function parsePublished(written: string): string | null {
  const text = written.trim();
  const compact = COMPACT.exec(text);
  if (compact) return checked(compact[1], compact[2], compact[3]);
  const iso = ISO.exec(text);
  if (iso) return checked(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return checked(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return checked(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear) return checked(monthYear[2], monthNumber(monthYear[1]), undefined);
  return null;
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? "").toLowerCase()) + 1);
}

function checked(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  if (year === undefined) return null;
  if (month === undefined) return year;
  const m = Number(month);
  if (m < 1 || m > 12) return null;
  if (day === undefined) return `${year}-${pad(m)}`;
  const d = Number(day);
  const date = new Date(Date.UTC(Number(year), m - 1, d));
  if (d < 1 || date.getUTCMonth() !== m - 1) return null;
  return `${year}-${pad(m)}-${pad(d)}`;
}

const pad = (n: number) => String(n).padStart(2, "0");
