import { childrenOf, childWith, lower, relation, type SentenceTree, tokenAt } from "../tree.js";
import type { ScopeLexicon } from "./lexicon.js";
import type { Scope } from "./scope.js";

export function readAuxiliaries(tree: SentenceTree, node: number, lexicon: ScopeLexicon, scope: Scope): void {
  for (const c of childrenOf(tree, node)) {
    const token = tokenAt(tree, c);
    if (token.deprel !== "aux" && token.deprel !== "cop" && token.deprel !== "aux:pass") continue;
    const word = token.form.toLowerCase();
    const modality = lexicon.auxiliaries.get(word);
    if (modality === "intended") scope.intended = true;
    else if (modality === "hypothetical") {
      if (lexicon.conditional.has(word) && isReported(tree, node, lexicon) && !hasCondition(tree, node))
        scope.intended = true;
      else scope.hypothetical = true;
    } else if (
      token.lemma === "be" &&
      childWith(tree, node, "mark") !== undefined &&
      isFutureBe(tree, node, c)
    ) {
      scope.intended = true;
    } else if (
      token.deprel === "aux" &&
      token.upos === "AUX" &&
      c === firstToken(tree) &&
      /^(had|were|should)$/.test(word)
    ) {
      scope.hypothetical = true;
    }
    if (modality !== undefined) scope.why.push(word);
  }
}

/** "is to visit": a form of be before an infinitive's "to" under one head. */
function isFutureBe(tree: SentenceTree, node: number, be: number): boolean {
  return childrenOf(tree, node).some(
    (c) => tokenAt(tree, c).deprel === "mark" && lower(tree, c) === "to" && c > be,
  );
}

function firstToken(tree: SentenceTree): number {
  return tree.sentence.dateline;
}

function isReported(tree: SentenceTree, node: number, lexicon: ScopeLexicon): boolean {
  const token = tokenAt(tree, node);
  if (token.head < 0) return childrenOf(tree, node).some((c) => tokenAt(tree, c).deprel === "parataxis");
  if (token.deprel === "conj") return isReported(tree, token.head, lexicon);
  return (
    token.deprel === "ccomp" || (relation(token) === "acl" && childWith(tree, node, "mark") !== undefined)
  );
}

function hasCondition(tree: SentenceTree, node: number): boolean {
  return childrenOf(tree, node).some((c) => {
    if (relation(tokenAt(tree, c)) !== "advcl") return false;
    const mark = childWith(tree, c, "mark");
    return mark !== undefined && /^(if|unless|provided)$/.test(lower(tree, mark));
  });
}

export function hasOwnAuxiliary(tree: SentenceTree, node: number): boolean {
  return childWith(tree, node, "aux", "nsubj", "nsubj:pass") !== undefined;
}

/** Negation, auxiliaries, marks and modifiers that depend on the predicate itself, but for the child already read. */
export function readLocal(
  tree: SentenceTree,
  node: number,
  lexicon: ScopeLexicon,
  scope: Scope,
  from = -1,
): void {
  readAuxiliaries(tree, node, lexicon, scope);
  let negations = 0;
  for (const c of childrenOf(tree, node)) {
    if (c === from) continue;
    const token = tokenAt(tree, c);
    const word = token.lemma.toLowerCase();
    const form = token.form.toLowerCase();
    const rel = relation(token);
    if (
      (rel === "advmod" || rel === "det" || rel === "cc" || rel === "case") &&
      (lexicon.negators.has(word) || form === "n't" || isNoLonger(tree, c))
    ) {
      if (!(form === "not" && lower(tree, c + 1 < tree.tokens.length ? c + 1 : c) === "only")) negations++;
    } else if (rel === "mark" && form === "without") negations++;
    else if (rel === "mark" && lexicon.hypotheticalMarks.has(form)) {
      scope.hypothetical = true;
      scope.why.push(form);
    } else if ((rel === "nsubj" || rel === "obj") && isNegative(tree, c)) negations++;
    else if (rel === "aux" && childrenOf(tree, c).some((n) => lexicon.negators.has(lower(tree, n))))
      negations++;
    if (rel === "amod" || rel === "advmod" || rel === "acl" || rel === "det")
      readModifier(word, form, lexicon, scope);
    if (
      rel === "advcl" &&
      hasMark(tree, c, "if") &&
      /^(will|would|could|might)$/.test(auxiliaryOf(tree, node))
    )
      scope.hypothetical = true;
  }
  if (negations % 2 === 1) {
    scope.negated = !scope.negated;
    scope.why.push("not");
  }
}

function readModifier(word: string, form: string, lexicon: ScopeLexicon, scope: Scope): void {
  const modality = lexicon.modifiers.get(form) ?? lexicon.modifiers.get(word);
  if (modality === undefined) return;
  if (modality === "intended") scope.intended = true;
  else if (modality === "hypothetical") scope.hypothetical = true;
  else scope.doubted = true;
  scope.why.push(form);
}

function hasMark(tree: SentenceTree, node: number, word: string): boolean {
  const mark = childWith(tree, node, "mark");
  return mark !== undefined && lower(tree, mark) === word;
}

function auxiliaryOf(tree: SentenceTree, node: number): string {
  const aux = childWith(tree, node, "aux");
  return aux === undefined ? "" : lower(tree, aux);
}

/** "no longer recognises", "any longer". */
function isNoLonger(tree: SentenceTree, node: number): boolean {
  return lower(tree, node) === "longer" && childrenOf(tree, node).some((c) => lower(tree, c) === "no");
}

/** "No agreement was signed", "neither A nor B", "nothing": negative participants negate their predicate. */
function isNegative(tree: SentenceTree, node: number): boolean {
  const form = lower(tree, node);
  if (/^(nobody|none|nothing|neither|no-one)$/.test(form)) return true;
  return childrenOf(tree, node).some((c) => {
    const token = tokenAt(tree, c);
    const word = token.form.toLowerCase();
    return (
      (token.deprel === "det" && (word === "no" || word === "neither")) ||
      (relation(token) === "cc" && word === "neither")
    );
  });
}
