import type { GraphStore, NodeCell, RelationshipCell } from "../../src/store/index.js";

/** Everything in a store as sorted lines, to compare two graphs whole. The count of loads is left out. */
export async function dump(store: GraphStore): Promise<string[]> {
  const nodes = await store.read("MATCH (n) WHERE NOT n:Meta RETURN n");
  const relationships = await store.read("MATCH (a)-[r]->(b) RETURN a.id AS a, r, b.id AS b");
  return [
    ...nodes.map(({ n }) => {
      const { labels, properties } = n as NodeCell;
      return `(${labels.join(":")} ${sorted(properties)})`;
    }),
    ...relationships.map(({ a, r, b }) => {
      const { type, properties } = r as RelationshipCell;
      return `(${a})-[${type} ${sorted(properties)}]->(${b})`;
    }),
  ].sort();
}

function sorted(properties: Record<string, unknown>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))));
}
