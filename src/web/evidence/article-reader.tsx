import { useEffect, useRef, useState } from "preact/hooks";
import type { ArticleDetail, Mention } from "../../ontology/index.js";
import { call } from "../api/client.js";
import { useResource } from "../state/resource.js";
import { go, view } from "../state/view.js";
import { Failed, Loading } from "../ui/states.js";
import { count, dateWords } from "../ui/words.js";
import { ArticleText } from "./article-text.js";
import { Findings } from "./findings.js";
import { Resolution } from "./resolution.js";

/** An article over the page: its text with every statement marked, and beside it what was read from it. */
export function ArticleReader({ id }: { id: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = useResource(id, (signal) => call("getArticle", { params: { id }, signal }));
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => go({ article: null, statement: null });
  return (
    <dialog
      ref={dialog}
      class="reader"
      aria-label="Article"
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <button type="button" class="icon close" aria-label="Close the article" onClick={close}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
        </svg>
      </button>
      {answer.status === "failed" && <Failed error={answer.error} retry={answer.retry} />}
      {answer.status === "loading" && <Loading what="the article" />}
      {answer.status === "ready" && <Pages detail={answer.data} />}
    </dialog>
  );
}

function Pages({ detail }: { detail: ArticleDetail }) {
  const { article, statements, mentions, entities } = detail;
  const [mention, setMention] = useState<Mention | null>(null);
  const chosen = view.value.statement;
  const choose = (statement: string) => go({ statement }, { replace: true });
  return (
    <div class="reader-pages">
      <article class="reader-text" lang="en">
        <p class="overline">
          <bdi>{article.source ?? "unknown source"}</bdi> · {dateWords(article.publishedAt)}
          {article.url && (
            <>
              {" · "}
              <a
                href={/^https?:/.test(article.url) ? article.url : undefined}
                rel="noreferrer noopener"
                target="_blank"
              >
                original
              </a>
            </>
          )}
          {article.reprintOf !== null && " · reprint of another article, counted once with it"}
        </p>
        <ArticleText detail={detail} chosen={chosen} onStatement={choose} onMention={setMention} />
      </article>
      <aside class="reader-side">
        {mention && <Resolution mention={mention} entities={entities} onClose={() => setMention(null)} />}
        <Findings statements={statements} chosen={chosen} onChoose={choose} />
        <details class="section">
          <summary>Who is meant: {count(mentions.length, "mention")}</summary>
          <p class="hint">Why each name or pronoun was taken for its entity.</p>
          <ul class="mentions">
            {mentions.map((m) => (
              <li key={`${m.sentence}:${m.start}:${m.entityId}`}>
                <button type="button" class="link" onClick={() => setMention(m)}>
                  <bdi>{m.text}</bdi>
                </button>{" "}
                → <bdi>{entities.find(({ id }) => id === m.entityId)?.name ?? m.entityId}</bdi>{" "}
                <small>{m.rule}</small>
              </li>
            ))}
          </ul>
        </details>
      </aside>
    </div>
  );
}
