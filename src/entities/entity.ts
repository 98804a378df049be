import type { Entity } from "../ontology/index.js";

/** An entity with the schema's defaults for what is not given; aliases never repeat the name. */
export function makeEntity(
  given: Pick<Entity, "id" | "type" | "name" | "country"> &
    Partial<Omit<Entity, "id" | "type" | "name" | "country">>,
): Entity {
  const aliases = [...new Set(given.aliases ?? [])].filter((alias) => alias !== given.name);
  return { iso2: null, latitude: null, longitude: null, ...given, aliases };
}
