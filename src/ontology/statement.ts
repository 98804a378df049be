import { z } from "zod";
import { PartialDateSchema } from "./dates.js";
import { EntityRefSchema } from "./entity.js";
import { PloverSchema, PredicateSchema } from "./predicate.js";

export const MODALITIES = ["actual", "intended", "hypothetical", "claimed"] as const;
export const ModalitySchema = z.enum(MODALITIES);
export type Modality = z.infer<typeof ModalitySchema>;

/** Where a statement's date comes from: the text names it, the text implies it, or only the publication day is known. */
export const DATE_BASES = ["stated", "inferred", "publication"] as const;

/** `text.slice(start, end) === quote`, where text is the article's body (its title for `sentence` -1). */
export const EvidenceSchema = z.object({
  quote: z.string().min(1),
  /** Counts from 0 over the body; -1 for the title. */
  sentence: z.int().min(-1),
  start: z.int().min(0),
  end: z.int().min(1),
});
export type Evidence = z.infer<typeof EvidenceSchema>;

/**
 * Least confidence that a statement is given out with where the caller does not say. Between 0.4 and 0.55
 * F1 hardly moves on articles left out of the fit, while precision grows, and a wrong edge costs more than
 * a missing one.
 */
export const DEFAULT_MIN_CONFIDENCE = 0.5;

/** One thing that one sentence of one article says: a line of `entente extract`. */
export const StatementSchema = z.object({
  id: z.string().min(1),
  articleId: z.string().min(1),
  subject: EntityRefSchema,
  predicate: PredicateSchema,
  object: EntityRefSchema,
  negated: z.boolean(),
  modality: ModalitySchema,
  /** When it happened (not when it was said); null where neither the text nor the article gives a day. */
  date: PartialDateSchema.nullable(),
  dateBasis: z.enum(DATE_BASES).nullable(),
  /** Who is reported as saying it, apart from who does it. */
  speaker: EntityRefSchema.nullable(),
  /** HOLDS_OFFICE only: the title as written, without the country. */
  role: z.string().nullable().default(null),
  plover: PloverSchema.nullable(),
  /** CAMEO event code, two to four digits. */
  cameo: z
    .string()
    .regex(/^\d{2,4}$/)
    .nullable(),
  /** Goldstein scale, -10 (conflict) to 10 (cooperation). */
  goldstein: z.number().min(-10).max(10).nullable(),
  evidence: EvidenceSchema,
  /** Calibrated share of such statements that are right, 0 to 1. */
  confidence: z.number().min(0).max(1),
  extractor: z.string().min(1),
  /** The frame or rule that made it, as named in `data/`. */
  frame: z.string().nullable().default(null),
});
export type Statement = z.infer<typeof StatementSchema>;
