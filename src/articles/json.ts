import type { Article } from "../ontology/index.js";
import { articleFrom } from "./article.js";
import { ArticleRefused, type Place } from "./refusal.js";

/** The articles of a JSON document: one object, an array, or `{"articles": […]}`; each one refused on its own. */
export function* articlesFromJson(text: string, place: Place): Generator<Article | ArticleRefused> {
  const document = parse(text, place);
  if (document instanceof ArticleRefused) return yield document;
  const inside = typeof document === "object" && document !== null && "articles" in document;
  const value = inside ? document.articles : document;
  if (!Array.isArray(value)) return yield attempt(value, place);
  const base = inside ? "articles" : "";
  for (const [i, item] of value.entries()) yield attempt(item, { ...place, at: `${base}[${i}]` });
}

/** The article of one line of JSONL; `place.line` is the line's number. Null for an empty line. */
export function articleFromJsonLine(line: string, place: Place): Article | ArticleRefused | null {
  if (line.trim() === "") return null;
  const value = parse(line, place);
  return value instanceof ArticleRefused ? value : attempt(value, place);
}

function attempt(value: unknown, place: Place): Article | ArticleRefused {
  try {
    return articleFrom(value, place);
  } catch (error) {
    if (error instanceof ArticleRefused) return error;
    throw error;
  }
}

function parse(text: string, place: Place): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return new ArticleRefused(
      { ...place, line: place.line ?? lineOf(error, text) },
      `is no JSON: ${error.message}`,
    );
  }
}

/** V8 names the offset of most syntax errors (it quotes the place of the others); people look for a line. */
function lineOf(error: SyntaxError, text: string): number | null {
  const position = /at position (\d+)/.exec(error.message)?.[1];
  return position === undefined ? null : text.slice(0, Number(position)).split("\n").length;
}
