import { MONTHS, WEEKDAYS } from "../language/index.js";
import { fold } from "./text.js";
import { childrenBy, relation, type SentenceView, subtree, textOf, token, wordAt } from "./view.js";

/** Relations of what belongs to a noun phrase before and after its head. */
const BEFORE = new Set([
  "amod",
  "compound",
  "nmod",
  "nummod",
  "flat",
  "advmod",
  "det",
  "punct",
  "dep",
  "case",
  "nsubj",
]);
const AFTER = new Set(["nmod", "flat", "compound", "acl", "fixed", "amod", "nummod"]);
const OF_GERUND = new Set(["obj", "iobj", "obl", "xcomp", "compound"]);
const MAX_TOKENS = 16;

/** A noun phrase without determiner, relative clause and apposition. */
export interface NounPhrase {
  /** First token after determiners. */
  first: number;
  last: number;
  head: number;
  determiner: string;
}

/** The noun phrase without the participles told of its head: "declaration" of "a declaration meant to end the war". */
export function bareNounPhrase(view: SentenceView, head: number): NounPhrase {
  const phrase = nounPhrase(view, head);
  for (const child of view.children[head] ?? []) {
    if (child <= head || relation(token(view, child)) !== "acl" || token(view, child).upos !== "VERB")
      continue;
    const [from] = subtree(view, child);
    if (wordAt(view, from) !== "to") phrase.last = Math.max(head + 1, Math.min(phrase.last, from));
  }
  while (phrase.last > head + 1 && token(view, phrase.last - 1).upos === "PUNCT") phrase.last--;
  return phrase;
}

/** The noun phrase that the token heads. Phrases are cut before what would make them longer than sixteen tokens. */
export function nounPhrase(view: SentenceView, head: number): NounPhrase {
  let first = head;
  let last = head + 1;
  let determiner = "";
  // "is not against the project": what stands before the preposition belongs to the clause.
  const floor = Math.max(
    -1,
    ...childrenBy(view, head, "case", "cop", "mark").filter((c) => c < head && !isOwner(view, c)),
  );
  for (const child of [...(view.children[head] ?? [])].sort((a, b) => b - a)) {
    const t = token(view, child);
    if (child >= head || !BEFORE.has(relation(t))) continue;
    if (relation(t) === "case" || relation(t) === "punct" || relation(t) === "nsubj" || child < floor)
      continue;
    const [from] = subtree(view, child);
    if (isDeterminer(view, child)) determiner = fold(t.form);
    else if (from < first) first = from;
  }
  for (const child of view.children[head] ?? []) {
    const t = token(view, child);
    if (child <= head) continue;
    if (CUTS.has(wordAt(view, last)) || startsClause(view, child)) continue;
    const gerund = token(view, head).upos === "VERB" && OF_GERUND.has(relation(t));
    const modifies =
      AFTER.has(relation(t)) && !(relation(t) === "amod" && (view.children[child] ?? []).length === 0);
    if (!gerund && (!modifies || t.deprel === "acl:relcl" || isTime(view, child))) continue;
    const [, to] = subtree(view, child, ["appos", "parataxis", "punct", "nmod", "acl", "advcl"]);
    const [, whole] = subtree(view, child, ["appos", "parataxis", "punct"]);
    const end = whole - first <= MAX_TOKENS ? withoutClause(view, child, whole) : to;
    if (end - first > MAX_TOKENS) break;
    if (end > last && contiguous(view, last, child)) last = end;
  }
  if (last === head + 1) last = withInfinitive(view, head, first);
  while (first < head && isDeterminer(view, first)) {
    determiner = wordAt(view, first);
    first++;
  }
  while (last > head + 1 && token(view, last - 1).upos === "PUNCT") last--;
  return { first, last, head, determiner };
}

/** Nouns that an infinitive completes, wherever the tree hangs it: "its decision to leave the bloc". */
const COMPLETED = new Set(
  (
    "decision plan right bid threat promise offer attempt effort proposal pledge vow demand request intention refusal readiness " +
    "willingness drive commitment failure idea freedom duty obligation need ability scheme invitation mandate"
  ).split(" "),
);

