import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Router } from "express";
import {
  EXPORTERS,
  ExportError,
  type Exporter,
  exporterNamed,
  selectionSource,
} from "../../exchange/index.js";
import { MEASURES, type Measure } from "../../graph/index.js";
import { ENDPOINTS } from "../../ontology/index.js";
import type { Context } from "../context.js";
import { mount } from "../endpoint.js";
import { HttpProblem, notFound } from "../problems.js";

/** A selection as a file, streamed as it is written. */
export function exportRoutes(router: Router, { store }: Context): void {
  mount(router, ENDPOINTS.listExports, async () => ({
    formats: EXPORTERS.map(({ name, title, description, mediaType, extension }) => ({
      name,
      title,
      description,
      mediaType,
      extension,
    })),
  }));

  mount(router, ENDPOINTS.export, async ({ params, query, req, res, signal }) => {
    const exporter = exporterNamed(params.format);
    if (exporter === undefined) {
      throw notFound(
        `there is no export format "${params.format}"; there are ${EXPORTERS.map(({ name }) => name).join(", ")}`,
      );
    }
    const { perStatement, measures, ...selection } = query;
    const source = selectionSource(store, selection, req.originalUrl);
    const chunks = exporter.write(source, { perStatement, measures: measuresFrom(measures) });
    const started = await begin(chunks);
    res.attachment(`entente.${exporter.extension}`).type(exporter.mediaType);
    await pipeline(Readable.from(started), res, { signal });
    return undefined;
  });
}

type Chunks = ReturnType<Exporter["write"]>;

/** Waits for the first chunk, so that what cannot be exported is still answered with a problem. */
async function begin(chunks: Chunks): Promise<Chunks> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    const first = await iterator.next();
    return (async function* () {
      if (first.done) return;
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => iterator };
    })();
  } catch (error) {
    if (error instanceof ExportError) throw new HttpProblem(422, "export", error.message);
    throw error;
  }
}

function measuresFrom(written: string | undefined): Measure[] {
  if (written === undefined || written === "") return [];
  if (written === "all") return [...MEASURES];
  return written.split(",").map((name) => {
    const measure = MEASURES.find((known) => known === name.trim());
    if (measure === undefined) {
      throw new HttpProblem(
        400,
        "invalid-input",
        `query.measures: "${name}" is none of ${MEASURES.join(", ")}, all`,
      );
    }
    return measure;
  });
}
