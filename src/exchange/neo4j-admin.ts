import { ENTITY_TYPES } from "../ontology/index.js";
import type { Cell, NodeRecord, RelationshipRecord } from "../store/index.js";
import { clean, csvLine, inPieces } from "./text.js";
import { ExportError, type Exporter } from "./types.js";

/**
 * Between the items of lists and labels: the unit separator, which is in no text of ours since control
 * characters are taken out. `neo4j-admin` is told by `--array-delimiter=U+001F`.
 */
const ITEM_SEPARATOR = "\u001f";

const COMMAND =
  "neo4j-admin database import full --array-delimiter=U+001F --multiline-fields=true --nodes=nodes.csv --relationships=relationships.csv";

/** Properties that are fractions, though a value may be whole: 1 is a confidence of 1.0. */
const FRACTIONS: ReadonlySet<string> = new Set(["confidence", "goldstein", "latitude", "longitude"]);

export const neo4jNodes: Exporter = {
  name: "neo4j-nodes",
  title: "Nodes for neo4j-admin",
  description: `All nodes of the store, for ${COMMAND}`,
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  async *write(source) {
    const columns = await propertyColumns(source.records().nodes());
    yield csvLine([":ID", ...header(columns), ":LABEL"]);
    yield* inPieces(nodeLines(source.records().nodes(), columns));
  },
};

export const neo4jRelationships: Exporter = {
  name: "neo4j-relationships",
  title: "Relationships for neo4j-admin",
  description: `All relationships of the store, for ${COMMAND}`,
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  async *write(source) {
    const columns = await propertyColumns(source.records().relationships());
    yield csvLine([":START_ID", ...header(columns), ":END_ID", ":TYPE"]);
    yield* inPieces(relationshipLines(source.records().relationships(), columns));
  },
};

/** The labels that nodes have beside that of their class. */
const ENTITY_LABELS: ReadonlySet<string> = new Set(ENTITY_TYPES);

type PropertyType = "string" | "string[]" | "boolean" | "long" | "double";
type Columns = Map<string, PropertyType>;

/** The properties that occur, in order of name, with the type that holds all their values. */
async function propertyColumns(
  records: AsyncIterable<{ properties: Record<string, Cell> }>,
): Promise<Columns> {
  const columns: Columns = new Map();
  for await (const { properties } of records) {
    for (const [name, value] of Object.entries(properties)) {
      if (value !== null) columns.set(name, common(name, columns.get(name), typeOf(name, value)));
    }
  }
  return new Map([...columns].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function typeOf(name: string, value: Cell): PropertyType {
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return "string[]";
  if (typeof value === "object")
    throw new ExportError(
      `The property "${name}" is neither a text, a number, true or false nor a list of texts.`,
    );
  if (typeof value === "number") return FRACTIONS.has(name) || !Number.isInteger(value) ? "double" : "long";
  return typeof value === "boolean" ? "boolean" : "string";
}

function common(name: string, known: PropertyType | undefined, type: PropertyType): PropertyType {
  if (known === undefined || known === type) return type;
  if ([known, type].every((one) => one === "long" || one === "double")) return "double";
  throw new ExportError(
    `The property "${name}" is a ${known} in one record and a ${type} in another; neo4j-admin wants one type.`,
  );
}

function header(columns: Columns): string[] {
  return [...columns].map(([name, type]) => `${name}:${type}`);
}

async function* nodeLines(nodes: AsyncIterable<NodeRecord>, columns: Columns): AsyncGenerator<string> {
  for await (const { labels, properties } of nodes) {
    const label = labels.find((name) => !ENTITY_LABELS.has(name)) ?? "";
    const id = importId({ label, id: String(properties.id) });
    yield line([id, ...fields(columns, properties), labels.toSorted()]);
  }
}

async function* relationshipLines(
  relationships: AsyncIterable<RelationshipRecord>,
  columns: Columns,
): AsyncGenerator<string> {
  for await (const { type, source, target, properties } of relationships) {
    yield line([importId(source), ...fields(columns, properties), importId(target), type]);
  }
}

/** Ids are unique within a class of nodes only; those of the import file have to be so among all. */
function importId({ label, id }: RelationshipRecord["source"]): string {
  return `${label}:${id}`;
}

function fields(columns: Columns, properties: Record<string, Cell>): Cell[] {
  return [...columns.keys()].map((name) => properties[name] ?? null);
}

function line(cells: readonly Cell[]): string {
  return csvLine(cells.map(field));
}

function field(cell: Cell): string | number | boolean | null {
  if (Array.isArray(cell)) return cell.map((item) => clean(String(item))).join(ITEM_SEPARATOR) || null;
  if (typeof cell === "object") return null;
  return typeof cell === "string" ? clean(cell) : cell;
}
