/** Reading: sentences, tokens and their Universal Dependencies trees. */
export { parseArticle, warmUp } from "./document.js";
export type { ParsedDocument, Sentence, Token } from "./types.js";
