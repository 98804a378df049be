import type { Entity } from "../ontology/index.js";
import type { MentionBook } from "./book.js";
import type { Context } from "./context.js";
import type { Descriptions } from "./descriptions.js";
import type { Focus } from "./focus.js";
import { bodyOf, describedOrganization, type GroupPhrase } from "./groups.js";
import type { Knowledge } from "./knowledge.js";
import { words } from "./text.js";
import { type SentenceView, textOf } from "./view.js";

/** Resolves bodies of a state that do not name it: "its army", "the junta", "the ministry", "the Taliban government". */
export class Bodies {
  readonly #known: Knowledge;
  readonly #book: MentionBook;
  readonly #focus: Focus;
  readonly #descriptions: Descriptions;
  readonly #context: Context;

  constructor(
    known: Knowledge,
    book: MentionBook,
    focus: Focus,
    descriptions: Descriptions,
    context: Context,
  ) {
    this.#known = known;
    this.#book = book;
    this.#focus = focus;
    this.#descriptions = descriptions;
    this.#context = context;
  }

  /** "Its army", "the junta", "the ministry": an organization of the owner's state, or of the state spoken of. */
  resolve(view: SentenceView, group: GroupPhrase, owners: Map<number, Entity[]>): boolean {
    if (this.#book.covering(view.at, group.head) !== undefined) return true;
    if (group.of !== null) return this.#ofOrganization(view, group, group.of);
    if (group.owner === null && this.#descriptions.resolve(view, group.head, owners) === true) return true;
    const owner = group.owner === null ? null : this.#groupOwner(view, group, owners);
    if (group.kind === "government" || group.kind === "side") return this.#government(view, group, owner);
    if (owner !== null) {
      this.#addGroup(view, group, owner.id, "organization of the owner's country");
      return true;
    }
    if (group.owner !== null || group.kind === "party") return true;
    if (!this.#standalone(group)) return true;
    const country = this.#context.at(view.at, group.head);
    if (country === null) return false;
    this.#addGroup(view, group, country.id, "organization of the country spoken of");
    return true;
  }

  /** Bodies of which a state has one, so that "the army" says which. */
  #standalone(group: GroupPhrase): boolean {
    const noun = group.what.at(-1) ?? "";
    const one =
      /^(?:army|military|junta|opposition|parliament|police|rebels|judiciary|presidency|ministry)$/.test(
        noun,
      );
    return one && (group.determiner === "the" || group.what.length > 1 || noun === "police");
  }

  #groupOwner(view: SentenceView, group: GroupPhrase, owners: Map<number, Entity[]>): Entity | null {
    const entities =
      group.owner === null
        ? []
        : (owners.get(group.owner) ?? this.#focus.mentionAt(view.at, group.owner)?.entities ?? []);
    const [entity] = entities;
    if (entity === undefined) {
      const found = this.#focus.antecedent(
        view,
        group.first,
        (m) => m.entities.length === 1 && m.entities[0]?.type === "Country",
        { own: true },
      );
      return found?.entities[0] ?? null;
    }
    return entities.length > 1 ? null : this.#focus.stateOf(entity);
  }

  #government(view: SentenceView, group: GroupPhrase, owner: Entity | null): boolean {
    if (
      group.kind === "side" ||
      !/^(?:government|authorities|leadership|administration|cabinet|regime)$/.test(group.what.at(-1) ?? "")
    )
      return true;
    if (group.what.length > 1 || (group.determiner !== "the" && owner === null)) return true;
    const country = owner ?? this.#context.at(view.at, group.head);
    if (country === null) return false;
    this.#book.refer(view, group.first, group.head, [country], "government of the country spoken of", null);
    return true;
  }

  #ofOrganization(view: SentenceView, group: GroupPhrase, of: Entity): boolean {
    if (group.kind === "government" || group.kind === "side") {
      if (of.type === "Organization")
        this.#book.refer(view, group.first, group.last - 1, [of], "government of the organization", null);
      return true;
    }
    if (group.kind === "party" && of.type === "Region") return true;
    const name = textOf(view, group.determiner === "" ? group.first : group.first + 1, group.last);
    const [noun] = group.what;
    const members =
      of.type === "Organization" && group.what.length === 1 && this.#known.nouns("members").has(noun ?? "");
    const entity = members ? of : describedOrganization([...words(of.name), ...group.what], name, of.country);
    this.#book.add(view, {
      first: group.first,
      last: group.last,
      head: group.head,
      kind: "name",
      entities: [entity],
      rule: "body of an organization or territory",
    });
    return true;
  }

  #addGroup(view: SentenceView, group: GroupPhrase, country: string, rule: string): void {
    const name = textOf(view, group.core, group.coreLast);
    const entity = bodyOf(this.#known, group.what, name, country);
    this.#book.add(view, {
      first: group.first,
      last: group.last,
      head: group.head,
      kind: "anaphor",
      entities: [entity],
      rule,
    });
  }
}
