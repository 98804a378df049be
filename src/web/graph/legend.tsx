import { ENTITY_TYPES, type GraphEdge, PLOVER_CLASSES, type Plover } from "../../ontology/index.js";
import { graph } from "../state/graph.js";
import { ENTITY_NAMES, PLOVER_NAMES } from "../ui/words.js";
import { EntityMark } from "./entity-mark.js";

/** What colours, lines and shapes mean: only those that the view has. */
export function Legend() {
  const { data } = graph.value;
  if (!data || data.edges.length === 0) return null;
  const classes = new Map<Plover | "RELATION", number>();
  for (const edge of data.edges) {
    const name = edge.plover ?? "RELATION";
    classes.set(name, (classes.get(name) ?? 0) + 1);
  }
  const types = new Set(data.nodes.map((node) => node.type));
  const has = (test: (edge: GraphEdge) => boolean) => data.edges.some(test);
  return (
    <details class="legend" open={innerWidth > 800}>
      <summary>Legend</summary>
      <ul class="legend-classes" aria-label="Edge colours, PLOVER classes">
        {[...PLOVER_CLASSES, "RELATION" as const]
          .filter((name) => classes.has(name))
          .map((name) => (
            <li key={name}>
              <svg class="line-mark" viewBox="0 0 20 8" aria-hidden="true">
                <path d="M0 4h20" class={`plover-${name.toLowerCase()}`} stroke-width="3" />
              </svg>
              {PLOVER_NAMES[name]} <span class="count">{classes.get(name)}</span>
            </li>
          ))}
      </ul>
      <ul aria-label="Line styles">
        {has((e) => e.modality === "intended") && <LineStyle dash="6 3" words="intended" />}
        {has((e) => e.modality === "hypothetical" || e.modality === "claimed") && (
          <LineStyle dash="1.5 2.5" words="hypothetical or claimed" />
        )}
        {has((e) => e.negated) && (
          <li>
            <svg class="line-mark" viewBox="0 0 20 8" aria-hidden="true">
              <path d="M0 2h20M0 6h20" class="ink-line" stroke-width="1.2" />
            </svg>
            denied
          </li>
        )}
        <li class="note">wider: more independent sources</li>
      </ul>
      <ul aria-label="Node shapes">
        {ENTITY_TYPES.filter((type) => types.has(type)).map((type) => (
          <li key={type}>
            <EntityMark type={type} />
            {ENTITY_NAMES[type][0]}
          </li>
        ))}
      </ul>
    </details>
  );
}

function LineStyle({ dash, words }: { dash: string; words: string }) {
  return (
    <li>
      <svg class="line-mark" viewBox="0 0 20 8" aria-hidden="true">
        <path d="M0 4h20" class="ink-line" stroke-width="2.4" stroke-dasharray={dash} />
      </svg>
      {words}
    </li>
  );
}
