import type { Token } from "../../language/index.js";
import { reattach } from "./attachments.js";
import { repairClauses } from "./clauses.js";
import { joinParts } from "./interruptions.js";
import { MutableTree } from "./mutable-tree.js";
import { restoreObject } from "./objects.js";
import { freeSubject, raiseCase, raiseFromName } from "./phrases.js";
import { promoteVerb, restorePredicate, turnFrontedParticiple } from "./predicates.js";
import { restoreReport } from "./reports.js";

/**
 * Trees that cannot be: a sentence without a predicate, a verb with two subjects or two direct objects. What is
 * repaired here is what the parser takes most often for something else in the prose of the press; each repair
 * looks for the contradiction first and leaves every consistent tree as it is.
 */
export function repaired(tokens: readonly Token[], isTitle: boolean): readonly Token[] {
  const tree = new MutableTree(tokens);
  restorePredicate(tree, isTitle);
  joinParts(tree, isTitle);
  for (let i = 0; i < tokens.length; i++) restoreReport(tree, i);
  if (!isTitle) {
    turnFrontedParticiple(tree);
    promoteVerb(tree);
    repairClauses(tree);
  }
  for (let i = 0; i < tokens.length; i++) {
    raiseFromName(tree, i);
    raiseCase(tree, i);
    if (tree.at(i).upos !== "VERB") continue;
    freeSubject(tree, i);
    splitReportInside(tree, i);
    closeInfinitive(tree, i);
    splitRecipient(tree, i);
    raiseAgent(tree, i);
    turnInversion(tree, i);
    reattach(tree, i);
    restoreObject(tree, i);
  }
  turnList(tree);
  return tree.tokens;
}

const NAME_OR_NOUN = new Set(["NOUN", "PROPN"]);

/** "Iran, Israel said, attacked Jordan", "Iran, an envoy told Rome, has left": what comes first belongs to what is said. */
function splitReportInside(tree: MutableTree, verb: number): void {
  const first = tree.children(verb).find((c) => c < verb && /^(nsubj|vocative)$/.test(tree.at(c).deprel));
  const subject = tree.children(verb).findLast((c) => c < verb && tree.at(c).deprel === "nsubj");
  if (first === undefined || subject === undefined || first === subject || tree.case(first) !== null) return;
  const said = tree.children(verb).find((c) => c > verb && tree.at(c).deprel === "ccomp");
  if (said === undefined || tree.childWith(said, "nsubj", "nsubj:pass", "csubj", "mark") !== undefined)
    return;
  const passive = tree.childWith(said, "aux:pass") !== undefined;
  tree.change(first, { head: said, deprel: passive ? "nsubj:pass" : "nsubj" });
}

/** "the decision to expel the envoy drew protests": the second subject is the object of the infinitive before it. */
function closeInfinitive(tree: MutableTree, verb: number): void {
  const [first, second, third] = tree.children(verb).filter((c) => tree.at(c).deprel === "nsubj");
  if (first === undefined || second === undefined || third !== undefined || second > verb) return;
  const clause = tree.childWith(first, "acl");
  if (clause === undefined || clause > second || tree.at(clause).xpos !== "VB") return;
  if (tree.childWith(clause, "obj") === undefined) tree.change(second, { head: clause, deprel: "obj" });
}

/** Verbs that take whom something is given to right behind them. */
const GIVING = new Set(
  "give send lend grant offer promise hand pay sell ship award owe deny bring loan pledge supply show guarantee allot".split(
    " ",
  ),
);

