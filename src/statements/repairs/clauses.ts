import type { MutableTree } from "./mutable-tree.js";

/** Repairs of how the words of a clause hang together, before the participants of any are looked at. */
export function repairClauses(tree: MutableTree): void {
  for (let i = 0; i < tree.tokens.length; i++) {
    turnFalseCopula(tree, i);
    turnFalsePassive(tree, i);
    raiseUnderAdverb(tree, i);
    objectOfNo(tree, i);
    turnNeighbouring(tree, i);
    closeApposition(tree, i);
    raiseOfPhrase(tree, i);
    splitTime(tree, i);
    joinRelative(tree, i);
    splitJudgement(tree, i);
    turnDue(tree, i);
    turnPerfectModifier(tree, i);
    completeTelling(tree, i);
  }
}

/** "withheld its support": no copula but "be" makes a predicate of a noun phrase with a determiner. */
function turnFalseCopula(tree: MutableTree, index: number): void {
  const { deprel, head, lemma, form } = tree.at(index);
  if (deprel !== "cop" || head < index || /^(?:be|'s|'re|'m|become|remain|seem)$/.test(lemma.toLowerCase()))
    return;
  if (!/^[a-z]{4,}$/.test(form) || !/^(?:NOUN|PROPN)$/.test(tree.at(head).upos)) return;
  const noun = tree.at(head);
  for (const c of tree.children(head))
    if (c < index || /^(?:nsubj|punct|aux|advmod|advcl|ccomp|parataxis)/.test(tree.at(c).deprel))
      tree.change(c, { head: index });
  tree.change(index, { head: noun.head, deprel: noun.deprel, upos: "VERB", xpos: "VBD" });
  tree.change(head, { head: index, deprel: "obj" });
}

/** "The UN chief called on Angola": a past tense read as a participle, where nothing makes the sentence passive. */
function turnFalsePassive(tree: MutableTree, index: number): void {
  const { upos, xpos, head } = tree.at(index);
  if (upos !== "VERB" || xpos !== "VBN" || head >= 0) return;
  if (tree.childWith(index, "aux", "aux:pass", "obl:agent", "cop") !== undefined) return;
  const subject = tree.childWith(index, "nsubj:pass");
  if (subject === undefined || subject > index) return;
  tree.change(index, { xpos: "VBD" });
  tree.change(subject, { deprel: "nsubj" });
}

/** "came out firmly against the toll": a phrase behind an adverb of manner is the verb's. */
function raiseUnderAdverb(tree: MutableTree, index: number): void {
  const { upos, deprel, head, form } = tree.at(index);
  if (upos !== "ADV" || deprel !== "advmod" || !/ly$/.test(form) || !tree.has(head)) return;
  if (tree.at(head).upos !== "VERB" || head > index) return;
  for (const c of tree.children(index))
    if (c > index && tree.at(c).deprel === "obl") tree.change(c, { head });
}

/** "said no to the merger": "no" before a preposition is what is said. */
function objectOfNo(tree: MutableTree, index: number): void {
  const { form, deprel, head } = tree.at(index);
  if (
    form.length !== 2 ||
    form.toLowerCase() !== "no" ||
    deprel === "obj" ||
    !tree.has(index + 1) ||
    index === 0
  )
    return;
  if (tree.at(index + 1).form.toLowerCase() !== "to" || tree.at(index + 1).upos !== "ADP") return;
  const verb = tree.at(index - 1).upos === "VERB" ? index - 1 : null;
  if (verb === null || (deprel === "det" && head < index)) return;
  tree.change(index, { head: verb, deprel: "obj", upos: "NOUN" });
}

/** "urged neighbouring Burundi to disarm": no verb of its own. */
function turnNeighbouring(tree: MutableTree, index: number): void {
  const { form, deprel, head } = tree.at(index);
  if (!/^neighbou?ring$/.test(form) || deprel === "amod" || !tree.has(head) || tree.at(head).upos !== "VERB")
    return;
  const state = tree.childWith(index, "obj", "nsubj");
  if (state === undefined || state < index) return;
  for (const c of tree.children(index)) if (c > state) tree.change(c, { head });
  tree.change(state, { head, deprel: "obj" });
  tree.change(index, { head: state, deprel: "amod", upos: "ADJ" });
}

/** "Fiji, a critic of the plan, will not come": the second of two subjects, between commas, says who the first is. */
function closeApposition(tree: MutableTree, verb: number): void {
  if (tree.children(verb).length < 2) return;
  const [first, second, third] = tree.children(verb).filter((c) => tree.at(c).deprel === "nsubj");
  if (first === undefined || second === undefined || third !== undefined || second > verb) return;
  if (tree.at(second).upos !== "NOUN" || tree.childWith(second, "det") === undefined) return;
  let start = second;
  while (start > first + 1 && tree.isUnder(start - 1, second)) start--;
  const opens = tree.children(second).find((c) => tree.at(c).deprel === "det");
  if (opens === undefined || tree.at(opens - 1).form !== "," || start > opens) return;
  tree.change(second, { head: first, deprel: "appos" });
}

/** "the arrest in Egypt of a Turkish reporter": a name takes no "of" phrase; it is that of the noun before. */
function raiseOfPhrase(tree: MutableTree, index: number): void {
  const { upos, deprel, head } = tree.at(index);
  if (deprel !== "nmod" || !tree.has(head) || tree.at(head).upos !== "NOUN") return;
  const preposition = tree.case(index);
  if (upos !== "PROPN" && (upos !== "NOUN" || preposition !== "by")) return;
  if (preposition !== "in" && preposition !== "by" && preposition !== "to" && preposition !== "from") return;
  if (tree.childWith(index, "det") !== undefined) return;
  const phrase = tree.children(index).find((c) => c > index && tree.case(c) === "of");
  if (phrase === undefined || tree.at(phrase).upos !== "NOUN") return;
  if (tree.childWith(phrase, "det", "nummod", "amod") === undefined) return;
  if (!tree.children(head).some((c) => tree.case(c) === "of")) tree.change(phrase, { head });
}

/** "arrested a Latvian trawler two years ago": what stands before the number is no part of the time. */
function splitTime(tree: MutableTree, index: number): void {
  const { deprel, head } = tree.at(index);
  if (deprel !== "obl:unmarked" || !tree.has(head)) return;
  const number = tree.childWith(index, "nummod");
  if (number === undefined || number > index) return;
  const thing = tree.children(index).find((c) => c < number && tree.at(c).deprel === "compound");
  if (thing === undefined || tree.at(thing).upos !== "NOUN") return;
  const verb = tree.verbAbove(index);
  if (verb === undefined || verb > thing || tree.childWith(verb, "obj", "aux:pass") !== undefined) return;
  for (const c of tree.children(index)) if (c < thing) tree.change(c, { head: thing });
  tree.change(thing, { head: verb, deprel: "obj" });
}

/** "Egypt and Jordan, both of which oppose it": the clause is of what stands before. */
function joinRelative(tree: MutableTree, index: number): void {
  const { form, deprel, head } = tree.at(index);
  if (!/^(?:both|all|two|three|four|most)$/i.test(form) || !tree.has(head) || !tree.has(index + 1)) return;
  const clause = tree.childWith(index, "acl:relcl");
  if (clause === undefined || tree.at(index + 1).form.toLowerCase() !== "of") return;
  const named = deprel === "appos" ? head : tree.childWith(head, "nsubj", "nsubj:pass");
  if (named === undefined || named >= index) return;
  tree.change(clause, { head: named });
  tree.change(index, { head: clause, deprel: "dep" });
}

/** "denounced as hostile the tribunal's ruling": an adjective before a determiner is no part of the noun. */
function splitJudgement(tree: MutableTree, index: number): void {
  const { form, deprel, head } = tree.at(index);
  if (form.toLowerCase() !== "as" || deprel !== "case" || !tree.has(head) || !tree.has(index + 2)) return;
  const noun = tree.at(head);
  const verb = noun.head;
  if (noun.upos !== "NOUN" || noun.deprel !== "obl" || !tree.has(verb) || tree.at(verb).upos !== "VERB")
    return;
  if (tree.at(index + 1).upos !== "ADJ" || tree.at(index + 2).upos !== "DET" || head < index + 2) return;
  if (verb !== index - 1 || tree.childWith(verb, "obj", "nsubj:pass") !== undefined) return;
  tree.change(index + 1, { head: verb, deprel: "obl" });
  tree.change(index, { head: index + 1 });
  tree.change(head, { deprel: "obj" });
}

/** "is due in Lima on Friday": "due" is no preposition but what the subject is. */
function turnDue(tree: MutableTree, index: number): void {
  const { form, deprel, head } = tree.at(index);
  if (form !== "due" || deprel !== "case" || head < index || tree.childWith(index, "obl") === undefined)
    return;
  const copula = tree.childWith(head, "cop");
  if (copula === undefined || copula > index) return;
  const { head: above, deprel: role } = tree.at(head);
  for (const c of tree.children(head))
    if (c < index || /^(?:nsubj|cop|aux|punct|advmod|parataxis)/.test(tree.at(c).deprel))
      tree.change(c, { head: index });
  tree.change(index, { head: above, deprel: role, upos: "ADJ", xpos: "JJ" });
  tree.change(head, { head: index, deprel: "obl" });
}

/** "and Rome has frozen funds": what has a subject and "has" is no modifier of the noun behind it. */
function turnPerfectModifier(tree: MutableTree, index: number): void {
  const { xpos, deprel, head } = tree.at(index);
  if (xpos !== "VBN" || deprel !== "amod" || head < index) return;
  const auxiliary = tree.childWith(index, "aux");
  if (auxiliary === undefined || tree.at(auxiliary).lemma !== "have") return;
  if (tree.childWith(index, "nsubj") === undefined) return;
  const above = tree.verbAbove(head);
  if (above === undefined) return;
  tree.change(index, { head: above, deprel: "conj" });
  tree.change(head, { head: index, deprel: "obj" });
}

/** "told a paper that Oslo armed Mali": the clause is what was told, not which paper. */
function completeTelling(tree: MutableTree, index: number): void {
  const { upos, deprel, head } = tree.at(index);
  if (upos !== "VERB" || !deprel.startsWith("acl") || !tree.has(head)) return;
  const { deprel: role, head: verb } = tree.at(head);
  if (!/^i?obj$/.test(role) || !tree.has(verb) || !TELLING.has(tree.at(verb).lemma)) return;
  const mark = tree.childWith(index, "mark");
  if (mark === undefined || tree.at(mark).form.toLowerCase() !== "that") return;
  if (tree.hasSubject(index)) tree.change(index, { head: verb, deprel: "ccomp" });
}

const TELLING = new Set([
  "tell",
  "inform",
  "assure",
  "warn",
  "remind",
  "notify",
  "advise",
  "convince",
  "persuade",
]);
