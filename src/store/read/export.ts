import type { EdgeList } from "../../graph/index.js";
import type { Selection } from "../../ontology/index.js";
import { cypherFor } from "../cypher.js";
import { fusionRows } from "../edges.js";
import { runner, takes } from "../refine.js";
import type { Cell, GraphStore, NodeCell } from "../types.js";
import { type StatementWithArticle, statementRecords } from "./statements.js";

/** Rows read at once; the whole of a large store does not fit into memory. */
const PAGE = 2_000;

/** The statements of a selection under edges of it, each once and in full, in order of their ids. */
export async function* selectedStatements(
  store: GraphStore,
  selection: Selection,
  edges: EdgeList,
): AsyncGenerator<StatementWithArticle> {
  const found = new Set<string>();
  for (const keys of pagesOf(Array.from(edges, ({ key }) => key))) {
    for (const rows of (await fusionRows(runner(store), keys, selection.rollup)).values()) {
      for (const row of rows) if (takes(selection, row)) found.add(row.statement);
    }
  }
  for (const ids of pagesOf([...found].sort())) yield* await statementRecords(store, ids);
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
  return pagesOf(rows.map((row) => row.id as string).sort());
}

function pagesOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, i) => ids.slice(i * PAGE, (i + 1) * PAGE));
}
