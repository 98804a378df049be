import { computed, signal } from "@preact/signals";
import type { GraphView } from "../../ontology/index.js";

/** Months as `YYYY-MM`, both included. */
export interface MonthWindow {
  from: string;
  to: string;
}

/**
 * The film that is running: the graph of all months, and the months that are lit now. Null where none
 * runs. It is not part of the address: when it stops, its window becomes the view's.
 */
export const playback = signal<{ view: GraphView; window: MonthWindow } | null>(null);

/** Its graph alone, which stays the same from month to month. */
export const film = computed(() => playback.value?.view ?? null);
