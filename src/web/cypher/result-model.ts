import { MultiGraph } from "graphology";
import { type CypherGraph, EntityTypeSchema, PloverSchema } from "../../ontology/index.js";
import { type DrawnGraph, looksOf } from "../graph/model.js";
import { type Palette, SHAPES } from "../graph/palette.js";
import { curvatures } from "../graph/parallel.js";
import { seedPosition } from "../graph/seed.js";
import { plain } from "../ui/words.js";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** A result's nodes and relationships drawn in the graph's own manner; articles and statements are squares. */
export function resultGraph({ nodes, edges }: CypherGraph, palette: Palette): DrawnGraph {
  const graph: DrawnGraph = new MultiGraph();
  for (const { id, labels, properties } of nodes) {
    const type = EntityTypeSchema.safeParse(
      labels.find((label) => EntityTypeSchema.safeParse(label).success),
    );
    const name =
      text(properties.name) || text(properties.title) || text(properties.quote) || text(properties.id);
    const place = {
      id,
      country: null,
      longitude: number(properties.longitude),
      latitude: number(properties.latitude),
    };
    graph.addNode(id, {
      type: "shape",
      label: plain(name),
      size: type.success && type.data === "Country" ? 10 : 7,
      color: type.success && type.data === "Country" ? palette.ink : palette.muted,
      shape: type.success ? SHAPES[type.data] : SHAPES.Agreement,
      focus: false,
      fixed: false,
      strong: type.success && type.data === "Country",
      ...seedPosition(place, new Map()),
    });
  }
  const bends = curvatures(edges.map(({ id, source, target }) => ({ key: id, source, target })));
  for (const { id, source, target, properties } of edges) {
    if (source === target || !graph.hasNode(source) || !graph.hasNode(target)) continue;
    const plover = PloverSchema.safeParse(properties.plover);
    graph.addDirectedEdgeWithKey(id, source, target, {
      ...looksOf({
        negated: properties.negated === true,
        modality: "actual",
        sources: number(properties.sources) ?? 1,
        plover: plover.success ? plover.data : null,
        directed: properties.directed !== false,
        palette,
      }),
      curvature: bends.get(id) ?? 0,
      weight: 1,
      edge: null,
    });
  }
  return graph;
}

const number = (value: unknown): number | null => (typeof value === "number" ? value : null);
