import { childrenOf, childWith, lemma, lower, type SentenceTree, tokenAt } from "../tree.js";
import type { Governor, ScopeLexicon } from "./lexicon.js";
import type { Scope } from "./scope.js";

const WANTING = new Set(["want", "expect", "wish", "need", "desire", "intend", "mean"]);

/** "expects Yerevan to act": what somebody intends for another is only wished. */
export function asksAnother(tree: SentenceTree, head: number, governor: string): boolean {
  return (
    WANTING.has(governor) &&
    childWith(tree, head, "obj", "iobj") !== undefined &&
    childWith(tree, head, "aux:pass") === undefined
  );
}

export function governorLemma(tree: SentenceTree, head: number): string {
  const particle = childWith(tree, head, "compound:prt");
  const base = lemma(tree, head);
  return particle === undefined ? base : `${base}_${lower(tree, particle)}`;
}

export function applyGovernor(word: string, governors: ReadonlyMap<string, Governor>, scope: Scope): void {
  const governor = governors.get(word);
  if (governor !== undefined) apply(governor, word, scope);
}

export function apply(governor: Governor, word: string, scope: Scope): void {
  if (governor.negates) scope.negated = !scope.negated;
  if (governor.modality === "intended") scope.intended = true;
  if (governor.modality === "hypothetical") scope.hypothetical = true;
  if (governor.weak) scope.weak = true;
  if (governor.asks) scope.asked = true;
  if (governor.threatens) scope.threatened = true;
  if (governor.ends) scope.ended = true;
  if (governor.negates || governor.modality !== undefined || governor.weak) scope.why.push(word);
}

export function readReport(tree: SentenceTree, head: number, lexicon: ScopeLexicon, scope: Scope): void {
  const kind = lexicon.reports.get(lemma(tree, head));
  if (kind === undefined) return;
  scope.reports.push({ token: head, kind });
  if (kind === "deny") {
    scope.negated = !scope.negated;
    scope.why.push(lower(tree, head));
  }
}

/** "has not said that" leaves the content open; "did not deny" undoes the denial. */
export function readReportNegation(
  tree: SentenceTree,
  head: number,
  lexicon: ScopeLexicon,
  scope: Scope,
): void {
  for (const c of childrenOf(tree, head)) {
    if (tokenAt(tree, c).deprel === "advmod" && lexicon.negators.has(lemma(tree, c))) scope.weak = true;
  }
}
