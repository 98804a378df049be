import { sentenceSpans } from "../language/index.js";
import type { Statement } from "../ontology/index.js";

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
  const around = sentenceSpans(paragraph).filter(
    (span) => from + span.start < end && from + span.end > start,
  );
  const first = around[0]?.start ?? 0;
  const last = around.at(-1)?.end ?? paragraph.length;
  return { sentenceText: paragraph.slice(first, last), sentenceStart: from + first };
}
