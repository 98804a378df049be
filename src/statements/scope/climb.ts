import {
  caseOf,
  childrenOf,
  childWith,
  lemma,
  lower,
  relation,
  type SentenceTree,
  tokenAt,
} from "../tree.js";
import {
  apply,
  applyGovernor,
  asksAnother,
  governorLemma,
  readReport,
  readReportNegation,
} from "./governors.js";
import type { ScopeLexicon } from "./lexicon.js";
import { hasOwnAuxiliary, readAuxiliaries, readLocal } from "./local.js";

import type { Scope } from "./scope.js";

const MAX_STEPS = 12;

/** Climbs from a predicate to the top of what asserts it, reading negation and modality on the way. */
export function scopeOf(
  tree: SentenceTree,
  trigger: number,
  lexicon: ScopeLexicon,
  supports: ReadonlySet<string>,
  occurrence: ReadonlySet<string>,
): Scope {
  const scope: Scope = {
    negated: false,
    intended: false,
    hypothetical: false,
    doubted: false,
    weak: false,
    ended: false,
    asked: false,
    threatened: false,
    stoodAside: false,
    promised: tokenAt(tree, trigger).upos === "VERB" && lexicon.promises.has(lemma(tree, trigger)),
    reports: [],
    path: [],
    why: [],
  };
  let node = trigger;
  readLocal(tree, node, lexicon, scope);
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    scope.path.push(node);
    const token = tokenAt(tree, node);
    if (token.head < 0) break;
    const head = token.head;
    const isNoun = token.upos === "NOUN" || token.upos === "PROPN";
    const next = isNoun
      ? climbNoun(tree, node, head, lexicon, supports, occurrence, scope)
      : climbClause(tree, node, head, lexicon, scope);
    if (!next) break;
    node = head;
  }
  readAsides(tree, lexicon, scope);
  if (isQuestion(tree)) scope.hypothetical = true;
  return scope;
}

/** Who is said to say it, beside the clause: "..., an opposition paper claims", "according to Moscow". */
function readAsides(tree: SentenceTree, lexicon: ScopeLexicon, scope: Scope): void {
  for (const node of scope.path) {
    for (const c of childrenOf(tree, node)) {
      const rel = relation(tokenAt(tree, c));
      const kind = lexicon.reports.get(lemma(tree, c));
      if (
        rel === "parataxis" &&
        !hasSemicolon(tree, node, c) &&
        kind !== undefined &&
        kind !== "deny" &&
        childWith(tree, c, "nsubj") !== undefined
      ) {
        scope.reports.push({ token: c, kind });
      } else if (rel === "obl" && caseOf(tree, c) === "according to")
        scope.reports.push({ token: c, kind: "neutral" });
    }
  }
}

function hasSemicolon(tree: SentenceTree, a: number, b: number): boolean {
  return tree.forms.slice(Math.min(a, b), Math.max(a, b)).includes(";");
}

/** Whether the climb goes on from a verb or adjective to its head. */
function climbClause(
  tree: SentenceTree,
  node: number,
  head: number,
  lexicon: ScopeLexicon,
  scope: Scope,
): boolean {
  const token = tokenAt(tree, node);
  const rel = relation(token);
  const governor = governorLemma(tree, head);
  switch (rel) {
    case "conj":
      if (!hasOwnAuxiliary(tree, node)) readAuxiliaries(tree, head, lexicon, scope);
      return true;
    case "xcomp":
    case "csubj":
      if (lexicon.reports.get(governor) === "deny") readReport(tree, head, lexicon, scope);
      else {
        if (token.upos !== "NOUN") applyGovernor(governor, lexicon.governors, scope);
        if (lexicon.reports.get(governor) === "claim") readReport(tree, head, lexicon, scope);
        if (asksAnother(tree, head, governor)) scope.asked = true;
        if (isHearsay(tree, head, governor, lexicon)) scope.doubted = true;
        if (isYetTo(tree, node, head)) scope.negated = !scope.negated;
      }
      readLocal(tree, head, lexicon, scope);
      return true;
    case "ccomp":
    case "parataxis":
      // "A struck B; C said that it would answer" reports only what stands behind the semicolon.
      if (hasSemicolon(tree, node, head)) return false;
      readReport(tree, head, lexicon, scope);
      if (rel === "ccomp") {
        if (!lexicon.reports.has(governor)) applyGovernor(governor, lexicon.governors, scope);
        if (!lexicon.reports.has(governor)) readLocal(tree, head, lexicon, scope);
        else readReportNegation(tree, head, lexicon, scope);
      }
      return rel === "ccomp";
    case "acl":
      if (token.deprel === "acl:relcl") return false;
      // "a plan to attack", but not "a plan attacked by Chile".
      if (childWith(tree, node, "mark") === undefined || isMisreadRelative(tree, node, governor, lexicon))
        return false;
      if (lexicon.hearsay.has(governor)) {
        scope.doubted = true;
        // "denied a claim that it had shelled B"
        if (lexicon.reports.get(governorLemma(tree, tokenAt(tree, head).head)) === "deny")
          scope.negated = !scope.negated;
      }
      applyGovernor(governor, lexicon.governors, scope);
      if (isOfNone(tree, node, head)) scope.negated = !scope.negated;
      return true;
    case "advcl":
      return climbAdverbial(tree, node, head, lexicon, scope);
    default:
      return false;
  }
}

