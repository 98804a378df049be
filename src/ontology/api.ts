import { z } from "zod";
import { ArticleSchema } from "./article.js";
import { PartialDateSchema } from "./dates.js";
import { EntitySchema, EntityTypeSchema, MentionSchema } from "./entity.js";
import { ExtractionSchema, SignalsSchema } from "./extraction.js";
import { GraphEdgeSchema, GraphNodeSchema, GraphViewSchema, SelectionSchema } from "./graph.js";
import { PloverSchema, PredicateSchema } from "./predicate.js";
import { ModalitySchema, StatementSchema } from "./statement.js";

/*
 * The HTTP interface: what each endpoint takes and gives. The server validates by these schemas, the
 * page's client takes its types from them, and /api/openapi.json is generated from them.
 */

const EntityIdSchema = z.string().min(1).max(300).describe("Entity id, e.g. IRN or issue/zangezur-corridor");
const ArticleIdSchema = z.string().min(1).max(500).describe("Article id, url-encoded where it holds slashes");

const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((v) => v === "true");

const page = {
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
};

/** RFC 9457 problem details; every error of the API has this shape and `application/problem+json`. */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** The request's id, as in the server's log. */
  instance: z.string().optional(),
  /** What was wrong with the input, one entry for each field. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** For Cypher errors: Neo4j's code and the place in the query (from 1). */
  code: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
});
export type Problem = z.infer<typeof ProblemSchema>;

// Articles

/** A request's article: only `text` is needed; the id is made from the URL or the content where it is missing. */
export const ArticleInputSchema = z.object({
  id: ArticleSchema.shape.id.optional(),
  title: z.string().max(2_000).nullish(),
  text: ArticleSchema.shape.text,
  url: z.string().max(2_000).nullish(),
  source: z.string().max(300).nullish(),
  /** YYYY, YYYY-MM, YYYY-MM-DD or a longer ISO 8601 time, of which the day is kept. */
  publishedAt: z.string().max(100).nullish(),
});
export type ArticleInput = z.infer<typeof ArticleInputSchema>;

export const LoadSummarySchema = z.object({
  articles: z.int(),
  unchanged: z.int(),
  replaced: z.int(),
  statements: z.int(),
  entities: z.int(),
  edges: z.int(),
  seconds: z.number(),
});

export const AddedArticleSchema = z.object({
  /** False for `?dry=true`. */
  stored: z.boolean(),
  extraction: ExtractionSchema,
  load: LoadSummarySchema.nullable(),
});

/** Files as a person drops them: text as it stands, or bytes in base64 so that the server can find the encoding. */
export const BatchInputSchema = z.object({
  files: z
    .array(
      z.object({
        name: z.string().min(1).max(500),
        text: z.string().max(20_000_000).optional(),
        base64: z.base64().max(28_000_000).optional(),
      }),
    )
    .min(1)
    .max(500),
});

/** Something that could not be read, and what to do about it. */
export const RefusalSchema = z.object({
  file: z.string(),
  /** From 1, in line-based formats. */
  line: z.int().nullable(),
  field: z.string().nullable(),
  reason: z.string(),
});

export type Refusal = z.infer<typeof RefusalSchema>;

export const BatchSummarySchema = z.object({
  articles: z.int(),
  refused: z.int(),
  statements: z.int(),
  signals: SignalsSchema,
  /** Null for `?dry=true`. */
  load: LoadSummarySchema.nullable(),
  seconds: z.number(),
});

/** The events of a batch, each sent as `data: {json}` of a `text/event-stream`; `done` or `failed` is last. */
export const BatchEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("start"), files: z.int() }),
  z.object({
    type: z.literal("article"),
    file: z.string(),
    /** Files finished so far, of `total`. */
    done: z.int(),
    total: z.int(),
    extraction: ExtractionSchema,
  }),
  z.object({ type: z.literal("refused"), ...RefusalSchema.shape, done: z.int(), total: z.int() }),
  z.object({ type: z.literal("storing"), articles: z.int() }),
  z.object({ type: z.literal("done"), summary: BatchSummarySchema }),
  z.object({ type: z.literal("failed"), problem: ProblemSchema }),
]);
export type BatchEvent = z.infer<typeof BatchEventSchema>;

export const ArticleSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  source: z.string().nullable(),
  publishedAt: PartialDateSchema.nullable(),
  /** The article that this one prints again, if it is a near copy. */
  reprintOf: z.string().nullable(),
});
export type ArticleSummary = z.infer<typeof ArticleSummarySchema>;

