import type { MutableTree } from "./mutable-tree.js";

const PHRASES = new Set(["obl", "advmod"]);
const LOOSE = new Set(["appos", "obj", "nsubj", "dep", "obl:unmarked", "nmod:unmarked", "conj"]);
const STARTS = new Set(["det", "nmod:poss"]);

/** Gives a verb without object the noun phrase that the tree hung elsewhere. */
export function restoreObject(tree: MutableTree, verb: number): void {
  closeNamingClause(tree, verb);
  if (tree.childWith(verb, "obj", "ccomp", "xcomp", "nsubj:pass", "aux:pass") === undefined)
    raiseShifted(tree, verb);
  else turnReduced(tree, verb);
}

/** "condemned in the strongest terms the raid", "dismissed as void the decree": an object after a phrase, read into it. */
function raiseShifted(tree: MutableTree, verb: number): void {
  for (const phrase of tree.children(verb)) {
    if (phrase < verb || !PHRASES.has(tree.at(phrase).deprel) || tree.case(phrase) === null) continue;
    for (let i = phrase + 1; tree.has(i) && tree.at(i).upos !== "PUNCT"; i++) {
      const { upos, deprel } = tree.at(i);
      if (upos !== "NOUN" || !LOOSE.has(deprel) || tree.case(i) !== null || !tree.isUnder(i, phrase))
        continue;
      if (tree.childWith(i, "cc") !== undefined || tree.at(tree.at(i).head).xpos === "VBG") continue;
      const start = tree.children(i).find((c) => c < i && c > phrase && STARTS.has(tree.at(c).deprel));
      if (start === undefined || tree.at(start - 1).upos === "SCONJ") continue;
      tree.change(i, { head: verb, deprel: "obj" });
      return;
    }
  }
}

/** "welcomed the understanding reached between them": a participle read as the object's own verb. */
function turnReduced(tree: MutableTree, verb: number): void {
  const clause = tree.childWith(verb, "obj", "ccomp", "xcomp");
  if (clause === undefined || clause < verb || tree.at(clause).xpos !== "VBN") return;
  const noun = tree.childWith(clause, "nsubj:pass", "nsubj");
  if (noun !== clause - 1 || tree.at(noun).upos !== "NOUN") return;
  if (tree.childWith(clause, "aux", "aux:pass", "mark", "cop") !== undefined) return;
  tree.change(noun, { head: verb, deprel: "obj" });
  tree.change(clause, { head: noun, deprel: "acl" });
}

/** "signed what is being called the Hue Declaration": the clause hangs from its pronoun, the pronoun from the verb. */
function closeNamingClause(tree: MutableTree, verb: number): void {
  const clause = tree.childWith(verb, "ccomp");
  if (clause === undefined || tree.childWith(verb, "obj") !== undefined) return;
  const what = tree.childWith(clause, "nsubj:pass", "nsubj", "obj");
  if (what === undefined || tree.at(what).form.toLowerCase() !== "what" || what < verb) return;
  tree.change(what, { head: verb, deprel: "obj" });
  tree.change(clause, { head: what, deprel: "acl:relcl" });
}
