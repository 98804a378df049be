import type { BatchEvent, BodyOf, Extraction } from "../../ontology/index.js";
import { ApiError } from "../api/client.js";
import { addBatch } from "../api/events.js";

type Event<T extends BatchEvent["type"]> = Extract<BatchEvent, { type: T }>;

/** A batch as far as the server has told of it. */
export interface Reading {
  dry: boolean;
  running: boolean;
  done: number;
  total: number;
  /** The server is writing what it read. */
  storing: boolean;
  articles: { file: string; extraction: Extraction }[];
  refused: Event<"refused">[];
  summary: Event<"done">["summary"] | null;
  error: string | null;
}

export const emptyReading = (dry: boolean, total: number): Reading => ({
  dry,
  running: true,
  done: 0,
  total,
  storing: false,
  articles: [],
  refused: [],
  summary: null,
  error: null,
});

function next(reading: Reading, event: BatchEvent): Reading {
  switch (event.type) {
    case "start":
      return { ...reading, total: event.files };
    case "article": {
      const { file, extraction, done, total } = event;
      return { ...reading, done, total, articles: [...reading.articles, { file, extraction }] };
    }
    case "refused":
      return { ...reading, done: event.done, total: event.total, refused: [...reading.refused, event] };
    case "storing":
      return { ...reading, storing: true };
    case "done":
      return { ...reading, running: false, storing: false, done: reading.total, summary: event.summary };
    case "failed":
      return {
        ...reading,
        running: false,
        storing: false,
        error: event.problem.detail || event.problem.title,
      };
  }
}

/** Sends files and gives the state after each event; the last state is not running. */
export async function* readBatch(
  start: Reading,
  files: BodyOf<"addBatch">["files"],
  signal: AbortSignal,
): AsyncGenerator<Reading> {
  let reading = start;
  try {
    for await (const event of addBatch({ files }, start.dry, signal)) {
      reading = next(reading, event);
      yield reading;
    }
    if (reading.running)
      yield { ...reading, running: false, error: "The server's answer broke off; nothing was stored." };
  } catch (error) {
    const words = signal.aborted
      ? "Stopped; nothing was stored."
      : error instanceof ApiError
        ? error.message
        : "The connection broke off; nothing was stored unless the list says so.";
    yield { ...reading, running: false, storing: false, error: words };
  }
}