export const ArticleListSchema = z.object({
  total: z.int(),
  articles: z.array(ArticleSummarySchema.extend({ statements: z.int() })),
});

/** A statement with the article that it was read in and the sentence around its quote. */
export const StatementRecordSchema = StatementSchema.extend({
  article: ArticleSummarySchema,
  /** The whole sentence; the title for `evidence.sentence` -1. */
  sentenceText: z.string(),
  /** Where `sentenceText` starts in the body (or title): `evidence.start - sentenceStart` is the quote's place in it. */
  sentenceStart: z.int().min(0),
});
export type StatementRecord = z.infer<typeof StatementRecordSchema>;

export const ArticleDetailSchema = z.object({
  article: ArticleSchema.extend({
    reprintOf: z.string().nullable(),
    reprints: z.array(ArticleSummarySchema),
  }),
  /** In order of place. */
  statements: z.array(StatementSchema),
  mentions: z.array(MentionSchema),
  /** Every entity that the statements and mentions name. */
  entities: z.array(EntitySchema),
});
export type ArticleDetail = z.infer<typeof ArticleDetailSchema>;

// Entities and statements

export const EntityListSchema = z.object({
  total: z.int(),
  entities: z.array(
    GraphNodeSchema.extend({
      /** The alias that matched `q` where the name itself did not. */
      matched: z.string().nullable(),
    }),
  ),
});

export const EntityDetailSchema = z.object({
  entity: GraphNodeSchema,
  /** Edges that start or end here, most statements first, with the entities at their other ends. */
  edges: z.array(GraphEdgeSchema),
  neighbours: z.array(GraphNodeSchema),
  /** Articles that mention it, newest first, with how often. */
  articles: z.array(ArticleSummarySchema.extend({ count: z.int() })),
  truncated: z.boolean(),
});

export const StatementListSchema = z.object({ total: z.int(), statements: z.array(StatementRecordSchema) });

// Timeline

export const TimelineSchema = z.object({
  pair: z.tuple([z.string(), z.string()]).nullable(),
  /** Months that have statements, ascending. */
  bins: z.array(
    z.object({
      /** YYYY-MM; YYYY for statements that are dated by the year alone. */
      month: PartialDateSchema,
      statements: z.int(),
      /** Mean Goldstein weight (-10 to 10) of the events; null where there is none. */
      goldstein: z.number().nullable(),
      /** Statements by PLOVER class; classes without one are left out. */
      classes: z.partialRecord(PloverSchema, z.int()),
    }),
  ),
  undated: z.int(),
});
export type Timeline = z.infer<typeof TimelineSchema>;

// Cypher

export const QUERY_FORMATS = ["table", "csv", "graph"] as const;

const Parameters = z.record(z.string().max(200), z.json()).default({});

export const CypherInputSchema = z.strictObject({
  query: z.string().min(1).max(50_000),
  parameters: Parameters,
  format: z.enum(QUERY_FORMATS).default("table"),
  /** Rows after which the answer is cut. */
  limit: z.int().min(1).max(50_000).default(1_000),
  timeoutMs: z.int().min(100).max(60_000).default(10_000),
});

/** A value of a result: JSON, with graph values marked by `$type`. Integers beyond 2^53 are strings. */
export type CellValue =
  | null
  | boolean
  | number
  | string
  | CellValue[]
  | { [key: string]: CellValue }
  | GraphCell;
type Properties = { [key: string]: CellValue };
type NodeValue = { $type: "node"; id: string; labels: string[]; properties: Properties };
type RelationshipValue = {
  $type: "relationship";
  id: string;
  type: string;
  source: string;
  target: string;
  properties: Properties;
};
type GraphCell =
  | NodeValue
  | RelationshipValue
  | { $type: "path"; nodes: NodeValue[]; relationships: RelationshipValue[] };

export const CellValueSchema: z.ZodType<CellValue> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(CellValueSchema),
    z.record(z.string(), CellValueSchema),
  ]),
);
const properties = z.record(z.string(), CellValueSchema);

export const TableSchema = z.object({
  columns: z.array(z.string()),
  /** One array a row, in the order of `columns`. */
  rows: z.array(z.array(CellValueSchema)),
  truncated: z.boolean(),
  milliseconds: z.number(),
});

/** The nodes and relationships in a result, each once, with the store's ids (good within this answer only). */
export const CypherGraphSchema = z.object({
  nodes: z.array(z.object({ id: z.string(), labels: z.array(z.string()), properties })),
  edges: z.array(
    z.object({ id: z.string(), type: z.string(), source: z.string(), target: z.string(), properties }),
  ),
  truncated: z.boolean(),
  milliseconds: z.number(),
});
export type CypherGraph = z.infer<typeof CypherGraphSchema>;

