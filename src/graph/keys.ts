import {
  type EntityRef,
  type Modality,
  type Predicate,
  type Statement,
  SYMMETRIC_PREDICATES,
} from "../ontology/index.js";

/** What every statement under one edge has in common. */
export interface EdgeIdentity {
  source: string;
  predicate: Predicate;
  target: string;
  negated: boolean;
  modality: Modality;
}

/** The edges that a statement counts for. */
export interface StatementKeys {
  /** The edge between the actors that the sentence names. */
  edge: string;
  /** The edge between the two countries that the actors act for; null where that is the same edge or there is none. */
  rollup: string | null;
}

/** Relations that say what something is, not what somebody does: they hold for the actor alone and are no events. */
const RELATIONS_OF_BEING: ReadonlySet<Predicate> = new Set(["PART_OF", "MEMBER_OF", "HOLDS_OFFICE"]);

/** Only who can act acts for a state; a region, a treaty or an issue of a country does not. */
const ACTING_TYPES: ReadonlySet<string> = new Set(["Country", "Official", "Organization"]);

/** `IRN|OPPOSES|issue/zangezur-corridor|+|actual`; the ends of a symmetric predicate are in order of their ids. */
export function edgeKey(edge: EdgeIdentity): string {
  const swap = SYMMETRIC_PREDICATES.has(edge.predicate) && edge.target < edge.source;
  const { predicate, negated, modality } = edge;
  return keyOf(swap ? { source: edge.target, predicate, target: edge.source, negated, modality } : edge);
}

/** The key of an edge whose ends are in order already. */
export function keyOf({ source, predicate, target, negated, modality }: EdgeIdentity): string {
  return `${source}|${predicate}|${target}|${negated ? "-" : "+"}|${modality}`;
}

/** The inverse of {@link edgeKey}. @throws Error where the text is no such key. */
export function parseEdgeKey(key: string): EdgeIdentity {
  const [source, predicate, target, sign, modality, ...rest] = key.split("|");
  if (!source || !predicate || !target || !modality || rest.length > 0 || (sign !== "+" && sign !== "-")) {
    throw new Error(`"${key}" is no edge key; expected SUBJECT|PREDICATE|OBJECT|+ or -|MODALITY`);
  }
  return {
    source,
    predicate: predicate as Predicate,
    target,
    negated: sign === "-",
    modality: modality as Modality,
  };
}

/** False for what was affirmed as a fact (modality actual, not negated): only that is a typed edge in the store. */
export function isQualified(edge: EdgeIdentity): boolean {
  return edge.negated || edge.modality !== "actual";
}

/** True for predicates whose statements describe events, which several articles may report. */
export function isEvent(predicate: Predicate): boolean {
  return !RELATIONS_OF_BEING.has(predicate);
}

/** @see StatementKeys */
export function statementKeys(statement: Statement): StatementKeys {
  const { predicate, negated, modality } = statement;
  const edge = edgeKey({
    source: statement.subject.id,
    predicate,
    target: statement.object.id,
    negated,
    modality,
  });
  const source = actingCountry(statement.subject);
  const target = actingCountry(statement.object);
  if (!isEvent(predicate) || source === null || target === null || source === target) {
    return { edge, rollup: null };
  }
  const rollup = edgeKey({ source, predicate, target, negated, modality });
  return { edge, rollup: rollup === edge ? null : rollup };
}

/** The state that an actor is or acts for; null where there is none. */
function actingCountry(actor: EntityRef): string | null {
  if (actor.type === "Country") return actor.id;
  return ACTING_TYPES.has(actor.type) ? actor.country : null;
}
