import type { LanguageAnswer, LanguageRequest } from "./language-worker.js";

type Answer<R extends LanguageRequest> = LanguageAnswer[R["kind"]];

/** Neo4j's language support in a worker of its own: its parser takes up to a hundred milliseconds a query. */
export class CypherLanguage {
  readonly #worker = new Worker(new URL("./language-worker.ts", import.meta.url), { type: "module" });
  readonly #waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  #next = 0;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<{ id: number; answer: never }>) => {
      this.#waiting.get(data.id)?.resolve(data.answer);
      this.#waiting.delete(data.id);
    };
    this.#worker.onerror = (event) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(event.message));
      this.#waiting.clear();
    };
  }

  ask<R extends LanguageRequest>(request: R): Promise<Answer<R>> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, request });
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}
