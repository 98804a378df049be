import type { Entity } from "../ontology/index.js";
import { Bodies } from "./bodies.js";
import type { MentionBook } from "./book.js";
import { type Cast, type Owners, ownerKey } from "./cast.js";
import type { Context } from "./context.js";
import { Descriptions } from "./descriptions.js";
import { Focus } from "./focus.js";
import type { GroupPhrase } from "./groups.js";
import type { Knowledge } from "./knowledge.js";
import type { OfficePhrase } from "./office-phrases.js";
import { Offices } from "./offices.js";
import { Pronouns, type Stranger } from "./pronouns.js";
import type { SentenceView } from "./view.js";

/** Resolves what does not name its entity, in order of reading. */
export class Coreference {
  readonly #pronouns: Pronouns;
  readonly #descriptions: Descriptions;
  readonly #bodies: Bodies;
  readonly #offices: Offices;
  /** Whose the offices of named persons are where a pronoun or a description says it. */
  readonly owners: Owners = new Map();
  #unresolved = 0;

  readonly #book: MentionBook;

  constructor(
    known: Knowledge,
    book: MentionBook,
    views: SentenceView[],
    cast: Cast,
    context: Context,
    date: string | null,
    strangers: readonly Stranger[],
  ) {
    this.#book = book;
    const focus = new Focus(known, book, views);
    this.#pronouns = new Pronouns(known, book, focus, views, strangers);
    this.#descriptions = new Descriptions(known, book, focus, context);
    this.#bodies = new Bodies(known, book, focus, this.#descriptions, context);
    this.#offices = new Offices(book, focus, cast, context, date);
  }

  /** Pronouns and descriptions that found no antecedent, so far. */
  get unresolved(): number {
    return this.#unresolved;
  }

  /** `owned` are the tokens that say whose the offices of named persons are. */
  resolveSentence(
    view: SentenceView,
    offices: OfficePhrase[],
    groups: GroupPhrase[],
    owned: readonly number[],
  ): void {
    const owners = new Map<number, Entity[]>();
    const ownerless = groups.filter((phrase) => phrase.countries.length === 0);
    for (let i = view.start; i < view.tokens.length; i++) {
      const office = headedBy(offices, i);
      const group = headedBy(ownerless, i);
      if (office !== undefined) this.#count(this.#offices.resolve(view, office, owners));
      else if (group !== undefined) this.#count(this.#bodies.resolve(view, group, owners));
      else if (this.#pronouns.isPronoun(view, i)) {
        const mention = this.#pronouns.resolve(view, i);
        if (mention !== null) owners.set(i, mention.entities);
        this.#count(mention !== null || !this.#pronouns.isActor(view, i));
      } else {
        const outcome = this.#descriptions.resolve(view, i, owners, owned.includes(i));
        if (outcome !== undefined) this.#count(outcome);
      }
      if (!owned.includes(i)) continue;
      const [owner] =
        this.#book.of(view.at).find((m) => m.head === i && m.kind === "anaphor")?.entities ?? [];
      if (owner !== undefined) this.owners.set(ownerKey(view, i), owner);
    }
  }

  #count(found: boolean): void {
    if (!found) this.#unresolved++;
  }
}

/** The first phrase that the token heads. */
function headedBy<T extends { head: number }>(phrases: readonly T[], head: number): T | undefined {
  for (const phrase of phrases) if (phrase.head === head) return phrase;
  return undefined;
}
