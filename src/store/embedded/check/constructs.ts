import { infer, type Known, nameOf, operands } from "./infer.js";
import { contains, functionArguments, functionName, source, type Tree, walk } from "./tree.js";

/*
 * What the embedded engine (Grafeo 0.6.0) gets wrong or lacks, each found by running the same query in
 * it and in Neo4j (tests/neo4j/differential.test.ts). A query that uses one is refused with the way
 * round it, for a wrong answer costs more than none.
 */

/** Functions that were seen to give what Neo4j gives. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  `count sum avg min max collect stdev stdevp percentilecont percentiledisc size length tolower toupper trim ltrim
  rtrim left right substring replace split reverse tostring tointeger tofloat toboolean abs ceil floor sign sqrt exp
  log log10 sin cos tan pi e rand coalesce head last tail range labels keys properties id elementid type startnode
  endnode nodes relationships exists timestamp date nullif`.split(/\s+/),
);

const PROCEDURES: ReadonlySet<string> = new Set(["db.labels", "db.relationshipTypes", "db.propertyKeys"]);

const TEMPORAL = /^(date|datetime|localdatetime|time|localtime|duration)(\.|$)/;

/** Rules of Neo4j's grammar that have no counterpart, with the way round each. */
const MISSING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    collectExpression: "COLLECT { … } is not known to the embedded store: use OPTIONAL MATCH and collect(…)",
    quantifier: "quantified paths are not known to the embedded store: write -[:TYPE*1..3]-> instead",
    pathPatternPrefix:
      "SHORTEST, ALL and ANY paths are not known to the embedded store: use shortestPath((a)-[*..5]-(b))",
    dynamicAnyAllExpression: "dynamic labels and types are not known to the embedded store: name them",
    loadCSVClause: "LOAD CSV reads files and is not allowed in queries",
    hint: "planner hints (USING …) are not known to the embedded store: leave them out",
    subqueryInTransactionsParameters: "CALL … IN TRANSACTIONS is not allowed in queries",
    useClause: "USE is not known to the embedded store, which has one graph",
    preparserOption: "EXPLAIN and PROFILE are not answered here; run the query itself",
    cypherOptions: "query options (CYPHER …) are not known to the embedded store: leave them out",
    consoleCommand: "commands that begin with a colon belong to a console; run the query itself",
    trimFunction: "trim(BOTH … FROM …) is not known to the embedded store: use trim(…)",
    normalizeFunction: "normalize(…) is not known to the embedded store",
  }),
);

/** The first thing in a query that the embedded store must not answer, in words; null where there is none. */
export function unsupported(tree: Tree, known: Known): string | null {
  if (tree.name === "topNode" && tree.children.length > 1)
    return "one query at a time: leave out what follows the semicolon";
  const optional = contains(tree, "OPTIONAL");
  for (const node of walk(tree)) {
    const reason =
      MISSING.get(node.name) ??
      labelReason(node, known) ??
      functionReason(node, known) ??
      operatorReason(node, known) ??
      listReason(node) ??
      (optional && node.name === "mapProjection" ? mapProjectionReason(node) : null) ??
      procedureReason(node);
    if (reason) return reason;
  }
  return sumReason(tree) ?? emptyInReason(tree, known);
}

