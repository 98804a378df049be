/**
 * Similarity of two texts as Python's difflib.SequenceMatcher.ratio gives it (Ratcliff and Obershelp's
 * gestalt matching): twice the characters in matching blocks over all characters, 0 to 1. Meant for
 * names: texts of 200 characters and more are not treated as difflib's "popular element" rule would.
 */
export function similarity(a: string, b: string): number {
  const total = a.length + b.length;
  return total === 0 ? 1 : (2 * matching(a, b, 0, a.length, 0, b.length)) / total;
}

function matching(a: string, b: string, aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  const [i, j, size] = longest(a, b, aLow, aHigh, bLow, bHigh);
  if (size === 0) return 0;
  return size + matching(a, b, aLow, i, bLow, j) + matching(a, b, i + size, aHigh, j + size, bHigh);
}

/** The longest common block, the earliest in `a` and then in `b` among equals. */
function longest(
  a: string,
  b: string,
  aLow: number,
  aHigh: number,
  bLow: number,
  bHigh: number,
): [i: number, j: number, size: number] {
  let best: [number, number, number] = [aLow, bLow, 0];
  let lengths = new Map<number, number>();
  for (let i = aLow; i < aHigh; i++) {
    const next = new Map<number, number>();
    for (let j = bLow; j < bHigh; j++) {
      if (a[i] !== b[j]) continue;
      const size = (lengths.get(j - 1) ?? 0) + 1;
      next.set(j, size);
      if (size > best[2]) best = [i - size + 1, j - size + 1, size];
    }
    lengths = next;
  }
  return best;
}
