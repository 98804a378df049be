import { signal } from "@preact/signals";
import type { GraphRenderer } from "./renderer.js";

/** The picture on the screen, for whoever wants to move it or take it away. */
export const drawn = signal<GraphRenderer | null>(null);
