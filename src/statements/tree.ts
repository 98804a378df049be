import { isMonth, isWeekday, type Sentence, type Token } from "../language/index.js";
import { childrenOfEach, repaired } from "./repairs/index.js";

/** A sentence's dependency tree with the children of each token, and its place in the document. */
export interface SentenceTree {
  /** Position in `document.sentences`, as mentions count. */
  position: number;
  sentence: Sentence;
  tokens: readonly Token[];
  /** Children of each token, in order of place. */
  children: readonly (readonly number[])[];
  /** Forms and lemmas in lower case. */
  forms: readonly string[];
  lemmas: readonly string[];
  /** The prepositions of the tokens whose were asked for: see caseOf. */
  cases: (string | null)[];
}

export function buildTree(sentence: Sentence, position: number): SentenceTree {
  const tokens = repaired(sentence.tokens, sentence.index < 0);
  return {
    position,
    sentence,
    tokens,
    children: childrenOfEach(tokens),
    cases: [],
    forms: tokens.map((t) => t.form.toLowerCase()),
    lemmas: tokens.map((t) => t.lemma.toLowerCase()),
  };
}

/** The token at an index that came from the tree itself. */
export function tokenAt(tree: SentenceTree, index: number): Token {
  const token = tree.tokens[index];
  if (token === undefined) {
    throw new RangeError(`token ${index} is outside the sentence of ${tree.tokens.length} tokens`);
  }
  return token;
}

export function childrenOf(tree: SentenceTree, index: number): readonly number[] {
  return tree.children[index] ?? [];
}

/** The relation without its subtype: `nsubj:pass` is `nsubj`. */
export function relation(token: Token): string {
  const colon = token.deprel.indexOf(":");
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon);
}

/** First child with one of these full relations. */
export function childWith(tree: SentenceTree, index: number, ...deprels: string[]): number | undefined {
  for (const c of childrenOf(tree, index)) if (deprels.includes(tokenAt(tree, c).deprel)) return c;
  return undefined;
}

export function lower(tree: SentenceTree, index: number): string {
  return tree.forms[index] ?? "";
}

export function lemma(tree: SentenceTree, index: number): string {
  return tree.lemmas[index] ?? "";
}

/** A word with the one that it makes a compound with: "cyber-attack", "visa ban", "build-up"; null where it stands alone. */
export function compoundAt(tree: SentenceTree, index: number): string | null {
  const before = lower(tree, index - 1);
  const first = before === "-" ? index - 2 : index - 1;
  if (first < 0 || tokenAt(tree, first).head !== index) return null;
  const { deprel } = tokenAt(tree, first);
  if (deprel !== "compound" && deprel !== "amod") return null;
  return `${lower(tree, first)}${before === "-" ? "-" : " "}${lemma(tree, index)}`;
}

/** The preposition of a phrase, several words joined by a space ("according to", "out of"); null where it has none. */
export function caseOf(tree: SentenceTree, index: number): string | null {
  let known = tree.cases[index];
  if (known === undefined) {
    known = readCase(tree, index);
    tree.cases[index] = known;
  }
  return known;
}

function readCase(tree: SentenceTree, index: number): string | null {
  const words: string[] = [];
  for (const c of childrenOf(tree, index)) {
    const token = tokenAt(tree, c);
    if (token.deprel !== "case" || token.xpos === "POS") continue;
    words.push(token.form.toLowerCase());
    for (const f of childrenOf(tree, c)) {
      if (tokenAt(tree, f).deprel === "fixed") words.push(lower(tree, f));
    }
  }
  if (words.length === 2 && PARTICLES.has(words[0] as string) && BARE.has(words[1] as string))
    return words[1] as string;
  return words.length > 0 ? words.join(" ") : null;
}

/** "caved in to", "back with": a verb's particle that the tree drew to the preposition behind it. */
const PARTICLES = new Set(["in", "back", "over", "up", "down", "off", "away", "through"]);
const BARE = new Set(["to", "with", "at", "from", "against", "for", "on"]);

/** A token with the conjuncts that hang from it, in order of place. */
export function withConjuncts(tree: SentenceTree, index: number): number[] {
  const heads = [index];
  for (let i = 0; i < heads.length && heads.length < 20; i++) {
    for (const c of childrenOf(tree, heads[i] as number)) {
      const token = tokenAt(tree, c);
      if (isExcluded(tree, c)) continue;
      if ((token.deprel === "conj" && isNominal(token.upos)) || isListed(tree, c) || isAdded(tree, c))
        heads.push(c);
      else if (token.deprel === "acl" && lower(tree, c) === "together") heads.push(...companyOf(tree, c));
      else if (token.deprel === "appos") heads.push(...amongThem(tree, c));
    }
  }
  return heads;
}

