/** Reading: sentences, tokens and their Universal Dependencies trees. */
export { isMonth, isWeekday, MONTHS, WEEKDAYS } from "./calendar-words.js";
export { parseArticle, sentenceSpans, warmUp } from "./document.js";
export { documentToConllu, reparseConllu } from "./treebank.js";
export type { ParsedDocument, Sentence, Token } from "./types.js";
