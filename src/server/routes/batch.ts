import { once } from "node:events";
import type { Router } from "express";
import type { Logger } from "pino";
import { ArticleRefused, type ReadResult, readBytes } from "../../articles/index.js";
import {
  addSignals,
  type BatchEvent,
  ENDPOINTS,
  type Extraction,
  NO_SIGNALS,
  type Refusal,
} from "../../ontology/index.js";
import type { Context } from "../context.js";
import { type Input, mount } from "../endpoint.js";
import { problemBody, toProblem } from "../problems.js";

type BatchInput = Input<typeof ENDPOINTS.addBatch>;

/** Many files at once: each article is told of as it is read, and all are stored together at the end. */
export function batchRoutes(router: Router, context: Context): void {
  mount(router, ENDPOINTS.addBatch, async (input) => {
    const { req, res, signal } = input;
    res.writeHead(200, {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-cache",
      "X-Accel-Buffering": "no",
    });
    try {
      for await (const event of batchEvents(context, input)) {
        // Waits for a slow reader, so that a large batch does not pile up here.
        if (!res.write(`data: ${JSON.stringify(event)}\n\n`)) await once(res, "drain", { signal });
      }
    } catch (error) {
      if (signal.aborted) return undefined;
      const problem = toProblem(error);
      if (problem.status >= 500) req.log.error({ err: error }, "batch failed");
      const failed: BatchEvent = { type: "failed", problem: problemBody(req, problem) };
      res.write(`data: ${JSON.stringify(failed)}\n\n`);
    }
    res.end();
    return undefined;
  });
}

async function* batchEvents(
  context: Context,
  { body, query, req, signal }: BatchInput,
): AsyncGenerator<BatchEvent> {
  const started = performance.now();
  const total = body.files.length;
  const extractions = new Map<string, Extraction>();
  let refused = 0;
  yield { type: "start", files: total };
  for (const [done, file] of body.files.entries()) {
    for (const result of readFileOfBatch(file)) {
      signal.throwIfAborted();
      const read = await extractOne(context, req.log, file.name, result);
      if ("refusal" in read) {
        refused++;
        yield { type: "refused", ...read.refusal, done, total };
      } else {
        extractions.set(read.article.id, read);
        yield { type: "article", file: file.name, done, total, extraction: read };
      }
    }
  }
  const all = [...extractions.values()];
  const storing = !query.dry && all.length > 0;
  if (storing) yield { type: "storing", articles: all.length };
  yield {
    type: "done",
    summary: {
      articles: all.length,
      refused,
      statements: all.reduce((sum, { statements }) => sum + statements.length, 0),
      signals: all.reduce((sum, { signals }) => addSignals(sum, signals), NO_SIGNALS),
      load: storing ? await context.store.load(all) : null,
      seconds: (performance.now() - started) / 1000,
    },
  };
}

function readFileOfBatch(file: BatchInput["body"]["files"][number]): Iterable<ReadResult> {
  const bytes = file.base64 === undefined ? Buffer.from(file.text ?? "") : Buffer.from(file.base64, "base64");
  return readBytes(file.name, bytes);
}

/** An article that trips the extractor is refused like an unreadable one, so that the others are not lost with it. */
async function extractOne(
  context: Context,
  log: Logger,
  file: string,
  result: ReadResult,
): Promise<Extraction | { refusal: Refusal }> {
  if ("refusal" in result) return result;
  try {
    return await context.extract(result.article);
  } catch (error) {
    if (error instanceof ArticleRefused) return { refusal: { ...error.refusal, file } };
    log.error({ err: error, article: result.article.id }, "extraction failed");
    return {
      refusal: {
        file,
        line: null,
        field: null,
        reason: `the extractor failed on article ${result.article.id}`,
      },
    };
  }
}
