import { reportKindOf } from "../scope/lexicon.js";
import { hangComplement } from "./complements.js";
import type { MutableTree } from "./mutable-tree.js";

const NAME_OR_NOUN = new Set(["NOUN", "PROPN"]);
const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM"]);
/** How a verb is drawn to what stands before it where an interruption hides that it is the clause's own. */
const DRAWN = new Set(["acl", "parataxis", "conj", "ccomp", "xcomp", "appos", "dep", "advcl", "amod"]);
const RELATIVE = new Set(["which", "who", "whom", "whose"]);
/** What is shut off on both sides: what closes it, with what opens it. */
const OPENING: Readonly<Record<string, string>> = {
  ",": ",",
  "—": "—",
  "–": "–",
  "-": "-",
  "--": "--",
  ")": "(",
};

/** Repairs of clauses whose parts stand apart: subject and verb, noun and relative clause, a pair of subjects. */
export function joinParts(tree: MutableTree, isTitle: boolean): void {
  closeInterruption(tree, isTitle);
  closeNotOnly(tree);
  joinSeries(tree);
  for (let i = 1; i < tree.tokens.length; i++) {
    hangRelative(tree, i);
    raiseFixedVerb(tree, i);
    raiseConjunct(tree, i);
    splitEllipsis(tree, i);
    subjectBeforeReport(tree, i);
    hangComplement(tree, i);
  }
}

/**
 * "Oman — long seen as neutral — expelled the envoy", "Peru on Sunday, in a change of course, backed the bid": the
 * phrase before the interruption is the subject of the verb behind it, not a sentence without a verb.
 */
function closeInterruption(tree: MutableTree, isTitle: boolean): void {
  const root = tree.tokens.findIndex((t) => t.head < 0);
  if (root < 0 || !NAME_OR_NOUN.has(tree.at(root).upos)) return;
  if (tree.childWith(root, "cop", "nsubj", "nsubj:pass") !== undefined || tree.case(root) !== null) return;
  const verb = tree.tokens.findIndex((_, i) => i > root + 2 && isCutOff(tree, i, root, isTitle));
  if (verb < 0) return;
  const close = verb - 1;
  const open = openingBefore(tree, close, root);
  if (open === null) return;
  tree.change(verb, {
    head: -1,
    deprel: "root",
    xpos: tree.at(verb).xpos === "VBN" ? "VBD" : tree.at(verb).xpos,
  });
  for (let i = 0; i < tree.tokens.length; i++) {
    const { head, deprel, upos } = tree.at(i);
    if (i === root || i === verb) continue;
    if (i > open && i < close) {
      if (head > open && head < close) continue;
      tree.change(i, {
        head: root,
        deprel: NAME_OR_NOUN.has(upos) && tree.case(i) === null ? "appos" : deprel,
      });
    } else if (i > verb && head < verb) tree.change(i, { head: verb });
    else if (i <= open && head > open) tree.change(i, { head: root });
  }
  tree.change(root, { head: verb, deprel: "nsubj" });
  const complement = tree.childWith(verb, "xcomp");
  if (
    complement !== undefined &&
    tree.childWith(verb, "obj") === undefined &&
    tree.at(complement).upos === "NOUN"
  )
    tree.change(complement, { deprel: "obj" });
}

/** A verb without subject right behind what shuts an interruption. */
function isCutOff(tree: MutableTree, index: number, root: number, isTitle: boolean): boolean {
  const { upos, xpos, deprel } = tree.at(index);
  if (upos !== "VERB" || !DRAWN.has(deprel) || !/^VB[DNZP]$/.test(xpos)) return false;
  if (OPENING[tree.at(index - 1).form] === undefined || openingBefore(tree, index - 1, root) === null)
    return false;
  const own = tree.childWith(index, "nsubj", "nsubj:pass", "mark", "aux", "aux:pass", "obl:agent", "cc");
  if (own !== undefined) return false;
  // A participle without an object may well be one ("Peru, long ignored, forgotten").
  return xpos !== "VBN" || (!isTitle && tree.childWith(index, "obj", "xcomp", "ccomp") !== undefined);
}

/** Where an interruption begins that a mark closes: behind the phrase of the root, and nothing but that before it. */
function openingBefore(tree: MutableTree, close: number, root: number): number | null {
  const mark = OPENING[tree.at(close).form];
  for (let i = root + 1; i < close - 1; i++) {
    if (tree.at(i).form === mark) return i;
    if (tree.at(i).upos === "VERB") return null;
  }
  return null;
}