/** B in "A, not B," and "A rather than B". */
function isExcluded(tree: SentenceTree, index: number): boolean {
  return childrenOf(tree, index).some(
    (c) =>
      c < index &&
      /^(?:rather than|instead of|not (?!only|just))/.test(`${lower(tree, c)} ${lower(tree, c + 1)}`),
  );
}

const ADDING = new Set(["along with", "together with", "as well as", "alongside", "including", "but also"]);

/** "A, along with B", "A, like B,". */
function isAdded(tree: SentenceTree, index: number): boolean {
  if (relation(tokenAt(tree, index)) !== "nmod") return false;
  const preposition = caseOf(tree, index) ?? "";
  return ADDING.has(preposition) || (preposition === "like" && isSetOff(tree, index));
}

/** B in "A, together with B", where "together" hangs from A. */
function companyOf(tree: SentenceTree, together: number): readonly number[] {
  return childrenOf(tree, together).filter((c) => caseOf(tree, c) === "with");
}

/** A in "three states, A among them" and "three governments, A's among them". */
function amongThem(tree: SentenceTree, apposition: number): readonly number[] {
  if (caseOf(tree, apposition) === "among") {
    const owner = childWith(tree, apposition, "nmod:poss", "nsubj");
    return owner === undefined ? [] : [owner];
  }
  const isNamed = childrenOf(tree, apposition).some(
    (c) => caseOf(tree, c) === "among" && lower(tree, c) === "them",
  );
  return isNamed ? [apposition] : [];
}

/** Whether a comma stands before a phrase. */
function isSetOff(tree: SentenceTree, index: number): boolean {
  const mark = childWith(tree, index, "case");
  return mark !== undefined && mark > 0 && lower(tree, mark - 1) === ",";
}

/** "A, B and C" read as A with the apposition "B and C". */
function isListed(tree: SentenceTree, index: number): boolean {
  const token = tokenAt(tree, index);
  if (token.deprel !== "appos" || token.upos !== "PROPN") return false;
  return childrenOf(tree, index).some((c) => {
    const child = tokenAt(tree, c);
    return child.deprel === "conj" && child.upos === "PROPN" && childWith(tree, c, "cc") !== undefined;
  });
}

function isNominal(upos: string): boolean {
  return upos === "NOUN" || upos === "PROPN" || upos === "PRON" || upos === "NUM" || upos === "ADJ";
}

const MAX_CLIMB = 8;

/** The noun whose relative clause a word stands in; null where it stands in none. */
export function antecedentOf(tree: SentenceTree, index: number): number | null {
  let node = tokenAt(tree, index).head;
  for (let steps = 0; node >= 0 && steps < MAX_CLIMB; steps++) {
    const clause = tokenAt(tree, node);
    if (clause.deprel === "acl:relcl" && clause.head >= 0) return clause.head;
    node = clause.head;
  }
  return null;
}

/** What "whose" stands for: the noun that its clause modifies, else the noun phrase right before it. */
export function ownerOf(tree: SentenceTree, whose: number): number | null {
  const modified = antecedentOf(tree, whose);
  if (modified !== null) return modified;
  let before = whose - 1;
  while (before >= 0 && tokenAt(tree, before).upos === "PUNCT") before--;
  if (before < 0 || !isNominal(tokenAt(tree, before).upos)) return null;
  for (let { head, deprel } = tokenAt(tree, before); deprel === "flat" || deprel === "compound"; ) {
    if (head < 0 || head > whose) break;
    before = head;
    ({ head, deprel } = tokenAt(tree, before));
  }
  return before;
}

/** Whether `ancestor` is on the way from `index` to the root. */
export function isUnder(tree: SentenceTree, index: number, ancestor: number): boolean {
  let node = index;
  for (let steps = 0; node >= 0 && steps <= tree.tokens.length; steps++) {
    if (node === ancestor) return true;
    node = tokenAt(tree, node).head;
  }
  return false;
}

/** Whether a name is of a weekday or a month; "May" is left out, which is a person's as well. */
export function isDay(tree: SentenceTree, index: number): boolean {
  return tokenAt(tree, index).upos === "PROPN" && isCalendarWord(lower(tree, index));
}

function isCalendarWord(word: string): boolean {
  return isWeekday(word) || (isMonth(word) && word !== "may");
}
