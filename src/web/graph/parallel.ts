interface Ends {
  key: string;
  source: string;
  target: string;
}

/** Bend between neighbouring edges, and the widest fan that still reads as one pair, as shares of the distance. */
const STEP = 0.15;
const WIDEST = 0.8;

/**
 * How far each edge bends, so that edges between one pair lie side by side: 0 is straight, and the
 * sign follows the edge's own direction. Edges keep their order, so a redraw bends them the same way.
 */
export function curvatures(edges: readonly Ends[]): Map<string, number> {
  const pairs = new Map<string, Ends[]>();
  for (const edge of edges) {
    const pair =
      edge.source < edge.target ? `${edge.source}\n${edge.target}` : `${edge.target}\n${edge.source}`;
    const others = pairs.get(pair);
    if (others) others.push(edge);
    else pairs.set(pair, [edge]);
  }
  const bends = new Map<string, number>();
  for (const pair of pairs.values()) {
    const step = Math.min(STEP, (2 * WIDEST) / pair.length);
    pair.forEach((edge, i) => {
      const slot = (i - (pair.length - 1) / 2) * step;
      bends.set(edge.key, edge.source < edge.target ? slot : -slot);
    });
  }
  return bends;
}
