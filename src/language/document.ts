import { languageModel } from "./model.js";
import { type SentenceSpan, splitSentences } from "./sentences.js";
import { type Span, tokenize } from "./tokenizer.js";
import { analyse } from "./trees.js";
import type { ParsedDocument, Sentence } from "./types.js";

// Without the u flag: with it every character of the text is tried for half of a pair.
const PARAGRAPH = /[^\n\r\u2028\u2029]+/g;
/** Headlines are parted at semicolons and bars, too. */
const HEADLINE = /[^\n\r\u2028\u2029;|]+[;|]?/g;

/**
 * Reads an article: sentences of the title (index -1), then of the body, each with its tokens and its tree. Any text
 * will do; a blank one has no sentences. Paragraphs are parted by line breaks. The first call loads the model.
 */
export function parseArticle({ title, text }: { title: string; text: string }): ParsedDocument {
  const sentences: Sentence[] = [];
  for (const part of title.matchAll(HEADLINE)) addSentences(title, part.index, part[0], -1, sentences);
  const headlines = sentences.length;
  let paragraph = 0;
  for (const part of text.matchAll(PARAGRAPH)) {
    if (part[0].trim() === "") continue;
    addSentences(text, part.index, part[0], paragraph, sentences);
    paragraph++;
  }
  for (let i = headlines; i < sentences.length; i++) sentences[i]!.index = i - headlines;
  return { title, text, sentences };
}

/** Places of the sentences of an article's body, where parseArticle() has them, without reading them: no model is loaded. */
export function sentenceSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(PARAGRAPH)].flatMap((part) => {
    const tokens = tokenize(text, part.index, part.index + part[0].length);
    return splitSentences(formsOf(text, tokens), tokens).map(({ first, end }) => ({
      start: tokens[first]!.start,
      end: tokens[end - 1]!.end,
    }));
  });
}

/** Loads the model, so that the first parseArticle() is as quick as the others. */
export function warmUp(): void {
  languageModel();
}

function addSentences(
  text: string,
  from: number,
  part: string,
  paragraph: number,
  sentences: Sentence[],
): void {
  const tokens = tokenize(text, from, from + part.length);
  const forms = formsOf(text, tokens);
  for (const span of splitSentences(forms, tokens)) {
    sentences.push(readSentence(forms, tokens, span, paragraph));
  }
}

const FORMS = 50_000;
const known = new Map<string, string>();

/** What stands at each token: one text for each form wherever it stands, so that looking it up later is quick. */
function formsOf(text: string, tokens: readonly Span[]): string[] {
  if (known.size + tokens.length > FORMS) known.clear();
  return tokens.map(({ start, end }) => {
    const form = text.slice(start, end);
    const first = known.get(form);
    if (first !== undefined) return first;
    known.set(form, form);
    return form;
  });
}

function readSentence(
  forms: readonly string[],
  spans: readonly Span[],
  { first, end, dateline }: SentenceSpan,
  paragraph: number,
): Sentence {
  const own = spans.slice(first, end);
  const words = analyse(languageModel(), forms.slice(first, end), dateline);
  const tokens = words.map(({ form, lemma, upos, xpos, head, deprel }, i) => {
    const { start, end } = own[i]!;
    return { form, lemma, upos, xpos, head, deprel, start, end };
  });
  return { index: -1, start: own[0]!.start, end: own[own.length - 1]!.end, paragraph, dateline, tokens };
}
