import { go } from "../state/view.js";

/** An entity's name that opens its panel. `bdi` keeps names of other scripts from turning the line. */
export function EntityLink({ id, name }: { id: string; name: string }) {
  return (
    <button
      type="button"
      class="link entity"
      onClick={() => go({ node: id, edge: null, pair: null, article: null })}
    >
      <bdi>{name}</bdi>
    </button>
  );
}
