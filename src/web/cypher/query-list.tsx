import type { LibraryQuery, ResponseOf } from "../../ontology/index.js";
import type { Resource } from "../state/resource.js";
import { count } from "../ui/words.js";
import { type HistoryEntry, queryHistory } from "./history.js";

interface Props {
  library: Resource<ResponseOf<"listQueries">>;
  openName: string | null;
  onOpen: (query: LibraryQuery) => void;
  onHistory: (entry: HistoryEntry) => void;
}

/** The library's queries, and those that were run here before. */
export function QueryList({ library, openName, onOpen, onHistory }: Props) {
  return (
    <aside class="query-list" aria-label="Queries">
      <h2>Library</h2>
      {library.status === "failed" && <p class="warn">{library.error.message}</p>}
      <ul>
        {library.status === "ready" &&
          library.data.queries.map((query) => (
            <li key={query.name}>
              <button
                type="button"
                class="link"
                aria-current={query.name === openName ? "true" : undefined}
                title={query.description}
                onClick={() => onOpen(query)}
              >
                {query.title}
              </button>
            </li>
          ))}
      </ul>
      <h2>History</h2>
      {queryHistory.value.length === 0 && (
        <p class="hint">What you run is listed here, in this browser alone.</p>
      )}
      <ul class="history">
        {queryHistory.value.map((entry) => (
          <li key={entry.at}>
            <button type="button" class="link" title={entry.query} onClick={() => onHistory(entry)}>
              <code>{entry.query.replace(/\s+/g, " ").slice(0, 90)}</code>
            </button>
            <small>
              {entry.at.slice(0, 16).replace("T", " ")} ·{" "}
              {entry.rows === null ? "failed" : count(entry.rows, "row")}
            </small>
          </li>
        ))}
      </ul>
    </aside>
  );
}
