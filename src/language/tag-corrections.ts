import { isWeekday } from "./calendar-words.js";
import type { Tagger } from "./tagger.js";
import type { VerbForms } from "./verb-forms.js";

/** What the tagger takes a base form for where it has seen it as another word only. */
const BARE =
  /^(?:NOUN\|NN|NOUN\|NNP|PROPN\|NNP|ADJ\|JJ|ADV\|RB|ADP\|RP|ADP\|IN|VERB\|VBP|VERB\|VBD|VERB\|VBN)$/;
const ADVERB = /^(?:ADV\|RBR?|PART\|RB)$/;
const GERUND = new Set(["ADJ|JJ", "NOUN|NN"]);
/** What begins a noun phrase that no adjective or noun right before it belongs to. */
const OPENING = /^(?:DET\||PRON\|PRP|PROPN\|NNP)/;
const NOMINAL = /^(?:NOUN\||PROPN\||ADJ\||NUM\|)/;
/** What may stand before a gerund that has an object, and not before a noun that is followed by another phrase. */
const BEFORE_GERUND = /^(?:ADP\|IN|SCONJ\|IN|VERB\||PUNCT\||AUX\||CCONJ\|)/;
/** Adjectives in "-ing" that stand right before nouns after a form of "be", too. */
const ADJECTIVES = new Set(
  "leading growing rising remaining existing outstanding striking missing living working founding ruling willing".split(
    " ",
  ),
);
/** Participles that the treebanks know as adjectives; in the press they are verbs wherever no determiner stands before. */
const PARTICIPLES = new Set(["imposing", "welcoming", "overruling", "upgrading", "underscoring"]);
/** Nouns for a state that stand before its name, and are verbs too: "lost to rival Oslo". */
const TITLES = new Set([
  "host",
  "ally",
  "partner",
  "rival",
  "champion",
  "rebel",
  "neighbour",
  "neighbor",
  "guest",
]);
const MAX_ADVERBS = 3;

/**
 * Corrects tags that their neighbours rule out, for verbs of the list: what comes after "will" or the infinitive's "to"
 * is a verb ("will back Oslo"), and so is a word in "-ing" with a phrase of its own behind ("by imposing sanctions",
 * "is welcoming the vote", "after shelling the town").
 */
export function correctTags(
  forms: readonly string[],
  tags: Int32Array,
  tagger: Tagger,
  verbs: VerbForms,
): void {
  const name = (i: number): string => (i >= 0 && i < tags.length ? tagger.tags[tags[i]!]! : "");
  for (let i = 0; i < forms.length; i++) {
    const tag = name(i);
    if (tag === "AUX|MD" || tag === "PART|TO") correctBase(i, tag === "PART|TO");
    else if (tag === "ADP|IN" && forms[i] === "to" && isBareNoun(i + 1)) {
      set(i, "PART|TO");
      set(i + 1, "VERB|VB");
    } else if (GERUND.has(tag) && isGerund(i)) set(i, "VERB|VBG");
  }

  function set(i: number, tag: string): void {
    const number = tagger.tags.indexOf(tag);
    if (number >= 0) tags[i] = number;
  }

  function correctBase(marker: number, infinitive: boolean): void {
    let i = marker + 1;
    for (; i <= marker + MAX_ADVERBS && ADVERB.test(name(i)) && !isVerb(i); i++);
    if (!isVerb(i) || !BARE.test(name(i))) return;
    if (infinitive && i > marker + 1) return;
    // "to further sanctions": an adverb or adjective that is a verb too needs a phrase behind it.
    if (!/^NOUN\|/.test(name(i)) && !OPENING.test(name(i + 1))) return;
    set(i, "VERB|VB");
  }

  function isVerb(i: number): boolean {
    const form = forms[i];
    return form !== undefined && verbs.has(form);
  }

  /** "agreed to aid Oslo", read as if it were "aid" that they agreed to. */
  function isBareNoun(i: number): boolean {
    if (!/^(?:NOUN\|NN|ADJ\|JJ)$/.test(name(i)) || !isVerb(i) || TITLES.has(forms[i]!)) return false;
    return OPENING.test(name(i + 1)) && /^(?:VERB|ADJ|NOUN)\|/.test(name(i - 2));
  }

  function isGerund(i: number): boolean {
    const form = forms[i]!.toLowerCase();
    if (!form.endsWith("ing") || verbs.lemma(form, "VBG") === undefined) return false;
    const before = name(i - 1);
    if (PARTICIPLES.has(form)) return !/^(?:DET\||ADJ\||PRON\|PRP\$)/.test(before);
    if (i > 0 && !BEFORE_GERUND.test(before)) return false;
    if (OPENING.test(name(i + 1))) return !isWeekday(forms[i + 1]!.toLowerCase());
    const predicate = before.startsWith("AUX|VB") && name(i) === "ADJ|JJ";
    return predicate && !ADJECTIVES.has(form) && NOMINAL.test(name(i + 1));
  }
}
