import { useState } from "preact/hooks";
import type { GraphEdge, ResponseOf } from "../../ontology/index.js";
import { call } from "../api/client.js";
import { EntityMark } from "../graph/entity-mark.js";
import { latest, useResource } from "../state/resource.js";
import { choose, go, selection } from "../state/view.js";
import { Failed, Loading } from "../ui/states.js";
import { count, dateWords, ENTITY_NAMES, relationPhrase } from "../ui/words.js";
import { ArticleLink } from "./article-link.js";
import { EntityLink } from "./entity-link.js";
import { StatementList } from "./statement-list.js";

type Detail = ResponseOf<"getEntity">;

const FIRST_EDGES = 10;

/** One entity: what it is called, its relations, the statements that name it and the articles. */
export function NodePanel({ id }: { id: string }) {
  const [all, setAll] = useState(false);
  const answer = useResource(id, (signal) => call("getEntity", { params: { id }, signal }));
  const detail = latest(answer);
  if (answer.status === "failed") return <Failed error={answer.error} retry={answer.retry} />;
  if (!detail) return <Loading what="the entity" />;
  const { entity, articles } = detail;
  const { focus, from, to, minConfidence } = selection.value;
  return (
    <>
      <header class="panel-head">
        <p class="overline">
          <EntityMark type={entity.type} /> {ENTITY_NAMES[entity.type][0]}
          {entity.country && entity.country !== entity.id && <> · {entity.country}</>}
        </p>
        <h2>
          <bdi>{entity.name}</bdi>
        </h2>
        {entity.aliases.length > 0 && (
          <p class="aliases">
            also <bdi>{entity.aliases.slice(0, 12).join(", ")}</bdi>
            {entity.aliases.length > 12 && ` and ${entity.aliases.length - 12} more`}
          </p>
        )}
        <p class="id">
          <code>{entity.id}</code> · {count(entity.statements, "statement")} ·{" "}
          {count(articles.length, "article")}
        </p>
        <div class="buttons">
          <button type="button" onClick={() => choose({ focus: [id], hops: 1 })}>
            Focus on it alone
          </button>
          {!focus.includes(id) && (
            <button type="button" onClick={() => choose({ focus: [...focus, id] })}>
              Add to the focus
            </button>
          )}
        </div>
      </header>
      <details class="section" open>
        <summary>Relations ({detail.edges.length})</summary>
        <ul class="edge-list">
          {detail.edges.slice(0, all ? undefined : FIRST_EDGES).map((edge) => (
            <EdgeLine key={edge.key} edge={edge} detail={detail} />
          ))}
        </ul>
        {detail.edges.length > FIRST_EDGES && !all && (
          <button type="button" class="quiet" onClick={() => setAll(true)}>
            All {detail.edges.length}
          </button>
        )}
      </details>
      <details class="section">
        <summary>Articles that mention it ({articles.length})</summary>
        <ul class="article-list">
          {articles.map((article) => (
            <li key={article.id}>
              <ArticleLink article={article} /> <span class="count">{article.count}×</span>
            </li>
          ))}
        </ul>
      </details>
      <StatementList
        query={{ entity: id, minConfidence, ...(from ? { from } : {}), ...(to ? { to } : {}) }}
      />
    </>
  );
}

function EdgeLine({ edge, detail }: { edge: GraphEdge; detail: Detail }) {
  const { id } = detail.entity;
  const nameOf = (end: string) =>
    end === id ? detail.entity.name : (detail.neighbours.find((node) => node.id === end)?.name ?? end);
  return (
    <li>
      <span class={`dot plover-${(edge.plover ?? "RELATION").toLowerCase()}`} aria-hidden="true" />
      <span>
        {edge.source === id ? (
          <bdi>{nameOf(id)}</bdi>
        ) : (
          <EntityLink id={edge.source} name={nameOf(edge.source)} />
        )}{" "}
        <button type="button" class="link" onClick={() => go({ edge: edge.key, node: null, pair: null })}>
          {relationPhrase(edge.predicate, edge.negated, edge.modality)}
        </button>{" "}
        {edge.target === id ? (
          <bdi>{nameOf(id)}</bdi>
        ) : (
          <EntityLink id={edge.target} name={nameOf(edge.target)} />
        )}
      </span>
      <span class="count" title={`first ${dateWords(edge.first)}, last ${dateWords(edge.last)}`}>
        {edge.statements}
      </span>
    </li>
  );
}