/** "sent Poland 20 tanks", "sent Ukraine howitzers", "granted the exile Luis Cordero asylum": the receiver is no object. */
function splitRecipient(tree: MutableTree, verb: number): void {
  if (!GIVING.has(tree.at(verb).lemma.toLowerCase())) return;
  if (tree.childWith(verb, "iobj") !== undefined) return;
  const [first, second] = tree
    .children(verb)
    .filter((c) => c > verb && tree.at(c).deprel === "obj" && tree.case(c) === null);
  if (first === undefined) return;
  if (second !== undefined) {
    if (tree.at(first).upos !== "PROPN" && tree.childWith(first, "det") === undefined) return;
    tree.change(first, { deprel: "iobj" });
    return;
  }
  const receiver = tree.at(verb + 1);
  if (
    onlyNumbersBetween(tree, verb + 1, first) &&
    receiver.upos === "PROPN" &&
    receiver.deprel === "compound" &&
    receiver.head === first
  ) {
    if (/^(?:NOUN|SYM|NUM)$/.test(tree.at(first).upos)) tree.change(verb + 1, { head: verb, deprel: "iobj" });
    return;
  }
  if (tree.at(first).upos !== "PROPN") return;
  const thing = tree
    .children(first)
    .find(
      (c) =>
        c > first &&
        tree.at(c).deprel === "flat" &&
        tree.at(c).upos === "NOUN" &&
        /^[a-z]/.test(tree.at(c).form),
    );
  if (thing === undefined) return;
  tree.change(first, { deprel: "iobj" });
  tree.change(thing, { head: verb, deprel: "obj" });
}

function onlyNumbersBetween(tree: MutableTree, receiver: number, thing: number): boolean {
  for (let i = receiver + 1; i < thing; i++) if (!/^(NUM|SYM)$/.test(tree.at(i).upos)) return false;
  return thing > receiver;
}

/** Prepositions of whom something is done to. */
const GOALS = new Set(["at", "on", "upon", "to", "from"]);

/**
 * "were imposed on Togo by Ghana", "were fired at a patrol by gunmen", "was given refuge by Belarus", "was found guilty by a court": what a name, the object
 * or the complement seems to be modified by is the doer of the passive.
 */
function raiseAgent(tree: MutableTree, verb: number): void {
  if (tree.childWith(verb, "aux:pass") === undefined || tree.childWith(verb, "obl:agent") !== undefined)
    return;
  for (const phrase of tree.children(verb)) {
    const { upos, deprel } = tree.at(phrase);
    const isInner = deprel === "obj" || (deprel === "xcomp" && upos === "ADJ");
    const isGoal = GOALS.has(tree.case(phrase) ?? "");
    if (phrase < verb || (upos !== "PROPN" && !isInner && !isGoal)) continue;
    const agent = agentIn(tree, phrase) ?? measured(tree, phrase).map((c) => agentIn(tree, c))[0];
    if (agent !== undefined) tree.change(agent, { head: verb, deprel: "obl:agent" });
  }
}

/** A "by" phrase that hangs from a noun or adjective. */
function agentIn(tree: MutableTree, phrase: number): number | undefined {
  return tree
    .children(phrase)
    .find((c) => c > phrase && tree.case(c) === "by" && /^(nmod|obl)/.test(tree.at(c).deprel));
}

/** Sums and quantities in a phrase: "a loan of $50m". */
function measured(tree: MutableTree, phrase: number): number[] {
  return tree.children(phrase).filter((c) => c > phrase && /^(NUM|SYM)$/.test(tree.at(c).upos));
}

const COMING = new Set(["come", "go", "emerge", "be", "arrive"]);

/** "From Cuba came a warning": what comes first is where it comes from, and the subject follows. */
function turnInversion(tree: MutableTree, verb: number): void {
  if (!COMING.has(tree.at(verb).lemma.toLowerCase())) return;
  const first = tree.children(verb).find((c) => c < verb && tree.case(c) === "from");
  const after = tree.children(verb).find((c) => c > verb && tree.at(c).deprel === "obj");
  if (first === undefined || after === undefined) return;
  const { deprel } = tree.at(first);
  if (deprel !== "nsubj" && (deprel !== "obl" || tree.childWith(verb, "nsubj") !== undefined)) return;
  tree.change(first, { deprel: "obl" });
  tree.change(after, { deprel: "nsubj" });
}

/** "Among the opponents of the pact are France and Poland": who they are follows, read as coordinated with them. */
function turnList(tree: MutableTree): void {
  const head = tree.tokens.findIndex((t) => t.head < 0);
  if (head < 0 || tree.case(head) !== "among" || !NAME_OR_NOUN.has(tree.at(head).upos)) return;
  if (tree.childWith(head, "nsubj") !== undefined) return;
  const named = tree
    .children(head)
    .find((c) => c > head && tree.at(c).deprel === "conj" && tree.childWith(c, "cop") !== undefined);
  if (named !== undefined) tree.change(named, { deprel: "nsubj" });
}
