/** Control characters that XML forbids, non-characters, and halves of surrogate pairs: one of them makes Gephi refuse a file. */
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The text without what file formats cannot hold. */
export function clean(text: string): string {
  return text.replace(UNFIT, "");
}

const XML_ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // Parsers turn bare ones in attribute values into spaces.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Cleaned and escaped, for text and double-quoted attribute values. */
export function xml(text: string): string {
  return clean(text).replace(/[&<>"\t\n\r]/g, (character) => XML_ENTITIES[character] ?? character);
}

/** One line of CSV (RFC 4180) of cleaned values. An absent value is an empty field, an empty text a quoted one. */
export function csvLine(fields: readonly (string | number | boolean | null)[]): string {
  return `${fields.map(csvField).join(",")}\n`;
}

function csvField(text: string | number | boolean | null): string {
  if (text === null) return "";
  if (typeof text !== "string") return String(text);
  return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** JSON of cleaned text. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "string" ? clean(inner) : inner));
}

/** Characters in a piece that is handed on: fewer and larger pieces cost less. */
const PIECE = 65_536;

/** Joins small pieces to ones of some 64 kB. */
export async function* inPieces(parts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const part of parts) {
    piece += part;
    if (piece.length >= PIECE) {
      yield piece;
      piece = "";
    }
  }
  if (piece !== "") yield piece;
}

/** The rows' texts, one by one. */
export function* eachLine<Row>(rows: Iterable<Row>, line: (row: Row) => string): Generator<string> {
  for (const row of rows) yield line(row);
}

/** `[\n` the items with commas between them `\n]`. */
export function* jsonList(items: Iterable<string>): Generator<string> {
  yield "[";
  let separator = "\n";
  for (const item of items) {
    yield separator + item;
    separator = ",\n";
  }
  yield "\n]";
}