export const QueryParameterSchema = z.object({
  name: z.string(),
  /** string, integer, float, boolean or a list of one: `list<string>`. */
  type: z.string(),
  description: z.string(),
  default: z.json(),
});
export type QueryParameter = z.infer<typeof QueryParameterSchema>;

export const LibraryQuerySchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  parameters: z.array(QueryParameterSchema),
  cypher: z.string(),
});
export type LibraryQuery = z.infer<typeof LibraryQuerySchema>;

// Stats

const counted = z.array(z.object({ name: z.string(), count: z.int() }));

export const StatsSchema = z.object({
  articles: z.int(),
  reprints: z.int(),
  statements: z.int(),
  entities: z.int(),
  edges: z.int(),
  /** Most first, each of the four. */
  entityTypes: counted,
  predicates: counted,
  modalities: counted,
  sources: counted,
  /** First and last day of publication. */
  published: z.object({ first: PartialDateSchema.nullable(), last: PartialDateSchema.nullable() }),
  /** First and last date of an event. */
  dated: z.object({ first: PartialDateSchema.nullable(), last: PartialDateSchema.nullable() }),
  store: z.object({ kind: z.enum(["neo4j", "embedded"]), description: z.string() }),
  version: z.string(),
});
export type Stats = z.infer<typeof StatsSchema>;

export const ExportFormatSchema = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  mediaType: z.string(),
  extension: z.string(),
});

// The endpoints

/** One endpoint. `response` is the JSON body of success; `media` names what else it may give. */
export interface Endpoint {
  method: "get" | "post" | "delete";
  /** Express style; `:id` takes one url-encoded segment. */
  path: string;
  summary: string;
  /** The role that a token must have; `public` needs none. `dry` asks for `read` when nothing is stored, else `write`. */
  role: "public" | "read" | "write" | "dry";
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The body may also come as plain text. */
  plainText?: boolean;
  status?: 200 | 201;
  response?: z.ZodType;
  media?: readonly string[];
}

const define = <const E extends Endpoint>(endpoint: E): E => endpoint;

const dry = z.object({ dry: flag.describe("Read only: give what was found, store nothing") });

