import { readConllu, writeConllu } from "./conllu.js";
import { languageModel } from "./model.js";
import { analyse } from "./trees.js";
import type { ParsedDocument, Sentence, Word } from "./types.js";

/**
 * A read article as CoNLL-U: `# newdoc id`, and for each sentence `# sent_id` (the document's id, a hyphen, and the
 * sentence's index, `title-1` and so on for those of the title) and `# text`.
 */
export function documentToConllu(document: ParsedDocument, id: string): string {
  let headline = 0;
  const sentences = document.sentences.map((sentence, i) => {
    const number = sentence.index < 0 ? `title-${++headline}` : String(sentence.index);
    const text = sentence.index < 0 ? document.title : document.text;
    const comments = [`# sent_id = ${id}-${number}`, `# text = ${text.slice(sentence.start, sentence.end)}`];
    if (sentence.dateline > 0) comments.push(`# dateline = ${sentence.dateline}`);
    if (i === 0) comments.unshift(`# newdoc id = ${id}`);
    return writeConllu({ comments, ...columns(sentence.tokens), misc: misc(sentence), ranges: new Map() });
  });
  return sentences.join("");
}

/**
 * CoNLL-U with its words kept and its lemmas, tags and trees replaced by the parser's.
 * @throws Error naming file and line where the content is no CoNLL-U
 */
export function reparseConllu(content: string, file: string): string {
  const model = languageModel();
  return readConllu(content, file)
    .map((sentence) => writeConllu({ ...sentence, ...columns(analyse(model, sentence.forms)) }))
    .join("");
}

function columns(tokens: readonly Word[]) {
  return {
    forms: tokens.map(({ form }) => form),
    lemmas: tokens.map(({ lemma }) => lemma),
    upos: tokens.map(({ upos }) => upos),
    xpos: tokens.map(({ xpos }) => xpos),
    heads: tokens.map(({ head }) => head),
    deprels: tokens.map(({ deprel }) => deprel),
  };
}

function misc({ tokens }: Sentence): string[] {
  return tokens.map(({ end }, i) => (tokens[i + 1]?.start === end ? "SpaceAfter=No" : "_"));
}
