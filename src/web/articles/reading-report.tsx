import { go } from "../state/view.js";
import { count } from "../ui/words.js";
import { ExtractionPreview } from "./extraction-preview.js";
import type { Reading } from "./reading.js";

interface Props {
  reading: Reading;
  onStore: () => void;
  onStop: () => void;
  onDiscard: () => void;
}

function headline({ running, storing, dry, summary, error, articles }: Reading): string {
  if (storing) return "Storing …";
  if (running) return "Reading …";
  if (error) return "Not finished";
  if (!dry && summary) return "Stored";
  return articles.length === 0 ? "Nothing could be read" : "Read, not stored yet";
}

/** Progress while files are read, then what was found in each, and what was refused and why. */
export function ReadingReport({ reading, onStore, onStop, onDiscard }: Props) {
  const { running, done, total, articles, refused, summary, error, dry } = reading;
  const statements = articles.reduce((sum, { extraction }) => sum + extraction.statements.length, 0);
  return (
    <>
      <header class="report-head">
        <div role="status">
          <h2>{headline(reading)}</h2>
        </div>
        {running && <progress max={Math.max(total, 1)} value={done} aria-label="Files read" />}
        <p>
          {count(articles.length, "article")}, {count(statements, "statement")}
          {refused.length > 0 && `, ${refused.length} refused`}
          {running && ` · file ${Math.min(done + 1, total)} of ${total}`}
          {summary && ` · ${summary.seconds.toFixed(1)} s`}
        </p>
        {summary?.load && (
          <p>
            {count(summary.load.articles - summary.load.unchanged - summary.load.replaced, "new article")},{" "}
            {summary.load.replaced} replaced, {summary.load.unchanged} known already.
          </p>
        )}
        {error && (
          <p class="warn" role="alert">
            {error}
          </p>
        )}
        <div class="buttons">
          {running && (
            <button type="button" onClick={onStop}>
              Stop
            </button>
          )}
          {!running && dry && articles.length > 0 && (
            <button type="button" class="primary" onClick={onStore}>
              Store {articles.length === 1 ? "it" : `these ${articles.length}`}
            </button>
          )}
          {!running && !dry && summary && (
            <button type="button" class="primary" onClick={() => go({ tab: "graph" })}>
              To the graph
            </button>
          )}
          {!running && (
            <button type="button" onClick={onDiscard}>
              {dry ? "Discard" : "Add more"}
            </button>
          )}
        </div>
      </header>
      {refused.length > 0 && (
        <section class="section refused">
          <h3>Refused</h3>
          <ul>
            {refused.map(({ file, line, field, reason }, i) => (
              <li key={`${file}:${line}:${i}`}>
                <strong>
                  <bdi>{file}</bdi>
                  {line !== null && `, line ${line}`}
                  {field !== null && `, ${field}`}
                </strong>
                : {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      {articles.map(({ file, extraction }) => (
        <ExtractionPreview
          key={extraction.article.id}
          file={file}
          extraction={extraction}
          open={articles.length < 4}
        />
      ))}
    </>
  );
}