export const ENDPOINTS = {
  addArticle: define({
    method: "post",
    path: "/api/articles",
    summary: "Read one article: its entities and statements, stored unless dry",
    role: "dry",
    query: dry,
    body: ArticleInputSchema,
    plainText: true,
    status: 201,
    response: AddedArticleSchema,
  }),
  addBatch: define({
    method: "post",
    path: "/api/articles/batch",
    summary:
      "Read files and follow the progress as server-sent events; all articles are stored at once at the end, unless dry",
    role: "dry",
    query: dry,
    body: BatchInputSchema,
    media: ["text/event-stream"],
  }),
  listArticles: define({
    method: "get",
    path: "/api/articles",
    summary: "The articles, newest first",
    role: "read",
    query: z.object({
      q: z.string().max(200).optional().describe("Part of the title"),
      source: z.string().max(300).optional(),
      from: PartialDateSchema.optional(),
      to: PartialDateSchema.optional(),
      ...page,
    }),
    response: ArticleListSchema,
  }),
  getArticle: define({
    method: "get",
    path: "/api/articles/:id",
    summary: "One article with its statements and mentions, and why each mention was resolved so",
    role: "read",
    params: z.object({ id: ArticleIdSchema }),
    response: ArticleDetailSchema,
  }),
  removeArticle: define({
    method: "delete",
    path: "/api/articles/:id",
    summary: "Remove an article and what only it supported",
    role: "write",
    params: z.object({ id: ArticleIdSchema }),
    response: z.object({ removed: z.int() }),
  }),
  listEntities: define({
    method: "get",
    path: "/api/entities",
    summary: "Search entities by name, alias or transliteration; most statements first",
    role: "read",
    query: z.object({ q: z.string().max(200).optional(), type: EntityTypeSchema.optional(), ...page }),
    response: EntityListSchema,
  }),
  getEntity: define({
    method: "get",
    path: "/api/entities/:id",
    summary: "One entity with its edges, neighbours and articles",
    role: "read",
    params: z.object({ id: EntityIdSchema }),
    response: EntityDetailSchema,
  }),
  listStatements: define({
    method: "get",
    path: "/api/statements",
    summary: "Statements with their evidence, latest event first",
    role: "read",
    query: z.object({
      subject: EntityIdSchema.optional(),
      object: EntityIdSchema.optional(),
      entity: EntityIdSchema.optional().describe("Subject, object or speaker"),
      predicate: PredicateSchema.optional(),
      edge: z
        .string()
        .max(1_000)
        .optional()
        .describe(
          "Key of an edge of /api/graph: all statements under it, those of officials and ministries included",
        ),
      article: ArticleIdSchema.optional(),
      plover: PloverSchema.optional(),
      modality: ModalitySchema.optional(),
      negated: z.enum(["true", "false"]).optional(),
      from: PartialDateSchema.optional(),
      to: PartialDateSchema.optional(),
      source: z.string().max(300).optional(),
      minConfidence: SelectionSchema.shape.minConfidence,
      rollup: SelectionSchema.shape.rollup.describe(
        "Whether subject, object and edge also stand for those who act for a country",
      ),
      ...page,
    }),
    response: StatementListSchema,
  }),
  getGraph: define({
    method: "get",
    path: "/api/graph",
    summary: "Nodes and edges of a selection",
    role: "read",
    query: SelectionSchema,
    response: GraphViewSchema,
  }),
  getTimeline: define({
    method: "get",
    path: "/api/timeline",
    summary: "Statements of a selection by month; with `pair`, of those between two entities",
    role: "read",
    query: SelectionSchema.extend({
      pair: z
        .string()
        .regex(/^[^,]{1,300},[^,]{1,300}$/, "expected two entity ids with a comma between them")
        .optional(),
    }),
    response: TimelineSchema,
  }),
  runCypher: define({
    method: "post",
    path: "/api/cypher",
    summary: "Run a read-only Cypher query",
    role: "read",
    body: CypherInputSchema,
    response: z.union([TableSchema, CypherGraphSchema]),
    media: ["text/csv"],
  }),
  listQueries: define({
    method: "get",
    path: "/api/queries",
    summary: "The library of Cypher queries",
    role: "read",
    response: z.object({ queries: z.array(LibraryQuerySchema) }),
  }),
  getQuery: define({
    method: "get",
    path: "/api/queries/:name",
    summary: "One query of the library",
    role: "read",
    params: z.object({ name: z.string().min(1).max(200) }),
    response: LibraryQuerySchema,
  }),
  runQuery: define({
    method: "post",
    path: "/api/queries/:name",
    summary: "Run a query of the library; parameters that are left out take their defaults",
    role: "read",
    params: z.object({ name: z.string().min(1).max(200) }),
    body: CypherInputSchema.omit({ query: true }),
    response: z.union([TableSchema, CypherGraphSchema]),
    media: ["text/csv"],
  }),
  listExports: define({
    method: "get",
    path: "/api/export",
    summary: "The export formats",
    role: "read",
    response: z.object({ formats: z.array(ExportFormatSchema) }),
  }),
  export: define({
    method: "get",
    path: "/api/export/:format",
    summary: "A selection as a file",
    role: "read",
    params: z.object({ format: z.string().min(1).max(50) }),
    query: SelectionSchema.extend({
      perStatement: flag.describe("One edge a statement, each with its date, instead of one an aggregate"),
      measures: z
        .string()
        .max(200)
        .optional()
        .describe("Graph measures to compute for the nodes, comma-separated, or all"),
    }),
    media: ["application/octet-stream"],
  }),
  getStats: define({
    method: "get",
    path: "/api/stats",
    summary: "What the store holds",
    role: "read",
    response: StatsSchema,
  }),
  getHealth: define({
    method: "get",
    path: "/api/health",
    summary: "Whether the process answers",
    role: "public",
    response: z.object({ status: z.literal("ok"), version: z.string(), uptimeSeconds: z.number() }),
  }),
  getReady: define({
    method: "get",
    path: "/api/ready",
    summary: "Whether the store answers (503 where it does not)",
    role: "public",
    response: z.object({ status: z.literal("ready"), store: z.enum(["neo4j", "embedded"]) }),
  }),
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof ENDPOINTS;

/** What a client sends: the schemas' input types. */
export type QueryOf<K extends EndpointName> = (typeof ENDPOINTS)[K] extends {
  query: infer Q extends z.ZodType;
}
  ? z.input<Q>
  : undefined;
export type BodyOf<K extends EndpointName> = (typeof ENDPOINTS)[K] extends { body: infer B extends z.ZodType }
  ? z.input<B>
  : undefined;
export type ResponseOf<K extends EndpointName> = (typeof ENDPOINTS)[K] extends {
  response: infer R extends z.ZodType;
}
  ? z.infer<R>
  : never;
