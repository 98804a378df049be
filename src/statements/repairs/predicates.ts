import type { MutableTree } from "./mutable-tree.js";

const CLAUSE = new Set(["root", "conj", "ccomp", "advcl", "acl:relcl", "parataxis", "xcomp", "csubj", "acl"]);
const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);
const NAME_OR_NOUN = new Set(["NOUN", "PROPN"]);

/**
 * "Egypt moved tanks to the border" read as the noun "tanks" or "Egypt" with a participle: where a sentence has
 * no finite verb, a participle (or a plural that is also a verb) right behind its first noun phrase is one.
 */
export function restorePredicate(tree: MutableTree, isTitle: boolean): void {
  const root = tree.tokens.findIndex((t) => t.head < 0);
  if (root < 0 || !NAME_OR_NOUN.has(tree.at(root).upos) || hasFinite(tree)) return;
  const verb = tree.tokens.findIndex((_, i) => couldBeFinite(tree, i));
  if (verb < 1) return;
  const subject = subjectBefore(tree, verb);
  if (subject === null) return;
  const { head } = tree.at(verb);
  const object = head > verb ? head : tree.children(verb).find((c) => tree.at(c).deprel === "obj");
  if (object === undefined && (isTitle || !hasOblique(tree, verb, subject))) return;
  if (object !== undefined && object < verb) return;
  rewire(tree, verb, subject, object);
}

function hasFinite(tree: MutableTree): boolean {
  return tree.tokens.some(
    (t) =>
      t.deprel === "cop" ||
      t.deprel.startsWith("aux") ||
      t.deprel.startsWith("nsubj:") ||
      (FINITE.has(t.xpos) && CLAUSE.has(t.deprel) && t.deprel !== "acl" && t.upos === "VERB"),
  );
}

/** A participle after a noun or before one, or a plural noun between two: "Laos exports electricity". */
function couldBeFinite(tree: MutableTree, index: number): boolean {
  const token = tree.at(index);
  const before = tree.tokens[index - 1];
  if (before === undefined || !NAME_OR_NOUN.has(before.upos)) return false;
  if (token.upos === "VERB" && /^VB[NDZP]$/.test(token.xpos))
    return ["acl", "amod", "compound"].includes(token.deprel) && !governs(tree, index, "by", "mark");
  return (
    token.xpos === "NNS" &&
    token.deprel === "compound" &&
    token.head > index &&
    before.upos === "PROPN" &&
    tree.at(token.head).upos === "NOUN"
  );
}

/** Whether a verb has a "by" agent or a mark. */
function governs(tree: MutableTree, index: number, preposition: string, deprel: string): boolean {
  return tree
    .children(index)
    .some(
      (c) =>
        tree.at(c).deprel === deprel || tree.at(c).deprel === "obl:agent" || tree.case(c) === preposition,
    );
}

/** The head of the noun phrase that fills everything before a token; null where there is more than one. */
function subjectBefore(tree: MutableTree, verb: number): number | null {
  let top = verb - 1;
  while (tree.has(tree.at(top).head) && tree.at(top).head < verb) top = tree.at(top).head;
  if (!NAME_OR_NOUN.has(tree.at(top).upos) || tree.case(top) !== null) return null;
  for (let i = 0; i < verb; i++) {
    const token = tree.at(i);
    if (token.upos === "VERB" || token.form === "," || token.form === ":") return null;
    // Modifiers that were drawn to the noun behind the verb belong to the phrase before it.
    if (i !== top && !tree.isUnder(i, top) && token.head !== verb && token.head < verb) return null;
  }
  return top;
}

function hasOblique(tree: MutableTree, verb: number, subject: number): boolean {
  return [...tree.children(verb), ...tree.children(subject)].some((c) => c > verb && tree.case(c) !== null);
}

