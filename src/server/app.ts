import express, { type Express, Router } from "express";
import type { Logger } from "pino";
import { ENDPOINTS, type Endpoint } from "../ontology/index.js";
import { page } from "./assets.js";
import { bounded, type Context } from "./context.js";
import { requestLog } from "./logging.js";
import { errorHandler, notFound } from "./problems.js";
import { articleRoutes } from "./routes/articles.js";
import { batchRoutes } from "./routes/batch.js";
import { cypherRoutes } from "./routes/cypher.js";
import { exportRoutes } from "./routes/export.js";
import { graphRoutes } from "./routes/graph.js";
import { systemRoutes } from "./routes/system.js";
import { loopbackNames, origins, requestLimit, requireRole, securityHeaders } from "./security.js";
import type { TokenRecord } from "./tokens.js";

export interface AppOptions extends Context {
  logger: Logger;
  /** Null: no request needs a token. */
  tokens: readonly TokenRecord[] | null;
  /** Whether to answer to loopback host names alone. */
  loopbackOnly: boolean;
  /** Origins of other sites whose pages may use the API. */
  allowedOrigins: readonly string[];
  /** API requests that one address may make in a minute. */
  requestsPerMinute: number;
}

/** The server as an express application; it listens nowhere yet. */
export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.use(requestLog(options.logger));
  app.use(securityHeaders());
  if (options.loopbackOnly) app.use(loopbackNames());
  app.use("/api", requestLimit(options.requestsPerMinute), origins(options.allowedOrigins));
  app.use(api(options));
  app.use("/api", (req) => {
    throw notFound(`there is no ${req.method} ${req.baseUrl}${req.path}; /api/docs lists what there is`);
  });
  app.use(page());
  app.use((req) => {
    throw notFound(`there is no ${req.path}`);
  });
  app.use(errorHandler);
  return app;
}

function api(options: AppOptions): Router {
  const router = Router();
  const { tokens } = options;
  const context = bounded(options);
  if (tokens !== null) {
    for (const endpoint of Object.values<Endpoint>(ENDPOINTS)) {
      router[endpoint.method](endpoint.path, requireRole(tokens, endpoint));
    }
  }
  for (const routes of [batchRoutes, articleRoutes, graphRoutes, cypherRoutes, exportRoutes, systemRoutes]) {
    routes(router, context);
  }
  return router;
}
