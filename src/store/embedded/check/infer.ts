import { functionArguments, functionName, type Tree } from "./tree.js";

/** What an expression gives, as far as the text alone tells. */
export type Kind = "list" | "integer" | "float" | "string" | "boolean" | "unknown";

const words = (text: string): string[] => text.trim().split(/\s+/);

/** The properties of our graph; one name has one kind wherever it stands. */
const PROPERTIES = new Map<string, Kind>([
  ...words("aliases search dates sourceNames quotes mentions").map((name) => [name, "list"] as const),
  ...words("statements articles sources direct count sentence start end version loads").map(
    (name) => [name, "integer"] as const,
  ),
  ...words("confidence goldstein latitude longitude").map((name) => [name, "float"] as const),
  ...words(
    `id name country iso2 title text url source publishedAt sha256 reprintOf predicate modality date dateBasis role
    quote cameo plover extractor frame edge rollup event key first last article`,
  ).map((name) => [name, "string"] as const),
  ["negated", "boolean"],
]);

const FUNCTIONS = new Map<string, Kind>([
  ...words("collect labels keys nodes relationships range split tail").map((name) => [name, "list"] as const),
  ...words("count size length tointeger sign").map((name) => [name, "integer"] as const),
  ...words("avg tofloat sqrt exp log log10 sin cos tan ceil floor rand pi e stdev stdevp percentilecont").map(
    (name) => [name, "float"] as const,
  ),
  ...words("tostring tolower toupper trim ltrim rtrim left right substring replace type").map(
    (name) => [name, "string"] as const,
  ),
  ["exists", "boolean"],
  ["toboolean", "boolean"],
]);

const LISTS: ReadonlySet<string> = new Set(["listLiteral", "listComprehension", "patternComprehension"]);

/** Kinds of the variables in scope and values of the parameters. */
export interface Known {
  /** Neo4j's types of a variable: `Integer`, `List<Node>`. */
  variableTypes(name: string): readonly string[];
  parameters: Readonly<Record<string, unknown>>;
}

/** @see Kind */
export function infer(tree: Tree, known: Known): Kind {
  const [first, second] = tree.children;
  if (LISTS.has(tree.name)) return "list";
  switch (tree.name) {
    case "numberLiteral":
      return /[.eE]/.test(tree.children.map(({ name }) => name).join("")) ? "float" : "integer";
    case "stringLiteral":
      return "string";
    case "parenthesizedExpression":
      return second ? infer(second, known) : "unknown";
    case "countStar":
    case "countExpression":
      return "integer";
    case "parameter":
      return kindOfValue(known.parameters[nameOf(tree.children[1])]);
    case "unescapedSymbolicNameString_":
    case "symbolicNameString":
      return kindOfTypes(known.variableTypes(nameOf(tree)));
    case "expression2":
      return kindOfAccess(tree.children.at(-1), first, known);
    case "functionInvocation":
      return kindOfCall(tree, known);
    case "expression6":
      return kindOfSum(tree, known);
    default:
      return "unknown";
  }
}

/** A name without its backticks. */
export function nameOf(tree: Tree | undefined): string {
  if (!tree) return "";
  const text = tree.children.length === 0 ? tree.name : tree.children.map(({ name }) => name).join("");
  return text.replace(/^`|`$/g, "");
}

/** `a.name`, `list[0]`, `list[1..]`. */
function kindOfAccess(access: Tree | undefined, base: Tree | undefined, known: Known): Kind {
  if (access?.name === "property") return PROPERTIES.get(nameOf(access.children[1])) ?? "unknown";
  const slice = access?.name === "postFix" && access.children.some(({ name }) => name === "..");
  return slice && base && infer(base, known) === "list" ? "list" : "unknown";
}

function kindOfCall(tree: Tree, known: Known): Kind {
  const name = functionName(tree) ?? "";
  const args = functionArguments(tree).map((argument) => infer(argument, known));
  if (name === "coalesce") return args.find((kind) => kind !== "unknown") ?? "unknown";
  if (["min", "max", "sum", "abs", "reverse"].includes(name)) return args[0] ?? "unknown";
  return FUNCTIONS.get(name) ?? "unknown";
}

function kindOfSum(tree: Tree, known: Known): Kind {
  const kinds = operands(tree).map((operand) => infer(operand, known));
  for (const kind of ["list", "string", "float"] as const) if (kinds.includes(kind)) return kind;
  return kinds.every((kind) => kind === "integer") ? "integer" : "unknown";
}

/** The operands of a chain of `+` and `-`. */
export function operands(tree: Tree): Tree[] {
  return tree.children.filter(({ name }) => name !== "+" && name !== "-" && name !== "||");
}

function kindOfTypes(types: readonly string[]): Kind {
  if (types.length === 0 || types.length > 1)
    return types.every((t) => t.startsWith("List")) && types.length > 0 ? "list" : "unknown";
  const [type = ""] = types;
  if (type.startsWith("List")) return "list";
  return (
    ({ Integer: "integer", Float: "float", String: "string", Boolean: "boolean" } as const)[
      type as "Integer"
    ] ?? "unknown"
  );
}

function kindOfValue(value: unknown): Kind {
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "float";
  if (typeof value === "string") return "string";
  return typeof value === "boolean" ? "boolean" : "unknown";
}
