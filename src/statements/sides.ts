import type { Entity } from "../ontology/index.js";

/** Whether two act for one side: the same entity, or both of one state. */
export function isOneSide(a: Entity, b: Entity): boolean {
  return a.id === b.id || (a.country !== null && a.country === b.country);
}
