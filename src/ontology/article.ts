import { z } from "zod";
import { PartialDateSchema } from "./dates.js";

/**
 * One news article as the extractor takes it. `text` is the body with paragraphs separated by one
 * newline; every evidence offset is a UTF-16 index into it (or into `title`).
 */
export const ArticleSchema = z.object({
  id: z.string().min(1).max(500),
  title: z.string().max(2_000).default(""),
  text: z.string().min(1).max(1_000_000),
  url: z.url().max(2_000).nullable().default(null),
  source: z.string().max(300).nullable().default(null),
  publishedAt: PartialDateSchema.nullable().default(null),
});
export type Article = z.infer<typeof ArticleSchema>;
