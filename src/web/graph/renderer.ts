import Sigma from "sigma";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { colorToArray } from "sigma/utils";
import { drawLabels, type LabelRequest, type PlacedLabel, placeLabels } from "./labels.js";
import { type DrawnGraph, type EdgeAttributes, MOST_CURVES, type NodeAttributes } from "./model.js";
import type { Palette } from "./palette.js";
import { ribbonProgram } from "./ribbon-program.js";
import { type Rgba, shapeProgram } from "./shape-program.js";

export type Target = { kind: "node"; id: string } | { kind: "edge"; id: string };

interface RendererEvents {
  /** Null for a click on empty ground. */
  clicked(target: Target | null): void;
  hovered(target: Target | null): void;
  /** A node was dragged and let go. */
  dropped(): void;
}

const MOST_LABELS = 220;
/** From this many edges on, edges rest while the camera moves. */
const MANY_EDGES = 12_000;
const FADED_NODE = 0.22;
const DOUBLE_CLICK_ZOOM = 2.2;
/** Thin lines in great number are drawn as a veil, out of which the chosen ones stand. */
const VEIL = 0.4;

const rgba = (color: string): Rgba => {
  const [r, g, b, a] = colorToArray(color);
  return [r / 255, g / 255, b / 255, a / 255];
};

/** `#rrggbb` with an alpha. */
function fade(color: string, alpha: number): string {
  const [r, g, b] = colorToArray(color);
  return `rgba(${r},${g},${b},${alpha})`;
}

/** So much of a colour, the rest of the ground: what is faint still hides the lines under it. */
function blend(color: string, ground: string, share: number): string {
  const under = colorToArray(ground);
  const mixed = colorToArray(color).map((value, i) =>
    Math.round(share * value + (1 - share) * (under[i] ?? 0)),
  );
  return `rgb(${mixed.slice(0, 3).join()})`;
}

/** Sigma with this page's look and habits: what it draws, dims, names and reports. */
export class GraphRenderer {
  readonly sigma: Sigma<NodeAttributes, EdgeAttributes>;
  /** The labels of the last frame. */
  labels: PlacedLabel[] = [];
  #graph: DrawnGraph;
  #palette: Palette;
  #hovered: Target | null = null;
  #selected: Target | null = null;
  #visible: ((edge: EdgeAttributes) => boolean) | null = null;
  #near = new Set<string>();
  #dragged: string | null = null;
  #events: RendererEvents;

