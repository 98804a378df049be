import { useEffect, useRef, useState } from "preact/hooks";
import { call } from "../api/client.js";
import { type MonthWindow, playback } from "../state/playback.js";
import { choose, selection, selectionQuery } from "../state/view.js";
import { dateWords } from "../ui/words.js";
import { lastMonth, monthNumber, monthText } from "./months.js";

const TICK_MS = 350;
/** Width of the moving window where the view has none of its own. */
const DEFAULT_WIDTH = 12;

/**
 * Plays the graph through time: a window of the brushed width moves month by month. It runs over the
 * graph of all months, loaded once, so a step costs no request; where it is stopped becomes the view.
 */
export function Player({ months }: { months: readonly string[] }) {
  const [error, setError] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setInterval> | null>(null);
  const first = monthNumber(months[0] ?? "");
  const last = monthNumber(months.at(-1) ?? "");

  const halt = () => {
    if (timer.current !== null) clearInterval(timer.current);
    timer.current = null;
  };
  const stop = () => {
    halt();
    const window = playback.value?.window;
    playback.value = null;
    if (window) choose({ from: window.from, to: window.to });
  };
  useEffect(
    () => () => {
      halt();
      playback.value = null;
    },
    [],
  );

  const play = async () => {
    setError(null);
    const { from, to, ...rest } = selection.value;
    const bounded = from !== undefined && to !== undefined;
    const width = bounded ? lastMonth(to) - monthNumber(from) + 1 : DEFAULT_WIDTH;
    const begin =
      bounded && lastMonth(to) < last ? monthNumber(from) : Math.max(first, from ? monthNumber(from) : first);
    const at = (start: number): MonthWindow => ({ from: monthText(start), to: monthText(start + width - 1) });
    try {
      const view = await call("getGraph", {
        query: selectionQuery({ ...rest, from: undefined, to: undefined }),
      });
      playback.value = { view, window: at(begin) };
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
      return;
    }
    let start = begin;
    timer.current = setInterval(() => {
      start++;
      if (!playback.value || start + width - 1 > last) stop();
      else playback.value = { ...playback.value, window: at(start) };
    }, TICK_MS);
  };

  const running = playback.value !== null;
  return (
    <div class="player">
      {error && <span class="warn">{error}</span>}
      {running && (
        <output>
          {dateWords(playback.value?.window.from ?? null)} – {dateWords(playback.value?.window.to ?? null)}
        </output>
      )}
      <button type="button" onClick={() => (running ? stop() : void play())}>
        {running ? "Stop" : "Play"}
      </button>
    </div>
  );
}
