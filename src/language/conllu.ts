/**
 * CoNLL-U in and out: https://universaldependencies.org/format.html. Lines of multiword tokens (4-5) are kept as they
 * are, empty words (8.1) are passed over.
 */

/** One sentence of a treebank; arrays run over its words. */
export interface ConlluSentence {
  comments: string[];
  forms: string[];
  lemmas: string[];
  upos: string[];
  xpos: string[];
  /** Index of the head, -1 for the root. */
  heads: number[];
  deprels: string[];
  /** The MISC column, `_` where empty. */
  misc: string[];
  /** Lines of multiword tokens, by the index of their first word. */
  ranges: Map<number, string>;
}

const COLUMNS = 10;

function emptySentence(): ConlluSentence {
  return {
    comments: [],
    forms: [],
    lemmas: [],
    upos: [],
    xpos: [],
    heads: [],
    deprels: [],
    misc: [],
    ranges: new Map(),
  };
}

function addWord(sentence: ConlluSentence, columns: string[]): void {
  sentence.forms.push(columns[1]!);
  sentence.lemmas.push(columns[2]!);
  sentence.upos.push(columns[3]!);
  sentence.xpos.push(columns[4]!);
  sentence.heads.push(columns[6] === "_" ? -1 : Number(columns[6]) - 1);
  sentence.deprels.push(columns[7]!);
  sentence.misc.push(columns[9]!);
}

/**
 * Reads CoNLL-U. Trees may be missing (`_` as head).
 * @throws Error naming file and line where a word has not ten columns or its head is no number
 */
export function readConllu(content: string, file: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let current = emptySentence();
  const lines = content.split(/\r?\n/);
  lines.push("");
  lines.forEach((line, index) => {
    if (line.trim() === "") {
      if (current.forms.length > 0) sentences.push(current);
      current = emptySentence();
    } else if (line.startsWith("#")) {
      current.comments.push(line);
    } else {
      const columns = line.split("\t");
      if (columns.length !== COLUMNS) {
        throw new Error(
          `${file}:${index + 1}: a CoNLL-U word has ${COLUMNS} columns parted by tabs, here are ${columns.length}`,
        );
      }
      if (/^\d+-\d+$/.test(columns[0]!)) current.ranges.set(current.forms.length, line);
      if (!/^\d+$/.test(columns[0]!)) return;
      if (!/^(?:\d+|_)$/.test(columns[6]!)) {
        throw new Error(`${file}:${index + 1}: the head (column 7) is "${columns[6]}", not a number`);
      }
      addWord(current, columns);
    }
  });
  return sentences;
}

/** Writes one sentence, with its comments and a blank line after it. */
export function writeConllu(sentence: ConlluSentence): string {
  const lines = [...sentence.comments];
  for (let i = 0; i < sentence.forms.length; i++) {
    const range = sentence.ranges.get(i);
    if (range !== undefined) lines.push(range);
    lines.push(
      [
        i + 1,
        sentence.forms[i],
        sentence.lemmas[i],
        sentence.upos[i],
        sentence.xpos[i],
        "_",
        sentence.heads[i]! + 1,
        sentence.deprels[i],
        "_",
        sentence.misc[i],
      ].join("\t"),
    );
  }
  return `${lines.join("\n")}\n\n`;
}