/** "Not only Peru but also Chile backed the bid": one clause with two subjects, not two sentences. */
function closeNotOnly(tree: MutableTree): void {
  if (tree.tokens.length < 4 || tree.at(0).form.toLowerCase() !== "not" || tree.at(1).form !== "only") return;
  const root = tree.tokens.findIndex((t) => t.head < 0);
  if (!NAME_OR_NOUN.has(tree.at(root).upos) || tree.childWith(root, "cop", "nsubj") !== undefined) return;
  const verb = tree.children(root).find((c) => tree.at(c).deprel === "conj" && tree.at(c).upos === "VERB");
  if (verb === undefined) return;
  const subject = tree.childWith(verb, "nsubj");
  if (subject === undefined || subject < root || subject > verb) return;
  for (const c of tree.children(root)) if (c > subject) tree.change(c, { head: verb });
  for (const c of tree.children(root))
    if (c < root && tree.at(c).deprel === "advmod") tree.change(c, { deprel: "cc" });
  tree.change(verb, { head: -1, deprel: "root" });
  tree.change(root, { head: subject, deprel: "conj" });
}

/**
 * "Exports fell in Peru, which accused Chile", "fled Oman, whose envoy Niger expelled": the clause hangs from the
 * name before its comma, not from the verb.
 */
function hangRelative(tree: MutableTree, word: number): void {
  if (!RELATIVE.has(tree.at(word).form.toLowerCase())) return;
  const clause = turnWhose(tree, word) ?? clauseOf(tree, word);
  if (clause === null) return;
  const start = tree.at(word - 1).upos === "ADP" ? word - 1 : word;
  if (start < 2 || tree.at(start - 1).form !== ",") return;
  const noun = phraseBefore(tree, start - 1);
  if (noun === null || tree.isUnder(noun, clause)) return;
  if (tree.at(clause).head === noun) return;
  tree.change(clause, { head: noun, deprel: "acl:relcl" });
  if (start < word && tree.at(start).deprel === "mark") tree.change(start, { head: word, deprel: "case" });
}

/** "whose envoy Niger expelled", read as an expelled Niger: the name is who expels, the noun before it the object. */
function turnWhose(tree: MutableTree, word: number): number | null {
  if (tree.at(word).form.toLowerCase() !== "whose") return null;
  const noun = tree.at(word).head;
  if (!tree.has(noun) || noun < word || !/^(?:nmod:desc|compound|nmod)$/.test(tree.at(noun).deprel))
    return null;
  const name = tree.at(noun).head;
  if (!tree.has(name) || name < noun || tree.at(name).upos !== "PROPN") return null;
  const verb = tree.childWith(name, "acl");
  if (verb !== name + 1 || !/^VB[DN]$/.test(tree.at(verb).xpos)) return null;
  tree.change(verb, { head: tree.at(name).head, deprel: "acl:relcl", xpos: "VBD" });
  tree.change(name, { head: verb, deprel: "nsubj" });
  tree.change(noun, { head: verb, deprel: "obj" });
  return verb;
}

/** The verb of a relative clause that was hung on a verb before it. */
function clauseOf(tree: MutableTree, word: number): number | null {
  for (let node = tree.at(word).head, steps = 0; node > word && steps < 3; steps++) {
    const { upos, deprel, head } = tree.at(node);
    if (upos === "VERB" && /^(?:advcl|advcl:relcl|parataxis|conj)$/.test(deprel))
      return head >= 0 && head < word && tree.at(head).upos !== "PROPN" ? node : null;
    node = head;
  }
  return null;
}

/** The head of the name that ends before a place. */
function phraseBefore(tree: MutableTree, end: number): number | null {
  let top = end - 1;
  if (tree.at(top).upos !== "PROPN") return null;
  while (/^(?:flat|compound)$/.test(tree.at(top).deprel) && tree.at(top).head < end && tree.at(top).head >= 0)
    top = tree.at(top).head;
  return top;
}

/** "went so far as to expel", read as one set phrase. */
function raiseFixedVerb(tree: MutableTree, index: number): void {
  const { upos, xpos, deprel } = tree.at(index);
  if (upos !== "VERB" || xpos !== "VB" || deprel !== "fixed") return;
  const head = tree.verbAbove(index);
  if (head !== undefined) tree.change(index, { head, deprel: "xcomp" });
}

