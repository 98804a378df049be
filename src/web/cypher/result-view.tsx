import { useState } from "preact/hooks";
import { ApiError, send } from "../api/client.js";
import { download } from "../take-away/download.js";
import { count } from "../ui/words.js";
import { ResultGraph } from "./result-graph.js";
import { ResultTable } from "./result-table.js";
import type { Run } from "./run.js";

const VIEWS = ["table", "graph", "json"] as const;
const VIEW_NAMES = { table: "Table", graph: "Graph", json: "JSON" } as const;

/** The outcome of a run: a table, the graph in it, the JSON; or what was wrong and where. */
export function ResultView({ run }: { run: Run }) {
  const [shown, setShown] = useState<(typeof VIEWS)[number]>("table");
  const [problem, setProblem] = useState("");
  const { outcome, query, parameters } = run;
  if (outcome.status === "running") {
    return (
      <p class="state loading" role="status">
        Running …
      </p>
    );
  }
  if (outcome.status === "failed") return <QueryFailed error={outcome.error} query={query} />;
  const { table } = outcome;
  const takeCsv = async () => {
    setProblem("");
    try {
      const response = await send("runCypher", { body: { query, parameters, format: "csv", limit: 50_000 } });
      download("query.csv", await response.blob());
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section class="result" aria-label="Result">
      <header>
        <p role="status">
          <strong>{count(table.rows.length, "row")}</strong> in {Math.round(table.milliseconds)} ms
          {table.truncated && (
            <span class="warn"> Cut at the limit: there are more rows. Add a LIMIT or narrow the query.</span>
          )}
          {problem && <span class="warn"> {problem}</span>}
        </p>
        <div class="segments" role="group" aria-label="Result as">
          {VIEWS.map((name) => (
            <button key={name} type="button" aria-pressed={shown === name} onClick={() => setShown(name)}>
              {VIEW_NAMES[name]}
            </button>
          ))}
        </div>
        <button type="button" onClick={() => void takeCsv()}>
          CSV
        </button>
      </header>
      {shown === "table" && <ResultTable table={table} />}
      {shown === "graph" && <ResultGraph query={query} parameters={parameters} />}
      {shown === "json" && (
        <pre class="result-json" tabIndex={0}>
          {JSON.stringify(
            table.rows.map((row) => Object.fromEntries(table.columns.map((name, i) => [name, row[i]]))),
            null,
            2,
          )}
        </pre>
      )}
    </section>
  );
}

/** What was wrong with a query, with a pointer under the place in its line. */
function QueryFailed({ error, query }: { error: Error; query: string }) {
  const problem = error instanceof ApiError ? error.problem : null;
  const line = problem?.line === undefined ? undefined : query.split("\n")[problem.line - 1];
  return (
    <div class="state failed" role="alert">
      <h2>
        {problem?.title ?? "The query failed"}
        {problem?.line !== undefined && `, line ${problem.line}, column ${problem.column ?? 1}`}
      </h2>
      <p class="query-error">{error.message}</p>
      {line !== undefined && (
        <pre>
          {line}
          {"\n"}
          {" ".repeat(Math.max(0, (problem?.column ?? 1) - 1))}^
        </pre>
      )}
      {problem?.code && <code>{problem.code}</code>}
    </div>
  );
}
