import type { DbSchema, Neo4jFunction } from "@neo4j-cypher/language-support";
import { ENTITY_TYPES, PREDICATES } from "../../ontology/index.js";

/** Relationship types between entities: one for each affirmed relation, and one for all that is qualified. */
const BETWEEN_ENTITIES = [...PREDICATES, "QUALIFIED"];

/** Functions that both stores have: signature, what it gives, what it does. */
const FUNCTIONS: readonly (readonly [signature: string, gives: string, does: string])[] = [
  ["count(expression)", "INTEGER", "How many values are not null"],
  ["collect(expression)", "LIST", "All values as a list"],
  ["sum(expression)", "NUMBER", "Sum"],
  ["avg(expression)", "FLOAT", "Mean"],
  ["min(expression)", "ANY", "Smallest"],
  ["max(expression)", "ANY", "Greatest"],
  ["size(list)", "INTEGER", "Length of a list or text"],
  ["head(list)", "ANY", "First element"],
  ["last(list)", "ANY", "Last element"],
  ["coalesce(first, second)", "ANY", "First value that is not null"],
  ["toLower(text)", "STRING", "In lower case"],
  ["toUpper(text)", "STRING", "In upper case"],
  ["substring(text, start, length)", "STRING", "Part of a text; year of a date: substring(s.date, 0, 4)"],
  ["split(text, delimiter)", "LIST<STRING>", "Parts of a text"],
  ["trim(text)", "STRING", "Without spaces at its ends"],
  ["toInteger(value)", "INTEGER", "As an integer"],
  ["toFloat(value)", "FLOAT", "As a float"],
  ["toString(value)", "STRING", "As text"],
  ["round(number)", "FLOAT", "Rounded"],
  ["abs(number)", "NUMBER", "Without sign"],
  ["labels(node)", "LIST<STRING>", "Labels of a node"],
  ["type(relationship)", "STRING", "Type of a relationship"],
  ["properties(element)", "MAP", "All properties"],
  ["keys(element)", "LIST<STRING>", "Names of the properties"],
  ["nodes(path)", "LIST<NODE>", "Nodes of a path"],
  ["relationships(path)", "LIST<RELATIONSHIP>", "Relationships of a path"],
  ["length(path)", "INTEGER", "Relationships in a path"],
  ["startNode(relationship)", "NODE", "Where it starts"],
  ["endNode(relationship)", "NODE", "Where it ends"],
];

function describe([signature, gives, does]: (typeof FUNCTIONS)[number]): Neo4jFunction {
  const name = signature.slice(0, signature.indexOf("("));
  return {
    name,
    category: "",
    description: does,
    isBuiltIn: true,
    argumentDescription: [],
    returnDescription: gives,
    signature: `${signature} :: ${gives}`,
    aggregating: ["count", "collect", "sum", "avg", "min", "max"].includes(name),
    isDeprecated: false,
  };
}

const functions = Object.fromEntries(FUNCTIONS.map(describe).map((entry) => [entry.name, entry]));

/** What our graph holds, for Neo4j's checks of a query. */
export const SCHEMA: DbSchema = {
  labels: ["Entity", ...ENTITY_TYPES, "Article", "Statement"],
  relationshipTypes: [...BETWEEN_ENTITIES, "SUBJECT", "OBJECT", "SPEAKER", "FROM", "MENTIONS", "REPRINT"],
  propertyKeys: [
    ...["id", "name", "aliases", "country", "iso2", "latitude", "longitude"],
    ...["title", "text", "url", "source", "publishedAt", "sha256", "reprintOf"],
    ...["predicate", "negated", "modality", "date", "dateBasis", "role", "quote", "sentence", "start", "end"],
    ...["confidence", "plover", "cameo", "goldstein", "extractor", "frame", "event", "edge", "rollup"],
    ...[
      "key",
      "first",
      "last",
      "dates",
      "statements",
      "direct",
      "articles",
      "sources",
      "sourceNames",
      "quotes",
    ],
    ...["directed", "count", "mentions"],
  ],
  graphSchema: [
    ...BETWEEN_ENTITIES.map((relType) => ({ from: "Entity", relType, to: "Entity" })),
    { from: "Statement", relType: "SUBJECT", to: "Entity" },
    { from: "Statement", relType: "OBJECT", to: "Entity" },
    { from: "Statement", relType: "SPEAKER", to: "Entity" },
    { from: "Statement", relType: "FROM", to: "Article" },
    { from: "Article", relType: "MENTIONS", to: "Entity" },
    { from: "Article", relType: "REPRINT", to: "Article" },
  ],
};

/** The same with functions. They help completion alone: a list that is not whole would make false marks. */
export const COMPLETION_SCHEMA: DbSchema = {
  ...SCHEMA,
  functions: { "CYPHER 5": functions, "CYPHER 25": functions },
};
