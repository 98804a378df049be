import { edgesCsv, nodesCsv } from "./csv.js";
import { cypherScript } from "./cypher.js";
import { gexf } from "./gexf.js";
import { cyjs, graphologyJson, nodeLinkJson } from "./graph-json.js";
import { graphml } from "./graphml.js";
import { statementsNdjson } from "./ndjson.js";
import { neo4jNodes, neo4jRelationships } from "./neo4j-admin.js";
import { turtle } from "./turtle.js";
import type { Exporter } from "./types.js";

/** Every way out, the commonest first. */
export const EXPORTERS: readonly Exporter[] = [
  gexf,
  graphml,
  nodesCsv,
  edgesCsv,
  graphologyJson,
  nodeLinkJson,
  cyjs,
  statementsNdjson,
  turtle,
  cypherScript,
  neo4jNodes,
  neo4jRelationships,
];

export function exporterNamed(name: string): Exporter | undefined {
  return EXPORTERS.find((exporter) => exporter.name === name);
}
