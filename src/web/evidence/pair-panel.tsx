import { useState } from "preact/hooks";
import { call } from "../api/client.js";
import { EntitySearch } from "../filters/entity-search.js";
import { names } from "../state/names.js";
import { latest, useResource } from "../state/resource.js";
import { go } from "../state/view.js";
import { PairChart } from "../time/pair-chart.js";
import { Empty, Failed, Loading } from "../ui/states.js";
import { EntityLink } from "./entity-link.js";
import { PairEvents } from "./pair-events.js";

/** Conflict and cooperation between two entities over time, with the events under it. */
export function PairPanel({ pair }: { pair: readonly [string, string] }) {
  const [a, b] = pair;
  const [year, setYear] = useState<string | null>(null);
  const key = pair.join(",");
  const answer = useResource(key, (signal) => call("getTimeline", { query: { pair: key }, signal }));
  const data = latest(answer);
  const nameOf = (id: string) => names.value.get(id) ?? id;
  return (
    <>
      <header class="panel-head">
        <p class="overline">Two over time</p>
        <h2>
          <EntityLink id={a} name={nameOf(a)} /> <em>and</em> <EntityLink id={b} name={nameOf(b)} />
        </h2>
        <EntitySearch
          label={`Compare ${nameOf(a)} with another`}
          placeholder={`Compare ${nameOf(a)} with …`}
          onChoose={({ id }) => go({ pair: [a, id] })}
        />
      </header>
      {answer.status === "failed" && <Failed error={answer.error} retry={answer.retry} />}
      {answer.status === "loading" && !data && <Loading what="the chart" />}
      {data && data.bins.length === 0 && <Empty title="Nothing dated between them">Try another pair.</Empty>}
      {data && data.bins.length > 0 && (
        <>
          <PairChart bins={data.bins} year={year} onYear={setYear} />
          <PairEvents key={year ?? "all"} pair={pair} year={year} />
        </>
      )}
    </>
  );
}
