import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import {
  cypherSource,
  EXPORTERS,
  type Exporter,
  type ExportOptions,
  type ExportSource,
  exporterNamed,
  selectionSource,
} from "../exchange/index.js";
import { MEASURES, type Measure } from "../graph/index.js";
import { SelectionSchema } from "../ontology/index.js";
import { tableToGraph } from "../server/index.js";
import type { GraphStore } from "../store/index.js";
import { CannotRun } from "./exit.js";
import { selectionFrom, selectionOptions, storeOption } from "./options.js";
import { many, note } from "./output.js";
import { withExistingStore } from "./store.js";

/** A folder with both files of the bulk importer. */
const BULK = "neo4j-admin";

const EXAMPLES = `
Examples:
  entente export --focus IRN,AZE,ARM --from 2020 --format gexf -o caucasus.gexf      for Gephi
  entente export --focus IRN --predicates OPPOSES,THREATENED --format edges-csv
  entente export --negated exclude --modality actual --measures all -o facts.graphml
  entente export --cypher 'MATCH p = (:Country {id: "IRN"})-[:OPPOSES]->() RETURN p' -o opposed.gexf
  entente export --format neo4j-admin -o bulk/                                        the whole store

Formats:
${EXPORTERS.map(({ name, description }) => `  ${name.padEnd(20)} ${description}`).join("\n")}
  ${BULK.padEnd(20)} a folder with the two files above for neo4j-admin database import full
`;

interface Options extends Record<string, unknown> {
  store: string;
  format?: string;
  output?: string;
  cypher?: string;
  perStatement?: boolean;
  measures?: string;
}

/** `entente export`: a selection, or what a query gives, as a file. */
export function exportCommand(): Command {
  const command = new Command("export")
    .description("write a part of the graph as a file for Gephi, NetworkX, Neo4j, R, …")
    .addOption(storeOption())
    .option("-f, --format <format>", "see below (default: from the name given to --output, else gexf)")
    .option("-o, --output <file>", "file to write (default: standard output)")
    .addOption(
      new Option("--cypher <query>", "export the nodes and relationships that this query gives").conflicts(
        "focus",
      ),
    )
    .option("--per-statement", "one edge a statement, with its date, instead of one an aggregate")
    .option("--measures <names>", `measures of the nodes: ${MEASURES.join(", ")}, or all`);
  for (const option of selectionOptions()) command.addOption(option);
  return command
    .addHelpText("after", EXAMPLES)
    .action((options: Options) => withExistingStore(options.store, (store) => write(store, options)));
}

async function write(store: GraphStore, options: Options): Promise<void> {
  const exportOptions = {
    perStatement: options.perStatement ?? false,
    measures: measuresFrom(options.measures),
  };
  const source = await sourceOf(store, options);
  if (options.format === BULK) return writeBulk(source, options.output);
  const exporter = exporterFor(options);
  await writeOne(exporter, source, exportOptions, options.output);
}

async function sourceOf(store: GraphStore, options: Options): Promise<ExportSource> {
  const made = `entente ${process.argv.slice(2).join(" ")}`;
  if (options.format?.startsWith("neo4j-")) return selectionSource(store, SelectionSchema.parse({}), made);
  if (options.cypher === undefined) return selectionSource(store, selectionFrom(options), made);
  const limits = { timeoutMs: 60_000, maxRows: 50_000, maxBytes: 256 * 1024 * 1024 };
  const table = await store.query(options.cypher, {}, limits);
  if (table.truncated) note(`the query's result was cut after ${many(table.rows.length, "row")}`);
  return cypherSource(tableToGraph(table), options.cypher);
}

function exporterFor({ format, output }: Options): Exporter {
  const extension = output === undefined ? "" : extname(output).slice(1);
  const exporter =
    format === undefined ? EXPORTERS.find((known) => known.extension === extension) : exporterNamed(format);
  if (exporter !== undefined) return exporter;
  if (format === undefined && extension === "") return exporterFor({ format: "gexf" } as Options);
  const wrong =
    format === undefined
      ? `no format has the extension .${extension}: give --format`
      : `there is no format "${format}"`;
  throw new CannotRun(`${wrong}; there are ${[...EXPORTERS.map(({ name }) => name), BULK].join(", ")}`);
}

async function writeBulk(source: ExportSource, folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new CannotRun(`--format ${BULK} writes a folder: name it with --output`);
  for (const part of ["nodes", "relationships"]) {
    const exporter = exporterNamed(`neo4j-${part}`);
    if (exporter !== undefined) await writeOne(exporter, source, {}, join(folder, `${part}.csv`));
  }
  note(
    `Import with: neo4j-admin database import full --nodes=${join(folder, "nodes.csv")} --relationships=${join(folder, "relationships.csv")} --multiline-fields=true`,
  );
}

/** Writes beside the file and renames at the end, so that a broken run leaves no half file under its name. */
async function writeOne(
  exporter: Exporter,
  source: ExportSource,
  options: ExportOptions,
  file: string | undefined,
): Promise<void> {
  const chunks = Readable.from(exporter.write(source, options));
  if (file === undefined) return pipeline(chunks, process.stdout, { end: false });
  await mkdir(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  try {
    await pipeline(chunks, createWriteStream(partial));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  note(`wrote ${file} (${exporter.title})`);
}

function measuresFrom(written: string | undefined): Measure[] {
  if (written === undefined) return [];
  if (written === "all") return [...MEASURES];
  return written.split(",").map((name) => {
    const measure = MEASURES.find((known) => known === name.trim());
    if (measure === undefined)
      throw new CannotRun(`--measures: "${name}" is none of ${MEASURES.join(", ")}, all`);
    return measure;
  });
}
