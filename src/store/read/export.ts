import type { Selection } from "../../ontology/index.js";
import { cypherFor } from "../cypher.js";
import { selectStatements } from "../subgraph.js";
import type { Cell, GraphStore, NodeCell } from "../types.js";
import { type StatementWithArticle, statementRecords } from "./statements.js";

/** Rows read at once; the whole of a large store does not fit into memory. */
const PAGE = 2_000;

/** The statements of a selection in full, in order of their ids. */
export async function* selectedStatements(
  store: GraphStore,
  selection: Selection,
): AsyncGenerator<StatementWithArticle> {
  const rows = await selectStatements(store, selection);
  const ids = rows.map(({ statement }) => statement).sort();
  for (let i = 0; i < ids.length; i += PAGE) yield* await statementRecords(store, ids.slice(i, i + PAGE));
}

/** A node with all that is kept of it. */
export interface NodeRecord {
  labels: string[];
  properties: Record<string, Cell>;
}

/** A relationship; its ends are named by their label (`Entity` for entities of every type) and `id`. */
export interface RelationshipRecord {
  type: string;
  source: { label: string; id: string };
  target: { label: string; id: string };
  properties: Record<string, Cell>;
}

/** Every label with an `id` of its own; a node has exactly one of them. */
const KEY_LABELS = ["Entity", "Article", "Statement", "Sketch", "Meta"] as const;

/** Everything in the store, book-keeping included, page by page: to copy it whole. */
export function records(store: GraphStore): {
  nodes(): AsyncGenerator<NodeRecord>;
  relationships(): AsyncGenerator<RelationshipRecord>;
} {
  return { nodes: () => nodes(store), relationships: () => relationships(store) };
}

async function* nodes(store: GraphStore): AsyncGenerator<NodeRecord> {
  for (const label of KEY_LABELS) {
    for (const ids of await pages(store, label)) {
      for (const row of await store.read(cypherFor("read/nodes", "LABEL", label), { ids })) {
        const { labels, properties } = row.node as NodeCell;
        yield { labels, properties };
      }
    }
  }
}

async function* relationships(store: GraphStore): AsyncGenerator<RelationshipRecord> {
  for (const label of KEY_LABELS) {
    for (const ids of await pages(store, label)) {
      for (const row of await store.read(cypherFor("read/relationships", "LABEL", label), { ids })) {
        const target = row.labels as string[];
        yield {
          type: row.type as string,
          source: { label, id: row.source as string },
          target: {
            label: KEY_LABELS.find((key) => target.includes(key)) ?? "Entity",
            id: row.target as string,
          },
          properties: row.properties as Record<string, Cell>,
        };
      }
    }
  }
}

async function pages(store: GraphStore, label: string): Promise<string[][]> {
  const rows = await store.read(cypherFor("read/ids", "LABEL", label));
  const ids = rows.map((row) => row.id as string).sort();
  return Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, i) => ids.slice(i * PAGE, (i + 1) * PAGE));
}
