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

const START: WordProfile = edge("<s>");
const END: WordProfile = edge("</s>");

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
  const tags = hashFeature(2, previous, beforePrevious);
  let n = 0;
  out[n++] = hashFeature(1, previous, 0);
  out[n++] = tags;
  out[n++] = hashFeature(3, previous, word.normal);
  out[n++] = hashFeature(4, left.normal, 0);
  out[n++] = hashFeature(5, left2.normal, 0);
  out[n++] = hashFeature(6, right.normal, 0);
  out[n++] = hashFeature(7, right2.normal, 0);
  out[n++] = hashFeature(8, left.normal, word.normal);
  out[n++] = hashFeature(9, word.normal, right.normal);
  out[n++] = hashFeature(10, right.suffix3, previous);
  out[n++] = hashFeature(11, left.suffix3, word.suffix3);
  out[n++] = hashFeature(12, word.suffix3, right.suffix3);
  out[n++] = hashFeature(13, right.shape, word.shape);
  out[n++] = hashFeature(14, i === 0 ? 1 : 0, word.shape);
  out[n++] = hashFeature(15, previous, right.normal);
  out[n++] = hashFeature(16, previous, word.suffix3);
  out[n++] = hashFeature(17, hashFeature(17, previous, word.suffix2), right.suffix2);
  out[n++] = hashFeature(18, tags, word.normal);
  out[n++] = hashFeature(19, right.ambiguity, 0);
  out[n++] = hashFeature(20, right2.ambiguity, right.ambiguity);
  out[n++] = hashFeature(21, previous, right.ambiguity);
  out[n++] = hashFeature(22, word.ambiguity, right.ambiguity);
  out[n++] = hashFeature(23, hashFeature(23, previous, word.ambiguity), right.ambiguity);
  out[n++] = hashFeature(24, tags, word.ambiguity);
  out[n++] = hashFeature(25, left.shape, word.shape);
  out[n++] = hashFeature(26, left.ambiguity, word.ambiguity);
  return n;
}
