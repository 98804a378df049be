import { createExtractor } from "../extract.js";
import { warmUp } from "../language/index.js";
import type { ReadingAnswer, ReadingOptions, ReadingRequest } from "./reader-protocol.js";

/** A process of its own: reads one article after the other, and says when it can begin. */
const answer = (message: ReadingAnswer) => process.send?.(message);

const extractor = createExtractor(JSON.parse(process.argv[2] ?? "") as ReadingOptions);
warmUp();

process.on("message", ({ id, article }: ReadingRequest) => {
  try {
    answer({ type: "read", id, extraction: extractor.extract(article) });
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    answer({ type: "failed", id, reason });
  }
});
// The server has ended, however that came.
process.on("disconnect", () => process.exit());
answer({ type: "ready" });
