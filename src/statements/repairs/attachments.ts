import { isWeekday } from "../../language/index.js";
import type { MutableTree } from "./mutable-tree.js";

const SUBORDINATORS = new Set(["after", "before", "since", "until", "as", "than"]);
const RELATIVES = new Set(["whose", "which", "who", "whom", "that"]);
const FINITE = new Set(["VBD", "VBZ", "VBP"]);
/** Nouns whose clauses with "when" say which time is meant. */
const TIMES = new Set(
  "time day week month year decade century hour minute moment night morning evening era period date occasion age point stage juncture".split(
    " ",
  ),
);

/** Gives a verb what the tree hung from its neighbours; each repair asks for a verb that lacks what it is given. */
export function reattach(tree: MutableTree, verb: number): void {
  turnPerfect(tree, verb);
  returnAgent(tree, verb);
  lowerDay(tree, verb);
  takeSubjectAfterMark(tree, verb);
  splitRelative(tree, verb);
  splitClauses(tree, verb);
  raiseParticiple(tree, verb);
  returnClause(tree, verb);
  raiseFiniteConjunct(tree, verb);
  closeContactRelative(tree, verb);
  lowerPhrase(tree, verb);
}

/** "has neither condemned nor praised": the auxiliary is no verb with the participle as its object. */
function turnPerfect(tree: MutableTree, verb: number): void {
  if (tree.at(verb).lemma.toLowerCase() !== "have") return;
  const participle = tree.childWith(verb, "obj", "xcomp", "ccomp");
  if (participle === undefined || participle < verb || tree.at(participle).upos !== "VERB") return;
  if (!/^VB[ND]$/.test(tree.at(participle).xpos) || tree.hasSubject(participle)) return;
  for (let i = verb + 1; i < participle; i++) if (!/^(ADV|CCONJ|PART)$/.test(tree.at(i).upos)) return;
  const { head, deprel } = tree.at(verb);
  for (const c of tree.children(verb)) if (c !== participle) tree.change(c, { head: participle });
  tree.change(participle, { head, deprel });
  tree.change(verb, { head: participle, deprel: "aux", upos: "AUX" });
}

/** "opposes the stopover by Chen": beside a subject and an object, who does it does what the object names. */
function returnAgent(tree: MutableTree, verb: number): void {
  const agent = tree.childWith(verb, "obl:agent");
  const object = tree.childWith(verb, "obj");
  if (agent === undefined || object === undefined || object < verb || agent < object) return;
  if (tree.childWith(verb, "aux:pass", "nsubj:pass") !== undefined) return;
  if (tree.childWith(verb, "nsubj") !== undefined) tree.change(agent, { head: object, deprel: "nmod" });
}

/** "Peru on Tuesday recalled": the day is that of the verb. */
function lowerDay(tree: MutableTree, verb: number): void {
  const subject = tree.childWith(verb, "nsubj");
  if (subject === undefined || subject > verb) return;
  const day = tree
    .children(subject)
    .find(
      (c) =>
        c > subject &&
        tree.at(c).deprel === "nmod" &&
        tree.case(c) === "on" &&
        isWeekday(tree.at(c).form.toLowerCase()),
    );
  if (day !== undefined) tree.change(day, { head: verb, deprel: "obl" });
}

/** "recalled its envoy after Oslo struck a deal": what "after" seems to govern is the subject of the verb behind it. */
function takeSubjectAfterMark(tree: MutableTree, verb: number): void {
  const { xpos, deprel, head } = tree.at(verb);
  if (deprel !== "advcl" || !FINITE.has(xpos) || tree.hasSubject(verb)) return;
  if (tree.childWith(verb, "mark", "aux:pass") !== undefined) return;
  const phrase = tree.children(head).findLast((c) => c < verb && /^(obl|nmod)$/.test(tree.at(c).deprel));
  if (phrase === undefined || phrase < head) return;
  const mark = tree.childWith(phrase, "case");
  if (mark === undefined || !SUBORDINATORS.has(tree.at(mark).form.toLowerCase())) return;
  if (lastOf(tree, phrase) !== beforeAuxiliaries(tree, verb)) return;
  tree.change(phrase, { head: verb, deprel: "nsubj" });
  tree.change(mark, { head: verb, deprel: "mark" });
}

/** The last token of a phrase. */
function lastOf(tree: MutableTree, head: number): number {
  return Math.max(head, ...tree.children(head).map((c) => lastOf(tree, c)));
}

/** The token before a verb and its auxiliaries and adverbs. */
function beforeAuxiliaries(tree: MutableTree, verb: number): number {
  let before = verb - 1;
  while (before >= 0 && /^(AUX|ADV|PART)$/.test(tree.at(before).upos)) before--;
  return before;
}

/** "The party, whose talks are brokered by Oslo, denounced Rome": the first of two subjects is that of the main verb. */
function splitRelative(tree: MutableTree, verb: number): void {
  const main = tree.at(verb).head;
  if (main < verb || tree.at(main).upos !== "VERB" || tree.hasSubject(main)) return;
  const [first, second] = tree
    .children(verb)
    .filter((c) => c < verb && /^(?:nsubj|vocative)/.test(tree.at(c).deprel));
  if (first === undefined || second === undefined || !startsWithRelative(tree, first, second)) return;
  tree.change(first, {
    head: main,
    deprel: tree.childWith(main, "aux:pass") === undefined ? "nsubj" : "nsubj:pass",
  });
  tree.change(verb, { head: first, deprel: "acl:relcl" });
}