/** "kept its border open but imposed tariffs": the second verb stands beside the first, not beside its complement. */
function raiseConjunct(tree: MutableTree, index: number): void {
  const { upos, xpos, deprel, head } = tree.at(index);
  if (upos !== "VERB" || !/^VB[DN]$/.test(xpos) || !tree.has(head)) return;
  if (deprel === "amod") raiseModifier(tree, index, head);
  if (deprel !== "conj") return;
  const beside = tree.at(head);
  if (beside.upos !== "ADJ" || beside.deprel !== "xcomp" || tree.at(beside.head).upos !== "VERB") return;
  if (tree.childWith(index, "obj") === undefined || tree.childWith(index, "aux", "aux:pass") !== undefined)
    return;
  tree.change(index, { head: beside.head, xpos: "VBD" });
}

/** "kept its ports open but imposed tariffs", read as "open but imposed tariffs": no noun stands beside an adjective. */
function raiseModifier(tree: MutableTree, participle: number, noun: number): void {
  const conjunction = tree.at(participle - 1);
  if (tree.at(noun).deprel !== "conj" || conjunction.upos !== "CCONJ" || conjunction.head !== noun) return;
  const beside = tree.at(noun).head;
  if (noun < participle || !tree.has(beside) || tree.at(beside).upos !== "ADJ") return;
  const verb = tree.verbAbove(beside);
  if (verb === undefined) return;
  tree.change(participle - 1, { head: participle });
  tree.change(participle, { head: verb, deprel: "conj", xpos: "VBD" });
  tree.change(noun, { head: participle, deprel: "obj" });
}

const SAME_AGAIN = /^(?:(?:did|followed|follow|do|does|follows) (?:the same|suit|likewise|so)\b)/;

/** "expelled the envoy and Peru did the same": who does the same is no second object. */
function splitEllipsis(tree: MutableTree, verb: number): void {
  if (!/^(?:do|does|did|follow)/i.test(tree.at(verb).form)) return;
  const words = tree.tokens.slice(verb, verb + 3).map((t) => t.form.toLowerCase());
  if (!SAME_AGAIN.test(words.join(" "))) return;
  const subject = verb - 1;
  if (!NOMINAL.has(tree.at(subject).upos) || tree.at(subject).deprel !== "conj") return;
  const first = tree.at(subject).head;
  const { head: main, deprel } = tree.at(verb);
  if (!tree.has(first) || !tree.has(main) || main > first || tree.at(main).upos !== "VERB") return;
  for (const c of tree.children(subject)) if (tree.at(c).deprel === "cc") tree.change(c, { head: verb });
  tree.change(subject, { head: verb, deprel: "nsubj" });
  if (tree.at(first).head === verb) tree.change(first, { head: main, deprel: "obj" });
  if (deprel !== "conj") tree.change(verb, { deprel: "conj" });
}

/** "Chile closed its ports, accused Peru of spying and called a vote": the first verb is no report of the second. */
function joinSeries(tree: MutableTree): void {
  const second = tree.tokens.findIndex((t) => t.head < 0);
  if (second < 2 || tree.at(second).upos !== "VERB" || reportKindOf(tree.at(second).lemma) === "neutral")
    return;
  if (tree.childWith(second, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark") !== undefined) return;
  const first = tree.childWith(second, "ccomp");
  if (first === undefined || first > second || tree.at(second - 1).form !== ",") return;
  if (tree.at(first).upos !== "VERB" || tree.childWith(first, "mark") !== undefined) return;
  if (!tree.hasSubject(first)) return;
  tree.change(first, { head: -1, deprel: "root" });
  tree.change(second, { head: first, deprel: "conj" });
}

const BEFORE_REPORT = new Set([
  "obl:unmarked",
  "nmod:unmarked",
  "nsubj",
  "vocative",
  "dislocated",
  "obj",
  "obl",
]);

/** "Peru, Chile's envoy said, had shelled a town": what stands before the report is the subject of what is reported. */
function subjectBeforeReport(tree: MutableTree, verb: number): void {
  if (tree.at(verb).upos !== "VERB" || tree.hasSubject(verb)) return;
  const report = tree.children(verb).find((c) => c < verb && tree.at(c).deprel === "parataxis");
  if (report === undefined || tree.at(report).upos !== "VERB") return;
  const reporter = tree.children(report).findLast((c) => c < report && tree.at(c).deprel === "nsubj");
  const first = tree.children(report).find((c) => c < report && BEFORE_REPORT.has(tree.at(c).deprel));
  if (first === undefined || reporter === undefined || first === reporter || tree.case(first) !== null)
    return;
  if (
    !NAME_OR_NOUN.has(tree.at(first).upos) ||
    !tree.tokens.slice(first, reporter).some((t) => t.form === ",")
  )
    return;
  const passive = tree.childWith(verb, "aux:pass") !== undefined;
  tree.change(first, { head: verb, deprel: passive ? "nsubj:pass" : "nsubj" });
}
