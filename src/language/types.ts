/** A word or mark, with its place in the article and in its sentence's Universal Dependencies tree. */
export interface Token {
  /** `text.slice(start, end) === form` in the body, or in the title for sentences of the title. */
  form: string;
  lemma: string;
  /** Universal part of speech. */
  upos: string;
  /** Penn Treebank tag. */
  xpos: string;
  /** Index of the head among the sentence's tokens; -1 for the root. */
  head: number;
  /** Universal Dependencies relation with subtype, e.g. `nsubj:pass`. */
  deprel: string;
  start: number;
  end: number;
}

/** A token without its place in the article. */
export type Word = Omit<Token, "start" | "end">;

export interface Sentence {
  /** Counts from 0 over the body; -1 for every sentence of the title. */
  index: number;
  start: number;
  end: number;
  /** Paragraph of the body, from 0; -1 for the title. */
  paragraph: number;
  /** How many leading tokens are a dateline ("TEHRAN, Nov. 12 (Dispatches) –") and no part of the clause. */
  dateline: number;
  tokens: Token[];
}

/** An article, read: sentences of the title first, then of the body. */
export interface ParsedDocument {
  title: string;
  text: string;
  sentences: Sentence[];
}
