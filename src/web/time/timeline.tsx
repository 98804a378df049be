import { brushX, type D3BrushEvent } from "d3-brush";
import { scaleLinear } from "d3-scale";
import { select } from "d3-selection";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Timeline as TimelineData } from "../../ontology/index.js";
import { PLOVER_GROUPS, type PloverGroup } from "../graph/palette.js";
import { timeline } from "../state/graph.js";
import { playback } from "../state/playback.js";
import { choose, selection } from "../state/view.js";
import { count, dateWords } from "../ui/words.js";
import { lastMonth, monthNumber, monthText } from "./months.js";
import { Player } from "./player.js";

const HEIGHT = 74;
const AXIS = 16;
const GROUPS = Object.keys(PLOVER_GROUPS) as PloverGroup[];

type Bin = TimelineData["bins"][number];

const groupCount = (bin: Bin, group: PloverGroup): number =>
  PLOVER_GROUPS[group].reduce((sum, name) => sum + (bin.classes[name] ?? 0), 0);

/** Ticks at years, thinned until they have room. */
function yearTicks(first: number, last: number, width: number): number[] {
  const years = Array.from(
    { length: Math.floor(last / 12) - Math.ceil(first / 12) + 1 },
    (_, i) => Math.ceil(first / 12) + i,
  );
  const step = [1, 2, 5, 10, 25, 50].find((n) => (years.length / n) * 44 < width) ?? 100;
  return years.filter((year) => year % step === 0);
}

/** Statements by month, cooperation over talk over conflict; a brush over it is the view's time window. */
export function Timeline() {
  const { data, error } = timeline.value;
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const monthly = data?.bins.filter(({ month }) => month.length > 4) ?? [];
  const yearly = data?.bins.filter(({ month }) => month.length === 4) ?? [];
  const undated = (data?.undated ?? 0) + yearly.reduce((sum, bin) => sum + bin.statements, 0);
  return (
    <section class="timeline" aria-label="Statements by month">
      <header>
        <h2>Statements by month</h2>
        <ul class="timeline-legend">
          {GROUPS.map((group) => (
            <li key={group}>
              <span class={`dot group-${group}`} aria-hidden="true" />
              {group}
            </li>
          ))}
        </ul>
        {undated > 0 && <span class="hint">{count(undated, "statement")} without a month</span>}
        {monthly.length > 0 && <Player months={monthly.map(({ month }) => month)} />}
      </header>
      <div class="timeline-plot" ref={box}>
        {error && <p class="hint">{error.message}</p>}
        {data && monthly.length === 0 && <p class="hint">No statement of this view is dated to a month.</p>}
        {monthly.length > 0 && <Histogram bins={monthly} width={width} />}
      </div>
    </section>
  );
}

function Histogram({ bins, width }: { bins: readonly Bin[]; width: number }) {
  const first = monthNumber(bins[0]?.month ?? "");
  const last = monthNumber(bins.at(-1)?.month ?? "") + 1;
  const x = scaleLinear([first - 0.5, last + 0.5], [14, width - 14]);
  const highest = Math.max(...bins.map(({ statements }) => statements));
  const y = scaleLinear([0, highest], [0, HEIGHT - AXIS - 8]);
  const bar = Math.max(1.5, x(1) - x(0) - 1);
  return (
    <svg
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={`${bins.length} months from ${dateWords(bins[0]?.month ?? null)} to ${dateWords(bins.at(-1)?.month ?? null)}, at most ${highest} statements a month. The fields From and To set the same window.`}
    >
      <line class="axis" x1="0" x2={width} y1={HEIGHT - AXIS} y2={HEIGHT - AXIS} />
      {yearTicks(first, last, width).map((year) => (
        <g key={year} transform={`translate(${x(year * 12)},0)`}>
          <line class="tick" y1="4" y2={HEIGHT - AXIS + 3} />
          <text y={HEIGHT - 3}>{year}</text>
        </g>
      ))}
      {bins.map((bin) => (
        <Bar key={bin.month} bin={bin} x={x(monthNumber(bin.month))} width={bar} y={y} />
      ))}
      <Brush x={x} first={first} last={last} width={width} />
    </svg>
  );
}

function Bar({ bin, x, width, y }: { bin: Bin; x: number; width: number; y: (n: number) => number }) {
  const counts = GROUPS.map((group) => ({ group, n: groupCount(bin, group) }));
  const other = bin.statements - counts.reduce((sum, { n }) => sum + n, 0);
  let top = HEIGHT - AXIS;
  return (
    <g>
      <title>{`${dateWords(bin.month)}: ${count(bin.statements, "statement")}`}</title>
      {[...counts.reverse(), { group: "other", n: other }].map(({ group, n }) => {
        const height = y(n);
        top -= height;
        return (
          n > 0 && <rect key={group} class={`group-${group}`} x={x} y={top} width={width} height={height} />
        );
      })}
    </g>
  );
}

interface BrushProps {
  x: ReturnType<typeof scaleLinear<number, number>>;
  first: number;
  last: number;
  width: number;
}

/** d3's brush, bound to the view's window both ways. */
function Brush({ x, first, last, width }: BrushProps) {
  const group = useRef<SVGGElement>(null);
  const { from, to } = selection.value;
  const shown = playback.value?.window ?? { from, to };
  useEffect(() => {
    if (!group.current) return;
    const brush = brushX<unknown>().extent([
      [0, 2],
      [width, HEIGHT - AXIS],
    ]);
    const node = select<SVGGElement, unknown>(group.current);
    node.call(brush);
    if (shown.from || shown.to) {
      const start = shown.from ? monthNumber(shown.from) : first;
      const end = shown.to ? lastMonth(shown.to) + 1 : last;
      node.call(
        brush.move,
        [Math.max(0, x(start)), Math.min(width, x(end))].sort((a, b) => a - b) as [number, number],
      );
    } else node.call(brush.clear);
    brush.on("end", (event: D3BrushEvent<unknown>) => {
      if (!event.sourceEvent) return;
      if (!event.selection) {
        choose({ from: undefined, to: undefined });
        return;
      }
      const [left, right] = event.selection as [number, number];
      const start = Math.round(x.invert(left));
      const end = Math.max(start, Math.round(x.invert(right)) - 1);
      choose({ from: monthText(start), to: end >= last - 1 ? undefined : monthText(end) });
    });
    return () => {
      brush.on("end", null);
    };
  }, [x.range().join(), first, last, shown.from, shown.to, width]);
  return <g class="brush" ref={group} />;
}
