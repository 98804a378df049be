import { z } from "zod";
import { PartialDateSchema } from "./dates.js";
import { EntitySchema } from "./entity.js";
import { PloverSchema, PredicateSchema } from "./predicate.js";
import { ModalitySchema } from "./statement.js";

/** A node as the API, the exporters and the page see it. */
export const GraphNodeSchema = EntitySchema.extend({
  /** Statements in the selection that name it. */
  statements: z.int(),
});
export type GraphNode = z.infer<typeof GraphNodeSchema>;

/** An edge: all statements with the same subject, predicate, object, negation and modality. */
export const GraphEdgeSchema = z.object({
  /** Stable: `IRN|OPPOSES|issue/zangezur-corridor|+|actual` (`-` where negated). */
  key: z.string(),
  source: z.string(),
  target: z.string(),
  predicate: PredicateSchema,
  negated: z.boolean(),
  modality: ModalitySchema,
  /** False for what was affirmed as a fact (modality actual, not negated): only that is a typed edge in the store. */
  qualified: z.boolean(),
  /** False for symmetric predicates. */
  directed: z.boolean(),
  first: PartialDateSchema.nullable(),
  last: PartialDateSchema.nullable(),
  /** The distinct dates of its statements, ascending. */
  dates: z.array(PartialDateSchema),
  statements: z.int(),
  /** Of these, how many name both ends themselves rather than someone who acts for them. */
  direct: z.int(),
  articles: z.int(),
  /** Independent sources: reprints of one wire copy count once. */
  sources: z.int(),
  sourceNames: z.array(z.string()),
  /** Noisy-or over independent sources. */
  confidence: z.number(),
  /** Mean over its statements; null for relations that are no events. */
  goldstein: z.number().nullable(),
  plover: PloverSchema.nullable(),
  /** A few verbatim quotes, best first. */
  quotes: z.array(z.string()),
});
export type GraphEdge = z.infer<typeof GraphEdgeSchema>;

export const GraphViewSchema = z.object({
  nodes: z.array(GraphNodeSchema),
  edges: z.array(GraphEdgeSchema),
  /** True where a limit cut the selection. */
  truncated: z.boolean(),
});
export type GraphView = z.infer<typeof GraphViewSchema>;

const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (v) =>
      typeof v === "string"
        ? v
            .split(",")
            .map((s) => s.trim())
            .filter(Boolean)
        : v,
    z.array(item),
  );

/** What goes into a subgraph, in the same words on the command line, over HTTP and in the page. */
export const SelectionSchema = z.object({
  /** Entity ids; empty for the whole graph. */
  focus: list(z.string().min(1).max(300)).default([]),
  /** How far from the focus: 0 is only among the focus entities, 1 also their neighbours. */
  hops: z.coerce.number().int().min(0).max(4).default(1),
  /** Empty for all. */
  predicates: list(PredicateSchema).default([]),
  /** Statements dated within [from, to]; a year stands for its whole span. */
  from: PartialDateSchema.optional(),
  to: PartialDateSchema.optional(),
  /** Empty for all; `["actual"]` with `negated` false is what was affirmed as fact. */
  modality: list(ModalitySchema).default([]),
  negated: z.enum(["include", "exclude", "only"]).default("include"),
  minConfidence: z.coerce.number().min(0).max(1).default(0),
  /** Least number of independent sources. */
  minSources: z.coerce.number().int().min(0).default(0),
  /** Only statements of these outlets; empty for all. */
  sources: list(z.string()).default([]),
  /** Whether edges between countries also count what their officials, ministries and armies did. */
  rollup: z.union([z.boolean(), z.enum(["true", "false"]).transform((v) => v === "true")]).default(true),
  limit: z.coerce.number().int().min(1).max(250_000).default(20_000),
});
export type Selection = z.infer<typeof SelectionSchema>;
