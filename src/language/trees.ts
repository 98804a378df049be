import { joinSubjects } from "./coordination.js";
import type { LanguageModel } from "./model.js";
import { correctTags } from "./tag-corrections.js";
import type { Word } from "./types.js";

/**
 * Tags, lemmas and tree of a sentence. The first `dateline` words are read apart, so that the clause's tree is as it
 * would be without them; then the dateline hangs on the clause's root by `parataxis`.
 */
export function analyse(model: LanguageModel, forms: readonly string[], dateline = 0): Word[] {
  const alone = dateline === 0 || dateline >= forms.length;
  const words = clause(model, alone ? forms : forms.slice(dateline));
  joinSubjects(words);
  if (alone) return words;
  for (const word of words) if (word.head >= 0) word.head += dateline;
  const root = words.findIndex(({ head }) => head === -1) + dateline;
  return [...attachDateline(clause(model, forms.slice(0, dateline)), root), ...words];
}

/** Tags, lemmas and tree of words, as the models give them. */
function clause({ tagger, parser, lemmatizer, verbs }: LanguageModel, forms: readonly string[]): Word[] {
  const tags = new Int32Array(forms.length);
  const heads = new Int32Array(forms.length);
  const labels = new Int32Array(forms.length);
  tagger.tag(forms, tags);
  correctTags(forms, tags, tagger, verbs);
  parser.parse(forms, tags, heads, labels);
  return forms.map((form, i) => {
    const [upos, xpos] = tagger.tagOf(tags[i]!);
    return {
      form,
      lemma: lemmatizer.lemma(form, upos, xpos),
      upos,
      xpos,
      head: heads[i]!,
      deprel: parser.labels[labels[i]!]!,
    };
  });
}

/** The first word, a place, hangs on the clause's root; names go flat with it, dates and agencies stand beside it. */
function attachDateline(words: Word[], root: number): Word[] {
  const place = Math.max(
    0,
    words.findIndex(({ form }) => /\p{L}/u.test(form)),
  );
  let inPlace = true;
  return words.map((word, i) => {
    if (i === place) return { ...word, head: root, deprel: "parataxis" };
    const isWord = /[\p{L}\p{N}]/u.test(word.form);
    if (!isWord) {
      inPlace = inPlace && i < place;
      return { ...word, head: place, deprel: "punct" };
    }
    return { ...word, head: place, deprel: inPlace ? "flat" : dateRelation(word) };
  });
}

function dateRelation({ upos, form }: Word): string {
  return upos === "NUM" || /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/iu.test(form)
    ? "nmod:unmarked"
    : "list";
}
