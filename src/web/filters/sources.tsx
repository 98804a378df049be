import { stats } from "../state/graph.js";
import { choose, selection } from "../state/view.js";

const MOST = 60;

/** Which outlets are believed; none ticked means all. */
export function Sources() {
  const known = stats.value.data?.sources ?? [];
  const { sources } = selection.value;
  if (known.length === 0) return null;
  return (
    <fieldset>
      <legend class="visually-hidden">Outlets</legend>
      <details open={sources.length > 0}>
        <summary>
          Outlets{" "}
          <span class="count">{sources.length === 0 ? "all" : `${sources.length} of ${known.length}`}</span>
        </summary>
        <ul class="outlets">
          {known.slice(0, MOST).map(({ name, count }) => (
            <li key={name}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={sources.includes(name)}
                  onChange={(event) =>
                    choose({
                      sources: event.currentTarget.checked
                        ? [...sources, name]
                        : sources.filter((other) => other !== name),
                    })
                  }
                />
                <bdi>{name}</bdi> <span class="count">{count}</span>
              </label>
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}
