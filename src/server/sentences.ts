import type { Statement } from "../ontology/index.js";

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * The sentence around a statement's quote, as long as it takes to hold the whole quote, and where it
 * starts in the article's body (in its title where the quote is of the title).
 */
export function sentenceAround(
  { evidence: { sentence, start, end, quote } }: Statement,
  article: { title: string; text: string } | undefined,
): { sentenceText: string; sentenceStart: number } {
  const text = (sentence === -1 ? article?.title : article?.text) ?? "";
  if (text.slice(start, end) !== quote) return { sentenceText: quote, sentenceStart: start };
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  const paragraph = text.slice(from, lineEnd === -1 ? text.length : lineEnd);
  const around = [...SENTENCES.segment(paragraph)].filter(
    ({ index, segment }) => from + index < end && from + index + segment.length > start,
  );
  const first = around[0]?.index ?? 0;
  const whole = around.map(({ segment }) => segment).join("");
  return { sentenceText: whole.trimEnd(), sentenceStart: from + first };
}
