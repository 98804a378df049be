/** Entente as a library: read articles, get entities and statements. */
export {
  createExtractor,
  type Explanation,
  type Extractor,
  type ExtractorOptions,
} from "./extract.js";
export * from "./ontology/index.js";
