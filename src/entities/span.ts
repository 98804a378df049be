import type { Entity } from "../ontology/index.js";
import type { Use } from "./knowledge.js";

/** A known name in a sentence, read. */
export interface Span {
  first: number;
  last: number;
  use: Use;
  entity: Entity;
  kind: string;
}
