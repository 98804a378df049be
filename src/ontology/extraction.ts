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

export const NO_SIGNALS: Signals = {
  sentences: 0,
  silentSentences: 0,
  unresolvedMentions: 0,
  lowConfidence: 0,
};

export function addSignals(a: Signals, b: Signals): Signals {
  return {
    sentences: a.sentences + b.sentences,
    silentSentences: a.silentSentences + b.silentSentences,
    unresolvedMentions: a.unresolvedMentions + b.unresolvedMentions,
    lowConfidence: a.lowConfidence + b.lowConfidence,
  };
}

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
