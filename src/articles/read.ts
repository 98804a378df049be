import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Article, Refusal } from "../ontology/index.js";
import { decode, detectEncoding, type Encoding, streamDecoder } from "./encoding.js";
import { articleFromHtml } from "./html.js";
import { articleFromJsonLine, articlesFromJson } from "./json.js";
import { ArticleRefused, type Place } from "./refusal.js";
import { articleFromText } from "./text.js";

/** An article, or why there is none. */
export type ReadResult = { article: Article } | { refusal: Refusal };

/** Extensions by format; a folder is searched for these. */
export const EXTENSIONS = {
  text: [".txt", ".text"],
  json: [".json"],
  jsonl: [".jsonl", ".ndjson"],
  html: [".html", ".htm", ".xhtml"],
} as const;

type Format = keyof typeof EXTENSIONS;

/** A single document is read whole; JSONL is read by line and may have any size. */
const LARGEST_DOCUMENT = 64 * 1024 * 1024;

/** The articles of one document that is in memory; `name` is for messages and for its extension. */
export function* readBytes(name: string, bytes: Uint8Array): Generator<ReadResult> {
  const place: Place = { file: name };
  const encoding = detectEncoding(bytes);
  if (encoding === null) return yield refused(place, "is no text file");
  const text = decode(bytes, encoding);
  if (text.trim() === "") return yield refused(place, "is empty");
  const format = formatOf(name) ?? sniff(name, text);
  if (format === null) return yield refused(place, unreadable(name));
  if (format === "text") yield attempt(() => articleFromText(text, place));
  else if (format === "html") yield attempt(() => articleFromHtml(text, place));
  else if (format === "json") for (const item of articlesFromJson(text, place)) yield result(item);
  else yield* fromLines(text, place);
}

/**
 * The articles of one file, as they are read. What cannot be opened is refused, not thrown.
 * `onBytes` is told how many bytes each step has read.
 */
export async function* readFile(
  path: string,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<ReadResult> {
  const place: Place = { file: path };
  try {
    if (formatOf(path) === "jsonl") {
      yield* streamLines(path, place, onBytes);
      return;
    }
    const { size } = await stat(path);
    if (size > LARGEST_DOCUMENT) {
      yield refused(place, "is larger than 64 MB; give many articles as JSONL, one a line");
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of createReadStream(path)) chunks.push(chunk);
    onBytes(size);
    yield* readBytes(path, Buffer.concat(chunks));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    yield refused(place, `cannot be read: ${error.message}`);
  }
}

async function* streamLines(
  path: string,
  place: Place,
  onBytes: (bytes: number) => void,
): AsyncGenerator<ReadResult> {
  const encoding = await encodingOfFile(path);
  if (encoding === null) {
    yield refused(place, "is no text file");
    return;
  }
  const decoder = streamDecoder(encoding);
  let rest = "";
  let line = 0;
  for await (const chunk of createReadStream(path)) {
    const lines = (rest + decoder(chunk)).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) yield* oneLine(text, { ...place, line: ++line });
    onBytes(chunk.length);
  }
  yield* oneLine(rest + decoder(null), { ...place, line: ++line });
}

async function encodingOfFile(path: string): Promise<Encoding | null> {
  const file = await open(path);
  try {
    const start = Buffer.alloc(65_536);
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    // The cut may fall inside a character: judge whole lines where there is one.
    const cut = bytesRead < start.length ? bytesRead : start.lastIndexOf(0x0a) + 1 || bytesRead;
    return detectEncoding(start.subarray(0, cut));
  } finally {
    await file.close();
  }
}

function* fromLines(text: string, place: Place): Generator<ReadResult> {
  let line = 0;
  for (const content of text.split("\n")) yield* oneLine(content, { ...place, line: ++line });
}

function* oneLine(text: string, place: Place): Generator<ReadResult> {
  const item = articleFromJsonLine(text, place);
  if (item !== null) yield result(item);
}

function attempt(read: () => Article): ReadResult {
  try {
    return { article: read() };
  } catch (error) {
    if (error instanceof ArticleRefused) return { refusal: error.refusal };
    throw error;
  }
}

/** By extension; null where there is none that is known. */
function formatOf(name: string): Format | null {
  const extension = extname(name).toLowerCase();
  for (const [format, extensions] of Object.entries(EXTENSIONS)) {
    if ((extensions as readonly string[]).includes(extension)) return format as Format;
  }
  return null;
}

/** By the first characters; other kinds of files (.csv, .html, .ts) are no plain text. */
function sniff(name: string, text: string): Format | null {
  const start = text.trimStart();
  if (start.startsWith("[")) return "json";
  if (start.startsWith("{"))
    return isJson(start.split("\n", 1)[0] ?? "") && /\}\s*\n\s*\{/.test(start) ? "jsonl" : "json";
  if (/^<(!doctype html|html)\b/i.test(start)) return "html";
  return start.startsWith("<") || /^\.[a-z]{1,5}$/i.test(extname(name)) ? null : "text";
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function unreadable(name: string): string {
  return `is in no format that can be read (${extname(name) || "markup"}); Entente reads plain text (.txt), .html, .json and .jsonl`;
}

const refused = (place: Place, reason: string): ReadResult => ({
  refusal: new ArticleRefused(place, reason).refusal,
});

const result = (item: Article | ArticleRefused): ReadResult =>
  item instanceof ArticleRefused ? { refusal: item.refusal } : { article: item };