function startsWithRelative(tree: MutableTree, first: number, second: number): boolean {
  for (let i = first + 1; i <= second; i++)
    if (RELATIVES.has(tree.at(i).form.toLowerCase()) && tree.at(i - 1).form === ",") return true;
  return false;
}

/**
 * "after police detained two drivers and Baku protested": what stands right behind a verb without object is no subject
 * of the next verb, which has a noun phrase of its own after "and".
 */
function splitClauses(tree: MutableTree, verb: number): void {
  const between = tree.childWith(verb, "nsubj");
  if (between === undefined || between > verb) return;
  const own = tree.at(beforeAuxiliaries(tree, verb)).upos === "PROPN" ? beforeAuxiliaries(tree, verb) : -1;
  if (own <= between || tree.at(own).deprel !== "conj" || tree.at(own - 1).form.toLowerCase() !== "and")
    return;
  let start = between;
  while (start > 0 && tree.at(start - 1).head === between) start--;
  while (start > 0 && tree.isUnder(start - 1, between)) start--;
  const before = start - 1;
  if (before < 0 || tree.at(before).upos !== "VERB" || !FINITE.has(tree.at(before).xpos)) return;
  if (tree.childWith(before, "obj", "ccomp", "xcomp", "aux:pass") !== undefined) return;
  const conjunction = tree.childWith(own, "cc");
  tree.change(between, { head: before, deprel: "obj" });
  tree.change(own, { head: verb, deprel: "nsubj" });
  if (conjunction !== undefined) tree.change(conjunction, { head: verb });
  tree.change(verb, { head: before, deprel: "conj" });
}

/** "negotiations in Doha mediated by Qatar": a place is not what is mediated. */
function raiseParticiple(tree: MutableTree, verb: number): void {
  const { xpos, deprel, head } = tree.at(verb);
  if (xpos !== "VBN" || deprel !== "acl" || tree.at(head).upos !== "PROPN") return;
  if (tree.childWith(verb, "obl:agent") === undefined || tree.at(head).deprel !== "nmod") return;
  const above = tree.at(head).head;
  const preposition = tree.case(head);
  if ((preposition === "in" || preposition === "at") && tree.at(above).upos === "NOUN")
    tree.change(verb, { head: above });
}

const CIRCUMSTANCES = new Set(["when", "while", "after", "before", "because", "although", "once", "unless"]);

/** "will sign a pact when B visits": a clause of circumstance is of the verb, unless the noun names the time itself. */
function returnClause(tree: MutableTree, verb: number): void {
  const { xpos, deprel, head } = tree.at(verb);
  if (
    !deprel.startsWith("acl") ||
    !FINITE.has(xpos) ||
    tree.at(head).upos !== "NOUN" ||
    TIMES.has(tree.at(head).lemma)
  )
    return;
  const first = tree.children(verb).find((c) => c < verb);
  if (first === undefined || !CIRCUMSTANCES.has(tree.at(first).form.toLowerCase())) return;
  const above = tree.verbAbove(head);
  if (above !== undefined && above < head) tree.change(verb, { head: above, deprel: "advcl" });
}

/** "says that A can pass, and accuses B": a finite verb without a subject goes on from a finite one, not from an infinitive. */
function raiseFiniteConjunct(tree: MutableTree, verb: number): void {
  const { xpos, deprel, head } = tree.at(verb);
  if (deprel !== "conj" || (xpos !== "VBZ" && xpos !== "VBD") || tree.hasSubject(verb)) return;
  if (tree.at(head).xpos !== "VB" || tree.childWith(verb, "aux", "aux:pass", "cop") !== undefined) return;
  let above = tree.at(head).head;
  while (tree.has(above) && tree.at(above).xpos !== xpos) above = tree.at(above).head;
  if (tree.has(above) && above < verb) tree.change(verb, { head: above });
}

/** "pulled out of the treaty it signed with B": a pronoun between a noun and a verb without subject is that subject. */
function closeContactRelative(tree: MutableTree, verb: number): void {
  const { xpos, head } = tree.at(verb);
  if (!FINITE.has(xpos) || head < 0 || tree.hasSubject(verb)) return;
  const pronoun = beforeAuxiliaries(tree, verb);
  if (pronoun < 1 || !/^(?:it|he|she|they|we)$/.test(tree.at(pronoun).form)) return;
  const noun = pronoun - 1;
  if (tree.at(noun).upos !== "NOUN" || tree.at(pronoun).head === verb || head > verb) return;
  tree.change(pronoun, { head: verb, deprel: "nsubj" });
  tree.change(verb, { head: noun, deprel: "acl:relcl" });
}

const PHRASES = new Set(["with", "between", "against", "for", "to", "of", "from", "on", "over", "about"]);

/** "A's treaty with B sets": what looks like the mark of a verb with two subjects opens a phrase of the first. */
function lowerPhrase(tree: MutableTree, verb: number): void {
  const subjects = tree.children(verb).filter((c) => c < verb && tree.at(c).deprel === "nsubj");
  const [first, second] = subjects;
  if (first === undefined || second === undefined || subjects.length > 2) return;
  const mark = tree
    .children(verb)
    .find((c) => c > first && c < second && tree.at(c).deprel === "mark" && PHRASES.has(tree.at(c).form));
  if (mark === undefined) return;
  for (let i = mark + 1; i < second; i++) if (!tree.isUnder(i, second)) return;
  tree.change(second, { head: first, deprel: "nmod" });
  tree.change(mark, { head: second, deprel: "case" });
}
