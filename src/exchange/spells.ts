import { isEvent } from "../graph/index.js";
import type { GraphEdge, PartialDate } from "../ontology/index.js";

/** From the first through the last day, as `YYYY-MM-DD`; without `end` for what goes on. */
export interface Spell {
  start: string;
  end: string | null;
}

/** Dates recur on many edges; a spell is made once for each, which also lets nodes tell them apart by identity. */
const SPELL_OF_DATE = new Map<PartialDate, Spell>();
const SPELL_FROM_DATE = new Map<PartialDate, Spell>();

/**
 * When an edge is there: an event on its dates, a relation of being (who holds an office, what is part
 * of what) from its first date on. Without dates it is always there: no spells.
 */
export function spellsOf(edge: Pick<GraphEdge, "predicate" | "dates">): readonly Spell[] {
  const spells = eachSpell(edge);
  return spells.length > 1 ? merge(spells) : spells;
}

/** When each node is there: while its edges are. A node that has an edge without dates, or none at all, is always there. */
export function nodeSpells(edges: readonly GraphEdge[]): Map<string, readonly Spell[]> {
  const found = new Map<string, Set<Spell>>();
  const always = new Set<string>();
  for (const edge of edges) {
    const spells = eachSpell(edge);
    for (const id of [edge.source, edge.target]) {
      if (spells.length === 0) always.add(id);
      let known = found.get(id);
      if (!known) {
        known = new Set();
        found.set(id, known);
      }
      for (const spell of spells) known.add(spell);
    }
  }
  for (const id of always) found.delete(id);
  return new Map([...found].map(([id, spells]) => [id, merge([...spells])]));
}

/** One spell for each date, as they come. */
function eachSpell({ predicate, dates }: Pick<GraphEdge, "predicate" | "dates">): Spell[] {
  const first = dates[0];
  if (first !== undefined && !isEvent(predicate)) {
    return [cached(SPELL_FROM_DATE, first, () => ({ start: daysOf(first).start, end: null }))];
  }
  return dates.map((date) => cached(SPELL_OF_DATE, date, () => daysOf(date)));
}

function cached<Key, Value>(cache: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}

/** The days that a date stands for: all of 2016, all of 2016-05, or one day. */
function daysOf(date: PartialDate): { start: string; end: string } {
  if (date.length === 4) return { start: `${date}-01-01`, end: `${date}-12-31` };
  if (date.length === 7) return { start: `${date}-01`, end: `${date}-${lastDay(date)}` };
  return { start: date, end: date };
}

/** In order, with overlapping and adjoining spells made one. */
function merge(spells: Spell[]): Spell[] {
  const merged: Spell[] = [];
  let end: string | null = "";
  for (const spell of spells.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const last = merged.at(-1);
    if (last && (end === null || spell.start <= end || spell.start === dayAfter(end))) {
      if (end !== null && (spell.end === null || spell.end > end)) {
        end = spell.end;
        merged[merged.length - 1] = { start: last.start, end };
      }
    } else {
      merged.push(spell);
      end = spell.end;
    }
  }
  return merged;
}

function lastDay(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return String(new Date(Date.UTC(year, number, 0)).getUTCDate());
}

const DAY_AFTER = new Map<string, string>();

function dayAfter(day: string): string {
  return cached(DAY_AFTER, day, () => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10));
}
