import type { Router } from "express";
import { ENDPOINTS } from "../../ontology/index.js";
import { StoreError } from "../../store/index.js";
import { VERSION } from "../../version.js";
import type { Context } from "../context.js";
import { DOCS_CSS, docsPage } from "../docs.js";
import { mount } from "../endpoint.js";
import { openApi } from "../openapi.js";
import { HttpProblem } from "../problems.js";

/** Liveness, readiness and the documentation. */
export function systemRoutes(router: Router, { store }: Context): void {
  mount(router, ENDPOINTS.getHealth, async () => ({
    status: "ok" as const,
    version: VERSION,
    uptimeSeconds: process.uptime(),
  }));

  mount(router, ENDPOINTS.getReady, async ({ req }) => {
    try {
      await store.ping();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      req.log.error({ err: error }, "the store does not answer");
      const detail = error instanceof StoreError ? error.message : "the store does not answer";
      throw new HttpProblem(503, "store", detail);
    }
    return { status: "ready" as const, store: store.kind };
  });

  const document = openApi();
  router.get("/api/openapi.json", (_req, res) => {
    res.json(document);
  });
  const docs = docsPage();
  router.get("/api/docs", (_req, res) => {
    res.type("html").send(docs);
  });
  router.get("/api/docs.css", (_req, res) => {
    res.type("css").send(DOCS_CSS);
  });
}
