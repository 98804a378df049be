import type {
  EntityType,
  Modality,
  PartialDate,
  Plover,
  Predicate,
  Statement,
} from "../../ontology/index.js";

/** How each relation is said: as a fact, its bare form, and as denied. */
const PHRASES: Record<Predicate, readonly [fact: string, bare: string, denied: string]> = {
  SUPPORTS: ["supports", "support", "does not support"],
  OPPOSES: ["opposes", "oppose", "does not oppose"],
  SIGNED_WITH: ["signed with", "sign with", "did not sign with"],
  SIGNED: ["signed", "sign", "did not sign"],
  COOPERATES_WITH: ["cooperates with", "cooperate with", "does not cooperate with"],
  MET_WITH: ["met with", "meet with", "did not meet with"],
  VISITED: ["visited", "visit", "did not visit"],
  MEDIATED: ["mediated for", "mediate for", "did not mediate for"],
  AIDED: ["aided", "aid", "did not aid"],
  YIELDED_TO: ["yielded to", "yield to", "did not yield to"],
  REQUESTED: ["made a demand of", "make a demand of", "made no demand of"],
  ACCUSED: ["accused", "accuse", "did not accuse"],
  THREATENED: ["threatened", "threaten", "did not threaten"],
  PROTESTED: ["protested against", "protest against", "did not protest against"],
  MOBILIZED: ["mobilized against", "mobilize against", "did not mobilize against"],
  SANCTIONED: ["sanctioned", "sanction", "did not sanction"],
  COERCED: ["coerced", "coerce", "did not coerce"],
  ATTACKED: ["attacked", "attack", "did not attack"],
  PART_OF: ["is part of", "be part of", "is not part of"],
  MEMBER_OF: ["is a member of", "be a member of", "is not a member of"],
  HOLDS_OFFICE: ["holds office in", "hold office in", "does not hold office in"],
};

/** The relation as a verb that carries negation and modality: "intends to meet with", "did not attack". */
export function relationPhrase(predicate: Predicate, negated: boolean, modality: Modality): string {
  const [fact, bare, denied] = PHRASES[predicate];
  const not = negated ? "not " : "";
  switch (modality) {
    case "actual":
      return negated ? denied : fact;
    case "intended":
      return `intends ${not}to ${bare}`;
    case "hypothetical":
      return `might ${not}${bare}`;
    case "claimed":
      return `allegedly ${negated ? denied : fact}`;
  }
}

/** `MET_WITH` as a heading: "Met with". */
export function predicateName(predicate: Predicate): string {
  const [fact] = PHRASES[predicate];
  return fact[0]?.toUpperCase() + fact.slice(1);
}

export const PLOVER_NAMES: Record<Plover | "RELATION", string> = {
  AGREE: "Agree",
  CONSULT: "Consult",
  SUPPORT: "Support",
  COOPERATE: "Cooperate",
  AID: "Aid",
  RETREAT: "Retreat",
  REQUEST: "Request",
  ACCUSE: "Accuse",
  REJECT: "Reject",
  THREATEN: "Threaten",
  PROTEST: "Protest",
  MOBILIZE: "Mobilize",
  SANCTION: "Sanction",
  COERCE: "Coerce",
  ASSAULT: "Assault",
  RELATION: "No event",
};

/** What to tell a reader who is about to rely on a statement; null for a plain fact. */
export function caution(negated: boolean, modality: Modality): string | null {
  const words: Record<Modality, string | null> = {
    actual: null,
    intended: "Announced or planned; the text does not say that it happened.",
    hypothetical: "Conditional: the text says that it could or should be so.",
    claimed: "Somebody's claim, which the text does not make its own.",
  };
  const parts = [negated ? "The text says that this is or was not so." : null, words[modality]];
  return parts.filter((part) => part !== null).join(" ") || null;
}

export const ENTITY_NAMES: Record<EntityType, readonly [one: string, many: string]> = {
  Country: ["Country", "Countries"],
  Official: ["Official", "Officials"],
  Region: ["Region", "Regions"],
  Agreement: ["Agreement", "Agreements"],
  Organization: ["Organization", "Organizations"],
  Issue: ["Issue", "Issues"],
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2016-05-24` as "24 May 2016", no more precise than it is. */
export function dateWords(date: PartialDate | null): string {
  if (date === null) return "undated";
  const [year, month, day] = date.split("-");
  const name = month === undefined ? null : MONTHS[Number(month) - 1];
  return [day === undefined ? null : String(Number(day)), name, year].filter(Boolean).join(" ");
}

const BASIS_WORDS = {
  stated: "date in the text",
  inferred: "date inferred from the text",
  publication: "date of publication",
} as const;

export const basisWords = (basis: Statement["dateBasis"]): string =>
  basis === null ? "" : BASIS_WORDS[basis];

export function confidenceWords(confidence: number): string {
  if (confidence >= 0.85) return "high confidence";
  return confidence >= 0.6 ? "moderate confidence" : "low confidence";
}

/** Text for canvases, titles and attributes, where a stray direction override would turn what follows. */
export const plain = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, "");

/** "1 statement", "3 statements", "1,204 statements". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

/** "a, b and c". */
export function listWords(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

export const signed = (value: number): string =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value).toFixed(1)}`;
