import { isQualified, type LargeView, layout, measureColumns, type Position } from "../graph/index.js";
import { type EntityRef, type GraphNode, SYMMETRIC_PREDICATES } from "../ontology/index.js";
import type { StatementWithArticle } from "../store/index.js";
import { type Column, EDGE_COLUMNS, type Link, NODE_COLUMNS, STATEMENT_COLUMNS } from "./columns.js";
import type { ExportOptions, ExportSource } from "./types.js";

/** Edges to write, gone through as often as wanted. */
type Links = Iterable<Link> & { readonly length: number };

/** A graph ready to be written: its parts in the order of the view, and the attributes they have. */
export interface PreparedGraph {
  nodes: readonly GraphNode[];
  links: Links;
  nodeColumns: readonly Column<GraphNode>[];
  linkColumns: readonly Column<Link>[];
}

/** Reads the view, one edge for each statement if so asked, and computes the measures. */
export async function prepareGraph(source: ExportSource, options: ExportOptions): Promise<PreparedGraph> {
  const view = await source.view();
  const graph: LargeView & { edges: Links } = options.perStatement
    ? await byStatement(view, source.statements())
    : view;
  const measures = measureColumns(graph, options.measures ?? [], options.seed).map((measure) => ({
    ...measure,
    of: (node: GraphNode) => measure.of(node.id),
  }));
  return {
    nodes: graph.nodes,
    links: graph.edges,
    nodeColumns: [...NODE_COLUMNS, ...measures],
    linkColumns: options.perStatement ? STATEMENT_COLUMNS : EDGE_COLUMNS,
  };
}

/** Where each node of the graph lies. */
export function positions(graph: PreparedGraph, options: ExportOptions): Map<string, Position> {
  return layout({ nodes: graph.nodes, edges: graph.links }, options.seed);
}

/** The same graph with an edge for each statement; actors whom the view only counts under their country come in as nodes. */
async function byStatement(
  view: LargeView,
  statements: AsyncIterable<StatementWithArticle>,
): Promise<LargeView & { edges: Links }> {
  const nodes = new Map(view.nodes.map((node) => [node.id, node]));
  const edges: Link[] = [];
  for await (const statement of statements) {
    for (const ref of [statement.subject, statement.object]) {
      if (!nodes.has(ref.id)) nodes.set(ref.id, nodeOf(ref));
    }
    edges.push(linkOf(statement));
  }
  return { nodes: [...nodes.values()], edges, truncated: view.truncated };
}

function nodeOf(ref: EntityRef): GraphNode {
  return { ...ref, aliases: [], iso2: null, latitude: null, longitude: null, statements: 1 };
}

function linkOf(statement: StatementWithArticle): Link {
  const { predicate, negated, modality, date, article } = statement;
  const identity = {
    source: statement.subject.id,
    predicate,
    target: statement.object.id,
    negated,
    modality,
  };
  return {
    ...identity,
    key: statement.id,
    qualified: isQualified(identity),
    directed: !SYMMETRIC_PREDICATES.has(predicate),
    first: date,
    last: date,
    dates: date === null ? [] : [date],
    statements: 1,
    direct: 1,
    articles: 1,
    sources: 1,
    sourceNames: article.source === null ? [] : [article.source],
    confidence: statement.confidence,
    goldstein: statement.goldstein,
    plover: statement.plover,
    quotes: [statement.evidence.quote],
    statement,
  };
}
