import { type EntityType, PLOVER_CLASSES, type Plover } from "../../ontology/index.js";

/** Colours that WebGL and SVG need as values; the style sheet is their one source (`styles/tokens.css`). */
export interface Palette {
  plover: Record<Plover | "RELATION", string>;
  ink: string;
  muted: string;
  faint: string;
  paper: string;
  accent: string;
}

/** Reads the custom properties of the theme that is in force. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  const plover = Object.fromEntries(
    [...PLOVER_CLASSES, "RELATION" as const].map((name) => [name, value(`--plover-${name.toLowerCase()}`)]),
  ) as Palette["plover"];
  return {
    plover,
    ink: value("--ink"),
    muted: value("--ink-muted"),
    faint: value("--graph-faint"),
    paper: value("--graph-paper"),
    accent: value("--accent"),
  };
}

/** Shapes by number as the node shader knows them; the marks in brackets stand for them in text. */
export const SHAPES: Record<EntityType, number> = {
  Country: 0,
  Region: 1,
  Organization: 2,
  Official: 3,
  Agreement: 4,
  Issue: 5,
};

/** How the classes group on the way from cooperation to conflict; the timeline stacks these three. */
export const PLOVER_GROUPS = {
  cooperation: ["AGREE", "COOPERATE", "SUPPORT", "AID", "RETREAT"],
  talk: ["CONSULT", "REQUEST"],
  conflict: ["ACCUSE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"],
} as const satisfies Record<string, readonly Plover[]>;
export type PloverGroup = keyof typeof PLOVER_GROUPS;
