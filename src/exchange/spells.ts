import { isEvent } from "../graph/index.js";
import type { GraphEdge, PartialDate } from "../ontology/index.js";

/** From the first through the last day, as `YYYY-MM-DD`; without `end` for what goes on. */
export interface Spell {
  start: string;
  end: string | null;
}

/** The days that a date stands for: all of 2016, all of 2016-05, or one day. */
export function daysOf(date: PartialDate): { start: string; end: string } {
  if (date.length === 4) return { start: `${date}-01-01`, end: `${date}-12-31` };
  if (date.length === 7) return { start: `${date}-01`, end: `${date}-${lastDay(date)}` };
  return { start: date, end: date };
}

/**
 * When an edge is there: an event on its dates, a relation of being (who holds an office, what is part
 * of what) from its first date on. Without dates it is always there: no spells.
 */
export function spellsOf(edge: Pick<GraphEdge, "predicate" | "dates">): Spell[] {
  const first = edge.dates[0];
  if (first === undefined) return [];
  if (!isEvent(edge.predicate)) return [{ start: daysOf(first).start, end: null }];
  return edge.dates.length === 1 ? [daysOf(first)] : merge(edge.dates.map(daysOf));
}

/** When each node is there: while its edges are. A node that has an edge without dates, or none at all, is always there. */
export function nodeSpells(edges: readonly GraphEdge[]): Map<string, Spell[]> {
  // By first day, the spell that lasts longest: actors have thousands of edges on the same days.
  const longest = new Map<string, Map<string, Spell>>();
  const always = new Set<string>();
  for (const edge of edges) {
    const own = spellsOf(edge);
    for (const id of [edge.source, edge.target]) {
      if (own.length === 0) always.add(id);
      let known = longest.get(id);
      if (!known) longest.set(id, (known = new Map()));
      for (const spell of own) {
        const other = known.get(spell.start);
        if (!other || endsAfter(spell, other)) known.set(spell.start, spell);
      }
    }
  }
  for (const id of always) longest.delete(id);
  return new Map([...longest].map(([id, spells]) => [id, merge([...spells.values()])]));
}

function endsAfter(a: Spell, b: Spell): boolean {
  return b.end !== null && (a.end === null || a.end > b.end);
}

/** In order, with overlapping and adjoining spells made one. */
function merge(spells: readonly Spell[]): Spell[] {
  const merged: Spell[] = [];
  for (const spell of [...spells].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const last = merged.at(-1);
    if (last && (last.end === null || spell.start <= dayAfter(last.end))) {
      if (endsAfter(spell, last)) last.end = spell.end;
    } else merged.push({ ...spell });
  }
  return merged;
}

function lastDay(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return String(new Date(Date.UTC(year, number, 0)).getUTCDate());
}

const DAYS_AFTER = new Map<string, string>();

function dayAfter(day: string): string {
  let next = DAYS_AFTER.get(day);
  if (next === undefined) {
    next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    DAYS_AFTER.set(day, next);
  }
  return next;
}
