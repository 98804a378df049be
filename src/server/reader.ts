import type { ChildProcess } from "node:child_process";
import { ArticleRefused } from "../articles/index.js";
import { forkModule } from "../fork-module.js";
import type { Article, Extraction } from "../ontology/index.js";
import type { ReadingAnswer, ReadingOptions, ReadingRequest } from "./reader-protocol.js";

/** An article of the greatest length takes some seconds; what takes longer does not come to an end. */
const TIME_LIMIT_MS = 60_000;

export interface ReaderOptions extends ReadingOptions {
  /** After which an article is given up; 60 s where not given. */
  timeLimitMs?: number;
}

interface Waiting {
  request: ReadingRequest;
  resolve(extraction: Extraction): void;
  reject(error: Error): void;
}

/**
 * Reads articles in a process of its own, one after the other in the order of the calls, so that the
 * server answers its other requests meanwhile.
 */
export class ArticleReader {
  readonly #options: ReaderOptions;
  readonly #queue: Waiting[] = [];
  #child: ChildProcess | null = null;
  #running: Waiting | null = null;
  #timer: NodeJS.Timeout | undefined;
  #ready = false;
  #stopped = false;
  #lastId = 0;

  private constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** @throws Error where the model or a data file cannot be read */
  static async start(options: ReaderOptions): Promise<ArticleReader> {
    const reader = new ArticleReader(options);
    await reader.#begin();
    return reader;
  }

  /** @throws ArticleRefused where the article takes longer than the time limit; Error where the extractor fails */
  extract(article: Article): Promise<Extraction> {
    if (this.#stopped) return Promise.reject(new Error("the server is stopping"));
    return new Promise((resolve, reject) => {
      this.#queue.push({ request: { id: ++this.#lastId, article }, resolve, reject });
      this.#next();
    });
  }

  /** Ends the process; what was not read is given up. */
  stop(): void {
    this.#stopped = true;
    if (this.#child) this.#restart(this.#child, new Error("the server is stopping"));
  }

  /** Resolves when the process has read its model. */
  #begin(): Promise<void> {
    this.#ready = false;
    const { minConfidence } = this.#options;
    const options = { minConfidence } satisfies ReadingOptions;
    const child = forkModule("./reader-process", import.meta.url, 1_024, [JSON.stringify(options)]);
    const said: Buffer[] = [];
    child.stderr?.on("data", (chunk: Buffer) => said.push(chunk));
    this.#child = child;
    return new Promise((resolve, reject) => {
      child.on("message", (answer: ReadingAnswer) => {
        if (answer.type === "ready") {
          this.#ready = true;
          // What asks for articles keeps the server alive; an idle reader need not.
          child.unref();
          child.channel?.unref();
          resolve();
          this.#next();
        } else this.#settle(answer);
      });
      const ended = (error: Error) => {
        reject(error);
        this.#restart(child, error);
      };
      child.once("error", ended);
      child.once("exit", () =>
        ended(new Error(`the reader ended: ${Buffer.concat(said).toString().trim()}`)),
      );
    });
  }

  #next(): void {
    if (!this.#ready || this.#running) return;
    const waiting = this.#queue.shift();
    if (!waiting) return;
    this.#running = waiting;
    this.#timer = setTimeout(() => this.#giveUp(), this.#options.timeLimitMs ?? TIME_LIMIT_MS);
    this.#child?.send(waiting.request);
  }

  #take(): Waiting | null {
    clearTimeout(this.#timer);
    const running = this.#running;
    this.#running = null;
    return running;
  }

  #settle(answer: Exclude<ReadingAnswer, { type: "ready" }>): void {
    if (answer.id !== this.#running?.request.id) return;
    const waiting = this.#take();
    if (answer.type === "read") waiting?.resolve(answer.extraction);
    else waiting?.reject(new Error(answer.reason));
    this.#next();
  }

  /** The process cannot be told to leave off one article, so it is replaced. */
  #giveUp(): void {
    const reason = "took too long to read: split it, or read it with entente ingest";
    if (this.#child) this.#restart(this.#child, new ArticleRefused({ file: "request" }, reason, "text"));
  }

  #restart(child: ChildProcess, error: Error): void {
    if (child !== this.#child) return;
    this.#child = null;
    child.kill("SIGKILL");
    const wasReady = this.#ready;
    this.#ready = false;
    this.#take()?.reject(error);
    if (this.#stopped || !wasReady) {
      // A process that never came up will not come up the next time either.
      for (const waiting of this.#queue.splice(0)) waiting.reject(error);
      return;
    }
    this.#begin().catch((failure: Error) => {
      for (const waiting of this.#queue.splice(0)) waiting.reject(failure);
    });
  }
}
