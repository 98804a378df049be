import type { Entity } from "../ontology/index.js";
import { readTable } from "./tables.js";
import { fold, words } from "./text.js";
import type { ResolvedMention } from "./types.js";
import { type SentenceView, wordAt } from "./view.js";

export type Gender = "female" | "male";

const FEMALE = /^(?:mrs|ms|miss|madam|madame|dame|lady|queen|princess|sheikha|baroness|\w+woman)$/;
const MALE =
  /^(?:mr|sir|lord|king|prince|sheikh|emir|sultan|mullah|ayatollah|imam|baron|pope|cardinal|archbishop|bishop|patriarch)$/;

let names: Set<string> | null = null;

function femaleNames(): Set<string> {
  names ??= new Set(readTable("female-names.tsv", ["name"]).map((row) => fold(row.name)));
  return names;
}

/** Whether the article's persons are women or men, as far as names, titles and earlier pronouns tell. */
export class Genders {
  readonly #told = new Map<string, Gender>();

  /** Null where nothing tells. */
  of(view: SentenceView, mention: ResolvedMention): Gender | null {
    for (let i = mention.first; i < mention.last; i++) {
      const word = wordAt(view, i);
      if (FEMALE.test(word)) return "female";
      if (MALE.test(word)) return "male";
    }
    const [entity] = mention.entities;
    if (entity?.type !== "Official") return null;
    const [given = ""] = words(entity.name);
    return femaleNames().has(given) ? "female" : (this.#told.get(entity.id) ?? null);
  }

  /** What a pronoun that was understood tells of a person. */
  tell(entity: Entity, gender: Gender): void {
    if (entity.type === "Official" && !this.#told.has(entity.id)) this.#told.set(entity.id, gender);
  }
}
