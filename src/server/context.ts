import type { Article, Extraction } from "../ontology/index.js";
import type { GraphStore } from "../store/index.js";

/** What the routes work with. */
export interface Context {
  store: GraphStore;
  extract: (article: Article) => Extraction;
}
