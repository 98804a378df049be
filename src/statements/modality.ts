import type { ResolvedMention } from "../entities/index.js";
import type { Entity, Modality, Predicate } from "../ontology/index.js";
import type { Frame } from "./frames.js";
import type { Scope } from "./scope/scope.js";
import { isOneSide } from "./sides.js";

/** Acts that others may dispute: reported by somebody else they are only claimed. */
const CONTESTED: ReadonlySet<Predicate> = new Set([
  "AIDED",
  "ATTACKED",
  "COERCED",
  "MOBILIZED",
  "THREATENED",
  "YIELDED_TO",
  "ACCUSED",
  "REQUESTED",
  "PROTESTED",
]);

/** Who is reported to say it. */
export interface Speaker {
  entity: Entity;
  mention: ResolvedMention;
}

/** Modality by the annotation rules: hypothetical before claimed before intended before actual. */
export function modalityOf(
  frame: Frame,
  scope: Scope,
  subject: Entity,
  speaker: Speaker | null,
  toCome: boolean,
): Modality {
  if (frame.modality === "actual") return "actual";
  if (scope.hypothetical) return "hypothetical";
  if (isClaimed(frame.predicate, scope, subject, speaker)) return "claimed";
  if (scope.intended || toCome || (scope.promised && frame.predicate === "AIDED")) return "intended";
  return frame.modality ?? "actual";
}

function isClaimed(predicate: Predicate, scope: Scope, subject: Entity, speaker: Speaker | null): boolean {
  if (scope.doubted) return true;
  const kind = scope.reports[0]?.kind;
  if (kind === undefined) return false;
  if (kind === "deny") return true;
  const own =
    speaker !== null &&
    isOneSide(speaker.entity, subject) &&
    !(kind === "claim" && areRivals(speaker.entity, subject));
  if (own) return scope.negated && !scope.intended && CONTESTED.has(predicate);
  if (scope.intended) return false;
  if (scope.negated) return true;
  return kind === "claim" || CONTESTED.has(predicate);
}

/** Two officials of one state who say things of each other: "accused the premier of bowing". */
function areRivals(a: Entity, b: Entity): boolean {
  return a.id !== b.id && a.type !== "Country" && b.type !== "Country";
}
