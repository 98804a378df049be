import type { EntityType, GraphEdge, GraphNode, Plover } from "../ontology/index.js";

/** Red, green, blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

const COLOUR_OF_TYPE: Record<EntityType, Colour> = {
  Country: [38, 84, 124],
  Official: [214, 137, 46],
  Organization: [122, 81, 149],
  Region: [104, 142, 62],
  Agreement: [38, 145, 138],
  Issue: [128, 128, 128],
};

const COOPERATION: Colour = [46, 125, 91];
const TALK: Colour = [140, 150, 160];
const CONFLICT: Colour = [192, 57, 43];
const RELATION: Colour = [185, 185, 185];

const COLOUR_OF_CLASS: Record<Plover, Colour> = {
  AGREE: COOPERATION,
  CONSULT: TALK,
  SUPPORT: COOPERATION,
  COOPERATE: COOPERATION,
  AID: COOPERATION,
  RETREAT: COOPERATION,
  REQUEST: TALK,
  ACCUSE: CONFLICT,
  REJECT: CONFLICT,
  THREATEN: CONFLICT,
  PROTEST: CONFLICT,
  MOBILIZE: CONFLICT,
  SANCTION: CONFLICT,
  COERCE: CONFLICT,
  ASSAULT: CONFLICT,
};

const SMALLEST = 16;
const LARGEST = 60;
/** What was denied, planned or merely claimed is drawn fainter than facts. */
const FAINT = 0.35;

export function nodeColour(node: GraphNode): Colour {
  return COLOUR_OF_TYPE[node.type];
}

/** Green for cooperation, grey for talk, red for conflict, light grey for what is no event. */
export function edgeColour(edge: GraphEdge): Colour {
  return edge.plover === null ? RELATION : COLOUR_OF_CLASS[edge.plover];
}

/** 0 to 1. */
export function edgeOpacity(edge: GraphEdge): number {
  return edge.qualified ? FAINT : 1;
}

/** Diameters of 16 to 60: areas grow with the statements that name the node. */
export function nodeSizer(nodes: readonly GraphNode[]): (node: GraphNode) => number {
  const most = nodes.reduce((max, { statements }) => Math.max(max, statements), 1);
  return ({ statements }) =>
    Math.round((SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(statements / most)) * 10) / 10;
}

export function hex([red, green, blue]: Colour): string {
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
