import type { Router } from "express";
import { ENDPOINTS } from "../../ontology/index.js";
import {
  article,
  articles,
  articleTexts,
  entity,
  searchEntities,
  statements,
  stats,
  subgraph,
  timeline,
} from "../../store/index.js";
import { VERSION } from "../../version.js";
import type { Context } from "../context.js";
import { mount } from "../endpoint.js";
import { notFound } from "../problems.js";
import { sentenceAround } from "../sentences.js";

/** Reading what the store holds: articles, entities, statements, graph, timeline, counts. */
export function graphRoutes(router: Router, { store }: Context): void {
  mount(router, ENDPOINTS.listArticles, ({ query }) => articles(store, query));

  mount(router, ENDPOINTS.getArticle, async ({ params }) => {
    const found = await article(store, params.id);
    if (found === null) throw notFound(`there is no article "${params.id}"`);
    return found;
  });

  mount(router, ENDPOINTS.listEntities, ({ query }) => searchEntities(store, query));

  mount(router, ENDPOINTS.getEntity, async ({ params }) => {
    const found = await entity(store, params.id);
    if (found === null) throw notFound(`there is no entity "${params.id}"`);
    return found;
  });

  mount(router, ENDPOINTS.listStatements, async ({ query }) => {
    const { total, statements: found } = await statements(store, query);
    const texts = await articleTexts(store, [...new Set(found.map(({ articleId }) => articleId))]);
    return {
      total,
      statements: found.map((statement) => {
        return { ...statement, ...sentenceAround(statement, texts.get(statement.articleId)) };
      }),
    };
  });

  mount(router, ENDPOINTS.getGraph, ({ query }) => subgraph(store, query));

  mount(router, ENDPOINTS.getTimeline, ({ query: { pair, ...selection } }) => {
    const [a, b] = pair?.split(",") ?? [];
    return timeline(store, selection, a !== undefined && b !== undefined ? [a, b] : null);
  });

  mount(router, ENDPOINTS.getStats, async () => ({ ...(await stats(store)), version: VERSION }));
}
