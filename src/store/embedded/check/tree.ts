import type { SimpleTree } from "@neo4j-cypher/language-support";

/** A node of the parse tree that Neo4j's own grammar gives: a rule with its parts, or a token as written. */
export interface Tree {
  /** The grammar rule's name, or a token's text. */
  name: string;
  children: Tree[];
}

/** Drops rules that only pass one part on, so that what remains is what was written. */
export function simplify(tree: SimpleTree): Tree {
  const children = (tree.children ?? []).map(simplify);
  const [only] = children;
  if (children.length === 1 && only && only.children.length > 0) return only;
  return { name: tree.name, children };
}

/** Every node, parents first. */
export function* walk(tree: Tree): Generator<Tree> {
  yield tree;
  for (const child of tree.children) yield* walk(child);
}

/** The text of a tree, its tokens with spaces between. */
export function source(tree: Tree): string {
  return tree.children.length === 0 ? tree.name : tree.children.map(source).join(" ");
}

/** True where a rule of this name is in the tree. */
export function contains(tree: Tree, name: string): boolean {
  for (const node of walk(tree)) if (node.name === name) return true;
  return false;
}

/** The lower-case dotted name of a function that is called, else null. */
export function functionName(tree: Tree): string | null {
  if (tree.name !== "functionInvocation") return null;
  const [name] = tree.children;
  return name
    ? source(name)
        .replace(/^namespace\s*/, "")
        .replace(/[\s`]/g, "")
        .toLowerCase()
    : null;
}

/** The arguments of a function that is called. */
export function functionArguments(tree: Tree): Tree[] {
  const PUNCTUATION = new Set(["(", ")", ",", "DISTINCT"]);
  return tree.children.slice(1).filter(({ name }) => !PUNCTUATION.has(name));
}
