import type { Router } from "express";
import { articleFrom, articleFromText } from "../../articles/index.js";
import { ENDPOINTS } from "../../ontology/index.js";
import type { Context } from "../context.js";
import { mount } from "../endpoint.js";
import { notFound } from "../problems.js";

const REQUEST = { file: "request" };

/** Adding and removing articles. */
export function articleRoutes(router: Router, { store, extract }: Context): void {
  mount(router, ENDPOINTS.addArticle, async ({ body, query, res }) => {
    // A plain text body passes the endpoint's schema as it stands; the reader judges it.
    const sent: unknown = body;
    const article = typeof sent === "string" ? articleFromText(sent, REQUEST) : articleFrom(sent, REQUEST);
    const extraction = await extract(article);
    const load = query.dry ? null : await store.load([extraction]);
    if (query.dry) res.status(200);
    return { stored: !query.dry, extraction, load };
  });

  mount(router, ENDPOINTS.removeArticle, async ({ params }) => {
    const removed = await store.remove([params.id]);
    if (removed === 0) throw notFound(`there is no article "${params.id}"`);
    return { removed };
  });
}
