import type { Entity, EntityType, Predicate } from "../ontology/index.js";

const ACTORS: readonly EntityType[] = ["Country", "Official", "Organization"];
const ACTORS_AND_REGIONS: readonly EntityType[] = [...ACTORS, "Region"];

/** Types of entity that may be the object of a predicate; subjects are actors. */
const OBJECT_TYPES: Partial<Record<Predicate, readonly EntityType[]>> = {
  SUPPORTS: [...ACTORS_AND_REGIONS, "Agreement", "Issue"],
  OPPOSES: [...ACTORS_AND_REGIONS, "Agreement", "Issue"],
  SIGNED: ["Agreement"],
  MEDIATED: [...ACTORS, "Agreement", "Issue"],
  PROTESTED: [...ACTORS, "Issue", "Agreement"],
  VISITED: ["Country"],
  MEMBER_OF: ["Organization", "Agreement"],
  PART_OF: ["Country", "Region"],
  MET_WITH: ACTORS,
  SIGNED_WITH: ACTORS_AND_REGIONS,
  COOPERATES_WITH: ACTORS,
  REQUESTED: ACTORS,
};

/** Whether the two entities can stand in the relation at all. */
export function accepts(predicate: Predicate, subject: Entity, object: Entity): boolean {
  if (subject.id === object.id) return false;
  // Nobody visits his own state.
  if (predicate === "VISITED" && subject.country !== null && subject.country === object.country) return false;
  const subjects: readonly EntityType[] = predicate === "PART_OF" ? ["Region"] : ACTORS_AND_REGIONS;
  if (!subjects.includes(subject.type)) return false;
  if (subject.type === "Region" && predicate !== "PART_OF" && !ACTIVE_REGION.has(predicate)) return false;
  return (OBJECT_TYPES[predicate] ?? ACTORS_AND_REGIONS).includes(object.type);
}

/** What a disputed territory's own authorities can do. */
const ACTIVE_REGION: ReadonlySet<Predicate> = new Set([
  "MET_WITH",
  "ATTACKED",
  "ACCUSED",
  "REQUESTED",
  "SIGNED_WITH",
]);
