import { z } from "zod";

/** Graph values in a result row are marked by `$type` (as the store's `Cell`). */
const NodeSchema = z.object({
  $type: z.literal("node"),
  labels: z.array(z.string()),
  properties: z.record(z.string(), z.unknown()),
});
const RelationshipSchema = z.object({
  $type: z.literal("relationship"),
  type: z.string(),
  properties: z.record(z.string(), z.unknown()),
});
const PathSchema = z.object({
  $type: z.literal("path"),
  nodes: z.array(NodeSchema),
  relationships: z.array(RelationshipSchema),
});

/** What a cell holds, so that the page can show and link it. */
export type ShownCell =
  | { kind: "value"; text: string; numeric: boolean }
  | { kind: "entity"; id: string; text: string }
  | { kind: "article"; id: string; text: string }
  | { kind: "edge"; key: string | null; text: string }
  | { kind: "list"; items: ShownCell[] };

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ""
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value);

function nodeCell({ labels, properties }: z.infer<typeof NodeSchema>): ShownCell {
  const id = textOf(properties.id);
  if (labels.includes("Entity")) return { kind: "entity", id, text: textOf(properties.name) || id };
  if (labels.includes("Article")) return { kind: "article", id, text: textOf(properties.title) || id };
  return { kind: "value", text: textOf(properties.quote) || `(:${labels.join(":")} ${id})`, numeric: false };
}

/** Reads a cell of a result. */
export function showCell(value: unknown): ShownCell {
  const node = NodeSchema.safeParse(value);
  if (node.success) return nodeCell(node.data);
  const relationship = RelationshipSchema.safeParse(value);
  if (relationship.success) {
    const { type, properties } = relationship.data;
    return { kind: "edge", key: typeof properties.key === "string" ? properties.key : null, text: type };
  }
  const path = PathSchema.safeParse(value);
  if (path.success) {
    const { nodes, relationships } = path.data;
    return {
      kind: "list",
      items: nodes.flatMap((n, i) => [nodeCell(n), ...relationships.slice(i, i + 1).map(showCell)]),
    };
  }
  if (Array.isArray(value)) return { kind: "list", items: value.map(showCell) };
  return { kind: "value", text: textOf(value), numeric: typeof value === "number" };
}
