import type { DrawnGraph } from "./model.js";
import type { Point } from "./seed.js";

const KEY = "entente.places";
/** Beyond this many the browser's storage is not the place for it. */
const MOST = 3_000;

/** Where nodes were left, kept in the browser so that the graph looks the same after a reload. */
export class Places {
  #places = new Map<string, Point>();

  constructor() {
    const stored = localStorage.getItem(KEY);
    if (stored === null) return;
    for (const [id, x, y] of JSON.parse(stored) as [string, number, number][]) this.#places.set(id, { x, y });
  }

  /**
   * The places of this view's nodes; none where most of the nodes are new, because a few old places
   * would then bend the whole picture.
   */
  of(ids: readonly string[]): ReadonlyMap<string, Point> {
    const known = ids.flatMap((id) => {
      const place = this.#places.get(id);
      return place ? [[id, place] as const] : [];
    });
    return known.length * 2 >= ids.length ? new Map(known) : new Map();
  }

  remember(graph: DrawnGraph): void {
    if (graph.order > MOST) return;
    graph.forEachNode((id, { x, y }) => {
      this.#places.delete(id);
      this.#places.set(id, { x, y });
    });
    const rows = [...this.#places]
      .slice(-MOST)
      .map(([id, { x, y }]) => [id, Number(x.toFixed(2)), Number(y.toFixed(2))]);
    localStorage.setItem(KEY, JSON.stringify(rows));
  }

  forget(): void {
    this.#places.clear();
    localStorage.removeItem(KEY);
  }
}
