import type { ArgumentFinder } from "./arguments/finder.js";
import { lower, type SentenceTree, tokenAt } from "./tree.js";

/** A clause that leaves out what the clause before it says: "…, and so did Oman", "B followed suit". */
export interface Ellipsis {
  /** Tokens of its subject, nearest first; the first that is an actor counts. */
  subjects: readonly number[];
  /** Token range that shows it: [first, last). */
  first: number;
  last: number;
  /** Whether it is negated; null where it is what the clause before it is. */
  negated: boolean | null;
  modality: "intended" | "hypothetical" | null;
  /** The verb whose own scope counts ("follow"), where there is one. */
  verb: number | null;
}

const AUXILIARY = new Set(
  "has have had did does do will would wo is are was were can ca could may might should must".split(" "),
);
const HYPOTHETICAL = /^(can|ca|could|may|might|should|would)$/;
const INVERTING = new Set(["so", "neither", "nor", "as"]);
const SAME = new Set(["suit", "same", "likewise", "example", "lead"]);
const AFTER_AUXILIARY = /^(too|either|also|yet|so|since|before)$/;
const REACH = 5;

/** The elliptic clauses of a sentence, in order of place. */
export function findEllipses(tree: SentenceTree, args: ArgumentFinder): Ellipsis[] {
  const found: Ellipsis[] = [];
  for (let i = tree.sentence.dateline; i < tree.tokens.length; i++) {
    const ellipsis = inverted(tree, i) ?? stranded(tree, i) ?? sameAgain(tree, args, i);
    if (ellipsis !== null) found.push(ellipsis);
  }
  return found;
}

/** "so has Latvia", "neither did Cyprus", "as had Norway". */
function inverted(tree: SentenceTree, index: number): Ellipsis | null {
  const word = lower(tree, index);
  const auxiliary = lower(tree, index + 1);
  if (!INVERTING.has(word) || !AUXILIARY.has(auxiliary)) return null;
  const subjects: number[] = [];
  for (let i = index + 2; i < tree.tokens.length && subjects.length < REACH; i++) {
    const { upos } = tokenAt(tree, i);
    // "so did they agree to talk": a whole clause, nothing is left out.
    if (upos === "VERB") return null;
    if (upos === "PUNCT" && subjects.length > 0) break;
    subjects.push(i);
  }
  const [start] = subjects;
  if (start === undefined) return null;
  const negated = word === "as" ? null : word !== "so";
  return { subjects, first: index, last: start + 1, negated, modality: modalityOf(auxiliary), verb: null };
}

/** "but Slovakia has not", "Hungary will not", "and Norway did too": an auxiliary that ends its clause. */
function stranded(tree: SentenceTree, index: number): Ellipsis | null {
  const auxiliary = lower(tree, index);
  if (!AUXILIARY.has(auxiliary) || index < 2) return null;
  let end = index + 1;
  const negated = /^(not|n't)$/.test(lower(tree, end));
  if (negated) end++;
  while (AFTER_AUXILIARY.test(lower(tree, end))) end++;
  const isEnd =
    end >= tree.tokens.length || tokenAt(tree, end).upos === "PUNCT" || lower(tree, end) === "and";
  if (!isEnd || (end === index + 1 && !/^(will|did|would|could|might|may)$/.test(auxiliary))) return null;
  const subject = index - 1;
  const { upos } = tokenAt(tree, subject);
  if (upos !== "PROPN" && upos !== "NOUN") return null;
  const head = tokenAt(tree, subject).head;
  const subjects = head >= 0 && head < index ? [subject, head] : [subject];
  return { subjects, first: subject, last: end, negated, modality: modalityOf(auxiliary), verb: null };
}

/** "followed suit", "did the same", "did likewise", "followed its example". */
function sameAgain(tree: SentenceTree, args: ArgumentFinder, index: number): Ellipsis | null {
  if (tokenAt(tree, index).upos !== "VERB" || !/^(follow|do)$/.test(tree.lemmas[index] ?? "")) return null;
  const object = [index + 1, index + 2].find((i) => SAME.has(lower(tree, i)));
  if (object === undefined) return null;
  const subjects = (args.of(index).get("subj") ?? []).map((f) => f.token);
  if (subjects.length === 0) return null;
  const first = Math.min(index, ...subjects);
  return { subjects, first, last: object + 1, negated: null, modality: null, verb: index };
}

function modalityOf(auxiliary: string): Ellipsis["modality"] {
  if (auxiliary === "will" || auxiliary === "wo") return "intended";
  return HYPOTHETICAL.test(auxiliary) ? "hypothetical" : null;
}
