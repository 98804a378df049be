import type { Entity } from "../ontology/index.js";
import type { MentionBook } from "./book.js";
import type { Focus } from "./focus.js";
import { fold } from "./text.js";
import { relation, type SentenceView, token, wordAt } from "./view.js";

/** Resolves what means two or more of those named before, or the other one of two: "both", "the latter", "the two sides", "his host". */
export class Pairs {
  readonly #book: MentionBook;
  readonly #focus: Focus;

  constructor(book: MentionBook, focus: Focus) {
    this.#book = book;
    this.#focus = focus;
  }

  /** Null where the token is no such word; else whether its antecedents were found (undefined: it means something else). */
  resolve(
    view: SentenceView,
    i: number,
    owners: Map<number, Entity[]>,
  ): { found: boolean | undefined } | null {
    const word = fold(token(view, i).form);
    if (word === "latter" || word === "former") return { found: this.#ordinal(view, i, word) };
    if ((word === "both" || word === "two") && this.#standsAlone(view, i))
      return { found: this.#both(view, i) };
    if (/^(?:host|guest|interlocutor|visitor)$/.test(word) && /^(?:NOUN|PROPN)$/.test(token(view, i).upos))
      return { found: this.#companion(view, i, owners) };
    return null;
  }

  #standsAlone(view: SentenceView, i: number): boolean {
    const t = token(view, i);
    if (!["nsubj", "obj", "obl", "iobj", "nmod", "conj"].includes(relation(t))) return false;
    const next = view.tokens[i + 1];
    if (next !== undefined && /^(?:NOUN|ADJ|PROPN|NUM|DET)$/.test(next.upos)) return false;
    return fold(t.form) === "both" || wordAt(view, i - 1) === "the";
  }

  #both(view: SentenceView, i: number): boolean {
    const found = this.#focus.together(view, i, 2, (e) =>
      e.type === "Country" || e.type === "Official" || e.type === "Organization" ? e : null,
    );
    if (found === null) return false;
    this.#book.refer(
      view,
      wordAt(view, i - 1) === "the" ? i - 1 : i,
      i,
      found.entities,
      "both of those named before",
      found.mention,
    );
    return true;
  }

  /** "His host", "her guest": the other person spoken of. */
  #companion(view: SentenceView, i: number, owners: Map<number, Entity[]>): boolean | undefined {
    const owner = owners.get(i - 1)?.[0];
    if (owner === undefined || owner.type !== "Official") {
      if (!/^(?:his|her)$/i.test(view.tokens[i - 1]?.form ?? "")) return undefined;
    }
    const subject = this.#focus.subjectBefore(view, i - 1, i);
    for (const mention of this.#focus.actorsBefore(view.at, i - 1, 8)) {
      const [entity] = mention.entities;
      const other =
        entity !== undefined &&
        entity.type === "Official" &&
        entity.id !== owner?.id &&
        entity.id !== subject?.id;
      if (!other || mention.entities.length > 1) continue;
      this.#book.refer(view, i - 1, i, [entity], "the other person named before", mention);
      return true;
    }
    return false;
  }

  /** "The latter", "the former": the second or first of a pair. */
  #ordinal(view: SentenceView, i: number, word: string): boolean | undefined {
    const next = view.tokens[i + 1];
    if (wordAt(view, i - 1) !== "the" || (next !== undefined && /^(?:NOUN|PROPN|ADJ)$/.test(next.upos)))
      return undefined;
    const pair = this.#focus.together(view, i, 2, (e) =>
      e.type === "Country" || e.type === "Official" || e.type === "Organization" ? e : null,
    );
    const entity = pair?.entities[word === "latter" ? 1 : 0];
    if (pair === null || entity === undefined) return false;
    this.#book.refer(view, i - 1, i, [entity], `the ${word} of those named before`, pair.mention);
    return true;
  }

  /** "The two sides", "both countries": those put together before. */
  several(view: SentenceView, first: number, i: number, count: number): boolean {
    const sides = /^(?:side|sides|party|parties)$/.test(wordAt(view, i));
    const as = (entity: Entity): Entity | null => {
      if (entity.type === "Country") return entity;
      if (entity.type === "Official") return this.#focus.stateOf(entity);
      return sides && entity.type === "Organization" ? entity : null;
    };
    const found = this.#focus.leading(view, first, count) ?? this.#focus.together(view, first, count, as);
    if (found === null) return false;
    this.#book.refer(view, first, i, found.entities, "the sides named before", found.mention);
    return true;
  }
}
