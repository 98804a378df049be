import { STATUS_CODES } from "node:http";
import type { NextFunction, Request, Response } from "express";
import type { z } from "zod";
import { ArticleRefused } from "../articles/index.js";
import type { Problem } from "../ontology/index.js";
import { QueryError, StoreError } from "../store/index.js";
import { ParameterError } from "./library.js";

type Extra = Pick<Problem, "errors" | "code" | "line" | "column">;

/** An error that the client is told of, as RFC 9457 problem details. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    /** Short name of the kind of problem: the last part of its `type` URN. */
    readonly kind: string,
    detail: string,
    readonly extra: Extra = {},
  ) {
    super(detail);
    this.name = "HttpProblem";
  }
}

export const notFound = (what: string): HttpProblem => new HttpProblem(404, "not-found", what);

/** A zod error as a 400 with one entry for each field. `part` is where the input stood: query, path or body. */
export function invalidInput(error: z.ZodError, part: string): HttpProblem {
  const errors = error.issues.slice(0, 20).map((issue) => ({
    path: [part, ...issue.path.map(String)].join("."),
    message:
      issue.code === "unrecognized_keys" ? `unknown parameter ${issue.keys.join(", ")}` : issue.message,
  }));
  const first = errors[0];
  return new HttpProblem(400, "invalid-input", first ? `${first.path}: ${first.message}` : "invalid input", {
    errors,
  });
}

/** Sends a problem; `req.id` is the log's request id. */
export function sendProblem(req: Request, res: Response, problem: HttpProblem): void {
  res
    .status(problem.status)
    .type("application/problem+json")
    .send(JSON.stringify(problemBody(req, problem)));
}

export function problemBody(req: Request, problem: HttpProblem): Problem {
  return {
    type: `urn:entente:problem:${problem.kind}`,
    title: STATUS_CODES[problem.status] ?? "Error",
    status: problem.status,
    detail: problem.message,
    instance: `urn:entente:request:${String(req.id)}`,
    ...problem.extra,
  };
}

/** The last middleware: whatever was thrown becomes a problem. What is not the client's fault is logged and not told. */
export function errorHandler(error: unknown, req: Request, res: Response, next: NextFunction): void {
  const problem = toProblem(error);
  if (problem.status >= 500) req.log.error({ err: error }, "request failed");
  if (res.headersSent) {
    // Cuts the connection: an answer that broke off must not look whole.
    next(error);
    return;
  }
  sendProblem(req, res, problem);
}

export function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof ArticleRefused) {
    const { field, reason } = error.refusal;
    const errors = [{ path: field === null ? "body" : `body.${field}`, message: reason }];
    return new HttpProblem(
      422,
      "article-refused",
      field === null ? `the article ${reason}` : `${field}: ${reason}`,
      { errors },
    );
  }
  if (error instanceof QueryError) return queryProblem(error);
  if (error instanceof ParameterError) return new HttpProblem(400, "invalid-input", error.message);
  if (error instanceof StoreError) return new HttpProblem(503, "store", error.message);
  return (
    bodyParserProblem(error) ??
    new HttpProblem(500, "internal", "an error of the server; its log has more under this request's id")
  );
}

/** A query's fault is the client's, whatever the engine; only a store that does not answer is the server's. */
function queryProblem(error: QueryError): HttpProblem {
  const { line, column } = error.position ?? {};
  return new HttpProblem(queryStatus(error.code), "query", error.message, {
    code: error.code,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
}

function queryStatus(code: string): number {
  if (/AccessMode|Security/.test(code)) return 403;
  if (/SyntaxError|SemanticError|Parameter|ArgumentError|TypeError/.test(code)) return 400;
  return 422;
}

/** What express's own middleware throws carries a status and a type. */
function bodyParserProblem(error: unknown): HttpProblem | null {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return null;
  if (error.status < 400 || error.status > 499) return null;
  const kind =
    error.status === 413 ? "too-large" : error.status === 415 ? "unsupported-media-type" : "invalid-input";
  const detail = error.status === 413 ? "the request is larger than this endpoint takes" : error.message;
  return new HttpProblem(error.status, kind, detail);
}
