import { z } from "zod";
import { ArticleSchema } from "./article.js";
import { EntitySchema, MentionSchema } from "./entity.js";
import { StatementSchema } from "./statement.js";

/** What hints that an article was read badly, counted. */
export const SignalsSchema = z.object({
  sentences: z.int(),
  /** Sentences that name two or more actors yet gave no statement. */
  silentSentences: z.int(),
  /** Pronouns and descriptions ("the two sides") that found no antecedent. */
  unresolvedMentions: z.int(),
  /** Statements with confidence below 0.5. */
  lowConfidence: z.int(),
});
export type Signals = z.infer<typeof SignalsSchema>;

/** All that is read out of one article: what a store loads. */
export const ExtractionSchema = z.object({
  article: ArticleSchema,
  /** Every entity that the statements and mentions name, once. */
  entities: z.array(EntitySchema),
  mentions: z.array(MentionSchema),
  statements: z.array(StatementSchema),
  signals: SignalsSchema,
});
export type Extraction = z.infer<typeof ExtractionSchema>;
