import type { ReadResult } from "../articles/index.js";
import type { Article, Extraction, Refusal } from "../ontology/index.js";

type Reader = (result: ReadResult) => Extraction | { refusal: Refusal };

/** The extractor by rules. */
async function createExtract(minConfidence: number): Promise<(article: Article) => Extraction> {
  // Loading the language model takes a moment that commands without it need not wait for.
  const { createExtractor } = await import("../extract.js");
  const extractor = createExtractor({ minConfidence });
  return (article) => extractor.extract(article);
}

/**
 * The same over what the readers give. An article that trips the extractor is refused with its id, so
 * that a long run is not lost with it.
 */
export async function createReader(minConfidence: number): Promise<Reader> {
  const extract = await createExtract(minConfidence);
  return (result) => {
    if ("refusal" in result) return result;
    const { article } = result;
    try {
      return extract(article);
    } catch (error) {
      const reason = `the extractor failed on it: ${error instanceof Error ? error.message : String(error)}`;
      return { refusal: { file: article.id, line: null, field: null, reason } };
    }
  };
}
