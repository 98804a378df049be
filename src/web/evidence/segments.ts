import type { Mention, Statement } from "../../ontology/index.js";

/** A run of text under the same statements and mention. */
export interface Segment {
  start: number;
  text: string;
  statements: readonly Statement[];
  mention: Mention | null;
}

/**
 * Cuts a text where statements and mentions start and end, so that overlapping marks become a flat
 * row of segments. A mention inside a longer one gives way to it.
 * @param from where `text` starts in the string that the offsets count in
 */
export function segments(
  text: string,
  from: number,
  statements: readonly Statement[],
  mentions: readonly Mention[],
): Segment[] {
  const end = from + text.length;
  const marks = statements.filter(({ evidence }) => evidence.start < end && evidence.end > from);
  const names = mentions.filter((mention) => mention.start < end && mention.end > from);
  const cuts = new Set([from, end]);
  for (const { start, end: stop } of [...marks.map(({ evidence }) => evidence), ...names]) {
    cuts.add(Math.max(from, start));
    cuts.add(Math.min(end, stop));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const stop = edges[i + 1] ?? end;
    return {
      start,
      text: text.slice(start - from, stop - from),
      statements: marks.filter(({ evidence }) => evidence.start <= start && evidence.end >= stop),
      mention: names
        .filter((mention) => mention.start <= start && mention.end >= stop)
        .reduce<Mention | null>(
          (best, m) => (best && best.end - best.start >= m.end - m.start ? best : m),
          null,
        ),
    };
  });
}
