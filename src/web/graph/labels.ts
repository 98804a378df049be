import type { Palette } from "./palette.js";

/** A label that asks for room; places are in pixels of the canvas. */
export interface LabelRequest {
  text: string;
  x: number;
  y: number;
  radius: number;
  /** Higher first. */
  weight: number;
  strong: boolean;
  dimmed: boolean;
  /** Drawn even where there is no room. */
  must: boolean;
}

export interface PlacedLabel extends LabelRequest {
  left: number;
  top: number;
  width: number;
  height: number;
  font: string;
}

const FAMILY = '"IBM Plex Sans", system-ui, sans-serif';
const GAP = 4;
const LONGEST = 34;

const shorten = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text);

const labelFont = (strong: boolean) => (strong ? `600 13px ${FAMILY}` : `400 11.5px ${FAMILY}`);

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const overlap = (a: Box, b: Box) =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

/** The four sides of a node where its label may stand, the best first. */
function sides(label: LabelRequest, width: number, height: number): Box[] {
  const { x, y, radius } = label;
  return [
    { left: x + radius + GAP, top: y - height / 2 },
    { left: x - radius - GAP - width, top: y - height / 2 },
    { left: x - width / 2, top: y - radius - GAP - height },
    { left: x - width / 2, top: y + radius + GAP },
  ].map((corner) => ({ ...corner, width, height }));
}

/**
 * Places labels so that none covers another or a bigger node: greedy by weight, each at the first free
 * side; a label without room is left out.
 * @param frame width and height that labels should stay within
 * @param obstacles circles to keep clear of
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  measure: (text: string, font: string) => number,
  frame: { width: number; height: number },
  obstacles: readonly { x: number; y: number; radius: number }[] = [],
): PlacedLabel[] {
  const taken: Box[] = obstacles.map(({ x, y, radius }) => ({
    left: x - radius,
    top: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  const placed: PlacedLabel[] = [];
  const order = [...requests].sort((a, b) => Number(b.must) - Number(a.must) || b.weight - a.weight);
  for (const request of order) {
    const font = labelFont(request.strong);
    const text = shorten(request.text);
    const choices = sides(request, measure(text, font) + 2, request.strong ? 16 : 14);
    const inside = choices.filter(({ left, width }) => left >= 0 && left + width <= frame.width);
    const free = inside.find((box) => !taken.some((other) => overlap(box, other)));
    const box = free ?? (request.must ? (inside[0] ?? choices[0]) : undefined);
    if (!box) continue;
    taken.push(box);
    placed.push({ ...request, ...box, text, font });
  }
  return placed;
}

/** Draws placed labels with an edge in the paper's colour, so that lines under them do not disturb. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  labels: readonly PlacedLabel[],
  palette: Palette,
): void {
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  for (const label of labels) {
    context.font = label.font;
    context.globalAlpha = label.dimmed ? 0.25 : 1;
    context.strokeStyle = palette.paper;
    context.strokeText(label.text, label.left, label.top + label.height / 2);
    context.fillStyle = palette.ink;
    context.fillText(label.text, label.left, label.top + label.height / 2);
  }
  context.globalAlpha = 1;
}
