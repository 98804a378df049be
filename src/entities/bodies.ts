import type { Entity } from "../ontology/index.js";
import type { MentionBook } from "./book.js";
import type { Context } from "./context.js";
import type { Descriptions } from "./descriptions.js";
import type { Focus } from "./focus.js";
import { bodyOf, describedOrganization, type GroupPhrase, singular } from "./groups.js";
import type { Knowledge } from "./knowledge.js";
import { words } from "./text.js";
import type { ResolvedMention } from "./types.js";
import { relation, type SentenceView, textOf, token, wordAt } from "./view.js";

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
    const named =
      group.kind === "government" || group.kind === "side" ? undefined : this.#namedBeside(view, group);
    if (named !== undefined) {
      this.#book.refer(
        view,
        group.first,
        group.head,
        named.entities,
        "what an organization is told to be",
        named,
      );
      return true;
    }
    if (group.of !== null) return this.#ofOrganization(view, group, group.of);
    if (group.owner === null && this.#descriptions.resolve(view, group.head, owners, false) === true)
      return true;
    const several = group.owner === null ? this.#several(view, group) : null;
    if (several !== null) return several;
    const owner = group.owner === null ? null : this.#groupOwner(view, group, owners);
    if (group.kind === "government" || group.kind === "side") return this.#government(view, group, owner);
    if (owner !== null) {
      this.#addGroup(view, group, owner.id, "organization of the owner's country");
      return true;
    }
    if (group.owner !== null) return true;
    const { people } = group;
    if (people === undefined && (group.kind === "party" || !this.#standalone(group))) return true;
    if (isTold(view, group.head)) return true;
    const country =
      people === undefined ? this.#spokenOf(view, group) : (people.country ?? this.#context.within(view.at));
    if (country === null && people === undefined && group.determiner !== "") return false;
    this.#addGroup(view, group, country, "organization of the country spoken of");
    return true;
  }

  /** "The Amhara militia Fano", "the Sahel's largest armed group, JNIM,": the name that the description is told of. */
  #namedBeside(view: SentenceView, group: GroupPhrase): ResolvedMention | undefined {
    const comma = view.tokens[group.last]?.form === ",";
    const at = comma ? group.last + 1 : group.last;
    const named = this.#book.covering(view.at, at);
    if (named?.first !== at || named.kind !== "name" || named.entities[0]?.type !== "Organization")
      return undefined;
    const apposed =
      relation(token(view, named.head)) === "appos" || token(view, group.head).head === named.head;
    return apposed ? named : undefined;
  }

  /** "The two armies", "both governments": a body of each of the states that were just put together; null where it is no such phrase. */
  #several(view: SentenceView, group: GroupPhrase): boolean | null {
    const noun = token(view, group.head);
    const number = view.words.slice(group.first, group.head).concat(wordAt(view, group.first - 1));
    const count = number.includes("two") || number.includes("both") ? 2 : number.includes("three") ? 3 : 0;
    if (count === 0 || !/^NNP?S$/.test(noun.xpos) || group.people !== undefined) return null;
    const states = this.#descriptions.pairs.states(view, group.first, group.head, count);
    if (states === null) return false;
    const what = group.what.filter((word) => word !== "two" && word !== "both" && word !== "three");
    const body = (state: Entity) =>
      group.kind === "government" || group.kind === "side" ? state : this.#ofState(what, state);
    const rule = "bodies of the states named before";
    this.#book.refer(view, group.first, group.head, states.entities.map(body), rule, states.mention);
    return true;
  }

  /** One body of a state where several states' were told of: its parliament in "the two parliaments". */
  #ofState(what: string[], state: Entity): Entity {
    const one = what.map((word) => singular(word));
    return bodyOf(this.#known, one, `${one.join(" ")} of ${state.name}`, state.id);
  }

  /** The state that a body without one belongs to; not the one that backs it. */
  #spokenOf(view: SentenceView, group: GroupPhrase): string | null {
    const backed =
      token(view, group.head + 1 < view.tokens.length ? group.head + 1 : group.head).upos === "VERB";
    if (backed && wordAt(view, group.head + 2) === "by") return this.#context.within(view.at);
    const country = this.#context.at(view.at, group.head)?.id ?? null;
    return country !== null && country === this.#helper(view, group) ? null : country;
  }

  /** The state that does something to bare "rebels" or "militants": hardly their own. */
  #helper(view: SentenceView, group: GroupPhrase): string | null {
    if (group.determiner !== "" || !this.#known.nouns("members").has(group.what.at(-1) ?? "")) return null;
    const subject = this.#focus.localSubject(view, group.head);
    const [entity] =
      subject < 0 || subject === group.head ? [] : (this.#focus.mentionAt(view.at, subject)?.entities ?? []);
    return entity?.type === "Country" ? entity.id : null;
  }

  /** Bodies of which a state has one, so that "the army" says which. */
  #standalone(group: GroupPhrase): boolean {
    const noun = group.what.at(-1) ?? "";
    const one =
      /^(?:army|military|junta|opposition|parliament|police|judiciary|presidency|ministry|senate|legislature|navy|gendarmerie)$/.test(
        noun,
      );
    if (group.kind === "crowd")
      return (
        group.determiner === "" && noun.endsWith("s") && !/^(?:protesters|demonstrators|marchers)$/.test(noun)
      );
    if (group.what.includes("rebel")) return true;
    const armed =
      group.kind === "force" &&
      noun.endsWith("s") &&
      this.#known.nouns("members").has(noun) &&
      noun !== "forces";
    if (armed) return true;
    return one && (group.determiner === "the" || group.what.length > 1 || noun === "police");
  }

  #groupOwner(view: SentenceView, group: GroupPhrase, owners: Map<number, Entity[]>): Entity | null {
    const entities =
      group.owner === null
        ? []
        : (owners.get(group.owner) ?? this.#focus.mentionAt(view.at, group.owner)?.entities ?? []);
    const [entity] = entities;
    if (group.named) return entity?.type === "Official" ? this.#focus.stateOf(entity) : null;
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
    // "Assad's government" is left to its owner, who stands in the text.
    if (group.named) return true;
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
      first: /^(?:the|an?)$/.test(group.determiner) ? group.first + 1 : group.first,
      last: group.last,
      head: group.head,
      kind: "name",
      entities: [entity],
      rule: "body of an organization or territory",
    });
    return true;
  }

  #addGroup(view: SentenceView, group: GroupPhrase, country: string | null, rule: string): void {
    const name = textOf(view, group.core, group.coreLast);
    const entity =
      country === null
        ? describedOrganization(group.what, name, null)
        : bodyOf(this.#known, group.what, name, country);
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

/** "A police convoy", "Ansaru, an Islamist militia": what a body tells of something else. */
function isTold(view: SentenceView, head: number): boolean {
  return /^(?:compound|appos)$/.test(relation(token(view, head)));
}
