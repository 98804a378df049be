import { z } from "zod";
import type { Modality } from "../ontology/index.js";
import { readData } from "./lexicon.js";
import { caseOf, childrenOf, childWith, lemma, lower, relation, type SentenceTree, tokenAt } from "./tree.js";

const words = z.array(z.string().min(1));
const GovernorSchema = z.strictObject({
  words,
  negates: z.boolean().default(false),
  weak: z.boolean().default(false),
  modality: z.enum(["intended", "hypothetical"]).optional(),
});
type Governor = z.infer<typeof GovernorSchema>;

const ScopeSchema = z.strictObject({
  negators: words,
  auxiliaries: z.strictObject({ intended: words, hypothetical: words }),
  conditional: words,
  "hypothetical-marks": words,
  modifiers: z.strictObject({ intended: words, hypothetical: words, claimed: words }),
  governors: z.array(GovernorSchema),
  nominal: z.array(GovernorSchema),
  reports: z.strictObject({ neutral: words, claim: words, deny: words }),
});

type ReportKind = "neutral" | "claim" | "deny";

/** The words of data/scope.yaml, each under what it does. */
export interface ScopeLexicon {
  negators: ReadonlySet<string>;
  auxiliaries: ReadonlyMap<string, Modality>;
  conditional: ReadonlySet<string>;
  hypotheticalMarks: ReadonlySet<string>;
  modifiers: ReadonlyMap<string, Modality>;
  governors: ReadonlyMap<string, Governor>;
  nominal: ReadonlyMap<string, Governor>;
  reports: ReadonlyMap<string, ReportKind>;
}

export function loadScope(): ScopeLexicon {
  const data = readData("scope.yaml", ScopeSchema);
  const by = <T>(lists: Record<string, readonly string[]>, value: (key: string) => T): Map<string, T> =>
    new Map(Object.entries(lists).flatMap(([key, list]) => list.map((w): [string, T] => [w, value(key)])));
  const governors = (list: readonly Governor[]): Map<string, Governor> => {
    const map = new Map<string, Governor>();
    for (const g of list) for (const w of g.words) if (!map.has(w)) map.set(w, g);
    return map;
  };
  return {
    negators: new Set(data.negators),
    auxiliaries: by(data.auxiliaries, (k) => k as Modality),
    conditional: new Set(data.conditional),
    hypotheticalMarks: new Set(data["hypothetical-marks"]),
    modifiers: by(data.modifiers, (k) => k as Modality),
    governors: governors(data.governors),
    nominal: governors(data.nominal),
    reports: by(data.reports, (k) => k as ReportKind),
  };
}

