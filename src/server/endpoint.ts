import express, { type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import type { Endpoint } from "../ontology/index.js";
import { HttpProblem, invalidInput } from "./problems.js";

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** A request whose parts have passed the endpoint's schemas. */
export interface Input<E extends Endpoint> {
  params: Parsed<E["params"]>;
  query: Parsed<E["query"]>;
  body: Parsed<E["body"]>;
  req: Request;
  res: Response;
  /** Aborts where the client goes away before the answer is sent. */
  signal: AbortSignal;
}

type Answer<E extends Endpoint> = E extends { response: infer R extends z.ZodType } ? z.input<R> : never;

/**
 * Gives the answer's JSON, or sends the answer itself and gives nothing.
 */
export type Handler<E extends Endpoint> = (input: Input<E>) => Promise<Answer<E> | undefined>;

/** Bytes of a body: articles are some kilobytes, batches are what a person drops on the page. */
const BODY_LIMITS = { "/api/articles": "2mb", "/api/articles/batch": "48mb" } as const satisfies Record<
  string,
  string
>;
const OTHER_LIMIT = "256kb";

/** Mounts one endpoint: body parsing, validation of every part, the handler, the JSON answer. */
export function mount<E extends Endpoint>(router: Router, endpoint: E, handler: Handler<E>): void {
  const limit = limitOf(endpoint.path);
  const parsers: RequestHandler[] = [];
  if (endpoint.body) parsers.push(requireMediaType(endpoint), express.json({ limit }));
  if (endpoint.plainText) parsers.push(express.text({ limit, type: "text/plain" }));
  router[endpoint.method](endpoint.path, ...parsers, async (req, res) => {
    const input = {
      params: part(endpoint.params, req.params, "path"),
      query: part(endpoint.query?.strict(), req.query, "query"),
      body:
        endpoint.plainText && typeof req.body === "string" ? req.body : part(endpoint.body, req.body, "body"),
      req,
      res,
      signal: disconnect(res),
    };
    res.status(endpoint.status ?? 200);
    const answer = await handler(input as Input<E>);
    if (answer !== undefined) res.json(answer);
  });
}

function limitOf(path: string): string {
  const limits: Readonly<Record<string, string>> = BODY_LIMITS;
  return limits[path] ?? OTHER_LIMIT;
}

function part(schema: z.ZodType | undefined, value: unknown, name: string): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error, name);
}

function requireMediaType(endpoint: Endpoint): RequestHandler {
  const taken = endpoint.plainText ? ["application/json", "text/plain"] : ["application/json"];
  return (req, _res, next) => {
    const empty =
      req.headers["transfer-encoding"] === undefined && Number(req.headers["content-length"] ?? 0) === 0;
    if (!empty && !req.is(taken)) {
      throw new HttpProblem(415, "unsupported-media-type", `send ${taken.join(" or ")}`);
    }
    next();
  };
}

function disconnect(res: Response): AbortSignal {
  const controller = new AbortController();
  res.on("close", () => {
    if (!res.writableFinished) controller.abort(new Error("the client went away"));
  });
  return controller.signal;
}
