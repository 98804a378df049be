import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { BodyOf } from "../../ontology/index.js";
import { reload } from "../state/graph.js";
import { ArticleShelf } from "./article-shelf.js";
import { Dropzone } from "./dropzone.js";
import { emptyReading, type Reading, readBatch } from "./reading.js";
import { ReadingReport } from "./reading-report.js";

type Files = BodyOf<"addBatch">["files"];

/** Paste or drop articles, see what would be read from them, then store them; and what is stored already. */
export function AddArticles() {
  const reading = useSignal<Reading | null>(null);
  const files = useRef<Files>([]);
  const abort = useRef<AbortController | null>(null);

  const read = async (chosen: Files, dry: boolean) => {
    abort.current?.abort();
    abort.current = new AbortController();
    files.current = chosen;
    reading.value = emptyReading(dry, chosen.length);
    for await (const state of readBatch(reading.value, chosen, abort.current.signal)) reading.value = state;
    if (!dry && reading.value.summary) reload();
  };

  return (
    <div class="adding">
      <section class="adding-in" aria-label="Add articles">
        <h2>Add articles</h2>
        <p class="lead">Nothing is stored before you have seen what was read.</p>
        <Dropzone busy={reading.value?.running ?? false} onFiles={(chosen) => void read(chosen, true)} />
      </section>
      <section class="adding-out" aria-label="What was read">
        {reading.value ? (
          <ReadingReport
            reading={reading.value}
            onStore={() => void read(files.current, false)}
            onStop={() => abort.current?.abort()}
            onDiscard={() => {
              abort.current?.abort();
              reading.value = null;
            }}
          />
        ) : (
          <ArticleShelf />
        )}
      </section>
    </div>
  );
}
