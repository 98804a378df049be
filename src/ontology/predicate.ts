import { z } from "zod";

/**
 * The relations that statements may assert. Their meaning, PLOVER class and CAMEO roots are those of
 * the annotation rules; the CAMEO codes and Goldstein weights stand in `data/cameo.tsv`.
 */
export const PREDICATES = [
  "SUPPORTS",
  "OPPOSES",
  "SIGNED_WITH",
  "SIGNED",
  "COOPERATES_WITH",
  "MET_WITH",
  "VISITED",
  "MEDIATED",
  "AIDED",
  "YIELDED_TO",
  "REQUESTED",
  "ACCUSED",
  "THREATENED",
  "PROTESTED",
  "MOBILIZED",
  "SANCTIONED",
  "COERCED",
  "ATTACKED",
  "PART_OF",
  "MEMBER_OF",
  "HOLDS_OFFICE",
] as const;

export const PredicateSchema = z.enum(PREDICATES);
export type Predicate = z.infer<typeof PredicateSchema>;

/** A statement with one of these says the same of both sides; it is stored once, subject first in the text. */
export const SYMMETRIC_PREDICATES: ReadonlySet<Predicate> = new Set([
  "SIGNED_WITH",
  "MET_WITH",
  "COOPERATES_WITH",
]);

/** The event classes of PLOVER; null for the relations that are no events (PART_OF, MEMBER_OF, HOLDS_OFFICE). */
export const PLOVER_CLASSES = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "MOBILIZE",
  "SANCTION",
  "COERCE",
  "ASSAULT",
] as const;

export const PloverSchema = z.enum(PLOVER_CLASSES);
export type Plover = z.infer<typeof PloverSchema>;
