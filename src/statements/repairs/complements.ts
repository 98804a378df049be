import type { MutableTree } from "./mutable-tree.js";

/** Repairs of infinitives and gerunds that hang from something else than the verb that they complete. */
export function hangComplement(tree: MutableTree, index: number): void {
  if (tree.at(index).upos !== "VERB") return;
  splitOwner(tree, index);
  raiseFromAgent(tree, index);
  raiseFromNot(tree, index);
}

/** "of expelling Togo's envoy", read as the envoy of "expelling Togo". */
function splitOwner(tree: MutableTree, gerund: number): void {
  const { deprel, head, xpos } = tree.at(gerund);
  if (deprel !== "nmod:poss" || xpos !== "VBG" || !tree.has(head) || head < gerund) return;
  const owner = tree.childWith(gerund, "obj");
  const mark = tree.children(gerund).find((c) => c > gerund && tree.at(c).xpos === "POS");
  if (owner === undefined || mark === undefined || owner > mark) return;
  const thing = tree.at(head);
  tree.change(gerund, { head: thing.head, deprel: "advcl" });
  tree.change(owner, { head, deprel: "nmod:poss" });
  tree.change(mark, { head: owner, deprel: "case" });
  tree.change(head, { head: gerund, deprel: "obj" });
}

/** "was accused by Togo of backing Benin": what it was accused of is no phrase of the accuser's. */
function raiseFromAgent(tree: MutableTree, gerund: number): void {
  const { deprel, head, xpos } = tree.at(gerund);
  if (deprel !== "acl" || xpos !== "VBG" || !tree.has(head) || tree.at(head).deprel !== "obl:agent") return;
  const mark = tree.childWith(gerund, "mark");
  if (mark === undefined || mark < head || tree.at(head).upos !== "PROPN") return;
  tree.change(gerund, { head: tree.at(head).head, deprel: "advcl" });
}

/** "agreed not to expel", read as if the infinitive were of "not". */
function raiseFromNot(tree: MutableTree, infinitive: number): void {
  const { head, xpos } = tree.at(infinitive);
  if (xpos !== "VB" || !tree.has(head) || head > infinitive) return;
  if (tree.at(head).form.toLowerCase() !== "not" || tree.childWith(infinitive, "mark") === undefined) return;
  const verb = tree.at(head).head;
  if (!tree.has(verb) || verb > head || !/^(?:VERB|ADJ|NOUN)$/.test(tree.at(verb).upos)) return;
  tree.change(infinitive, { head: verb, deprel: tree.at(verb).upos === "NOUN" ? "acl" : "xcomp" });
  tree.change(head, { head: infinitive, deprel: "advmod" });
}
