import cliProgress from "cli-progress";
import { count } from "./output.js";

/** How far long work has come: bytes read of all, articles, rate and time left. Silent where nobody watches. */
export interface Progress {
  bytes(read: number): void;
  article(): void;
  stop(): void;
}

export const NO_PROGRESS: Progress = { bytes: () => {}, article: () => {}, stop: () => {} };

/** A bar on standard error, only where that is a terminal. */
export function startProgress(totalBytes: number): Progress {
  if (!process.stderr.isTTY) return NO_PROGRESS;
  const started = performance.now();
  let articles = 0;
  const bar = new cliProgress.SingleBar({
    format: "{bar} {percentage}% | {articles} articles | {rate}/s | {eta_formatted} left",
    barsize: 30,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  const payload = () => ({
    articles: count(articles),
    rate: count(Math.round((articles * 1000) / Math.max(1, performance.now() - started))),
  });
  bar.start(Math.max(1, totalBytes), 0, payload());
  return {
    bytes: (read) => bar.increment(read, payload()),
    article: () => {
      articles++;
      bar.update(payload());
    },
    stop: () => bar.stop(),
  };
}
