import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import {
  type Article,
  CountryCodeSchema,
  EntityTypeSchema,
  ModalitySchema,
  PartialDateSchema,
  PredicateSchema,
} from "../../ontology/index.js";

const GoldEntitySchema = z.object({
  id: z.string().min(1),
  type: EntityTypeSchema,
  name: z.string().min(1),
  country: CountryCodeSchema.nullish(),
  role: z.string().nullish(),
  mentions: z.array(z.string()).default([]),
});
export type GoldEntity = z.infer<typeof GoldEntitySchema>;

const GoldStatementSchema = z.object({
  sentence: z.int(),
  quote: z.string(),
  subject: z.string(),
  predicate: PredicateSchema,
  object: z.string(),
  negated: z.boolean().default(false),
  modality: ModalitySchema.default("actual"),
  date: PartialDateSchema.nullish(),
  core: z.boolean().default(true),
});

const GoldArticleSchema = z.object({
  id: z.string().min(1),
  title: z.string().default(""),
  source: z.string().nullish(),
  publishedAt: PartialDateSchema,
  text: z.string().min(1),
  entities: z.array(GoldEntitySchema),
  statements: z.array(GoldStatementSchema),
});

/** One annotated statement with its ends. `core` ones are required, others allowed. */
export interface GoldStatement extends z.infer<typeof GoldStatementSchema> {
  s: GoldEntity;
  o: GoldEntity;
}

/** One annotated article. */
export interface GoldArticle {
  article: Article;
  entities: GoldEntity[];
  statements: GoldStatement[];
}

/** Gold that cannot be read, with its line and what is wrong. */
export class GoldError extends Error {
  override name = "GoldError";
}

/** Reads annotated articles from a JSONL file. Throws GoldError naming file and line. */
export function readGold(file: string): GoldArticle[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new GoldError(`${file} cannot be read: ${(cause as Error).message}`, { cause });
  }
  return text
    .split(/\r?\n/)
    .flatMap((line, i) => (line.trim() === "" ? [] : [parseGold(line, `${file} line ${i + 1}`)]));
}

function parseGold(line: string, place: string): GoldArticle {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (cause) {
    throw new GoldError(`${place} is no JSON: ${(cause as Error).message}`, { cause });
  }
  const result = GoldArticleSchema.safeParse(raw);
  if (!result.success)
    throw new GoldError(`${place} is no annotated article: ${z.prettifyError(result.error)}`);
  const { entities, statements, ...article } = result.data;
  const byId = new Map(entities.map((e) => [e.id, e]));
  const end = (id: string): GoldEntity => {
    const entity = byId.get(id);
    if (entity === undefined)
      throw new GoldError(`${place}: a statement names ${id}, which its entities lack`);
    return entity;
  };
  return {
    article: { ...article, url: null, source: article.source ?? null },
    entities,
    statements: statements.map((g) => ({ ...g, s: end(g.subject), o: end(g.object) })),
  };
}

export type Half = "work" | "check";

/** The half that an article belongs to, by its id alone: what is looked at, and what only checks. */
export function halfOf(id: string): Half {
  const first = createHash("sha256").update(`entente:${id}`).digest()[0] ?? 0;
  return first % 2 === 0 ? "work" : "check";
}