function withInfinitive(view: SentenceView, head: number, first: number): number {
  const governor = token(view, head).head;
  if (!COMPLETED.has(fold(token(view, head).lemma)) || wordAt(view, head + 1) !== "to") return head + 1;
  const verb = token(view, head + 1).head;
  const { upos } = token(view, Math.max(verb, 0));
  if (verb <= head || upos !== "VERB" || token(view, verb).head !== governor) return head + 1;
  const [, to] = subtree(view, verb, ["appos", "parataxis", "punct", "advcl", "conj"]);
  return to - first <= MAX_TOKENS ? to : head + 1;
}

/** The "'s" of a possessive, which is a case too. */
function isOwner(view: SentenceView, i: number): boolean {
  return token(view, i).xpos === "POS";
}

const CUTS = new Set([
  "as",
  "that",
  "which",
  "who",
  "whom",
  "whose",
  "where",
  "when",
  "following",
  "after",
  "before",
  "since",
  "amid",
  "while",
  "during",
  "until",
  "under",
  "despite",
]);

/** Whether a dependent is a clause told of the noun rather than part of its name ("a declaration meant to end the war"). */
function startsClause(view: SentenceView, child: number): boolean {
  const t = token(view, child);
  const [from] = subtree(view, child);
  return (
    CUTS.has(wordAt(view, from)) ||
    (relation(t) === "acl" && (view.children[child] ?? []).some((c) => relation(token(view, c)) === "nsubj"))
  );
}

/** Cuts a relative clause or an apposition off the end of a dependent. */
function withoutClause(view: SentenceView, child: number, end: number): number {
  let cut = end;
  for (let i = child + 1; i < end; i++) if (CUTS.has(wordAt(view, i))) cut = Math.min(cut, i);
  for (let i = child + 1; i < end; i++) {
    const t = token(view, i);
    if (t.deprel === "acl:relcl" || relation(t) === "parataxis" || relation(t) === "appos") {
      const [from] = subtree(view, i);
      if (from > child) cut = Math.min(cut, from);
    }
  }
  while (cut > child + 1 && token(view, cut - 1).upos === "PUNCT") cut--;
  return cut;
}

function contiguous(view: SentenceView, last: number, child: number): boolean {
  const [from] = subtree(view, child);
  for (let i = last; i < from; i++)
    if (token(view, i).upos !== "PUNCT" || token(view, i).form === ",") return false;
  return true;
}

const DETERMINERS = new Set([
  "the",
  "a",
  "an",
  "any",
  "some",
  "no",
  "this",
  "that",
  "these",
  "those",
  "his",
  "her",
  "its",
  "their",
  "our",
  "my",
  "every",
  "each",
  "such",
  "another",
  "all",
  "both",
]);

function isDeterminer(view: SentenceView, i: number): boolean {
  const t = token(view, i);
  return relation(t) === "det" || DETERMINERS.has(fold(t.form));
}

const TIME = new Set([...WEEKDAYS, ..."today yesterday tomorrow week month year night morning".split(" ")]);

function isTime(view: SentenceView, child: number): boolean {
  const t = token(view, child);
  return (
    TIME.has(fold(t.lemma)) &&
    (t.deprel.includes("unmarked") || t.deprel.includes("tmod") || wordAt(view, child - 1) === "on")
  );
}

/** The words of a phrase as written, without a day or year at its end: "waiving patents on Tuesday". */
export function phraseText(view: SentenceView, phrase: NounPhrase): string {
  return textOf(view, phrase.first, withoutTime(view, phrase));
}

const TIME_WORDS = new Set([
  ...WEEKDAYS,
  ...MONTHS,
  ..."today yesterday week month year beginning outset".split(" "),
]);
const YEAR = /^(?:1[89]|20)\d\d$/;
const TIME_STARTS = new Set(["in", "on", "from", "since", "by", "until", "last", "this", "next", "earlier"]);
const TIME_FILL = new Set([...WEEKDAYS, ...MONTHS, "the", "early", "late", "last", "this", "next", ","]);

function fillsTime(word: string): boolean {
  return TIME_FILL.has(word) || /^\d{1,2}$/.test(word);
}

function withoutTime(view: SentenceView, phrase: NounPhrase): number {
  const end = wordAt(view, phrase.last - 1);
  if (!TIME_WORDS.has(end) && !YEAR.test(end)) return phrase.last;
  let start = phrase.last - 1;
  while (start > phrase.head + 1 && fillsTime(wordAt(view, start - 1))) start--;
  if (start > phrase.head + 1 && TIME_STARTS.has(wordAt(view, start - 1))) return start - 1;
  return TIME_STARTS.has(wordAt(view, start)) ? start : phrase.last;
}