function labelReason(node: Tree, known: Known): string | null {
  // Types in a relationship pattern may be alternatives; labels of a node may not.
  if (node.name === "nodePattern" || node.name === "comparisonExpression6") {
    const label =
      node.name === "nodePattern" ? node.children.find(({ name }) => name === "labelExpression") : node;
    if (
      label &&
      (label.name === "labelExpression" || [":", "IS"].includes(label.children[0]?.name ?? "")) &&
      hasLabelOperator(label)
    ) {
      return "label expressions with |, & or ! are not known to the embedded store: write WHERE n:A OR n:B, n:A:B or NOT n:A";
    }
  }
  if (node.name === "relationshipPattern") {
    const label = node.children.find(({ name }) => name === "labelExpression");
    if (label && [...walk(label)].some(({ name }) => name === "!" || name === "&" || name === "%")) {
      return "type expressions with & or ! are not known to the embedded store: name the types with |, or use type(r)";
    }
  }
  if (node.name !== "expression7") return null;
  const [subject, predicate] = node.children;
  if (predicate?.name !== "comparisonExpression6") return null;
  const operator = source(predicate);
  if (operator.startsWith(":") && known.variableTypes(nameOf(subject)).includes("Relationship")) {
    return "a relationship's type is tested wrongly by r:TYPE in the embedded store: write type(r) = 'TYPE'";
  }
  return /^IS (NOT )?(::|TYPED)|^IS (NOT )?\w* ?NORMALIZED/.test(operator)
    ? "IS :: and IS NORMALIZED are not known to the embedded store"
    : null;
}

function hasLabelOperator(label: Tree): boolean {
  return [...walk(label)].some(
    ({ name, children }) => children.length === 0 && ["|", "&", "!", "%"].includes(name),
  );
}

