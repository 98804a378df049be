import type { GraphEdge, PartialDate } from "../../ontology/index.js";
import type { MonthWindow } from "../state/playback.js";

/** Whether a date, whole year or month, touches the window. */
function touches(date: PartialDate, { from, to }: MonthWindow): boolean {
  if (date.length === 4) return date >= from.slice(0, 4) && date <= to.slice(0, 4);
  const month = date.slice(0, 7);
  return month >= from && month <= to;
}

/** Whether one of the edge's statements is dated within the window. */
export const isAlive = (edge: GraphEdge, window: MonthWindow): boolean =>
  edge.dates.some((date) => touches(date, window));