function rewire(tree: MutableTree, verb: number, subject: number, object: number | undefined): void {
  const token = tree.at(verb);
  const plural = token.xpos === "NNS";
  tree.change(verb, {
    head: -1,
    deprel: "root",
    upos: "VERB",
    xpos: plural ? "VBZ" : token.xpos === "VBN" ? "VBD" : token.xpos,
  });
  for (let i = 0; i < tree.tokens.length; i++) {
    if (i === verb || i === subject || i === object) continue;
    const { head, deprel } = tree.at(i);
    if (i < verb && head >= verb) tree.change(i, { head: subject });
    else if (i > verb && (head === subject || head < 0))
      tree.change(i, { head: verb, deprel: deprel === "nmod" ? "obl" : deprel === "root" ? "obj" : deprel });
  }
  tree.change(subject, { head: verb, deprel: "nsubj" });
  if (object !== undefined) tree.change(object, { head: verb, deprel: "obj" });
}

/** "Egypt, at odds with Mali, last week shipped arms, the first in years": the finite verb is what a bare noun phrase heads up to. */
export function promoteVerb(tree: MutableTree): void {
  const root = tree.tokens.findIndex((t) => t.head < 0);
  if (root < 0 || !/^(?:NOUN|PROPN)$/.test(tree.at(root).upos)) return;
  if (tree.childWith(root, "cop", "nsubj", "nsubj:pass", "csubj", "expl") !== undefined) return;
  const verb = tree.tokens.findIndex((_, i) => i > root && couldHead(tree, i));
  if (verb < 0 || tree.tokens.slice(root + 1, verb).some((t) => t.form === ":" || t.form === ";")) return;
  const { head } = tree.at(verb);
  tree.change(verb, { head: -1, deprel: "root" });
  tree.change(root, { head: verb, deprel: "nsubj" });
  for (const c of tree.children(root)) if (c > verb) tree.change(c, { head: verb });
  if (head > verb && head !== root) tree.change(head, { head: verb, deprel: "parataxis" });
}

/** A finite verb that lacks a subject and that no word makes a clause under another. */
function couldHead(tree: MutableTree, index: number): boolean {
  const { upos, xpos, deprel } = tree.at(index);
  if (upos !== "VERB" || !/^VB[DZP]$/.test(xpos) || deprel === "conj" || deprel === "amod") return false;
  if (tree.childWith(index, "nsubj", "nsubj:pass", "csubj", "mark", "aux:pass") !== undefined) return false;
  return !tree
    .children(index)
    .some((c) => /^(?:where|when|how|why|which|who|that|whose)$/i.test(tree.at(c).form));
}

/** "Condemning the raid, Peru called for calm", "Asked by Niger to go, the men left": the main verb was read into the phrase before it. */
export function turnFrontedParticiple(tree: MutableTree): void {
  const first = tree.tokens.findIndex((t) => t.upos !== "PUNCT");
  if (first < 0 || tree.at(first).head >= 0) return;
  const { upos, xpos } = tree.at(first);
  if (upos !== "VERB" || (xpos !== "VBG" && xpos !== "VBN")) return;
  if (tree.childWith(first, "nsubj", "aux", "aux:pass", "cop") !== undefined) return;
  const main = tree.tokens.findIndex((_, i) => i > first && isMainVerb(tree, i, first));
  if (main < 0) return;
  const { xpos: form } = tree.at(main);
  const stop = tree.children(first).findLast((c) => tree.at(c).upos === "PUNCT" && c > main);
  tree.change(main, { head: -1, deprel: "root", xpos: form === "VBN" ? "VBD" : form });
  tree.change(first, { head: main, deprel: "advcl" });
  if (stop !== undefined) tree.change(stop, { head: main });
}

/** A verb with a subject of its own whose phrase a comma opens. */
function isMainVerb(tree: MutableTree, index: number, participle: number): boolean {
  const { upos, deprel, head } = tree.at(index);
  if (upos !== "VERB" || (deprel !== "acl" && deprel !== "parataxis" && deprel !== "ccomp")) return false;
  if (head !== participle && !tree.isUnder(index, participle)) return false;
  if (tree.childWith(index, "mark") !== undefined) return false;
  const subject = tree.childWith(index, "nsubj", "nsubj:pass");
  if (subject === undefined || subject > index) return false;
  let start = subject;
  while (start > 0 && tree.at(start - 1).upos !== "PUNCT" && tree.isUnder(start - 1, subject)) start--;
  return start > 0 && tree.at(start - 1).form === ",";
}
