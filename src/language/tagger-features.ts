import { hashFeature, hashText, normalForm, shapeOf } from "./lexical.js";

/** What is known of a word before its sentence is: computed once for each type and cached. */
export interface WordProfile {
  normal: number;
  suffix2: number;
  suffix3: number;
  shape: number;
  /** Hash of the tags that the training data gives the word, or of its look if it is rare there. */
  ambiguity: number;
  /** Hashed features of the word alone. */
  fixed: Int32Array;
}

/** Tag features before the sentence's first word. */
export const NO_TAG = 1023;

/** How many features a word in its context has at most. */
export const CONTEXT_FEATURES = 28;

/** What stands before the first word of a sentence, and after the last. */
export const START: WordProfile = edge("<s>");
export const END: WordProfile = edge("</s>");

function edge(name: string): WordProfile {
  const hash = hashText(name);
  return {
    normal: hash,
    suffix2: hash,
    suffix3: hash,
    shape: hash,
    ambiguity: hash,
    fixed: new Int32Array(),
  };
}

/** Ambiguity class of a word that the training data has too rarely: what its ending and shape promise. */
function classOfUnknown(normal: string, shape: string): string {
  return `?${shape.slice(0, 2)}${normal.slice(-2)}`;
}

/** @param ambiguity the word's tags in the training data, e.g. `NOUN|VERB`; undefined where it is rare */
export function profileOf(form: string, ambiguity: string | undefined): WordProfile {
  const normal = normalForm(form);
  const shape = shapeOf(form);
  const ambiguityClass = ambiguity ?? classOfUnknown(normal, shape);
  const fixed = [
    `w${normal}`,
    `W${form}`,
    `a${normal.slice(-1)}`,
    `b${normal.slice(-2)}`,
    `c${normal.slice(-3)}`,
    `d${normal.slice(-4)}`,
    `e${normal.slice(-5)}`,
    `p${normal.slice(0, 1)}`,
    `q${normal.slice(0, 3)}`,
    `r${normal.slice(0, 4)}`,
    `s${shape}`,
    `t${shape}${normal.slice(-2)}`,
    `u${shape}${normal.slice(-3)}`,
    `m${ambiguityClass}`,
    normal.includes("-") ? `h${normal.slice(normal.lastIndexOf("-"))}` : "h",
    "bias",
  ];
  return {
    normal: hashText(normal),
    suffix2: hashText(`2${normal.slice(-2)}`),
    suffix3: hashText(`3${normal.slice(-3)}`),
    shape: hashText(`s${shape}`),
    ambiguity: hashText(`m${ambiguityClass}`),
    fixed: Int32Array.from(new Set(fixed), hashText),
  };
}

/** Features of one word at one place of the context: what it brings to a neighbour, whatever that is. */
export const NEIGHBOUR_FEATURES: Record<
  "left" | "left2" | "right" | "right2",
  (word: WordProfile) => number[]
> = {
  left: ({ normal }) => [hashFeature(4, normal, 0)],
  left2: ({ normal }) => [hashFeature(5, normal, 0)],
  right: ({ normal, ambiguity }) => [hashFeature(6, normal, 0), hashFeature(19, ambiguity, 0)],
  right2: ({ normal }) => [hashFeature(7, normal, 0)],
};

/** Feature of a word by whether it is the first of its sentence. */
export function placeFeature(word: WordProfile, first: boolean): number {
  return hashFeature(14, first ? 1 : 0, word.shape);
}

/** Features of the two tags before a word. */
export function tagFeatures(previous: number, beforePrevious: number): number[] {
  return [hashFeature(1, previous, 0), hashFeature(2, previous, beforePrevious)];
}

/** Feature of a word's shape and that of the word to the right. */
export function rightShapeFeature(word: WordProfile, right: WordProfile): number {
  return hashFeature(13, right.shape, word.shape);
}

/** Feature of a word's shape and that of the word to the left. */
export function leftShapeFeature(word: WordProfile, left: WordProfile): number {
  return hashFeature(25, left.shape, word.shape);
}

/** Features of a word together with the tag before it: they come again as often as the word does. */
export function afterTagFeatures(word: WordProfile, previous: number): number[] {
  return [hashFeature(3, previous, word.normal), hashFeature(16, previous, word.suffix3)];
}

/** Features of a word together with the tag two places before it. */
export function beforeWordFeatures(right: WordProfile, previous: number): number[] {
  return [
    hashFeature(10, right.suffix3, previous),
    hashFeature(15, previous, right.normal),
    hashFeature(21, previous, right.ambiguity),
  ];
}

/** Feature of the ambiguity classes of the word and of the one to the left. */
export function leftAmbiguityFeature(word: WordProfile, left: WordProfile): number {
  return hashFeature(26, left.ambiguity, word.ambiguity);
}

/** Feature of the ambiguity classes of the word and of the one to the right. */
export function rightAmbiguityFeature(word: WordProfile, right: WordProfile): number {
  return hashFeature(22, word.ambiguity, right.ambiguity);
}

/** Feature of the ambiguity classes of the two words to the right. */
export function aheadAmbiguityFeature(right: WordProfile, right2: WordProfile): number {
  return hashFeature(20, right2.ambiguity, right.ambiguity);
}

/** Writes the features that seldom come again, of two words or of words and two tags, into `out`; returns their number. */
export function pairFeatures(
  left: WordProfile,
  word: WordProfile,
  right: WordProfile,
  previous: number,
  beforePrevious: number,
  out: Int32Array,
): number {
  const tags = hashFeature(2, previous, beforePrevious);
  out[0] = hashFeature(8, left.normal, word.normal);
  out[1] = hashFeature(9, word.normal, right.normal);
  out[2] = hashFeature(11, left.suffix3, word.suffix3);
  out[3] = hashFeature(12, word.suffix3, right.suffix3);
  out[4] = hashFeature(17, hashFeature(17, previous, word.suffix2), right.suffix2);
  out[5] = hashFeature(18, tags, word.normal);
  out[6] = hashFeature(23, hashFeature(23, previous, word.ambiguity), right.ambiguity);
  out[7] = hashFeature(24, tags, word.ambiguity);
  return 8;
}

/**
 * Writes the hashed features of word `i` in its context into `out` and returns their number.
 * @param previous tag of word i-1, `beforePrevious` that of i-2, or NO_TAG
 */
export function contextFeatures(
  words: readonly WordProfile[],
  length: number,
  i: number,
  previous: number,
  beforePrevious: number,
  out: Int32Array,
): number {
  const word = words[i]!;
  const left = i > 0 ? words[i - 1]! : START;
  const left2 = i > 1 ? words[i - 2]! : START;
  const right = i + 1 < length ? words[i + 1]! : END;
  const right2 = i + 2 < length ? words[i + 2]! : END;
  const others = [
    ...tagFeatures(previous, beforePrevious),
    ...afterTagFeatures(word, previous),
    ...beforeWordFeatures(right, previous),
    leftAmbiguityFeature(word, left),
    rightAmbiguityFeature(word, right),
    aheadAmbiguityFeature(right, right2),
    ...NEIGHBOUR_FEATURES.left(left),
    ...NEIGHBOUR_FEATURES.left2(left2),
    ...NEIGHBOUR_FEATURES.right(right),
    ...NEIGHBOUR_FEATURES.right2(right2),
    placeFeature(word, i === 0),
    rightShapeFeature(word, right),
    leftShapeFeature(word, left),
  ];
  const pairs = pairFeatures(left, word, right, previous, beforePrevious, out);
  out.set(others, pairs);
  return pairs + others.length;
}
