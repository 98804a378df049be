import type { Refusal } from "../ontology/index.js";

/** Where in the input an article stands, for messages. */
export interface Place {
  file: string;
  /** From 1, in line-based formats. */
  line?: number | null;
  /** Path inside a JSON document before the article's own fields, e.g. `articles[3]`. */
  at?: string;
}

/** What was given is no article that can be read; `refusal` says which part and what to do. */
export class ArticleRefused extends Error {
  readonly refusal: Refusal;

  constructor(place: Place, reason: string, field: string | null = null) {
    const path = [place.at, field].filter(Boolean).join(".") || null;
    const line = place.line ?? null;
    super(`${place.file}${line === null ? "" : `:${line}`}: ${path === null ? "" : `${path}: `}${reason}`);
    this.name = "ArticleRefused";
    this.refusal = { file: place.file, line, field: path, reason };
  }
}
