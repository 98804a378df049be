import { z } from "zod";

export const ENTITY_TYPES = ["Country", "Official", "Region", "Agreement", "Organization", "Issue"] as const;
export const EntityTypeSchema = z.enum(ENTITY_TYPES);
export type EntityType = z.infer<typeof EntityTypeSchema>;

/** ISO 3166-1 alpha-3 (with the user-assigned XKX for Kosovo). */
export const CountryCodeSchema = z.string().regex(/^[A-Z]{3}$/, "expected an ISO 3166-1 alpha-3 code");

/** What a statement carries of its actors: enough to read it alone. `country` is the state that the entity belongs to or acts for. */
export const EntityRefSchema = z.object({
  id: z.string().min(1),
  type: EntityTypeSchema,
  name: z.string().min(1),
  country: CountryCodeSchema.nullable(),
});
export type EntityRef = z.infer<typeof EntityRefSchema>;

/** A node of the graph. `id` is stable and readable: `IRN`, `official/irn/abbas-araghchi`, `issue/zangezur-corridor`. */
export const EntitySchema = EntityRefSchema.extend({
  /** Every other spelling seen or known, without `name`. */
  aliases: z.array(z.string()).default([]),
  /** Country only: ISO 3166-1 alpha-2. */
  iso2: z.string().length(2).nullable().default(null),
  /** Country (and Region where known): degrees. */
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
});
export type Entity = z.infer<typeof EntitySchema>;

/** One place of an article that names an entity, and why it was taken for that entity. */
export const MentionSchema = z.object({
  entityId: z.string().min(1),
  /** Sentence of the body counted from 0; -1 for the title. */
  sentence: z.int().min(-1),
  /** UTF-16 offsets into the body, or into the title where `sentence` is -1. */
  start: z.int().min(0),
  end: z.int().min(1),
  text: z.string().min(1),
  /** The resolution rule, in words that an analyst reads: "country name", "last name", "pronoun", "counterpart of the country". */
  rule: z.string().min(1),
  /** For anaphora: the earlier mention that it was resolved to. */
  antecedent: z
    .object({ sentence: z.int().min(-1), start: z.int(), end: z.int(), text: z.string() })
    .nullable()
    .default(null),
});
export type Mention = z.infer<typeof MentionSchema>;

/** Ids of bodies that an article names only by what they are: `organization/aze/army`. */
const DESCRIBED = /^organization\/[a-z]{3}\//;

/** A name as it stands beside others: a body that is named by what it is has its state behind it ("army (AZE)"). */
export function displayName({ id, name, country }: Pick<Entity, "id" | "name" | "country">): string {
  return country !== null && DESCRIBED.test(id) ? `${name} (${country})` : name;
}
