import { MultiGraph } from "graphology";
import forceAtlas2Module from "graphology-layout-forceatlas2";
import type { LayoutRequest, LayoutStep } from "./layout.js";

// Its types are written for `module.exports.default`, but the package sets `module.exports` itself.
const forceAtlas2 = forceAtlas2Module as unknown as (typeof forceAtlas2Module)["default"];

/** Steps between two pictures that are sent back. */
const CHUNK = 15;

/**
 * ForceAtlas2 off the main thread. graphology's own supervisor starts its worker from a blob: URL,
 * which the content security policy refuses, so the page has this file instead. The same request
 * gives the same positions.
 */
function run({ run: id, nodes, edges, iterations }: LayoutRequest): void {
  const graph = new MultiGraph<{ x: number; y: number; size: number; fixed: boolean }, { weight: number }>();
  for (const node of nodes) graph.addNode(node.id, node);
  for (const edge of edges) graph.addEdge(edge.source, edge.target, { weight: edge.weight });
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    // Strong gravity keeps what is not connected within sight.
    strongGravityMode: true,
    gravity: 0.06,
    scalingRatio: 12,
    edgeWeightInfluence: 0.6,
    barnesHutOptimize: nodes.length > 800,
  };
  for (let done = 0; done < iterations; ) {
    const step = Math.min(CHUNK, iterations - done);
    const last = done + step >= iterations;
    forceAtlas2.assign(graph, {
      iterations: step,
      settings: { ...settings, adjustSizes: nodes.length < 800 && done > iterations * 0.6 },
    });
    done += step;
    const positions = new Float64Array(nodes.length * 2);
    nodes.forEach((node, i) => {
      const { x, y } = graph.getNodeAttributes(node.id);
      positions[2 * i] = x;
      positions[2 * i + 1] = y;
    });
    const message: LayoutStep = { run: id, positions, done: last };
    self.postMessage(message);
  }
}

self.addEventListener("message", (event: MessageEvent<LayoutRequest>) => run(event.data));
