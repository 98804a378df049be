import { useState } from "preact/hooks";
import type { QueryOf } from "../../ontology/index.js";
import { call } from "../api/client.js";
import { latest, useResource } from "../state/resource.js";
import { Empty, Failed, Loading } from "../ui/states.js";
import { count } from "../ui/words.js";
import { StatementCard } from "./statement-card.js";

const PAGE = 25;

/** The statements of a query, latest event first, a page at a time. */
export function StatementList({
  query,
  title = "Evidence",
}: {
  query: QueryOf<"listStatements">;
  title?: string;
}) {
  const [limit, setLimit] = useState(PAGE);
  const key = JSON.stringify([query, limit]);
  const answer = useResource(key, (signal) => call("listStatements", { query: { ...query, limit }, signal }));
  const data = latest(answer);
  if (answer.status === "failed") return <Failed error={answer.error} retry={answer.retry} />;
  if (!data) return <Loading what="the evidence" />;
  if (data.total === 0)
    return <Empty title="No statement">Nothing within the time window and confidence of the view.</Empty>;
  return (
    <section class="section">
      <h3>
        {title} <span class="count">{count(data.total, "statement")}</span>
      </h3>
      <ol class="statements">
        {data.statements.map((statement) => (
          <li key={statement.id}>
            <StatementCard statement={statement} />
          </li>
        ))}
      </ol>
      {data.total > data.statements.length && (
        <button type="button" class="more" onClick={() => setLimit(limit + PAGE * 2)}>
          Show more of {data.total}
        </button>
      )}
    </section>
  );
}
