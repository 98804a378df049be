import type { PartialDate } from "../../ontology/index.js";

/** A span of time; an open end is undefined. */
export interface Span {
  from?: PartialDate | undefined;
  to?: PartialDate | undefined;
}

/** Whether a date, as precise as it is known, may lie within a span; a year stands for all its days. */
export function within(date: PartialDate | null, { from, to }: Span): boolean {
  if (from === undefined && to === undefined) return true;
  if (date === null) return false;
  if (from !== undefined && date < from.slice(0, date.length)) return false;
  return to === undefined || date.slice(0, to.length) <= to;
}
