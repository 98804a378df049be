import { statementKeys } from "../graph/index.js";
import {
  ENTITY_TYPES,
  type Entity,
  type EntityRef,
  type EntityType,
  type Extraction,
} from "../ontology/index.js";
import { countryByCode } from "./countries.js";
import { cypher, cypherFor } from "./cypher.js";
import { foldName } from "./fold.js";
import { groupBy, sortedBy, type Transaction, withoutNulls } from "./transaction.js";

/**
 * Writes every entity that the extractions name; returns how many.
 * A name that several articles spell differently is settled by {@link betterName}, so that the order
 * of loads does not matter; the other spellings become aliases.
 */
export async function writeEntities(tx: Transaction, extractions: readonly Extraction[]): Promise<number> {
  const entities = mergeAll(extractions);
  if (entities.size === 0) return 0;
  const known = await tx.run(cypher("load/known-entities"), { ids: [...entities.keys()].sort() });
  for (const row of known) {
    const entity = entities.get(row.id as string);
    if (entity) mergeNames(entity, row.name as string, (row.aliases as string[] | null) ?? []);
  }
  const byType = groupBy(
    sortedBy(entities.values(), ({ id }) => id),
    ({ type }) => type,
  );
  for (const type of ENTITY_TYPES) {
    const rows = byType.get(type)?.map(entityRow);
    if (rows) await tx.run(cypherFor("load/entities", "LABEL", type), { rows });
  }
  return entities.size;
}

function entityRow({ id, name, aliases, country, iso2, latitude, longitude }: Entity) {
  return {
    id,
    latitude,
    longitude,
    properties: withoutNulls({
      name,
      aliases,
      country,
      iso2,
      search: [...new Set([name, ...aliases].map(foldName))].filter(Boolean),
    }),
  };
}

function mergeAll(extractions: readonly Extraction[]): Map<string, Entity> {
  const entities = new Map<string, Entity>();
  const add = (entity: Entity) => {
    const present = entities.get(entity.id);
    if (!present) {
      entities.set(entity.id, { ...entity, aliases: [...entity.aliases] });
      return;
    }
    mergeNames(present, entity.name, entity.aliases);
    present.country ??= entity.country;
    present.iso2 ??= entity.iso2;
    present.latitude ??= entity.latitude;
    present.longitude ??= entity.longitude;
  };
  for (const extraction of extractions) extraction.entities.forEach(add);
  for (const { statements } of extractions) {
    for (const statement of statements) {
      for (const ref of [statement.subject, statement.object, statement.speaker]) if (ref) add(fromRef(ref));
      const { rollup } = statementKeys(statement);
      // An edge between countries needs both nodes, though no sentence may name them: "Araghchi met Bayramov".
      if (rollup)
        [rollup.split("|")[0], rollup.split("|")[2]].forEach((code) => code && add(countryFor(code)));
    }
  }
  return entities;
}

const NOTHING_KNOWN = { aliases: [], iso2: null, latitude: null, longitude: null };

function fromRef(ref: EntityRef): Entity {
  return { ...NOTHING_KNOWN, ...ref };
}

function countryFor(code: string): Entity {
  return countryByCode(code) ?? { ...NOTHING_KNOWN, id: code, type: "Country", name: code, country: code };
}

function mergeNames(entity: Entity, name: string, aliases: readonly string[]): void {
  const chosen = betterName(entity, name);
  const others = new Set([...entity.aliases, ...aliases, entity.name, name]);
  others.delete(chosen);
  others.delete(entity.id);
  entity.name = chosen;
  entity.aliases = [...others].sort();
}

/** The fullest name of a person, the plainest of anything else; a bare country code loses to any name. */
function betterName(
  { id, type, name }: { id: string; type: EntityType; name: string },
  other: string,
): string {
  if (name === id || other === id) return name === id ? other : name;
  const longer =
    name.length === other.length ? (name < other ? name : other) : name.length > other.length ? name : other;
  if (type === "Official" || name.length === other.length) return longer;
  return longer === name ? other : name;
}
