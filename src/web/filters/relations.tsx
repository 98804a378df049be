import { type Predicate } from "../../ontology/index.js";
import { stats } from "../state/graph.js";
import { choose, selection } from "../state/view.js";
import { predicateName } from "../ui/words.js";

/** Predicates from cooperation to conflict, with the PLOVER class whose colour most of their edges have. */
const GROUPS: readonly { name: string; predicates: readonly (readonly [Predicate, string])[] }[] = [
  {
    name: "Cooperation",
    predicates: [
      ["SIGNED_WITH", "agree"],
      ["SIGNED", "agree"],
      ["COOPERATES_WITH", "cooperate"],
      ["SUPPORTS", "support"],
      ["AIDED", "aid"],
      ["YIELDED_TO", "retreat"],
    ],
  },
  {
    name: "Talk",
    predicates: [
      ["MET_WITH", "consult"],
      ["VISITED", "consult"],
      ["MEDIATED", "consult"],
      ["REQUESTED", "request"],
    ],
  },
  {
    name: "Conflict",
    predicates: [
      ["ACCUSED", "accuse"],
      ["OPPOSES", "reject"],
      ["THREATENED", "threaten"],
      ["PROTESTED", "protest"],
      ["MOBILIZED", "mobilize"],
      ["SANCTIONED", "sanction"],
      ["COERCED", "coerce"],
      ["ATTACKED", "assault"],
    ],
  },
  {
    name: "Belonging",
    predicates: [
      ["PART_OF", "relation"],
      ["MEMBER_OF", "relation"],
      ["HOLDS_OFFICE", "relation"],
    ],
  },
];

/** Which relations the graph shows; none ticked means all. */
export function Relations() {
  const { predicates } = selection.value;
  const counts = new Map(stats.value.data?.predicates.map(({ name, count }) => [name, count]));
  const toggle = (names: readonly Predicate[], on: boolean) =>
    choose({
      predicates: on ? [...new Set([...predicates, ...names])] : predicates.filter((p) => !names.includes(p)),
    });
  return (
    <fieldset class="relations">
      <legend>Relations</legend>
      {GROUPS.map(({ name, predicates: members }) => {
        const all = members.map(([predicate]) => predicate);
        const ticked = all.filter((predicate) => predicates.includes(predicate));
        return (
          <div class="relation-group" key={name}>
            <input
              type="checkbox"
              aria-label={`All of ${name}`}
              checked={ticked.length === all.length}
              ref={(box) => {
                if (box) box.indeterminate = ticked.length > 0 && ticked.length < all.length;
              }}
              onChange={(event) => toggle(all, event.currentTarget.checked)}
            />
            <details open={ticked.length > 0 && ticked.length < all.length}>
              <summary>
                {name}
                <span class="swatches" aria-hidden="true">
                  {[...new Set(members.map(([, plover]) => plover))].map((plover) => (
                    <span key={plover} class={`dot plover-${plover}`} />
                  ))}
                </span>
              </summary>
              <ul>
                {members.map(([predicate, plover]) => (
                  <li key={predicate}>
                    <label class="check">
                      <input
                        type="checkbox"
                        checked={predicates.includes(predicate)}
                        onChange={(event) => toggle([predicate], event.currentTarget.checked)}
                      />
                      <span class={`dot plover-${plover}`} aria-hidden="true" />
                      {predicateName(predicate)}
                      <span class="count">{counts.get(predicate) ?? 0}</span>
                    </label>
                  </li>
                ))}
              </ul>
            </details>
          </div>
        );
      })}
      <p class="hint">
        {predicates.length === 0 ? "None ticked: all are shown." : `${predicates.length} of 21 shown.`}
      </p>
    </fieldset>
  );
}