/** How a predicate stands in its sentence. */
export interface Scope {
  negated: boolean;
  intended: boolean;
  hypothetical: boolean;
  /** A word marks it as somebody's claim ("allegedly", "reported"). */
  doubted: boolean;
  /** Governed by a request, threat or wish: not asserted. */
  weak: boolean;
  /** Reporting predicates above it, innermost first: token and kind. */
  reports: { token: number; kind: ReportKind }[];
  /** Tokens from the predicate to the top of its clause, itself first. */
  path: number[];
  /** The words that decided, for `entente explain`. */
  why: string[];
}

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
        applyGovernor(governor, lexicon.governors, scope);
        if (lexicon.reports.get(governor) === "claim") readReport(tree, head, lexicon, scope);
        if (asksAnother(tree, head, governor, lexicon)) scope.weak = true;
      }
      readLocal(tree, head, lexicon, scope);
      return true;
    case "ccomp":
    case "parataxis":
      readReport(tree, head, lexicon, scope);
      if (rel === "ccomp") {
        if (!lexicon.reports.has(governor)) applyGovernor(governor, lexicon.governors, scope);
        if (!lexicon.reports.has(governor)) readLocal(tree, head, lexicon, scope);
        else readReportNegation(tree, head, lexicon, scope);
      }
      return rel === "ccomp";
    case "acl":
      if (token.deprel === "acl:relcl") return false;
      applyGovernor(governor, lexicon.governors, scope);
      return childWith(tree, node, "mark") !== undefined;
    case "advcl":
      return climbAdverbial(tree, node, head, lexicon, scope);
    default:
      return false;
  }
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
  if (word === "of" || word === "from") {
    applyGovernor(governor, lexicon.governors, scope);
    readReport(tree, head, lexicon, scope);
  } else if (word === "to") {
    readAuxiliaries(tree, head, lexicon, scope);
    // "confirmed its readiness to mediate": the noun right before governs, whatever the tree says.
    const before = (mark ?? 0) - 1;
    if (before >= 0 && tokenAt(tree, before).upos === "NOUN")
      applyGovernor(lemma(tree, before), lexicon.governors, scope);
    if (tokenAt(tree, head).upos === "ADJ") applyGovernor(governor, lexicon.governors, scope);
    return true;
  } else if (mark === undefined && node === head + 1 && tokenAt(tree, node).xpos === "VBG") {
    applyGovernor(governor, lexicon.governors, scope);
    readLocal(tree, head, lexicon, scope, node);
    return true;
  }
  return false;
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
      if (!carries && !occurs && nominal === undefined) return false;
      readLocal(tree, head, lexicon, scope, node);
      return true;
    }
    if (headToken.upos === "NOUN" && rel === "nmod") {
      const preposition = caseOf(tree, node);
      if (preposition === "of" || preposition === "for" || preposition === "to")
        applyGovernor(governor, lexicon.governors, scope);
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

/** "expects Yerevan to act": what somebody intends for another is only wished. */
function asksAnother(tree: SentenceTree, head: number, governor: string, lexicon: ScopeLexicon): boolean {
  return (
    lexicon.governors.get(governor)?.modality === "intended" &&
    childWith(tree, head, "obj", "iobj") !== undefined &&
    childWith(tree, head, "aux:pass") === undefined
  );
}

function governorLemma(tree: SentenceTree, head: number): string {
  const particle = childWith(tree, head, "compound:prt");
  const base = lemma(tree, head);
  return particle === undefined ? base : `${base}_${lower(tree, particle)}`;
}

function applyGovernor(word: string, governors: ReadonlyMap<string, Governor>, scope: Scope): void {
  const governor = governors.get(word);
  if (governor !== undefined) apply(governor, word, scope);
}

function apply(governor: Governor, word: string, scope: Scope): void {
  if (governor.negates) scope.negated = !scope.negated;
  if (governor.modality === "intended") scope.intended = true;
  if (governor.modality === "hypothetical") scope.hypothetical = true;
  if (governor.weak) scope.weak = true;
  if (governor.negates || governor.modality !== undefined || governor.weak) scope.why.push(word);
}

function readReport(tree: SentenceTree, head: number, lexicon: ScopeLexicon, scope: Scope): void {
  const kind = lexicon.reports.get(lemma(tree, head));
  if (kind === undefined) return;
  scope.reports.push({ token: head, kind });
  if (kind === "deny") {
    scope.negated = !scope.negated;
    scope.why.push(lower(tree, head));
  }
}

/** "has not said that" leaves the content open; "did not deny" undoes the denial. */
function readReportNegation(tree: SentenceTree, head: number, lexicon: ScopeLexicon, scope: Scope): void {
  for (const c of childrenOf(tree, head)) {
    if (tokenAt(tree, c).deprel === "advmod" && lexicon.negators.has(lemma(tree, c))) scope.weak = true;
  }
}

function readAuxiliaries(tree: SentenceTree, node: number, lexicon: ScopeLexicon, scope: Scope): void {
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

function hasOwnAuxiliary(tree: SentenceTree, node: number): boolean {
  return childWith(tree, node, "aux", "nsubj", "nsubj:pass") !== undefined;
}

/** Negation, auxiliaries, marks and modifiers that depend on the predicate itself, but for the child already read. */
function readLocal(tree: SentenceTree, node: number, lexicon: ScopeLexicon, scope: Scope, from = -1): void {
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
      (lexicon.negators.has(word) || form === "n't")
    ) {
      if (!(form === "not" && lower(tree, c + 1 < tree.tokens.length ? c + 1 : c) === "only")) negations++;
    } else if (rel === "mark" && form === "without") negations++;
    else if (rel === "mark" && lexicon.hypotheticalMarks.has(form)) {
      scope.hypothetical = true;
      scope.why.push(form);
    } else if ((rel === "nsubj" || rel === "obj") && isNegative(tree, c)) negations++;
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

function isQuestion(tree: SentenceTree): boolean {
  const last = tree.tokens[tree.tokens.length - 1];
  return last?.form === "?";
}
