import type { Entity } from "../ontology/index.js";
import type { OfficeClass } from "./knowledge.js";
import type { OfficePhrase } from "./office-phrases.js";
import type { PersonName } from "./person-names.js";
import type { Holder } from "./registry.js";
import type { SentenceView } from "./view.js";

/** A person's name at one place, with the office that stands beside it. */
export interface Appearance {
  view: SentenceView;
  name: PersonName;
  office: OfficePhrase | null;
  /** The state in "Irfaan Ali of Guyana", "Iran's Hassan Rouhani". */
  country: Entity | null;
  /** Tokens of the name and of the offices that touch it. */
  first: number;
  last: number;
  words: string[];
  person: Person | null;
  rule: string;
}

/** Somebody of the article, under all the names that it uses. */
export interface Person {
  appearances: Appearance[];
  /** Folded words of the fullest name. */
  words: string[];
  name: string;
  class: OfficeClass | null;
  role: string | null;
  deputy: boolean;
  country: string | null;
  serves: Entity | null;
  /** Holds an office of a contested territory. */
  stateless: boolean;
  /** Serves an international organization. */
  international: boolean;
  holder: Holder | null;
  rule: string;
  entity: Entity | null;
}
