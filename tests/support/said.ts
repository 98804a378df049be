import { createExtractor } from "../../src/extract.js";
import type { Statement } from "../../src/ontology/index.js";

const extractor = createExtractor();

/** The statements of a text of a sentence or two, without those of offices; published on Saturday, 1 March 2025 where not said otherwise. */
export function statementsOf(text: string, publishedAt = "2025-03-01"): Statement[] {
  return extractor
    .extract({ id: "text", title: "", source: null, publishedAt, url: null, text })
    .statements.filter((s) => s.predicate !== "HOLDS_OFFICE");
}

/** The same as "A PREDICATE B" and "A NOT PREDICATE B". */
export function said(text: string): string[] {
  return statementsOf(text).map(
    (s) => `${s.subject.name} ${s.negated ? "NOT " : ""}${s.predicate} ${s.object.name}`,
  );
}
