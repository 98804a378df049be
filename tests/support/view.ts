import type { ExportSource } from "../../src/exchange/index.js";
import { edgeKey, isQualified } from "../../src/graph/index.js";
import {
  type EntityType,
  type GraphEdge,
  type GraphNode,
  type GraphView,
  SYMMETRIC_PREDICATES,
} from "../../src/ontology/index.js";
import type { StatementWithArticle } from "../../src/store/index.js";

/** A node with the given id and name, and what else is given. */
export function node(id: string, name: string, type: EntityType = "Country", more: Partial<GraphNode> = {}) {
  return {
    id,
    type,
    name,
    country: type === "Country" ? id : null,
    aliases: [],
    iso2: null,
    latitude: null,
    longitude: null,
    statements: 1,
    ...more,
  } satisfies GraphNode;
}

/** An affirmed edge, unless more is given. */
export function edge(
  source: string,
  predicate: GraphEdge["predicate"],
  target: string,
  more: Partial<GraphEdge> = {},
): GraphEdge {
  const identity = { source, predicate, target, negated: false, modality: "actual" as const, ...more };
  const dates = more.dates ?? ["2021-03-01"];
  return {
    ...identity,
    key: edgeKey(identity),
    qualified: isQualified(identity),
    directed: !SYMMETRIC_PREDICATES.has(predicate),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    dates,
    statements: 1,
    direct: 1,
    articles: 1,
    sources: 1,
    sourceNames: ["Caspian Wire"],
    confidence: 0.9,
    goldstein: null,
    plover: null,
    quotes: ["a quote"],
    ...more,
  };
}

/** A source for exporters; without statements unless given. */
export function sourceOf(
  view: Omit<GraphView, "truncated">,
  statements: readonly StatementWithArticle[] = [],
): ExportSource {
  return {
    meta: {
      title: "Test <graph>",
      description: "Made by hand & for a test.",
      query: "entente export --focus IRN",
      created: new Date("2026-01-02T03:04:05Z"),
    },
    view: async () => ({ ...view, truncated: false }),
    async *statements() {
      yield* statements;
    },
    records() {
      throw new Error("this source has no store");
    },
  };
}

/** All pieces of an export as one text. */
export async function textOf(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  const bytes: Uint8Array[] = [];
  for await (const piece of pieces) bytes.push(typeof piece === "string" ? Buffer.from(piece) : piece);
  return Buffer.concat(bytes).toString();
}

const ALL_UNITS = Array.from({ length: 0x120 }, (_, code) => String.fromCharCode(code)).join("");

/** Texts that break careless writers: markup, quotes, separators, line ends, control characters, half surrogate pairs, right-to-left. */
export const HOSTILE = [
  `<&>"'\`]]>--><!-- &amp; \\ ;|,\t\r\n`,
  ALL_UNITS,
  "half \ud83d pair and \ude00 the other, a whole one 😀, \ufffe\uffff",
  "ایران و آذربایجان \u202e",
  "'; MATCH (n) DETACH DELETE n; //",
  "=cmd|' /C calc'!A0",
  "",
];

/** A view whose every text is hostile. */
export function hostileView(): Omit<GraphView, "truncated"> {
  const nodes = HOSTILE.map((text, index) =>
    node(`issue/${index}-${text}`, text || "empty", "Issue", { aliases: [text, text], statements: index }),
  );
  const edges = nodes.map(({ id }, index) =>
    edge(id, index % 2 === 0 ? "OPPOSES" : "MET_WITH", nodes[(index + 1) % nodes.length]?.id ?? id, {
      quotes: [HOSTILE[index] ?? "", "plain"],
      sourceNames: HOSTILE,
    }),
  );
  return { nodes, edges };
}
