import { ArticleRefused } from "../articles/index.js";
import type { Article, Extraction } from "../ontology/index.js";
import type { GraphStore } from "../store/index.js";

/** What the routes work with. */
export interface Context {
  store: GraphStore;
  /** Reads an article without keeping other requests waiting. */
  extract: (article: Article) => Promise<Extraction>;
}

/** Characters of a text that is read while its sender waits: some seconds. */
const LONGEST_TEXT = 200_000;

/** The same context, whose extractor refuses what would keep other readers waiting for long. */
export function bounded(context: Context): Context {
  return {
    store: context.store,
    extract: async (article) => {
      if (article.text.length > LONGEST_TEXT) {
        const reason = `is longer than ${LONGEST_TEXT} characters: split it, or read it with entente ingest`;
        throw new ArticleRefused({ file: "request" }, reason, "text");
      }
      return context.extract(article);
    },
  };
}