  constructor(container: HTMLElement, graph: DrawnGraph, palette: Palette, events: RendererEvents) {
    this.#graph = graph;
    this.#palette = palette;
    this.#events = events;
    this.sigma = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
      allowInvalidContainer: true,
      renderLabels: false,
      enableEdgeEvents: true,
      zIndex: true,
      defaultNodeType: "shape",
      defaultEdgeType: "curve",
      stagePadding: 48,
      minCameraRatio: 0.03,
      maxCameraRatio: 4,
      hideEdgesOnMove: graph.size > MANY_EDGES,
      defaultDrawNodeHover: () => {},
      nodeProgramClasses: {
        shape: shapeProgram<NodeAttributes, EdgeAttributes>(() => ({
          paper: rgba(this.#palette.paper),
          accent: rgba(this.#palette.accent),
        })),
      },
      edgeProgramClasses: { curve: ribbonProgram(16), line: ribbonProgram(1) },
      nodeReducer: (id, data) => this.#reduceNode(id, data),
      edgeReducer: (key, data) => this.#reduceEdge(key, data),
    });
    this.sigma.on("afterRender", () => this.#drawLabels());
    this.#listen(container);
  }

  get graph(): DrawnGraph {
    return this.#graph;
  }

  show(graph: DrawnGraph, palette: Palette): void {
    this.#graph = graph;
    this.#palette = palette;
    this.#hovered = null;
    this.#recomputeNear();
    this.sigma.setSetting("hideEdgesOnMove", graph.size > MANY_EDGES);
    this.sigma.setGraph(graph);
  }

  select(target: Target | null): void {
    this.#selected = target;
    this.#refocus();
  }

  /** Hides the edges for which `visible` is false, and the nodes that are left without one; null shows all. */
  filter(visible: ((edge: EdgeAttributes) => boolean) | null): void {
    this.#visible = visible;
    this.#redraw();
  }

  fit(): void {
    this.sigma.setCustomBBox(null);
    void this.sigma.getCamera().animatedReset({ duration: 250 });
  }

  zoom(factor: number): void {
    void this.sigma.getCamera().animatedZoom({ factor, duration: 180 });
  }

  pan(x: number, y: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate(
      { x: camera.x + x * camera.ratio, y: camera.y + y * camera.ratio },
      { duration: 120 },
    );
  }

  centre(id: string): void {
    const place = this.sigma.getNodeDisplayData(id);
    if (place) void this.sigma.getCamera().animate({ x: place.x, y: place.y }, { duration: 250 });
  }

  /** Pixels from the canvas's top left corner; null for what is not drawn. */
  placeOf(id: string): { x: number; y: number } | null {
    if (!this.#graph.hasNode(id)) return null;
    const { x, y } = this.#graph.getNodeAttributes(id);
    return this.sigma.graphToViewport({ x, y });
  }

  /** The same for an edge: the middle of its curve, where nothing else of its pair lies. */
  edgePlaceOf(key: string): { x: number; y: number } | null {
    if (!this.#graph.hasEdge(key)) return null;
    const [from, to] = this.#graph.extremities(key).map((id) => this.placeOf(id));
    if (!from || !to) return null;
    const bend = this.#graph.getEdgeAttribute(key, "curvature") / 2;
    return {
      x: (from.x + to.x) / 2 + (to.y - from.y) * bend,
      y: (from.y + to.y) / 2 - (to.x - from.x) * bend,
    };
  }

  /** Calls once the next picture is on the screen. */
  whenDrawn(done: () => void): void {
    this.sigma.once("afterRender", done);
    this.sigma.scheduleRender();
  }

  kill(): void {
    this.sigma.kill();
  }

  #redraw(): void {
    this.sigma.refresh({ skipIndexation: true, schedule: true });
  }

  /** Recolours for another target: all of a graph that is read line by line, else only what stands out. */
  #refocus(): void {
    const before = [...this.#near];
    this.#recomputeNear();
    if (!this.#many) return this.#redraw();
    const nodes = [...new Set([...before, ...this.#near])].filter((id) => this.#graph.hasNode(id));
    const edges = [...new Set(nodes.flatMap((id) => this.#graph.edges(id)))];
    this.sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true });
  }

  get #many(): boolean {
    return this.#graph.size > MOST_CURVES;
  }

  #focusTarget(): Target | null {
    return this.#hovered ?? this.#selected;
  }

  #recomputeNear(): void {
    this.#near.clear();
    const target = this.#focusTarget();
    if (!target) return;
    if (target.kind === "node" && this.#graph.hasNode(target.id)) {
      this.#near.add(target.id);
      for (const id of this.#graph.neighbors(target.id)) this.#near.add(id);
    }
    if (target.kind === "edge" && this.#graph.hasEdge(target.id)) {
      for (const id of this.#graph.extremities(target.id)) this.#near.add(id);
    }
  }

  #edgeShown(data: EdgeAttributes): boolean {
    return this.#visible === null || this.#visible(data);
  }

  #reduceNode(id: string, data: NodeAttributes): Partial<NodeDisplayData> {
    if (this.#visible && !data.focus && !this.#graph.someEdge(id, (_key, edge) => this.#edgeShown(edge))) {
      return { ...data, hidden: true };
    }
    const target = this.#focusTarget();
    if (!target || this.#near.size === 0) return data;
    if (this.#near.has(id)) return { ...data, zIndex: 1 };
    if (this.#many) return data;
    return { ...data, color: blend(data.color, this.#palette.paper, FADED_NODE) };
  }

  #reduceEdge(key: string, data: EdgeAttributes): Partial<EdgeDisplayData> {
    if (!this.#edgeShown(data)) return { ...data, hidden: true };
    const target = this.#focusTarget();
    const plain = this.#many ? { ...data, color: fade(data.color, VEIL) } : data;
    if (!target || this.#near.size === 0) return plain;
    const [source, end] = this.#graph.extremities(key);
    const near = target.kind === "edge" ? key === target.id : source === target.id || end === target.id;
    if (!near) return this.#many ? plain : { ...data, color: this.#palette.faint };
    return { ...data, zIndex: 1, size: target.kind === "edge" ? data.size + 1.5 : data.size };
  }

  #drawLabels(): void {
    const canvas = this.sigma.getCanvases().labels;
    const context = canvas?.getContext("2d");
    if (!context) return;
    const { width, height } = this.sigma.getDimensions();
    const requests: LabelRequest[] = [];
    const obstacles: { x: number; y: number; radius: number }[] = [];
    const dimOthers = this.#near.size > 0;
    this.#graph.forEachNode((id, attributes) => {
      const shown = this.sigma.getNodeDisplayData(id);
      if (!shown || shown.hidden) return;
      const { x, y } = this.sigma.framedGraphToViewport(shown);
      if (x < 0 || y < 0 || x > width || y > height) return;
      const radius = this.sigma.scaleSize(shown.size);
      if (radius > 6) obstacles.push({ x, y, radius: radius * 0.8 });
      const isNear = this.#near.has(id);
      if (radius < 3.4 && !isNear && !attributes.focus) return;
      const isTarget = this.#focusTarget()?.id === id;
      requests.push({
        text: attributes.label,
        x,
        y,
        radius,
        weight: shown.size + (attributes.focus ? 100 : 0) + (isNear ? 200 : 0),
        strong: attributes.focus || attributes.strong,
        dimmed: dimOthers && !isNear && !this.#many,
        must: isTarget || attributes.focus,
      });
    });
    requests.sort((a, b) => b.weight - a.weight);
    this.labels = placeLabels(
      requests.slice(0, MOST_LABELS),
      (text, font) => {
        context.font = font;
        return context.measureText(text).width;
      },
      { width, height },
      obstacles,
    );
    drawLabels(context, this.labels, this.#palette);
  }

  #hover(target: Target | null): void {
    if (this.#dragged !== null) return;
    this.#hovered = target;
    this.#refocus();
    this.#events.hovered(target);
  }

  #listen(container: HTMLElement): void {
    const { sigma } = this;
    sigma.on("enterNode", ({ node }) => {
      container.style.cursor = "pointer";
      this.#hover({ kind: "node", id: node });
    });
    sigma.on("enterEdge", ({ edge }) => {
      container.style.cursor = "pointer";
      this.#hover({ kind: "edge", id: edge });
    });
    const leave = (kind: Target["kind"]) => () => {
      // Sigma says that an edge was left only after it has said that the node on it was entered.
      if (this.#hovered !== null && this.#hovered.kind !== kind) return;
      container.style.cursor = "";
      this.#hover(null);
    };
    sigma.on("leaveNode", leave("node"));
    sigma.on("leaveEdge", leave("edge"));
    // Sigma takes any two quick clicks for a double one, wherever they are: each is a click here, and the
    // browser says which two are a double click.
    for (const click of ["click", "doubleClick"] as const) {
      sigma.on(`${click}Node`, (event) => this.#click(event, { kind: "node", id: event.node }));
      sigma.on(`${click}Edge`, (event) => this.#click(event, { kind: "edge", id: event.edge }));
      sigma.on(`${click}Stage`, (event) => this.#click(event, null));
    }
    container.addEventListener("dblclick", (event) => this.#zoomInAt(event));
    this.#listenToDrags();
  }

  #click(event: { preventSigmaDefault(): void }, target: Target | null): void {
    event.preventSigmaDefault();
    this.#events.clicked(target);
  }

  #zoomInAt({ clientX, clientY }: MouseEvent): void {
    const box = this.sigma.getContainer().getBoundingClientRect();
    const camera = this.sigma.getCamera();
    const ratio = camera.getBoundedRatio(camera.ratio / DOUBLE_CLICK_ZOOM);
    const place = { x: clientX - box.x, y: clientY - box.y };
    void camera.animate(this.sigma.getViewportZoomedState(place, ratio), { duration: 200 });
  }

  #listenToDrags(): void {
    const { sigma } = this;
    let moved = false;
    sigma.on("downNode", ({ node }) => {
      this.#dragged = node;
      moved = false;
      // The frame must not follow the node that is dragged out of it.
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
    });
    sigma.on("moveBody", ({ event }) => {
      if (this.#dragged === null) return;
      moved = true;
      const { x, y } = sigma.viewportToGraph(event);
      this.#graph.mergeNodeAttributes(this.#dragged, { x, y, fixed: true });
      event.preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
    });
    const drop = () => {
      if (this.#dragged !== null && moved) this.#events.dropped();
      this.#dragged = null;
    };
    for (const up of ["upNode", "upEdge", "upStage"] as const) sigma.on(up, drop);
  }
}