/** "has no intention of backing", "sees no reason to recognise", but not "no choice but to sign". */
function isOfNone(tree: SentenceTree, node: number, noun: number): boolean {
  const none = childrenOf(tree, noun).some(
    (c) => tokenAt(tree, c).deprel === "det" && lower(tree, c) === "no",
  );
  return none && !tree.forms.slice(noun, node).includes("but");
}

/** "the deal that A struck with B": no content of the noun, unless that is one of what is said, thought or meant. */
function isMisreadRelative(tree: SentenceTree, node: number, noun: string, lexicon: ScopeLexicon): boolean {
  const mark = childWith(tree, node, "mark");
  if (mark === undefined || lower(tree, mark) !== "that") return false;
  if (childWith(tree, node, "obj", "cop", "aux:pass") !== undefined) return false;
  return !lexicon.governors.has(noun) && !lexicon.hearsay.has(noun) && !lexicon.reports.has(noun);
}

/** "is said to have armed", "is thought to back": hearsay, but not "is known to". */
function isHearsay(tree: SentenceTree, head: number, governor: string, lexicon: ScopeLexicon): boolean {
  return (
    lexicon.reports.has(governor) &&
    !lexicon.certain.has(governor) &&
    childWith(tree, head, "aux:pass") !== undefined
  );
}

/** "has yet to recognise", "is yet to reply". */
function isYetTo(tree: SentenceTree, node: number, head: number): boolean {
  if (!/^(have|be)$/.test(lemma(tree, head)) || childWith(tree, node, "mark") === undefined) return false;
  return childrenOf(tree, head).some((c) => lower(tree, c) === "yet");
}

/** Adverbial clauses: purpose, "accused of", and complements that the tree took for adverbials. */
function climbAdverbial(
  tree: SentenceTree,
  node: number,
  head: number,
  lexicon: ScopeLexicon,
  scope: Scope,
): boolean {
  const governor = governorLemma(tree, head);
  const mark = childWith(tree, node, "mark");
  const word = mark === undefined ? "" : lower(tree, mark);
  if (childrenOf(tree, node).some((c) => c < node && isInstead(tree, c))) scope.negated = !scope.negated;
  if (word === "of" || word === "from") {
    applyGovernor(governor, lexicon.governors, scope);
    readReport(tree, head, lexicon, scope);
  } else if (word === "to") {
    readAuxiliaries(tree, head, lexicon, scope);
    // "where the minister is to sign": the tree may hang the infinitive on its "is".
    if (lemma(tree, head) === "be" && head < node) scope.intended = true;
    // "confirmed its readiness to mediate": the noun right before governs, whatever the tree says.
    const before = (mark ?? 0) - 1;
    if (before >= 0 && tokenAt(tree, before).upos === "NOUN")
      applyGovernor(lemma(tree, before), lexicon.governors, scope);
    const request =
      lexicon.governors.get(governor)?.asks === true && childWith(tree, head, "obj") === undefined;
    if (tokenAt(tree, head).upos === "ADJ" || request) applyGovernor(governor, lexicon.governors, scope);
    return true;
  } else if (mark === undefined && node === head + 1 && tokenAt(tree, node).xpos === "VBG") {
    applyGovernor(governor, lexicon.governors, scope);
    readLocal(tree, head, lexicon, scope, node);
    return true;
  } else if (isMoment(tree, node)) readAuxiliaries(tree, head, lexicon, scope);
  return false;
}

/** "will sign it when he visits Oslo", "before flying to Rome": such a present or gerund is of the time of the clause above. */
function isMoment(tree: SentenceTree, node: number): boolean {
  if (!/^VB[PZG]$/.test(tokenAt(tree, node).xpos)) return false;
  return childrenOf(tree, node).some((c) => /^(when|before|after|once)$/.test(lower(tree, c)));
}

