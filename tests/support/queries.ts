import { seededRandom } from "../../src/graph/random.js";

/** A generated read query over our schema; `ordered` where its ORDER BY leaves no ties. */
export interface GeneratedQuery {
  text: string;
  params: Record<string, unknown>;
}

type Rand = () => number;
const pick = <T>(list: readonly T[], rand: Rand): T => list[Math.floor(rand() * list.length)] as T;

/** Patterns with what they bind. */
const PATTERNS = [
  ["(a:Country)-[r:SUPPORTS]->(b:Country)", "ab", "r"],
  ["(a:Entity)-[r:OPPOSES|ACCUSED]->(b:Entity)", "ab", "r"],
  ["(a:Country)-[r]->(b:Issue)", "ab", "r"],
  ["(a:Official)-[r:MET_WITH|VISITED]-(b:Country)", "ab", "r"],
  ["(a:Entity {id: 'IRN'})-[r]-(b:Entity)", "ab", "r"],
  ["(a:Organization)<-[r:QUALIFIED]-(b:Entity)", "ab", "r"],
  ["(a:Entity)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(b:Country)", "ab", "s"],
  ["(s:Statement {predicate: 'ATTACKED'})-[:SUBJECT]->(a:Entity)", "a", "s"],
  ["(s:Statement)-[:FROM]->(d:Article), (s)-[:SPEAKER]->(a:Official)", "a", "s"],
  ["(d:Article)-[m:MENTIONS]->(a:Country)", "a", "m"],
  ["(a:Region)", "a", ""],
  ["(a:Country)-[:SIGNED_WITH*1..2]-(b:Country {id: 'ARM'})", "ab", ""],
] as const;

const NODE_TESTS = [
  "X.country = $country",
  "X.id IN $ids",
  "X.country IS NULL",
  "NOT X:Issue",
  "X:Country OR X:Official",
  "toLower(X.name) CONTAINS 'a'",
  "X.name STARTS WITH 'A' OR X.name ENDS WITH 'a'",
  "size(X.aliases) > 0",
  "'Tehran' IN X.aliases",
  "any(n IN X.aliases WHERE n STARTS WITH 'T')",
  "X.latitude > 35",
  "EXISTS { (X)-[:SUPPORTS]->() }",
  "NOT EXISTS { (X)-[:ATTACKED]->(:Country) }",
  "COUNT { (X)-[:OPPOSES]->() } >= 2",
  "(X)-[:ACCUSED]->()",
  "X.name =~ '.*[aeiou]$'",
  "coalesce(X.country, 'none') <> 'none'",
];
const EDGE_TESTS = [
  "X.statements > 1",
  "X.sources >= 1 AND X.confidence > 0.6",
  "X.first >= '2018' AND X.last < '2024-06'",
  "X.goldstein < 0 OR X.goldstein IS NULL",
  "X.negated = false",
  "type(X) IN ['SUPPORTS', 'OPPOSES', 'QUALIFIED']",
  "'2020' IN X.dates",
  "all(d IN X.dates WHERE d > '2015')",
  "X.modality <> 'actual'",
];
const STATEMENT_TESTS = [
  "X.date >= $from AND X.date < '2024'",
  "left(X.date, 4) = '2020'",
  "X.negated",
  "NOT X.negated AND X.modality = 'claimed'",
  "X.confidence BETWEEN_PLACEHOLDER",
  "X.plover IN ['AGREE', 'CONSULT', 'ASSAULT']",
  "X.speakerless IS NULL",
  "X.rollup IS NOT NULL",
  "X.event ENDS WITH substring(X.date, 0, 10)",
  "X.quote CONTAINS ' in '",
].map((test) =>
  test.replace("X.confidence BETWEEN_PLACEHOLDER", "X.confidence >= 0.4 AND X.confidence <= 0.7"),
);

const NODE_VALUES = [
  "X.id",
  "X.name",
  "X.country",
  "size(X.aliases)",
  "head(X.aliases)",
  "X.aliases[0..1]",
  "toUpper(left(X.name, 3))",
  "X.latitude",
  "CASE WHEN X:Country THEN 'state' ELSE 'other' END",
  "X {.id, .name, n: size(X.name)}",
];
const EDGE_VALUES = [
  "X.statements",
  "X.confidence",
  "X.first",
  "size(X.dates)",
  "type(X)",
  "X.dates",
  "X.statements * 2 + 1",
  "X.key",
  "X.goldstein",
];
const STATEMENT_VALUES = [
  "X.predicate",
  "left(X.date, 7)",
  "X.confidence",
  "X.negated",
  "X.date",
  "toInteger(substring(X.date, 0, 4)) % 10",
  "size(split(X.quote, ' '))",
  "X.goldstein",
];
const NODE_AGGREGATES = [
  "count(*)",
  "count(DISTINCT X)",
  "count(DISTINCT X.country)",
  "min(X.name)",
  "max(X.id)",
  "size(collect(DISTINCT X.id))",
];
const EDGE_AGGREGATES = ["sum_of", "max(X.confidence)", "min(X.first)", "count(X.goldstein)", "avg_of"].map(
  (a) =>
    a
      .replace("sum_of", "coalesce(sum(X.statements), 0)")
      .replace("avg_of", "floor(avg(X.confidence) * 1000)"),
);
const STATEMENT_AGGREGATES = [
  "count(X)",
  "count(DISTINCT X.event)",
  "min(X.date)",
  "max(X.confidence)",
  "count(CASE WHEN X.negated THEN 1 END)",
  "collect(DISTINCT X.plover)",
];

