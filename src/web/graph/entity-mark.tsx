import type { EntityType } from "../../ontology/index.js";

const PATHS: Record<EntityType, string> = {
  Country: "M8 2a6 6 0 0 1 0 12a6 6 0 0 1 0-12",
  Region: "M8 3.2a4.8 4.8 0 0 1 0 9.6a4.8 4.8 0 0 1 0-9.6",
  Organization: "M8 1.5L14.5 8L8 14.5L1.5 8z",
  Official: "M8 2.2L14.2 13.2H1.8z",
  Agreement: "M3 3h10v10H3z",
  Issue: "M5.8 2h4.4v3.8H14v4.4h-3.8V14H5.8v-3.8H2V5.8h3.8z",
};

/** The shape that an entity type has in the graph. */
export function EntityMark({ type }: { type: EntityType }) {
  return (
    <svg
      class={`entity-mark ${type === "Region" ? "ring" : ""} ${type === "Country" ? "country" : ""}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={PATHS[type]} />
    </svg>
  );
}
