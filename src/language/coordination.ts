import type { Word } from "./types.js";

/**
 * Joins subjects of one verb that are coordinated in the words but not in the tree ("Ghana and Togo agreed" with two
 * subjects of the verb): a greedy parser that took the first for the subject too early cannot mend it. The second
 * becomes a conjunct of the first, conjunction and commas go with it. Changes `words` in place.
 *
 * Two subjects are joined if nothing of the verb's but a conjunction and commas stands between them, or if commas do
 * and the second is coordinated itself ("Spain, Portugal and Morocco bid").
 */
export function joinSubjects(words: Word[]): void {
  let last = -1;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.deprel !== "nsubj" && word.deprel !== "nsubj:pass") continue;
    if (last >= 0 && words[last]!.head === word.head && i < word.head) join(words, last, i);
    else last = i;
  }
}

function join(words: Word[], first: number, second: number): void {
  const verb = words[first]!.head;
  const between: number[] = [];
  for (let i = first + 1; i < second; i++) {
    const { head, deprel } = words[i]!;
    if (head === verb || (head === second && (deprel === "cc" || deprel === "punct"))) between.push(i);
  }
  const relations = between.map((i) => words[i]!.deprel);
  if (relations.length === 0 || relations.some((relation) => relation !== "cc" && relation !== "punct"))
    return;
  if (!relations.includes("cc") && !isCoordinated(words, second)) return;
  const head = relations.includes("cc") ? first : memberOfList(words, first, second);
  // All conjuncts hang on the first.
  for (const word of words) if (word.head === second && word.deprel === "conj") word.head = head;
  words[second]!.head = head;
  words[second]!.deprel = "conj";
  for (const i of between) words[i]!.head = second;
}

function isCoordinated(words: readonly Word[], head: number): boolean {
  const conjunct = words.findIndex((word) => word.head === head && word.deprel === "conj");
  return conjunct >= 0 && words.some(({ head: parent, deprel }) => parent === conjunct && deprel === "cc");
}

/** In "the presidents of Russia, Iran and Turkey", the list begins at Russia, not at the presidents. */
function memberOfList(words: readonly Word[], first: number, second: number): number {
  if (words[first]!.upos === "PROPN" || words[second]!.upos !== "PROPN") return first;
  const member = words.findLastIndex(
    ({ head, deprel, upos }, i) => i < second && head === first && deprel === "nmod" && upos === "PROPN",
  );
  return member < 0 ? first : member;
}
