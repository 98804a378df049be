import { useEffect, useRef, useState } from "preact/hooks";
import type { LibraryQuery, ResponseOf } from "../../ontology/index.js";
import { call } from "../api/client.js";
import { useResource } from "../state/resource.js";
import { go, view } from "../state/view.js";
import { CypherEditor } from "./cypher-editor.js";
import { remember } from "./history.js";
import { ParameterForm } from "./parameter-form.js";
import { namedParameters, type Parameters } from "./parameters.js";
import { QueryList } from "./query-list.js";
import { ResultView } from "./result-view.js";
import type { Run } from "./run.js";

const FIRST_QUERY =
  "MATCH (a:Country)-[r:OPPOSES]->(b:Entity)\nRETURN a.name AS who, b.name AS whom, r.statements AS statements, r.first AS first, r.last AS last\nORDER BY statements DESC\nLIMIT 25";

const defaults = (query: LibraryQuery): Parameters =>
  Object.fromEntries(query.parameters.map((parameter) => [parameter.name, parameter.default]));

/** Ask the graph in Cypher: the library, an editor with Neo4j's own language support, and the result. */
export function CypherTab() {
  const library = useResource("queries", (signal) => call("listQueries", { signal }));
  const queries = library.status === "ready" ? library.data.queries : [];
  const [text, setText] = useState(view.value.cypher ?? FIRST_QUERY);
  const [revision, setRevision] = useState(0);
  const [values, setValues] = useState<Parameters>(view.value.parameters ?? {});
  const [run, setRun] = useState<Run | null>(null);
  const abort = useRef<AbortController | null>(null);
  const opened = queries.find(({ name }) => name === view.value.query);

  const load = (query: string, given: Parameters) => {
    setText(query);
    setValues(given);
    setRevision((n) => n + 1);
  };

  useEffect(() => {
    if (!opened || view.value.cypher !== null) return;
    load(opened.cypher, { ...defaults(opened), ...view.value.parameters });
  }, [opened?.name]);
  useEffect(() => () => abort.current?.abort(), []);

  const names = namedParameters(text);
  const parameters = Object.fromEntries(names.map((name) => [name, values[name] ?? null]));

  const execute = async () => {
    if (text.trim() === "") return;
    abort.current?.abort();
    abort.current = new AbortController();
    const { signal } = abort.current;
    const asked = { query: text, parameters };
    go(
      { cypher: text === opened?.cypher ? null : text, parameters: names.length > 0 ? parameters : null },
      { replace: true },
    );
    setRun({ ...asked, outcome: { status: "running" } });
    try {
      const answer = await call("runCypher", { body: asked, signal });
      if (!("rows" in answer))
        throw new TypeError("The server answered with a graph where a table was asked for.");
      setRun({ ...asked, outcome: { status: "done", table: answer } });
      remember({ ...asked, at: new Date().toISOString(), rows: answer.rows.length });
    } catch (error) {
      if (signal.aborted) return;
      setRun({
        ...asked,
        outcome: { status: "failed", error: error instanceof Error ? error : new Error(String(error)) },
      });
      remember({ ...asked, at: new Date().toISOString(), rows: null });
    }
  };
  const stop = () => {
    abort.current?.abort();
    setRun(null);
  };
  const open = (query: LibraryQuery) => {
    go({ query: query.name, cypher: null, parameters: null });
    load(query.cypher, defaults(query));
  };
  const running = run?.outcome.status === "running";

  return (
    <div class="cypher">
      <QueryList
        library={library}
        openName={opened?.name ?? null}
        onOpen={open}
        onHistory={(entry) => load(entry.query, entry.parameters)}
      />
      <section class="cypher-main" aria-label="Query">
        {opened && <p class="lead">{opened.description}</p>}
        <CypherEditor
          value={text}
          revision={revision}
          parameters={parameters}
          onChange={setText}
          onRun={() => void execute()}
        />
        <ParameterForm
          names={names}
          declared={opened?.parameters ?? []}
          values={values}
          onChange={setValues}
        />
        <div class="buttons">
          <button
            type="button"
            class="primary"
            disabled={text.trim() === ""}
            onClick={() => (running ? stop() : void execute())}
          >
            {running ? "Stop" : "Run"}
          </button>
          <span class="hint">
            Ctrl or ⌘ with Enter runs. Queries can only read; 1,000 rows and 10 seconds at most.
          </span>
        </div>
        {run && <ResultView run={run} />}
      </section>
    </div>
  );
}
