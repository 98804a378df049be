import { isEvent } from "../graph/index.js";
import type { GraphEdge, PartialDate } from "../ontology/index.js";

/** From the first through the last day, as `YYYY-MM-DD`; without `end` for what goes on. */
export interface Spell {
  start: string;
  end: string | null;
}

/** A spell with its days counted from 1970, which compare and adjoin faster than texts. */
interface DaySpell extends Spell {
  first: number;
  /** Infinite for what goes on. */
  last: number;
}

/** Dates recur on many edges; a spell is made once for each. */
const SPELL_OF_DATE = new Map<PartialDate, DaySpell>();
const SPELL_FROM_DATE = new Map<PartialDate, DaySpell>();

/**
 * When an edge is there: an event on its dates, a relation of being (who holds an office, what is part
 * of what) from its first date on. Without dates it is always there: no spells.
 */
export function spellsOf(edge: Pick<GraphEdge, "predicate" | "dates">): readonly Spell[] {
  const spells: DaySpell[] = [];
  addSpells(edge, spells);
  return spells.length > 1 ? merge(spells) : spells;
}

/** When each node is there: while its edges are. A node that has an edge without dates, or none at all, is always there. */
export function nodeSpells(
  edges: Iterable<Pick<GraphEdge, "source" | "target" | "predicate" | "dates">>,
): Map<string, readonly Spell[]> {
  const found = new Map<string, DaySpell[]>();
  const always = new Set<string>();
  for (const edge of edges) {
    const own: DaySpell[] = [];
    addSpells(edge, own);
    for (const id of [edge.source, edge.target]) {
      if (own.length === 0) always.add(id);
      const spells = found.get(id);
      if (!spells) found.set(id, [...own]);
      else for (const spell of own) spells.push(spell);
    }
  }
  for (const id of always) found.delete(id);
  return new Map([...found].map(([id, spells]) => [id, merge(spells)]));
}

/** Adds a spell for each date, as they come. */
function addSpells({ predicate, dates }: Pick<GraphEdge, "predicate" | "dates">, spells: DaySpell[]): void {
  const first = dates[0];
  if (first === undefined) return;
  if (!isEvent(predicate)) spells.push(spellFrom(first));
  else for (const date of dates) spells.push(SPELL_OF_DATE.get(date) ?? spellOf(date));
}

function spellFrom(date: PartialDate): DaySpell {
  let spell = SPELL_FROM_DATE.get(date);
  if (!spell) {
    spell = { ...spellOf(date), end: null, last: Number.POSITIVE_INFINITY };
    SPELL_FROM_DATE.set(date, spell);
  }
  return spell;
}

function spellOf(date: PartialDate): DaySpell {
  const { start, end } = daysOf(date);
  const spell = { start, end, first: dayNumber(start), last: dayNumber(end) };
  SPELL_OF_DATE.set(date, spell);
  return spell;
}

/** The days that a date stands for: all of 2016, all of 2016-05, or one day. */
function daysOf(date: PartialDate): { start: string; end: string } {
  if (date.length === 4) return { start: `${date}-01-01`, end: `${date}-12-31` };
  if (date.length === 7) return { start: `${date}-01`, end: `${date}-${lastDay(date)}` };
  return { start: date, end: date };
}

function lastDay(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return String(new Date(Date.UTC(year, number, 0)).getUTCDate());
}

function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

/** In order, with overlapping and adjoining spells made one. */
function merge(spells: DaySpell[]): Spell[] {
  const merged: DaySpell[] = [];
  let last: DaySpell | undefined;
  for (const spell of spells.sort((a, b) => a.first - b.first)) {
    if (!last || spell.first > last.last + 1) {
      last = spell;
      merged.push(spell);
    } else if (spell.last > last.last) {
      last = { ...last, end: spell.end, last: spell.last };
      merged[merged.length - 1] = last;
    }
  }
  return merged;
}
