import type { ArticleSummary } from "../../ontology/index.js";
import { go } from "../state/view.js";
import { dateWords } from "../ui/words.js";

/** An article by title, source and day; opens it in the reader. */
export function ArticleLink({ article, statement }: { article: ArticleSummary; statement?: string }) {
  return (
    <button
      type="button"
      class="link article-link"
      onClick={() => go({ article: article.id, statement: statement ?? null })}
    >
      <bdi>{article.title || article.id}</bdi>
      <small>
        <bdi>{article.source ?? "unknown source"}</bdi>, {dateWords(article.publishedAt)}
        {article.reprintOf !== null && " · reprint"}
      </small>
    </button>
  );
}
