import { type GraphEdge, ModalitySchema, PredicateSchema } from "../../ontology/index.js";

/** What an edge's key says by itself: subject, predicate, object, `-` where negated, modality. */
type EdgeParts = Pick<GraphEdge, "source" | "predicate" | "target" | "negated" | "modality">;

/** Takes a key apart; null for what is no key. */
export function parseEdgeKey(key: string): EdgeParts | null {
  const [source, predicate, target, sign, modality] = key.split("|");
  const relation = PredicateSchema.safeParse(predicate);
  const mode = ModalitySchema.safeParse(modality);
  if (!source || !target || !relation.success || !mode.success) return null;
  return { source, predicate: relation.data, target, negated: sign === "-", modality: mode.data };
}
