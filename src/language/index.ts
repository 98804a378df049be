/** Reading: sentences, tokens and their Universal Dependencies trees. */
export type { ParsedDocument, Sentence, Token } from "./types.js";
