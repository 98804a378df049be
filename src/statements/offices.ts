import type { ResolvedDocument, ResolvedMention } from "../entities/index.js";
import type { Entity } from "../ontology/index.js";

/** An official's post as one mention states it. */
export interface Office {
  mention: ResolvedMention;
  official: Entity;
  /** The organization that the text names, else the state. */
  served: Entity;
  role: string;
}

/** The posts that mentions with a title state, each once. */
export function officesOf(resolved: ResolvedDocument): Office[] {
  const countries = new Map<string, Entity>();
  for (const mention of resolved.mentions) {
    for (const entity of mention.entities) if (entity.type === "Country") countries.set(entity.id, entity);
  }
  const seen = new Set<string>();
  const offices: Office[] = [];
  for (const mention of resolved.mentions) {
    const [official] = mention.entities;
    if (official?.type !== "Official" || mention.role === null || mention.entities.length !== 1) continue;
    const served =
      mention.serves ?? (official.country === null ? undefined : countries.get(official.country));
    if (served === undefined || served === null) continue;
    const key = `${official.id} ${served.id} ${mention.role}`;
    if (seen.has(key)) continue;
    seen.add(key);
    offices.push({ mention, official, served, role: mention.role });
  }
  return offices;
}
