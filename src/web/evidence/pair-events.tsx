import { call } from "../api/client.js";
import { latest, useResource } from "../state/resource.js";
import { Failed, Loading } from "../ui/states.js";
import { count } from "../ui/words.js";
import { StatementCard } from "./statement-card.js";

const MOST = 100;

/** The statements between two entities in both directions, latest first. */
export function PairEvents({ pair: [a, b], year }: { pair: readonly [string, string]; year: string | null }) {
  const window = year === null ? {} : { from: year, to: year };
  const answer = useResource(`${a},${b},${year}`, async (signal) => {
    const [there, back] = await Promise.all([
      call("listStatements", { query: { subject: a, object: b, limit: MOST, ...window }, signal }),
      call("listStatements", { query: { subject: b, object: a, limit: MOST, ...window }, signal }),
    ]);
    const statements = [...there.statements, ...back.statements];
    statements.sort((x, y) => (y.date ?? "").localeCompare(x.date ?? ""));
    return { statements, total: there.total + back.total };
  });
  const data = latest(answer);
  if (answer.status === "failed") return <Failed error={answer.error} retry={answer.retry} />;
  if (!data) return <Loading what="the events" />;
  return (
    <section class="section">
      <h3>
        {year === null ? "All events" : `Events of ${year}`}{" "}
        <span class="count">{count(data.total, "statement")}</span>
      </h3>
      <ol class="statements">
        {data.statements.map((statement) => (
          <li key={statement.id}>
            <StatementCard statement={statement} />
          </li>
        ))}
      </ol>
      {data.total > data.statements.length && (
        <p class="hint">The latest {MOST} in each direction are listed; choose a year for the rest.</p>
      )}
    </section>
  );
}
