import type { EdgeAttributes } from "../graph/model.js";
import { type Palette, readPalette } from "../graph/palette.js";
import type { GraphRenderer } from "../graph/renderer.js";
import { plain, relationPhrase } from "../ui/words.js";

const escape = (text: string): string =>
  plain(text)
    // XML 1.0 has no place for control characters, not even escaped.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const n = (value: number): string => value.toFixed(1);

const DASHES = ["", "7 4", "2.2 2.8"];

interface End {
  x: number;
  y: number;
  radius: number;
}

function edgePath(a: End, b: End, edge: EdgeAttributes, palette: Palette): string {
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  // The screen's y runs down where the shader's runs up, hence the turned normal.
  const c = { x: middle.x + (b.y - a.y) * edge.curvature, y: middle.y - (b.x - a.x) * edge.curvature };
  const reach = Math.max(Math.hypot(b.x - c.x, b.y - c.y), 1);
  const ux = (b.x - c.x) / reach;
  const uy = (b.y - c.y) / reach;
  const tip = { x: b.x - ux * (b.radius + 1.5), y: b.y - uy * (b.radius + 1.5) };
  const head = edge.arrow ? 4 + 2 * edge.size : 0;
  const base = { x: tip.x - ux * head, y: tip.y - uy * head };
  const curve = `M${n(a.x)} ${n(a.y)}Q${n(c.x)} ${n(c.y)} ${n(base.x)} ${n(base.y)}`;
  const dash = DASHES[edge.dash] ? ` stroke-dasharray="${DASHES[edge.dash]}"` : "";
  const line = (color: string, width: number) =>
    `<path d="${curve}" fill="none" stroke="${color}" stroke-width="${n(width)}"${dash}/>`;
  const half = edge.size / 2 + 2.5;
  const arrow = edge.arrow
    ? `<path d="M${n(tip.x)} ${n(tip.y)}L${n(base.x - uy * half)} ${n(base.y + ux * half)}L${n(base.x + uy * half)} ${n(base.y - ux * half)}z" fill="${edge.color}"/>`
    : "";
  const rails = edge.hollow ? line(palette.paper, Math.max(edge.size - 2.2, 1)) : "";
  return line(edge.color, edge.size) + rails + arrow;
}

/** Outlines as in the node shader, about the origin. */
function nodeShape({ x, y, radius: r }: End, shape: number, color: string, paper: string): string {
  const halo = `stroke="${paper}" stroke-width="1.5"`;
  const polygon = (points: readonly (readonly [number, number])[]) =>
    `<polygon points="${points.map(([dx, dy]) => `${n(x + dx * r)},${n(y + dy * r)}`).join(" ")}" fill="${color}" ${halo}/>`;
  switch (shape) {
    case 0:
      return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${color}" ${halo}/>`;
    case 1:
      return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r * 0.8)}" fill="${paper}" stroke="${color}" stroke-width="${n(Math.max(r * 0.44, 2.4))}"/>`;
    case 2:
      return polygon([
        [0, -1.2],
        [1.2, 0],
        [0, 1.2],
        [-1.2, 0],
      ]);
    case 3:
      return polygon([
        [0, -1.2],
        [1.1, 0.72],
        [-1.1, 0.72],
      ]);
    case 4:
      return polygon([
        [-0.86, -0.86],
        [0.86, -0.86],
        [0.86, 0.86],
        [-0.86, 0.86],
      ]);
    default:
      return polygon([
        [-0.38, -1],
        [0.38, -1],
        [0.38, -0.38],
        [1, -0.38],
        [1, 0.38],
        [0.38, 0.38],
        [0.38, 1],
        [-0.38, 1],
        [-0.38, 0.38],
        [-1, 0.38],
        [-1, -0.38],
        [-0.38, -0.38],
      ]);
  }
}

/** The picture on the screen as an SVG document: vectors and text, for print. */
export function pictureSvg({ sigma, graph, labels }: GraphRenderer, title: string): string {
  const { width, height } = sigma.getDimensions();
  const palette = readPalette();
  const ends = new Map<string, End>();
  graph.forEachNode((id) => {
    const shown = sigma.getNodeDisplayData(id);
    if (!shown || shown.hidden) return;
    ends.set(id, { ...sigma.framedGraphToViewport(shown), radius: sigma.scaleSize(shown.size) });
  });
  const nameOf = (id: string) => graph.getNodeAttribute(id, "label");
  const edges = graph.mapEdges((key, attributes, source, target) => {
    const [a, b] = [ends.get(source), ends.get(target)];
    if (!a || !b || sigma.getEdgeDisplayData(key)?.hidden) return "";
    const size = sigma.scaleSize(attributes.size);
    const { edge } = attributes;
    const verb = edge ? relationPhrase(edge.predicate, edge.negated, edge.modality) : "–";
    const words = `${nameOf(source)} ${verb} ${nameOf(target)}`;
    return `<g><title>${escape(words)}</title>${edgePath(a, b, { ...attributes, size }, palette)}</g>`;
  });
  const nodes = [...ends].map(([id, end]) => {
    const { shape, color } = graph.getNodeAttributes(id);
    return `<g><title>${escape(nameOf(id))}</title>${nodeShape(end, shape, color, palette.paper)}</g>`;
  });
  const texts = labels.map(
    ({ left, top, height: tall, text, strong }) =>
      `<text x="${n(left)}" y="${n(top + tall / 2)}" dominant-baseline="central" font-size="${strong ? 13 : 11.5}" font-weight="${strong ? 600 : 400}">${escape(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="IBM Plex Sans, Helvetica, Arial, sans-serif">`,
    `<title>${escape(title)}</title>`,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    `<g>${edges.join("\n")}</g>`,
    `<g>${nodes.join("\n")}</g>`,
    `<g fill="${palette.ink}" stroke="${palette.paper}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke">${texts.join("\n")}</g>`,
    "</svg>",
  ].join("\n");
}
