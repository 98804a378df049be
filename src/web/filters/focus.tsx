import { names } from "../state/names.js";
import { choose, selection } from "../state/view.js";
import { EntitySearch } from "./entity-search.js";

const REACH = [
  { hops: 0, words: "Among them" },
  { hops: 1, words: "Neighbours" },
  { hops: 2, words: "Two steps" },
] as const;

/** Whom the graph is about, and how far from them it reaches. */
export function Focus() {
  const { focus, hops } = selection.value;
  return (
    <fieldset>
      <legend>Focus</legend>
      {focus.length > 0 && (
        <ul class="chips">
          {focus.map((id) => (
            <li key={id}>
              <bdi>{names.value.get(id) ?? id}</bdi>
              <button
                type="button"
                aria-label={`Remove ${names.value.get(id) ?? id} from the focus`}
                onClick={() => choose({ focus: focus.filter((other) => other !== id) })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <EntitySearch
        label="Add a country or any entity"
        placeholder={
          focus.length === 0 ? "Everybody: add a name to narrow" : "Add: Tehran, Araqchi, Karabakh …"
        }
        onChoose={(entity) => {
          if (!focus.includes(entity.id)) choose({ focus: [...focus, entity.id] });
        }}
      />
      {focus.length > 0 && (
        <div class="segments" role="group" aria-label="Reach">
          {REACH.map((reach) => (
            <button
              key={reach.hops}
              type="button"
              aria-pressed={hops === reach.hops}
              onClick={() => choose({ hops: reach.hops })}
            >
              {reach.words}
            </button>
          ))}
        </div>
      )}
    </fieldset>
  );
}
