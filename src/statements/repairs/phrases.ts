import type { MutableTree } from "./mutable-tree.js";

const MODIFIERS = new Set(["compound", "amod", "flat", "nummod"]);
const PHRASES = new Set(["obl", "nmod", "obj"]);
const SUBJECTS = ["nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"];

/** "Ana Ruiz of Peru and Luis Soto of Chile met": what hangs from the second word of a name hangs from the name. */
export function raiseFromName(tree: MutableTree, index: number): void {
  const { head, deprel } = tree.at(index);
  if (head < 0 || deprel === "flat" || deprel === "punct" || tree.at(head).deprel !== "flat") return;
  tree.change(index, { head: tree.at(head).head });
}

/** "supplied Ukraine with F-16 fighters": the preposition is that of the phrase, not of its first word. */
export function raiseCase(tree: MutableTree, index: number): void {
  if (tree.at(index).deprel !== "case" || tree.at(index).xpos === "POS") return;
  const inner = tree.at(index).head;
  if (inner < index || !MODIFIERS.has(tree.at(inner).deprel)) return;
  const { head } = tree.at(inner);
  if (head < inner || !PHRASES.has(tree.at(head).deprel) || tree.case(head) !== null) return;
  tree.change(index, { head });
}

/** "During his visit, the minister, Ana Lopes, was received": the subject, read as an apposition in the phrase before it. */
export function freeSubject(tree: MutableTree, verb: number): void {
  if (tree.childWith(verb, ...SUBJECTS) !== undefined || tree.at(verb).xpos === "VB") return;
  const passive = tree.childWith(verb, "aux:pass") !== undefined;
  if (!passive && !/^VB[DZP]$/.test(tree.at(verb).xpos) && tree.childWith(verb, "aux") === undefined) return;
  if (tree.at(verb).deprel !== "root") return;
  const phrase = tree.children(verb).find((c) => c < verb && tree.at(c).deprel === "obl");
  if (phrase === undefined || tree.case(phrase) === null) return;
  for (let i = phrase + 1; i < verb; i++) {
    if (
      tree.at(i).deprel !== "appos" ||
      !tree.isUnder(i, phrase) ||
      tree.at(tree.at(i).head).deprel === "appos"
    )
      continue;
    if (!isAfterComma(tree, i)) continue;
    tree.change(i, { head: verb, deprel: passive ? "nsubj:pass" : "nsubj" });
    return;
  }
}

/** Whether a comma stands before the first word of a phrase. */
function isAfterComma(tree: MutableTree, head: number): boolean {
  let first = head;
  for (let i = head - 1; i >= 0 && (tree.isUnder(i, head) || tree.at(i).upos === "PUNCT"); i--) {
    if (tree.at(i).upos === "PUNCT") return tree.at(i).form === ",";
    first = i;
  }
  return first > 0 && tree.at(first - 1).form === ",";
}