/** Whether the climb goes on from an event noun to its head. */
function climbNoun(
  tree: SentenceTree,
  node: number,
  head: number,
  lexicon: ScopeLexicon,
  supports: ReadonlySet<string>,
  occurrence: ReadonlySet<string>,
  scope: Scope,
): boolean {
  const token = tokenAt(tree, node);
  const rel = relation(token);
  const governor = governorLemma(tree, head);
  if (rel === "conj") return true;
  if (rel === "nmod" || rel === "obl" || rel === "obj" || rel === "nsubj") {
    const headToken = tokenAt(tree, head);
    if (headToken.upos === "VERB") {
      const nominal =
        rel === "obj" || token.deprel === "nsubj:pass" ? lexicon.nominal.get(governor) : undefined;
      if (nominal !== undefined) apply(nominal, governor, scope);
      const carries = supports.has(headToken.lemma.toLowerCase()) && rel !== "nsubj";
      const occurs =
        rel === "nsubj" && (occurrence.has(headToken.lemma.toLowerCase()) || token.deprel === "nsubj:pass");
      const occurrenceBelow = rel === "nsubj" && occursBelow(tree, head, occurrence);
      if (occurrenceBelow) applyGovernor(governor, lexicon.governors, scope);
      if (!carries && !occurs && nominal === undefined && !occurrenceBelow) return false;
      const { negated } = scope;
      readLocal(tree, head, lexicon, scope, node);
      if (scope.negated !== negated) {
        // "will not lift the sanctions": they stay.
        if (nominal?.ends === true) {
          scope.negated = negated;
          scope.ended = false;
        } else if (isGiven(tree, node) && !MAKING.has(lemma(tree, head))) scope.stoodAside = true;
      }
      return true;
    }
    // "is open to joint patrols"
    if (headToken.upos === "ADJ" && rel === "obl" && lexicon.governors.has(governor)) {
      applyGovernor(governor, lexicon.governors, scope);
      readLocal(tree, head, lexicon, scope, node);
      return true;
    }
    if (headToken.upos === "NOUN" && rel === "nmod") {
      const preposition = caseOf(tree, node);
      if (preposition === "of" || preposition === "for" || preposition === "to")
        applyGovernor(governor, lexicon.governors, scope);
      if (preposition === "of" && lexicon.hearsay.has(governor)) scope.doubted = true;
      const nominal = lexicon.nominal.get(governor);
      if (nominal?.ends === true && (preposition === "of" || preposition === "on" || preposition === "to"))
        apply(nominal, governor, scope);
      return false;
    }
    return false;
  }
  if (
    token.deprel === "root" ||
    rel === "ccomp" ||
    rel === "xcomp" ||
    rel === "advcl" ||
    rel === "parataxis"
  ) {
    return climbClause(tree, node, head, lexicon, scope);
  }
  return false;
}

/** Support verbs whose negation denies what even a definite object names ("has not signed the treaty"). */
const MAKING = new Set(
  "hold have make give take pay do conduct carry launch stage impose lend provide offer extend deliver send voice express sign ink initial".split(
    " ",
  ),
);

function isGiven(tree: SentenceTree, noun: number): boolean {
  return childrenOf(tree, noun).some((c) => {
    const { deprel } = tokenAt(tree, c);
    return (
      deprel === "nmod:poss" || (deprel === "det" && /^(the|this|that|these|those)$/.test(lower(tree, c)))
    );
  });
}

/** "instead of attacking", "far from backing", "rather than recognise", whatever the tree calls its words. */
function isInstead(tree: SentenceTree, word: number): boolean {
  if (!/^(mark|case|cc|advmod|fixed)$/.test(tokenAt(tree, word).deprel)) return false;
  const next = lower(tree, word + 1);
  switch (lower(tree, word)) {
    case "instead":
      return next === "of";
    case "rather":
      return next === "than";
    case "of":
      return word > 0 && lower(tree, word - 1) === "instead";
    case "than":
      return word > 0 && lower(tree, word - 1) === "rather";
    case "from":
      return word > 0 && lower(tree, word - 1) === "far";
    default:
      return false;
  }
}

function isQuestion(tree: SentenceTree): boolean {
  const last = tree.tokens[tree.tokens.length - 1];
  return last?.form === "?";
}

/** "the talks failed to take place": what happens is the complement of the noun's verb. */
function occursBelow(tree: SentenceTree, head: number, occurrence: ReadonlySet<string>): boolean {
  const complement = childWith(tree, head, "xcomp");
  return complement !== undefined && occurrence.has(lemma(tree, complement));
}
