import type { Response, Router } from "express";
import type { z } from "zod";
import { type CypherInputSchema, ENDPOINTS, type LibraryQuery } from "../../ontology/index.js";
import { listQueries, type Table } from "../../store/index.js";
import type { Context } from "../context.js";
import { mount } from "../endpoint.js";
import { Gate } from "../gate.js";
import { libraryParameters } from "../library.js";
import { notFound } from "../problems.js";
import { tableToCsv, tableToGraph } from "../results.js";

type Run = Omit<z.output<typeof CypherInputSchema>, "query">;

/** Bytes of a result after which it is cut. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Each runs in a process or transaction of its own, which takes memory. */
const CONCURRENT_QUERIES = 4;
const WAITING_QUERIES = 32;

/** Ad-hoc Cypher and the library of queries. */
export function cypherRoutes(router: Router, { store }: Context): void {
  const gate = new Gate(CONCURRENT_QUERIES, WAITING_QUERIES);
  const run = async (
    query: string,
    { parameters, limit, timeoutMs, format }: Run,
    signal: AbortSignal,
    res: Response,
  ) => {
    const limits = { timeoutMs, maxRows: limit, maxBytes: MAX_BYTES, signal };
    const table = await gate.run(() => store.query(query, parameters, limits), signal);
    return answer(table, format, res);
  };

  mount(router, ENDPOINTS.runCypher, ({ body, signal, res }) => run(body.query, body, signal, res));

  mount(router, ENDPOINTS.listQueries, async () => ({ queries: listQueries() }));

  mount(router, ENDPOINTS.getQuery, async ({ params }) => known(params.name));

  mount(router, ENDPOINTS.runQuery, ({ params, body, signal, res }) => {
    const query = known(params.name);
    return run(query.cypher, { ...body, parameters: libraryParameters(query, body.parameters) }, signal, res);
  });
}

function known(name: string): LibraryQuery {
  const query = listQueries().find((known) => known.name === name);
  if (query === undefined)
    throw notFound(`there is no query "${name}" in the library; /api/queries lists them`);
  return query;
}

function answer(table: Table, format: Run["format"], res: Response) {
  if (format === "table") return table;
  if (format === "graph") return tableToGraph(table);
  res.set("X-Truncated", String(table.truncated));
  res.type("text/csv").send(tableToCsv(table));
  return undefined;
}