function functionReason(node: Tree, known: Known): string | null {
  const name = functionName(node);
  if (name === null) return null;
  const args = functionArguments(node);
  const [argument] = args;
  if (name === "date" && args.length === 1 && argument && /^['"]\d{4}-\d\d-\d\d['"]$/.test(source(argument)))
    return null;
  if (TEMPORAL.test(name)) {
    return `${name}(…) is not evaluated as in Neo4j by the embedded store: dates are kept as text that sorts (2016, 2016-05, 2016-05-24), so compare text: s.date >= '2016-05'`;
  }
  if (name === "round") return "round(…) rounds halves otherwise in the embedded store: write floor(x + 0.5)";
  if (!FUNCTIONS.has(name))
    return `the function ${name} is not known to the embedded store, or not known to give what Neo4j gives`;
  if (name === "tostring" && argument && infer(argument, known) === "float") {
    return "toString of a decimal number is written otherwise by the embedded store (1 for 1.0): return the number itself";
  }
  if (name === "split" && args[1] && /^(''|"")$/.test(source(args[1])))
    return "split(…, '') is evaluated otherwise by the embedded store: use substring";
  if (
    name === "tointeger" &&
    argument &&
    infer(argument, known) === "string" &&
    /\./.test(source(argument)) &&
    argument.name === "stringLiteral"
  ) {
    return "toInteger of a text with a decimal point is null in the embedded store: write toInteger(toFloat(…))";
  }
  return null;
}

function operatorReason(node: Tree, known: Known): string | null {
  if (node.name === "expression6" && node.children.some(({ name }) => name === "+" || name === "||")) {
    if (node.children.some(({ name }) => name === "||"))
      return "|| is not known to the embedded store: use +";
    return additionReason(operands(node).map((operand) => infer(operand, known)));
  }
  if (node.name !== "expression8" && node.name !== "expression7") return null;
  const inList = node.name === "expression7" ? node.children[1] : undefined;
  if (node.name === "expression7" && inList?.children[0]?.name !== "IN") return null;
  const sides = (inList ? [node.children[0], ...listItems(inList.children[1])] : node.children).filter(
    (side): side is Tree =>
      side !== undefined && (side.children.length > 0 || side.name === "unescapedSymbolicNameString_"),
  );
  if (
    sides.some(
      (side) =>
        side.name === "listLiteral" && side.children.some((item) => source(item).toLowerCase() === "null"),
    )
  ) {
    return "lists with null in them are compared otherwise by the embedded store: leave the null out";
  }
  const kinds = sides.map((side) => infer(side, known));
  if (
    !inList &&
    kinds.includes("list") &&
    node.children.some(({ name }) => ["<", ">", "<=", ">="].includes(name))
  ) {
    return "lists are not ordered by the embedded store: compare their items";
  }
  const text = kinds.includes("string");
  const number = kinds.some((kind) => kind === "integer" || kind === "float");
  return text && number
    ? `"${source(node).slice(0, 60)}" compares text with a number, which are never equal in Neo4j: put the number in quotes (codes and dates are text here)`
    : null;
}

function additionReason(kinds: string[]): string | null {
  if (kinds.includes("list") && kinds.some((kind) => kind !== "list")) {
    return "list + item gives null in the embedded store: write list + [item]";
  }
  for (let i = 1; i < kinds.length; i++) {
    const before = kinds.slice(0, i);
    if (kinds[i] === "string" && before.every((kind) => kind === "integer" || kind === "float")) {
      return "number + text gives null in the embedded store: write toString(number) + text";
    }
  }
  return kinds.includes("string") && kinds.includes("float")
    ? "a decimal number is written otherwise into text by the embedded store (1 for 1.0): return the number itself"
    : null;
}

function listReason(node: Tree): string | null {
  if (
    node.name === "postFix" &&
    node.children.some(({ name }) => name === "..") &&
    /\[ - |\.\. - /.test(source(node))
  ) {
    return "slices that count from the end are not evaluated by the embedded store: use reverse(list)[0..2]";
  }
  if (node.name !== "listItemsPredicate") return null;
  const from = node.children.findIndex(({ name }) => name === "IN");
  const list = node.children[from + 1];
  if (!list) return null;
  const mayHoldNull =
    list.name === "patternComprehension" ||
    (list.name === "listComprehension" && list.children.some(({ name }) => name === "|")) ||
    (list.name === "listLiteral" && list.children.some((item) => source(item).toLowerCase() === "null"));
  return mayHoldNull
    ? "any, all, none and single treat null otherwise in the embedded store: filter nulls out of the list first, in a WITH"
    : null;
}

function mapProjectionReason(node: Tree): string {
  const variable = nameOf(node.children[0]);
  return `${variable} {…} gives a map of nulls where ${variable} is null in the embedded store: write CASE WHEN ${variable} IS NOT NULL THEN {…} END`;
}

function procedureReason(node: Tree): string | null {
  if (node.name !== "procedureName") return null;
  const name = source(node).replace(/[\s`]/g, "");
  return PROCEDURES.has(name)
    ? null
    : `the procedure ${name} is not known to the embedded store; it has ${[...PROCEDURES].join(", ")}`;
}

/** `sum` of nothing is null there and 0 in Neo4j, so it must stand inside `coalesce(…, 0)`. */
function sumReason(tree: Tree): string | null {
  const visit = (node: Tree, covered: boolean): boolean => {
    const name = functionName(node);
    if (name === "sum" && !covered) return true;
    return node.children.some((child) =>
      visit(child, name === "coalesce" && functionArguments(node)[0] === child),
    );
  };
  return visit(tree, false)
    ? "sum(…) of nothing is null in the embedded store and 0 in Neo4j: write coalesce(sum(…), 0)"
    : null;
}

/** `null IN []` is null there and false in Neo4j, which shows under NOT and in results. */
function emptyInReason(tree: Tree, known: Known): string | null {
  const visit = (node: Tree, shows: boolean): boolean => {
    if (
      node.name === "comparisonExpression6" &&
      node.children[0]?.name === "IN" &&
      shows &&
      isEmptyList(node.children[1], known)
    ) {
      return true;
    }
    const inside =
      node.name === "whereClause"
        ? false
        : shows || node.name === "expression9" || node.name === "returnItem";
    return node.children.some((child) => visit(child, node.name === "returnClause" ? true : inside));
  };
  return visit(tree, false)
    ? "x IN [] is null instead of false in the embedded store where x is null: test size(list) = 0 first"
    : null;
}

function isEmptyList(tree: Tree | undefined, known: Known): boolean {
  if (tree?.name === "listLiteral") return listItems(tree).length === 0;
  if (tree?.name !== "parameter") return false;
  const value = known.parameters[nameOf(tree.children[1])];
  return Array.isArray(value) && value.length === 0;
}

function listItems(tree: Tree | undefined): Tree[] {
  if (tree?.name !== "listLiteral") return [];
  return tree.children.filter(({ name }) => !["[", "]", ","].includes(name));
}
