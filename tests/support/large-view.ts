import { edgeKey, isQualified } from "../../src/graph/index.js";
import { seededRandom } from "../../src/graph/random.js";
import {
  ENTITY_TYPES,
  type GraphEdge,
  type GraphNode,
  type GraphView,
  MODALITIES,
  PLOVER_CLASSES,
  PREDICATES,
  SYMMETRIC_PREDICATES,
} from "../../src/ontology/index.js";

/** A view of any size with skewed actors, several dates and quotes on each edge; the same numbers give the same view. */
export function largeView(nodeCount: number, edgeCount: number, seed = 7): GraphView {
  const nodes = largeNodes(nodeCount);
  return { nodes, edges: [...largeEdges(nodes, edgeCount, seed)], truncated: false };
}

/** The nodes of {@link largeView}. */
export function largeNodes(nodeCount: number): GraphNode[] {
  return Array.from({ length: nodeCount }, (_, index): GraphNode => {
    const type = ENTITY_TYPES[index % ENTITY_TYPES.length] ?? "Issue";
    return {
      id: `${type.toLowerCase()}/name-${index}`,
      type,
      name: `Name of ${index} with – “quotes” & ünïcode`,
      country: "IRN",
      aliases: [`Alias ${index}`, `Other alias ${index}`],
      iso2: null,
      latitude: null,
      longitude: null,
      statements: Math.ceil(1_000 / (index + 1)),
    };
  });
}

/** The edges of {@link largeView}, one after the other. */
export function* largeEdges(nodes: readonly GraphNode[], edgeCount: number, seed = 7): Generator<GraphEdge> {
  const next = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  // Numbers, since 200,000 keys would weigh more in a measurement of memory than the edges themselves.
  const taken = new Set<number>();
  while (taken.size < edgeCount) {
    const start = Math.floor(next() ** 2 * nodes.length);
    const end = Math.floor(next() * nodes.length);
    const source = nodes[start]?.id ?? "";
    const target = nodes[end]?.id ?? "";
    if (source === target) continue;
    const predicate = pick(PREDICATES);
    const identity = { source, predicate, target, negated: next() < 0.1, modality: pick(MODALITIES) };
    const key = edgeKey(identity);
    const dates = Array.from({ length: 1 + Math.floor(next() * 3) }, () => day(next())).sort();
    const [from = source, , to = target] = key.split("|");
    const confidence = Math.round(next() * 1_000) / 1_000;
    const goldstein = Math.round(next() * 200 - 100) / 10;
    const plover = pick(PLOVER_CLASSES);
    const ends = from === source ? start * nodes.length + end : end * nodes.length + start;
    const kind = PREDICATES.indexOf(predicate) * MODALITIES.length + MODALITIES.indexOf(identity.modality);
    const number = (ends * PREDICATES.length * MODALITIES.length + kind) * 2 + Number(identity.negated);
    if (taken.has(number)) continue;
    taken.add(number);
    yield {
      ...identity,
      key,
      source: from,
      target: to,
      qualified: isQualified(identity),
      directed: !SYMMETRIC_PREDICATES.has(predicate),
      first: dates[0] ?? null,
      last: dates.at(-1) ?? null,
      dates,
      statements: dates.length,
      direct: dates.length,
      articles: dates.length,
      sources: dates.length,
      sourceNames: dates.map((_, index) => `Outlet ${index}`),
      confidence,
      goldstein,
      plover,
      quotes: [
        `A quote of the usual length, as an article has it, number ${taken.size}, with “marks” & signs`,
      ],
    };
  }
}

/** Ten years of days. */
const DAYS = Array.from({ length: 3_650 }, (_, index) =>
  new Date(Date.UTC(2016, 0, 1 + index)).toISOString().slice(0, 10),
);

function day(share: number): string {
  return DAYS[Math.floor(share * DAYS.length)] ?? "2016-01-01";
}
