import { useState } from "preact/hooks";
import { call } from "../api/client.js";
import { ArticleLink } from "../evidence/article-link.js";
import { reload } from "../state/graph.js";
import { latest, useResource } from "../state/resource.js";
import { Empty, Failed, Loading } from "../ui/states.js";
import { count } from "../ui/words.js";

const PAGE = 50;

/** The articles in the store, newest first; each opens in the reader. */
export function ArticleShelf() {
  const [q, setQ] = useState("");
  const [limit, setLimit] = useState(PAGE);
  const [removed, setRemoved] = useState(0);
  const answer = useResource(JSON.stringify([q, limit, removed]), (signal) =>
    call("listArticles", { query: { ...(q === "" ? {} : { q }), limit }, signal }),
  );
  const data = latest(answer);
  const remove = async (id: string) => {
    if (!confirm("Remove this article, and what only it supports?")) return;
    await call("removeArticle", { params: { id } });
    setRemoved(removed + 1);
    reload();
  };
  return (
    <>
      <header class="report-head">
        <h2>In the store {data && <span class="count">{count(data.total, "article")}</span>}</h2>
        <input
          type="search"
          aria-label="Search titles"
          placeholder="Search titles"
          value={q}
          onInput={(event) => setQ(event.currentTarget.value)}
        />
      </header>
      {answer.status === "failed" && <Failed error={answer.error} retry={answer.retry} />}
      {answer.status === "loading" && !data && <Loading what="the articles" />}
      {data?.total === 0 && (
        <Empty title={q === "" ? "The store is empty" : "No title has that"}>
          {q === ""
            ? "Paste an article or drop files, and they will be listed here."
            : "Try a shorter part of it."}
        </Empty>
      )}
      <ul class="article-list">
        {data?.articles.map((article) => (
          <li key={article.id}>
            <ArticleLink article={article} />
            <span class="count">{count(article.statements, "statement")}</span>
            <button
              type="button"
              class="quiet"
              onClick={() => void remove(article.id)}
              aria-label={`Remove ${article.title || article.id}`}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      {data && data.total > data.articles.length && limit < 1_000 && (
        <button type="button" class="more" onClick={() => setLimit(Math.min(limit + 2 * PAGE, 1_000))}>
          Show more of {data.total}
        </button>
      )}
    </>
  );
}
