import { isQualified, parseEdgeKey } from "../graph/index.js";
import {
  type CypherGraph,
  ENTITY_TYPES,
  type EntityType,
  type GraphEdge,
  type GraphNode,
  SYMMETRIC_PREDICATES,
} from "../ontology/index.js";
import { ExportError, type ExportSource } from "./types.js";

type ResultNode = CypherGraph["nodes"][number];
type ResultEdge = CypherGraph["edges"][number];

/**
 * The entities and the edges between them that a Cypher query returned, as a source of graph formats.
 * Other nodes (articles, statements) and relationships have no place in such a graph and are left out.
 * @param query the Cypher text, for the file's description
 * @throws ExportError from the formats that hold statements or the whole store
 */
export function cypherSource(result: CypherGraph, query: string): ExportSource {
  const entities = new Map(
    result.nodes.flatMap((node) => {
      const type = ENTITY_TYPES.find((name) => node.labels.includes(name));
      return type ? [[node.id, nodeOf(node, type)] as const] : [];
    }),
  );
  const edges = result.edges.flatMap((edge) => {
    const ends = [entities.get(edge.source), entities.get(edge.target)];
    return ends.every(Boolean) && typeof edge.properties.key === "string" ? [edgeOf(edge)] : [];
  });
  const nodes = [...entities.values()].map((node) => ({ ...node, statements: named(node.id, edges) }));
  return {
    meta: {
      title: "Entente: result of a Cypher query",
      description: `${nodes.length} entities and ${edges.length} edges${result.truncated ? ", cut at the limit of rows" : ""}.`,
      query,
      created: new Date(),
    },
    view: async () => ({ nodes, edges, truncated: result.truncated }),
    statements() {
      throw new ExportError(
        "A Cypher result has nodes and edges only; for a format that holds statements choose a selection (focus, predicates, dates) instead.",
      );
    },
    records() {
      throw new ExportError("This format takes the whole store; leave the query out.");
    },
  };
}

function nodeOf({ properties: p }: ResultNode, type: EntityType): GraphNode {
  return {
    id: String(p.id),
    type,
    name: text(p.name) ?? String(p.id),
    country: text(p.country),
    aliases: texts(p.aliases),
    iso2: text(p.iso2),
    latitude: number(p.latitude),
    longitude: number(p.longitude),
    statements: 0,
  };
}

function edgeOf({ properties: p }: ResultEdge): GraphEdge {
  const identity = parseEdgeKey(p.key as string);
  return {
    ...identity,
    key: p.key as string,
    qualified: isQualified(identity),
    directed: !SYMMETRIC_PREDICATES.has(identity.predicate),
    first: text(p.first),
    last: text(p.last),
    dates: texts(p.dates),
    statements: number(p.statements) ?? 1,
    direct: number(p.direct) ?? 0,
    articles: number(p.articles) ?? 1,
    sources: number(p.sources) ?? 1,
    sourceNames: texts(p.sourceNames),
    confidence: number(p.confidence) ?? 0,
    goldstein: number(p.goldstein),
    plover: text(p.plover) as GraphEdge["plover"],
    quotes: texts(p.quotes),
  };
}

function named(id: string, edges: readonly GraphEdge[]): number {
  return edges.reduce(
    (sum, { source, target, statements }) => (source === id || target === id ? sum + statements : sum),
    0,
  );
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
