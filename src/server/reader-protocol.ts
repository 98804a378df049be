import type { Article, Extraction } from "../ontology/index.js";

export interface ReadingOptions {
  /** Statements below it are left out. */
  minConfidence: number;
}

export interface ReadingRequest {
  id: number;
  article: Article;
}

export type ReadingAnswer =
  | { type: "ready" }
  | { type: "read"; id: number; extraction: Extraction }
  | { type: "failed"; id: number; reason: string };
