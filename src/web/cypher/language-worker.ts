import { autocomplete, highlightSyntax, lintCypherQuery } from "@neo4j-cypher/language-support";
import { COMPLETION_SCHEMA, SCHEMA } from "./schema.js";

/** What the editor asks; `parameters` are those that the form or the JSON field gives. */
export type LanguageRequest =
  | { kind: "colour"; query: string }
  | { kind: "check"; query: string; parameters: Record<string, unknown> }
  | { kind: "complete"; query: string; offset: number; parameters: Record<string, unknown> };

export interface Token {
  start: number;
  end: number;
  type: string;
}

interface Mark {
  start: number;
  end: number;
  severity: "error" | "warning";
  message: string;
}

export interface Suggestion {
  label: string;
  insert: string;
  /** The group of the language server protocol. */
  kind: number;
  detail: string;
}

export type LanguageAnswer = { colour: Token[]; check: Mark[]; complete: Suggestion[] };

/** Severity 1 of the language server protocol. */
const ERROR = 1;

function colour(query: string): Token[] {
  return highlightSyntax(query).map(({ position, length, tokenType }) => ({
    start: position.startOffset,
    end: position.startOffset + length,
    type: tokenType,
  }));
}

function check(query: string, parameters: Record<string, unknown>): Mark[] {
  return lintCypherQuery(query, { ...SCHEMA, parameters }).diagnostics.map((diagnostic) => ({
    start: diagnostic.offsets.start,
    end: diagnostic.offsets.end,
    severity: diagnostic.severity === ERROR ? "error" : "warning",
    message: typeof diagnostic.message === "string" ? diagnostic.message : diagnostic.message.value,
  }));
}

function complete(query: string, offset: number, parameters: Record<string, unknown>): Suggestion[] {
  const items = autocomplete(query.slice(0, offset), { ...COMPLETION_SCHEMA, parameters });
  return items.map((item) => ({
    label: item.label,
    insert: item.insertText ?? item.label,
    kind: item.kind ?? 1,
    detail: item.signature ?? item.detail ?? "",
  }));
}

function answer(request: LanguageRequest): LanguageAnswer[LanguageRequest["kind"]] {
  switch (request.kind) {
    case "colour":
      return colour(request.query);
    case "check":
      return check(request.query, request.parameters);
    case "complete":
      return complete(request.query, request.offset, request.parameters);
  }
}

self.addEventListener("message", ({ data }: MessageEvent<{ id: number; request: LanguageRequest }>) => {
  self.postMessage({ id: data.id, answer: answer(data.request) });
});
