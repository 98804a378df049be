import type { DrawnGraph } from "./model.js";

export interface LayoutRequest {
  run: number;
  nodes: { id: string; x: number; y: number; size: number; fixed: boolean }[];
  edges: { source: string; target: string; weight: number }[];
  iterations: number;
}

/** Positions as x, y, x, y … in the order of the request's nodes. */
export interface LayoutStep {
  run: number;
  positions: Float64Array;
  done: boolean;
}

/** Enough for the picture to settle; fewer where one step is dear. */
const iterationsFor = (order: number) => (order < 300 ? 600 : order < 1_500 ? 300 : 120);

/** Runs ForceAtlas2 in a worker and moves the nodes of the graph as it goes; one run at a time. */
export class Layout {
  #worker: Worker | null = null;
  #run = 0;

  /**
   * Starts on this graph and stops what ran before. Nodes marked `fixed` stay where they are.
   * @returns whether the layout came to its end (false where another run took its place)
   */
  run(graph: DrawnGraph): Promise<boolean> {
    this.stop();
    const run = ++this.#run;
    const ids = graph.nodes();
    const request: LayoutRequest = {
      run,
      nodes: ids.map((id) => {
        const { x, y, size, fixed } = graph.getNodeAttributes(id);
        return { id, x, y, size, fixed };
      }),
      edges: graph.mapEdges((_key, { weight }, source, target) => ({ source, target, weight })),
      iterations: iterationsFor(ids.length),
    };
    const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
    this.#worker = worker;
    worker.postMessage(request);
    return new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(`The layout stopped: ${event.message}`));
      worker.onmessage = (event: MessageEvent<LayoutStep>) => {
        const { positions, done } = event.data;
        if (run !== this.#run) return resolve(false);
        ids.forEach((id, i) => {
          // A node that was dragged meanwhile stays in the hand.
          if (!graph.hasNode(id) || graph.getNodeAttribute(id, "fixed")) return;
          graph.mergeNodeAttributes(id, { x: positions[2 * i] ?? 0, y: positions[2 * i + 1] ?? 0 });
        });
        if (!done) return;
        this.stop();
        resolve(true);
      };
    });
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
