import type { GraphNode } from "../../src/ontology/index.js";
import { loadEngine } from "../../src/store/embedded/engine.js";
import { openStore } from "../../src/store/index.js";
import { withoutNulls } from "../../src/store/transaction.js";
import { largeEdges } from "../../tests/support/large-view.js";

/** Edges created in one call. */
const BATCH = 10_000;

/**
 * Makes an embedded store of nodes and edges without articles and statements, straight through the engine:
 * loading the hundreds of thousands of statements that make as many edges would take most of an hour.
 */
export async function writeLargeStore(folder: string, nodes: GraphNode[], edgeCount: number): Promise<void> {
  await (await openStore(folder)).close();
  const engine = await loadEngine();
  const db = engine.open(`${folder}/graph.grafeo`);
  const numbers = new Map<string, number>();
  for (const node of nodes) {
    const { id, type, name, aliases, country } = node;
    const properties = withoutNulls({ id, name, aliases, country, search: [name] });
    numbers.set(id, db.createNode(["Entity", type], properties).id);
  }
  let batch = [];
  for (const edge of largeEdges(nodes, edgeCount)) {
    const { source, target, qualified, directed: _, ...properties } = edge;
    batch.push({
      src: numbers.get(source) ?? 0,
      dst: numbers.get(target) ?? 0,
      type: qualified ? "QUALIFIED" : edge.predicate,
      properties: withoutNulls(properties),
    });
    if (batch.length < BATCH) continue;
    await db.batchCreateEdges(batch);
    batch = [];
  }
  await db.batchCreateEdges(batch);
  db.close();
}
