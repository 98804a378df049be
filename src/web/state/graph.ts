import { effect, signal } from "@preact/signals";
import type { GraphView, Selection, Stats, Timeline } from "../../ontology/index.js";
import { call } from "../api/client.js";
import { token } from "../api/token.js";
import { selection, selectionQuery } from "./view.js";

/** Something that the whole page shares, as it was last loaded. */
interface Shared<T> {
  loading: boolean;
  data: T | null;
  error: Error | null;
}

const empty = { loading: true, data: null, error: null };

export const graph = signal<Shared<GraphView>>(empty);
/** Of the selection without its time window, so that the window can be moved over it. */
export const timeline = signal<Shared<Timeline>>(empty);
export const stats = signal<Shared<Stats>>(empty);

/** Raised when the store changed or the user asks to try again. */
const version = signal(0);
export const reload = (): void => {
  version.value++;
};

function follow<T>(
  target: { value: Shared<T>; peek(): Shared<T> },
  load: (signal: AbortSignal) => Promise<T>,
) {
  const abort = new AbortController();
  target.value = { ...target.peek(), loading: true };
  load(abort.signal).then(
    (data) => {
      if (!abort.signal.aborted) target.value = { loading: false, data, error: null };
    },
    (error: unknown) => {
      if (abort.signal.aborted) return;
      target.value = {
        loading: false,
        data: null,
        error: error instanceof Error ? error : new Error(String(error)),
      };
    },
  );
  return () => abort.abort();
}

/** Keys change only when the answer would, so that opening a panel loads nothing. */
const graphKey = signal("");
const timelineKey = signal("");

const withoutTime = ({ from: _from, to: _to, ...rest }: Selection): Record<string, unknown> =>
  selectionQuery(rest as Selection);

/** Starts loading; call once. */
export function startLoading(): void {
  effect(() => {
    graphKey.value = JSON.stringify(selectionQuery(selection.value));
    timelineKey.value = JSON.stringify(withoutTime(selection.value));
  });
  effect(() => {
    const key = graphKey.value;
    version.value;
    token.value;
    return follow(graph, (signal) => call("getGraph", { query: JSON.parse(key), signal }));
  });
  effect(() => {
    const key = timelineKey.value;
    version.value;
    token.value;
    return follow(timeline, (signal) => call("getTimeline", { query: JSON.parse(key), signal }));
  });
  effect(() => {
    version.value;
    token.value;
    return follow(stats, (signal) => call("getStats", { signal }));
  });
}
