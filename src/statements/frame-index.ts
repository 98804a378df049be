import type { Frame, SlotPath } from "./frames.js";

/** Frames of one word whose first condition asks one slot for certain words, by these words. */
interface Gate {
  slot: SlotPath;
  /** Places in the list of frames. */
  byWord: ReadonlyMap<string, readonly number[]>;
}

/** What the first conditions of a word's frames ask for: "take" has 50 frames, of which its object rules out nearly all. */
interface FrameIndex {
  gates: readonly Gate[];
  /** For each frame, whether it waits for a gate to let it through. */
  gated: readonly boolean[];
}

/** Lists of fewer frames are tried one by one: reading their words into an index takes longer. */
const FEW = 12;

const indexes = new WeakMap<readonly Frame[], FrameIndex>();

/** The index of a word's frames, made when first asked for. */
export function indexOf(frames: readonly Frame[]): FrameIndex {
  let index = indexes.get(frames);
  if (index === undefined) {
    index = makeIndex(frames);
    indexes.set(frames, index);
  }
  return index;
}

function makeIndex(frames: readonly Frame[]): FrameIndex {
  if (frames.length < FEW) return { gates: [], gated: [] };
  const gates = new Map<SlotPath, Map<string, number[]>>();
  const gated = frames.map(({ where: [first], particle }, place) => {
    // Particles change what fills a slot, and sorts of words are not told by their lemmas.
    if (first === undefined || particle !== null || first.any || first.sorts.length > 0) return false;
    const byWord = gates.get(first.slot) ?? new Map<string, number[]>();
    gates.set(first.slot, byWord);
    for (const word of first.lemmas) {
      const places = byWord.get(word);
      if (places === undefined) byWord.set(word, [place]);
      else places.push(place);
    }
    return true;
  });
  return { gates: [...gates].map(([slot, byWord]) => ({ slot, byWord })), gated };
}
