import { sha256, sketch } from "../graph/index.js";
import type { Extraction } from "../ontology/index.js";
import { sortedBy } from "./transaction.js";

/** An extraction with what is computed of it before a transaction is opened. */
export interface PreparedExtraction {
  extraction: Extraction;
  /** Of all that is loaded, so that a better extractor's reading of an unchanged article replaces the old one. */
  sha256: string;
  bands: string[];
}

/**
 * Hashes a batch; where it holds an article twice, the later one counts.
 * @throws Error where two statements have one id
 */
export function prepare(batch: readonly Extraction[]): PreparedExtraction[] {
  const byId = new Map(batch.map((extraction) => [extraction.article.id, extraction]));
  const articleOf = new Map<string, string>();
  for (const { article, statements } of byId.values()) {
    for (const { id } of statements) {
      const other = articleOf.get(id);
      if (other !== undefined) {
        throw new Error(
          `statement id "${id}" occurs twice: in article "${other}" and in article "${article.id}"`,
        );
      }
      articleOf.set(id, article.id);
    }
  }
  const prepared = [...byId.values()].map((extraction) => ({
    extraction,
    sha256: sha256(
      JSON.stringify([extraction.article, extraction.entities, extraction.mentions, extraction.statements]),
    ),
    bands: sketch(extraction.article.text),
  }));
  return sortedBy(prepared, ({ extraction }) => extraction.article.id);
}

/** `b00` … `b07`: the property that holds one band of a sketch. */
export function bandProperty(band: number): string {
  return `b${String(band).padStart(2, "0")}`;
}