/** A read query over our schema that has one right answer, made from a seed. */
export function generateQuery(seed: number): GeneratedQuery {
  const rand = seededRandom(seed);
  const [pattern, nodes, other] = pick(PATTERNS, rand);
  const node = pick([...nodes], rand);
  const isStatement = other === "s";
  const isEdge = other === "r";
  const tests = [pick(NODE_TESTS, rand).replaceAll(/\bX\b/g, node)];
  if (isEdge && rand() < 0.7) tests.push(pick(EDGE_TESTS, rand).replaceAll(/\bX\b/g, other));
  if (isStatement && rand() < 0.7) tests.push(pick(STATEMENT_TESTS, rand).replaceAll(/\bX\b/g, other));
  const where =
    rand() < 0.85
      ? ` WHERE ${tests.map((t) => (rand() < 0.15 ? `NOT (${t})` : `(${t})`)).join(rand() < 0.75 ? " AND " : " OR ")}`
      : "";
  const values = [pick(NODE_VALUES, rand).replaceAll(/\bX\b/g, node)];
  if (isEdge) values.push(pick(EDGE_VALUES, rand).replaceAll(/\bX\b/g, other));
  if (isStatement) values.push(pick(STATEMENT_VALUES, rand).replaceAll(/\bX\b/g, other));
  const params = {
    country: pick(["IRN", "AZE", "ARM", "RUS"], rand),
    ids: ["IRN", "AZE", "issue/sanctions", "none"],
    from: pick(["2018", "2020-05", "2021-03-01"], rand),
  };
  const shape = rand();
  if (shape < 0.4) {
    const aggregates = [pick(NODE_AGGREGATES, rand).replaceAll(/\bX\b/g, node)];
    if (isEdge) aggregates.push(pick(EDGE_AGGREGATES, rand).replaceAll(/\bX\b/g, other));
    if (isStatement) aggregates.push(pick(STATEMENT_AGGREGATES, rand).replaceAll(/\bX\b/g, other));
    const columns = [...values, ...aggregates].map((value, i) => `${value} AS c${i}`);
    return { text: `MATCH ${pattern}${where} RETURN ${columns.join(", ")}`, params };
  }
  const columns = values.map((value, i) => `${value} AS c${i}`).join(", ");
  if (shape < 0.6) {
    return {
      text: `MATCH ${pattern}${where} WITH DISTINCT ${columns} ORDER BY ${values.map((_, i) => `c${i}${rand() < 0.5 ? " DESC" : ""}`).join(", ")} LIMIT 20 RETURN *`,
      params,
    };
  }
  if (shape < 0.75) {
    return {
      text: `MATCH ${pattern}${where} OPTIONAL MATCH (${node})<-[:SPEAKER]-(said:Statement) RETURN ${node}.id AS id, count(DISTINCT said) AS said, min(said.date) AS first`,
      params,
    };
  }
  if (shape < 0.85) {
    return {
      text: `MATCH ${pattern}${where} WITH ${node} AS x, count(*) AS n WHERE n > 1 RETURN x.id AS id, n UNION MATCH (x:Region) RETURN x.id AS id, 0 AS n`,
      params,
    };
  }
  return { text: `MATCH ${pattern}${where} RETURN DISTINCT ${columns}`, params };
}

const SNIPPETS = [
  "CREATE (:X)",
  "SET a.name = 'x'",
  "DETACH DELETE a",
  "DELETE r",
  "REMOVE a.name",
  "MERGE (:X {id: 1})",
  "LOAD CSV FROM 'file:///etc/passwd' AS l",
  "CALL dbms.components()",
  "CALL { CREATE (:X) }",
  "FOREACH (x IN [1] | CREATE (:X))",
  "UNION",
  "RETURN 1",
  "WITH *",
  "; CREATE (:X)",
  "/* c */",
  "// c\n",
  "`",
  "'",
  '"',
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  "$",
  "\\u0000",
  "\u0000",
  "\u202e",
  "null",
  "DROP CONSTRAINT entity_id",
  "CYPHER 25",
  "PROFILE",
  "EXPLAIN",
  ":X|Y",
  "*",
  "..",
  "|",
  "IN TRANSACTIONS",
  "USE neo4j",
  "SKIP -1",
  "LIMIT 1.5",
  "9999999999999999999",
  "-",
  "=",
  "<>",
  "toString(",
  "date()",
];

/** A text made from others by leaving out, doubling, swapping and putting in words. */
export function mutate(texts: readonly string[], seed: number): string {
  const rand = seededRandom(seed * 7 + 3);
  const tokens = pick(texts, rand).match(/\w+|\s+|[^\w\s]/g) ?? [];
  const times = 1 + Math.floor(rand() * 4);
  for (let i = 0; i < times; i++) {
    const at = Math.floor(rand() * tokens.length);
    const kind = rand();
    if (kind < 0.25) tokens.splice(at, 1 + Math.floor(rand() * 4));
    else if (kind < 0.35) tokens.splice(at, 0, ...tokens.slice(at, at + 3));
    else if (kind < 0.5) tokens.splice(at, 1, tokens[Math.floor(rand() * tokens.length)] ?? "");
    else if (kind < 0.6)
      tokens.splice(at, 0, ...(pick(texts, rand).match(/\w+|\s+|[^\w\s]/g) ?? []).slice(0, 12));
    else tokens.splice(at, 0, ` ${pick(SNIPPETS, rand)} `);
  }
  return tokens.join("");
}
