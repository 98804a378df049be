import { effect, signal } from "@preact/signals";
import { call } from "../api/client.js";
import { graph, stats } from "./graph.js";
import { selection } from "./view.js";

/** Names of entities by id, as far as the page has met them. */
export const names = signal<ReadonlyMap<string, string>>(new Map());

/** Adds names that a search or a panel brought. */
export function learnNames(entities: Iterable<{ id: string; name: string }>): void {
  const known = names.peek();
  const fresh = [...entities].filter(({ id, name }) => known.get(id) !== name);
  if (fresh.length === 0) return;
  names.value = new Map([...known, ...fresh.map(({ id, name }) => [id, name] as const)]);
}

/**
 * Focus entities that have no statement in the view are not in the graph: ask for each. It is a search,
 * because a link may name what this store does not have, and that is no error.
 */
async function ask(id: string): Promise<void> {
  const q = (id.split("/").at(-1) ?? id).replaceAll("-", " ");
  const { entities } = await call("listEntities", { query: { q } });
  learnNames([entities.find((entity) => entity.id === id) ?? { id, name: id }]);
}

effect(() => {
  const { data } = graph.value;
  if (!data) return;
  learnNames(data.nodes);
  for (const id of selection.value.focus) {
    if (!names.peek().has(id) && stats.value.data?.entities)
      ask(id).catch(() => learnNames([{ id, name: id }]));
  }
});
