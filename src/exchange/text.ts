/** Control characters that XML forbids, non-characters, and halves of surrogate pairs: one of them makes Gephi refuse a file. */
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The text without what file formats cannot hold. */
export function clean(text: string): string {
  return text.replace(UNFIT, "");
}

/** What stands for a character that XML text or a double-quoted attribute value may not hold as it is. */
export const XML_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // Parsers turn bare ones in attribute values into spaces.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Finds in one quick pass whether there is anything to clean or escape; halves of surrogate pairs are looked at then. */
const XML_PLAIN = /^[ !#-%'-;=?-\ud7ff\ue000-\ufffd]*$/;

/** Cleaned and escaped, for text and double-quoted attribute values. */
export function xml(text: string): string {
  if (XML_PLAIN.test(text)) return text;
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

/** JSON writes what is unfit as an escape, except the non-characters. */
const UNFIT_IN_JSON = /\\u(?:00[01]|[dD][89a-fA-F])|[\ufffe\uffff]/;

/** JSON of cleaned text. */
export function json(value: unknown): string {
  const text = JSON.stringify(value);
  if (!UNFIT_IN_JSON.test(text)) return text;
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "string" ? clean(inner) : inner));
}

/** Characters in a piece that is handed on: fewer and larger pieces cost less. */
const PIECE = 65_536;

/** Joins small parts to pieces of some 64 kB. */
export async function* inPieces(parts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  // Waiting for each of a million parts that are there already would take longer than making them.
  if (Symbol.iterator in parts) {
    yield* joinedPieces(parts);
    return;
  }
  let piece = "";
  for await (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

function* joinedPieces(parts: Iterable<string>): Generator<string> {
  let piece = "";
  for (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
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
