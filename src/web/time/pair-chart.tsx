import { scaleLinear } from "d3-scale";
import type { Timeline } from "../../ontology/index.js";
import { PLOVER_CLASSES, type Plover } from "../../ontology/index.js";
import { count, PLOVER_NAMES, signed } from "../ui/words.js";

type Bin = Timeline["bins"][number];

interface Year {
  year: string;
  statements: number;
  /** Mean Goldstein weight of its events; null where it has none. */
  goldstein: number | null;
  classes: Map<Plover, number>;
}

const WIDTH = 372;
const LEFT = 26;
const LINE_TOP = 8;
const LINE_BOTTOM = 92;
const BARS_TOP = 108;
const BARS_BOTTOM = 178;
const HEIGHT = 200;

/** Sums months into years; the mean weight is weighted by the statements of each month. */
function byYear(bins: readonly Bin[]): Year[] {
  const years = new Map<
    string,
    { statements: number; sum: number; weighed: number; classes: Map<Plover, number> }
  >();
  for (const bin of bins) {
    const key = bin.month.slice(0, 4);
    const year = years.get(key) ?? { statements: 0, sum: 0, weighed: 0, classes: new Map() };
    years.set(key, year);
    year.statements += bin.statements;
    if (bin.goldstein !== null) {
      year.sum += bin.goldstein * bin.statements;
      year.weighed += bin.statements;
    }
    for (const name of PLOVER_CLASSES) {
      const n = bin.classes[name];
      if (n) year.classes.set(name, (year.classes.get(name) ?? 0) + n);
    }
  }
  return [...years]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([year, { statements, sum, weighed, classes }]) => ({
      year,
      statements,
      goldstein: weighed === 0 ? null : sum / weighed,
      classes,
    }));
}

interface Props {
  bins: readonly Bin[];
  year: string | null;
  onYear: (year: string | null) => void;
}

/** Above: the mean Goldstein weight of each year. Below: its statements by PLOVER class. A click picks a year. */
export function PairChart({ bins, year: chosen, onYear }: Props) {
  const years = byYear(bins);
  const first = Number(years[0]?.year);
  const last = Number(years.at(-1)?.year);
  const x = scaleLinear([first - 0.6, last + 0.6], [LEFT, WIDTH - 4]);
  const weight = scaleLinear([-10, 10], [LINE_BOTTOM, LINE_TOP]);
  const most = Math.max(...years.map(({ statements }) => statements));
  const height = scaleLinear([0, most], [0, BARS_BOTTOM - BARS_TOP]);
  const bar = Math.min(22, (x(1) - x(0)) * 0.7);
  const points = years.filter((year) => year.goldstein !== null);
  const path = points.map(
    ({ year, goldstein }, i) => `${i === 0 ? "M" : "L"}${x(Number(year))},${weight(goldstein ?? 0)}`,
  );
  return (
    <figure class="pair-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={chartWords(years)}>
        {[-10, -5, 0, 5, 10].map((value) => (
          <g key={value} class={value === 0 ? "zero" : ""}>
            <line class="tick" x1={LEFT} x2={WIDTH} y1={weight(value)} y2={weight(value)} />
            <text class="end" x={LEFT - 4} y={weight(value) + 3}>
              {value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0"}
            </text>
          </g>
        ))}
        <path class="trend" d={path.join("")} />
        {years.map((entry) => (
          <YearColumn
            key={entry.year}
            entry={entry}
            x={x(Number(entry.year))}
            bar={bar}
            weight={weight}
            height={height}
            chosen={chosen === entry.year}
            onYear={onYear}
            labelled={x(1) - x(0) > 26 || Number(entry.year) % 2 === 0}
          />
        ))}
        <text class="end" x={LEFT - 4} y={BARS_TOP + 6}>
          {most}
        </text>
      </svg>
      <figcaption>
        Above: mean Goldstein weight of each year, −10 conflict to +10 cooperation. Below: statements by
        class.
        {chosen !== null && (
          <button type="button" class="quiet" onClick={() => onYear(null)}>
            All years
          </button>
        )}
      </figcaption>
    </figure>
  );
}

const chartWords = (years: readonly Year[]): string =>
  years
    .map(
      ({ year, statements, goldstein }) =>
        `${year}: ${count(statements, "statement")}${goldstein === null ? "" : `, mean weight ${signed(goldstein)}`}`,
    )
    .join("; ");

interface ColumnProps {
  entry: Year;
  x: number;
  bar: number;
  weight: (n: number) => number;
  height: (n: number) => number;
  chosen: boolean;
  labelled: boolean;
  onYear: (year: string | null) => void;
}

function YearColumn({ entry, x, bar, weight, height, chosen, labelled, onYear }: ColumnProps) {
  let top = BARS_BOTTOM;
  const words = [...entry.classes].map(([name, n]) => `${PLOVER_NAMES[name]} ${n}`).join(", ");
  const pick = () => onYear(chosen ? null : entry.year);
  return (
    <g
      class={`year ${chosen ? "chosen" : ""}`}
      role="button"
      tabindex={0}
      aria-pressed={chosen}
      aria-label={`${entry.year}: ${words}`}
      onClick={pick}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          pick();
        }
      }}
    >
      <title>{`${entry.year}: ${words}`}</title>
      <rect class="hit" x={x - bar / 2 - 2} y={LINE_TOP} width={bar + 4} height={HEIGHT - LINE_TOP} />
      {PLOVER_CLASSES.filter((name) => entry.classes.has(name)).map((name) => {
        const tall = height(entry.classes.get(name) ?? 0);
        top -= tall;
        return (
          <rect
            key={name}
            class={`plover-${name.toLowerCase()}`}
            x={x - bar / 2}
            y={top}
            width={bar}
            height={tall}
          />
        );
      })}
      {entry.goldstein !== null && (
        <circle
          class={entry.goldstein < 0 ? "group-conflict" : "group-cooperation"}
          cx={x}
          cy={weight(entry.goldstein)}
          r="3.5"
        />
      )}
      {labelled && (
        <text x={x} y={BARS_BOTTOM + 13}>
          {entry.year}
        </text>
      )}
    </g>
  );
}
