import { z } from "zod";
import type { Modality } from "../../ontology/index.js";
import { readData } from "../lexicon.js";

const words = z.array(z.string().min(1));
const GovernorSchema = z.strictObject({
  words,
  negates: z.boolean().default(false),
  weak: z.boolean().default(false),
  ends: z.boolean().default(false),
  asks: z.boolean().default(false),
  threatens: z.boolean().default(false),
  modality: z.enum(["intended", "hypothetical"]).optional(),
});
/** What a governing word does to what it governs. */
export type Governor = z.infer<typeof GovernorSchema>;

const ScopeSchema = z.strictObject({
  negators: words,
  auxiliaries: z.strictObject({ intended: words, hypothetical: words }),
  conditional: words,
  "hypothetical-marks": words,
  modifiers: z.strictObject({ intended: words, hypothetical: words, claimed: words }),
  governors: z.array(GovernorSchema),
  nominal: z.array(GovernorSchema),
  reports: z.strictObject({ neutral: words, claim: words, deny: words }),
  certain: words,
  hearsay: words,
  promises: words,
  communiques: words,
});

/** What a verb of reporting does to what it reports. */
export type ReportKind = "neutral" | "claim" | "deny";

/** The words of data/scope.yaml, each under what it does. */
export interface ScopeLexicon {
  negators: ReadonlySet<string>;
  auxiliaries: ReadonlyMap<string, Modality>;
  conditional: ReadonlySet<string>;
  hypotheticalMarks: ReadonlySet<string>;
  modifiers: ReadonlyMap<string, Modality>;
  governors: ReadonlyMap<string, Governor>;
  nominal: ReadonlyMap<string, Governor>;
  reports: ReadonlyMap<string, ReportKind>;
  /** Verbs of reporting whose passive vouches for what is reported ("is known to"). */
  certain: ReadonlySet<string>;
  /** Nouns whose content is no more than what somebody says. */
  hearsay: ReadonlySet<string>;
  /** Verbs that only promise what their object names. */
  promises: ReadonlySet<string>;
  /** Words in the title of a text that records one meeting. */
  communiques: ReadonlySet<string>;
}

/** Reads data/scope.yaml. Throws LexiconError naming the field. */
export function loadScope(): ScopeLexicon {
  const data = readData("scope.yaml", ScopeSchema);
  const by = <T>(lists: Record<string, readonly string[]>, value: (key: string) => T): Map<string, T> =>
    new Map(Object.entries(lists).flatMap(([key, list]) => list.map((w): [string, T] => [w, value(key)])));
  const governors = (list: readonly Governor[]): Map<string, Governor> => {
    const map = new Map<string, Governor>();
    for (const g of list) for (const w of g.words) if (!map.has(w)) map.set(w, g);
    return map;
  };
  return {
    negators: new Set(data.negators),
    auxiliaries: by(data.auxiliaries, (k) => k as Modality),
    conditional: new Set(data.conditional),
    hypotheticalMarks: new Set(data["hypothetical-marks"]),
    modifiers: by(data.modifiers, (k) => k as Modality),
    governors: governors(data.governors),
    nominal: governors(data.nominal),
    reports: by(data.reports, (k) => k as ReportKind),
    certain: new Set(data.certain),
    hearsay: new Set(data.hearsay),
    promises: new Set(data.promises),
    communiques: new Set(data.communiques),
  };
}

let reports: ReadonlyMap<string, ReportKind> | null = null;

/** What a verb does to what it reports; undefined for others. The list is read when first asked for. */
export function reportKindOf(lemma: string): ReportKind | undefined {
  reports ??= loadScope().reports;
  return reports.get(lemma.toLowerCase());
}
