import { effect, untracked } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { graph, reload, stats } from "../state/graph.js";
import { film, playback } from "../state/playback.js";
import { shownTheme } from "../state/theme.js";
import { choose, go, selection, view } from "../state/view.js";
import { isAlive } from "../time/alive.js";
import { Empty, Failed, Loading } from "../ui/states.js";
import { plain, relationPhrase } from "../ui/words.js";
import { drawn } from "./drawn.js";
import { GraphControls } from "./graph-controls.js";
import { Layout } from "./layout.js";
import { Legend } from "./legend.js";
import { buildGraph, type DrawnGraph } from "./model.js";
import { readPalette } from "./palette.js";
import { Places } from "./places.js";
import { GraphRenderer, type Target } from "./renderer.js";

const places = new Places();

const selectedTarget = (): Target | null => {
  const { node, edge } = view.value;
  if (node !== null) return { kind: "node", id: node };
  return edge === null ? null : { kind: "edge", id: edge };
};

const openTarget = (target: Target | null): void => {
  go({
    node: target?.kind === "node" ? target.id : null,
    edge: target?.kind === "edge" ? target.id : null,
    pair: null,
  });
};

/** What the pointer is over, in words. */
function hoverWords(renderer: GraphRenderer, target: Target | null): string {
  if (target?.kind !== "edge" || !renderer.graph.hasEdge(target.id)) return "";
  const { edge } = renderer.graph.getEdgeAttributes(target.id);
  if (!edge) return "";
  const name = (id: string) => plain(renderer.graph.getNodeAttribute(id, "label"));
  const what = relationPhrase(edge.predicate, edge.negated, edge.modality);
  const sources = edge.sources === 1 ? "1 source" : `${edge.sources} sources`;
  return `${name(edge.source)} ${what} ${name(edge.target)} · ${sources}`;
}

/** Keeps sigma's picture in step with the page's state; returns what undoes it. */
function connect(container: HTMLElement, onHover: (words: string) => void): () => void {
  const layout = new Layout();
  let renderer: GraphRenderer | null = null;
  // Clicks are answered from the last picture: only once it is drawn do nodes lie where they are clicked.
  const rest = (built: DrawnGraph) =>
    renderer?.whenDrawn(() => {
      if (renderer?.graph === built) container.dataset.layout = "settled";
    });
  const draw = () => {
    const { data } = graph.value;
    shownTheme.value;
    if (!data) return;
    const shown = film.value ?? data;
    const palette = readPalette();
    const built = buildGraph(
      shown,
      new Set(untracked(() => selection.value.focus)),
      palette,
      places.of(shown.nodes.map((n) => n.id)),
    );
    if (renderer) renderer.show(built, palette);
    else {
      renderer = new GraphRenderer(container, built, palette, {
        clicked: openTarget,
        hovered: (target) => renderer && onHover(hoverWords(renderer, target)),
        dropped: () => renderer && places.remember(renderer.graph),
      });
      drawn.value = renderer;
    }
    renderer.select(untracked(selectedTarget));
    if (built.order === 0) return;
    container.dataset.layout = "running";
    if (built.everyNode((_id, { fixed }) => fixed)) {
      rest(built);
      return;
    }
    layout
      .run(built)
      .then((finished) => {
        if (!finished) return;
        places.remember(built);
        rest(built);
      })
      .catch((error: Error) => onHover(error.message));
  };
  const stops = [
    effect(draw),
    effect(() => renderer?.select(selectedTarget())),
    effect(() => {
      const window = playback.value?.window;
      renderer?.filter(window ? ({ edge }) => edge !== null && isAlive(edge, window) : null);
    }),
  ];
  // Drawing again resizes too; resizing alone leaves a blank picture that no click meets.
  const resized = new ResizeObserver(() => renderer?.sigma.scheduleRefresh());
  resized.observe(container);
  return () => {
    for (const stop of stops) stop();
    resized.disconnect();
    layout.stop();
    drawn.value = null;
    renderer?.kill();
  };
}

const KEYS: Record<string, (renderer: GraphRenderer) => void> = {
  "+": (renderer) => renderer.zoom(1.5),
  "-": (renderer) => renderer.zoom(1 / 1.5),
  "0": (renderer) => renderer.fit(),
  ArrowLeft: (renderer) => renderer.pan(-0.1, 0),
  ArrowRight: (renderer) => renderer.pan(0.1, 0),
  ArrowUp: (renderer) => renderer.pan(0, 0.1),
  ArrowDown: (renderer) => renderer.pan(0, -0.1),
};

/** The graph itself, with its legend and controls. */
export function GraphCanvas() {
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState("");
  useEffect(() => {
    if (canvas.current) return connect(canvas.current, setHovered);
  }, []);
  const { data, error, loading } = graph.value;
  const rearrange = () => {
    places.forget();
    graph.value = { ...graph.value };
  };
  return (
    <section class="graph" ref={stage} aria-label="Graph">
      <div
        class="graph-canvas"
        ref={canvas}
        tabIndex={0}
        role="application"
        aria-label="Graph picture. Plus and minus zoom, arrows move, 0 fits. The Table tab lists the same."
        onKeyDown={(event) => {
          const act = KEYS[event.key];
          if (!act || !drawn.value) return;
          event.preventDefault();
          act(drawn.value);
        }}
      />
      <p class="hover-words">{hovered}</p>
      <GraphControls stage={stage} rearrange={rearrange} />
      {error && <Failed error={error} retry={reload} />}
      {loading && !data && !error && <Loading what="the graph" />}
      {data && data.edges.length === 0 && !loading && <NothingHere />}
    </section>
  );
}

function NothingHere() {
  if (stats.value.data?.articles === 0) {
    return (
      <Empty title="The store is empty">
        <p>Add articles here, or load many with “entente ingest”.</p>
        <button type="button" class="primary" onClick={() => go({ tab: "articles" })}>
          Add articles
        </button>
      </Empty>
    );
  }
  return (
    <Empty title="No statement fits this view">
      <p>Widen the time window, allow more relations, or look further out.</p>
      <div class="buttons">
        <button
          type="button"
          onClick={() =>
            choose({
              from: undefined,
              to: undefined,
              predicates: [],
              modality: [],
              negated: "include",
              minConfidence: 0,
              minSources: 0,
              sources: [],
            })
          }
        >
          Clear the filters
        </button>
        <button type="button" onClick={() => choose({ focus: [], from: undefined, to: undefined })}>
          Show everybody
        </button>
        <button type="button" onClick={() => go({ tab: "articles" })}>
          Add articles
        </button>
      </div>
    </Empty>
  );
}
