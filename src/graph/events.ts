import type { PartialDate } from "../ontology/index.js";

/** The date of a statement and what it rests on; the same for every statement that is put into one event. */
export interface Dated {
  date: PartialDate;
  /** True where only the day of publication is known: the event may lie a day before. */
  publication: boolean;
}

const DAY = 86_400_000;

/**
 * Which statements of one subject, predicate and object are about one event. Days that are equal are
 * one event, and a publication day also joins the stated day up to two days before it (papers report
 * on the morrow, weeklies and other time zones later). A month or year joins the one event that lies
 * in it; where it holds several or none it is an event of its own, since nothing says which is meant.
 * @returns for each date, in the given order, the date that names its event
 */
export function eventDates(dated: readonly Dated[]): PartialDate[] {
  const days = [...new Set(dated.filter((d) => d.date.length === 10).map((d) => d.date))].sort();
  const stated = new Set(dated.filter((d) => d.date.length === 10 && !d.publication).map((d) => d.date));
  const eventOfDay = new Map(
    days.map((day) => [day, stated.has(day) ? day : (dayBefore(day, stated) ?? day)]),
  );
  const events = [...new Set(eventOfDay.values())];

  const months = [...new Set(dated.filter((d) => d.date.length === 7).map((d) => d.date))].sort();
  const eventOfMonth = new Map(months.map((month) => [month, onlyWithin(month, events) ?? month]));
  const finer = [...new Set([...events, ...eventOfMonth.values()])];

  return dated.map(({ date }) => {
    if (date.length === 10) return eventOfDay.get(date) ?? date;
    if (date.length === 7) return eventOfMonth.get(date) ?? date;
    return onlyWithin(date, finer) ?? date;
  });
}

function dayBefore(day: PartialDate, stated: ReadonlySet<PartialDate>): PartialDate | undefined {
  return [1, 2]
    .map((n) => new Date(Date.parse(day) - n * DAY).toISOString().slice(0, 10))
    .find((d) => stated.has(d));
}

function onlyWithin(span: PartialDate, events: readonly PartialDate[]): PartialDate | null {
  const inside = events.filter((event) => event.startsWith(span));
  return inside.length === 1 ? (inside[0] ?? null) : null;
}
