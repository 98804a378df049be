import type { Entity } from "../ontology/index.js";
import { makeEntity } from "./entity.js";
import type { Knowledge } from "./knowledge.js";
import { Phrases } from "./phrases.js";
import type { Span } from "./span.js";
import { capitalized, fold, words } from "./text.js";
import { firstConjunct, relation, type SentenceView, textOf, token, wordAt } from "./view.js";

export type GroupKind = "government" | "side" | "force" | "body" | "party" | "crowd";

/** "The Iranian army", "Azerbaijan's Defense Ministry", "the Turkish side": a group described by its state. */
export interface GroupPhrase {
  first: number;
  last: number;
  head: number;
  kind: GroupKind;
  /** The states that it belongs to; several in "Azerbaijani and Armenian forces". */
  countries: Entity[];
  /** The adjective of each state as written, empty where it is named another way. */
  adjectives: string[];
  /** An organization or territory in place of a state: "the Taliban government". */
  of: Entity | null;
  /** Token of a possessive pronoun or of "country" in "the country's army". */
  owner: number | null;
  /** Whether the owner is a name: "Assad's forces". */
  named: boolean;
  /** The people or creed of "Kurdish fighters": the state that it means, if it means one; undefined where there is none. */
  people: { country: string | null } | undefined;
  determiner: string;
  /** The words that say what it is, folded, without country: `defence ministry`. */
  what: string[];
  /** Where the description starts, after determiner and country. */
  core: number;
  coreLast: number;
  capital: boolean;
}

const COUNTRY_USES = new Set(["name", "adjective", "national", "capital", "seat"]);
const LISTS: readonly [string, GroupKind][] = [
  ["governments", "government"],
  ["sides", "side"],
  ["forces", "force"],
  ["bodies", "body"],
  ["parties", "party"],
  ["crowds", "crowd"],
];

/** Finds groups that are described rather than known by name. */
export class GroupReader {
  readonly #nouns = new Phrases<GroupKind>();
  /** Nouns of bodies only where they are written with a capital: "Border Security Force". */
  readonly #proper = new Phrases<GroupKind>();
  readonly #known: Knowledge;

  constructor(known: Knowledge) {
    this.#known = known;
    for (const [list, kind] of LISTS) for (const noun of known.nouns(list)) addNoun(this.#nouns, noun, kind);
    for (const noun of known.nouns("proper_bodies")) addNoun(this.#proper, noun, "body");
  }

  #noun(view: SentenceView, i: number) {
    const noun = this.#nouns.longest(view.tokens, i);
    return (
      noun ?? (capitalized(view.tokens[i]?.form ?? "") ? this.#proper.longest(view.tokens, i) : undefined)
    );
  }

  read(view: SentenceView, spans: Span[]): GroupPhrase[] {
    const found: GroupPhrase[] = [];
    for (let i = view.start; i < view.tokens.length; ) {
      const noun = this.#noun(view, i);
      const match = noun === undefined || spans.some((s) => s.first <= i && i < s.last) ? undefined : noun;
      const head = match === undefined ? null : token(view, match.last - 1);
      const kind = match?.values[0];
      if (
        match === undefined ||
        head === null ||
        kind === undefined ||
        (head.upos !== "NOUN" && head.upos !== "PROPN")
      ) {
        i++;
        continue;
      }
      const next = this.#noun(view, match.last);
      if (next !== undefined && token(view, match.last - 1).head === next.last - 1) {
        i = match.last;
        continue;
      }
      const phrase = this.#phrase(view, match.first, match.last, kind, spans);
      if (phrase !== null) found.push(phrase);
      i = Math.max(match.last, phrase?.last ?? 0);
    }
    return found;
  }

  #phrase(
    view: SentenceView,
    first: number,
    last: number,
    kind: GroupKind,
    spans: Span[],
  ): GroupPhrase | null {
    const noun = wordAt(view, last - 1);
    // "Iran's opposition to the corridor" is no party.
    if (noun === "opposition" && /^(?:to|from)$/.test(view.tokens[last]?.form ?? "")) return null;
    const phrase: GroupPhrase = {
      first,
      last,
      head: last - 1,
      kind,
      countries: [],
      adjectives: [],
      of: null,
      owner: null,
      named: false,
      people: undefined,
      determiner: "",
      what: [],
      core: first,
      coreLast: last,
      capital: false,
    };
    this.#left(view, phrase, spans);
    this.#right(view, phrase, spans);
    if (noun === "opposition" && phrase.core < phrase.head) return null;
    if (kind === "crowd" && !isSubject(view, phrase.head)) return null;
    if (kind === "party" && !isBody(view, phrase)) return null;
    phrase.what = words(textOf(view, phrase.core, phrase.coreLast));
    if (kind === "government" && this.#rival(view, phrase)) phrase.kind = "body";
    if (phrase.countries.length === 0 && phrase.of === null) phrase.people = this.#people(view, phrase);
    phrase.capital = capitalized(token(view, phrase.core).form) && phrase.core < phrase.head;
    return phrase;
  }

  /** "Libya's eastern-based government": not the state's. */
  #rival(view: SentenceView, phrase: GroupPhrase): boolean {
    for (let i = phrase.core; i < phrase.head; i++)
      if (words(token(view, i).form).some((part) => this.#known.nouns("rival").has(part))) return true;
    return false;
  }

  #people(view: SentenceView, phrase: GroupPhrase): { country: string | null } | undefined {
    for (let i = phrase.core; i < phrase.head; i++) {
      const match = this.#known.peoples.longest(view.tokens, i);
      if (match !== undefined && match.last <= phrase.head) return match.values[0];
    }
    return undefined;
  }

  #left(view: SentenceView, phrase: GroupPhrase, spans: Span[]): void {
    for (let j = phrase.first - 1; j >= view.start; ) {
      const t = token(view, j);
      const word = fold(t.form);
      const possessive =
        t.xpos === "POS" || t.form === "’s" || t.form === "'s" || t.form === "'" || t.form === "’";
      const span = spans.find((s) => s.last === (possessive ? j : j + 1));
      if (span !== undefined) {
        if (!this.#own(view, phrase, span)) return;
        phrase.first = span.first;
        j = span.first - 1;
        const and = view.tokens[j];
        const other =
          and?.form === "and" || and?.form === ","
            ? spans.find((s) => s.last === j && s.use === "adjective")
            : undefined;
        if (other !== undefined && span.use === "adjective") {
          phrase.countries.unshift(other.entity);
          phrase.adjectives.unshift(textOf(view, other.first, other.last));
          phrase.first = other.first;
          j = other.first - 1;
        }
        if (possessive) {
          if (/^the$/i.test(view.tokens[j]?.form ?? "")) phrase.first = j;
          return;
        }
      } else if (possessive) {
        const noun = view.tokens[j - 1];
        if (noun !== undefined && /^(?:country|nation|state|kingdom|republic)$/.test(fold(noun.form))) {
          phrase.owner = j - 1;
          phrase.first = /^the$/i.test(view.tokens[j - 2]?.form ?? "") ? j - 2 : j - 1;
        } else if (noun?.upos === "PROPN" && phrase.countries.length === 0 && phrase.of === null) {
          phrase.owner = j - 1;
          phrase.named = true;
        } else if (noun?.upos === "NOUN" && this.#nouns.get(noun.form).length > 0) {
          // "The junta's army" is that of its state.
          const article = /^the$/i.test(view.tokens[j - 2]?.form ?? "");
          phrase.first = article ? j - 2 : j - 1;
          if (article) phrase.determiner = "the";
        }
        return;
      } else if (/^(?:the|a|an|this|that|these|those|any|some|no)$/.test(word)) {
        phrase.determiner = word;
        phrase.first = j;
        return;
      } else if (t.upos === "PRON" && /^(?:his|her|its|their|our|my)$/.test(word)) {
        phrase.determiner = word;
        phrase.owner = j;
        phrase.first = j;
        return;
      } else if (this.#modifies(view, j, phrase)) {
        phrase.first = j;
        if (phrase.countries.length === 0 && phrase.of === null) phrase.core = j;
        j--;
      } else return;
    }
  }

  #modifies(view: SentenceView, j: number, phrase: GroupPhrase): boolean {
    const t = token(view, j);
    const word = fold(t.form);
    if (t.form === "-") return j > view.start;
    if (word === "and" || t.form === "&") return this.#known.office("fields").has(wordAt(view, j - 1));
    const participle = t.upos === "VERB" && relation(t) === "amod";
    if (!participle && !/^(?:ADJ|NOUN|PROPN|NUM)$/.test(t.upos)) return false;
    if (this.#known.office("fields").has(word)) return true;
    return t.head > j && t.head <= phrase.head && ["amod", "compound", "nmod"].includes(relation(t));
  }

  #own(view: SentenceView, phrase: GroupPhrase, span: Span): boolean {
    if (COUNTRY_USES.has(span.use)) {
      phrase.countries.unshift(span.entity);
      phrase.adjectives.unshift(span.use === "adjective" ? textOf(view, span.first, span.last) : "");
      return true;
    }
    if (span.use === "organization" || span.use === "region") {
      phrase.of ??= span.entity;
      return true;
    }
    return false;
  }

  /** "Ministry of Foreign Affairs of the Republic of Türkiye", "the armies of Iran and Iraq". */
  #right(view: SentenceView, phrase: GroupPhrase, spans: Span[]): void {
    for (let guard = 0; guard < 3; guard++) {
      const word = view.tokens[phrase.last]?.form.toLowerCase();
      const within = word === "in" && phrase.kind !== "side" && !isSent(view, phrase);
      if (word !== "of" && word !== "for" && !within) return;
      let i = phrase.last + 1;
      while (/^the$/i.test(view.tokens[i]?.form ?? "")) i++;
      const span = spans.find((s) => s.first === i);
      if (span !== undefined) {
        if (within && (phrase.countries.length > 0 || phrase.of !== null)) return;
        // "The authorities in Bamako" are Mali's; those in a province are not, and talks with them may be held abroad.
        if (within && phrase.kind === "government" && span.use !== "capital") return;
        if (view.tokens[span.last]?.xpos === "POS" || !this.#own(view, phrase, span)) return;
        if (within) return;
        phrase.last = span.last;
        const second =
          view.tokens[span.last]?.form === "and"
            ? spans.find((s) => s.first === span.last + 1 && s.use === "name")
            : undefined;
        if (second !== undefined && token(view, phrase.head).form.endsWith("s")) {
          phrase.countries.push(second.entity);
          phrase.adjectives.push("");
          phrase.last = second.last;
        }
        return;
      }
      if (within) return;
      let last = i;
      for (let at = i; at < view.tokens.length && at - i < 7; at++) {
        const part = wordAt(view, at);
        if (this.#known.office("fields").has(part)) last = at + 1;
        else if (part !== "and" && token(view, at).form !== ",") break;
      }
      if (last === i) return;
      phrase.last = last;
      phrase.coreLast = last;
    }
  }
}

function addNoun(nouns: Phrases<GroupKind>, noun: string, kind: GroupKind): void {
  nouns.add(noun, kind);
  if (!noun.endsWith("s")) nouns.add(/[^aeiou]y$/.test(noun) ? noun.replace(/y$/, "ies") : `${noun}s`, kind);
}

function isSubject(view: SentenceView, head: number): boolean {
  return token(view, firstConjunct(view, head)).deprel === "nsubj";
}

/** Bodies that a state has in another: "the embassy in Cairo", "a delegation in Doha". */
function isSent(view: SentenceView, phrase: GroupPhrase): boolean {
  return /^(?:embassy|embassies|consulates?|missions?|delegations?|contingent|peacekeepers)$/.test(
    wordAt(view, phrase.head),
  );
}

/** "Zambia's ruling party", "the Swiss People's Party" are bodies; "Brazil's alliance with China" is none. */
function isBody(view: SentenceView, phrase: GroupPhrase): boolean {
  if (/^(?:with|between|against|over|to)$/.test(wordAt(view, phrase.last))) return false;
  if (capitalized(token(view, phrase.core).form)) return true;
  return (
    phrase.core < phrase.head &&
    /^(?:party|parties|union|movement|federation|confederation|front)$/.test(wordAt(view, phrase.head))
  );
}

const SAME: Record<string, string> = {
  defense: "defence",
  labor: "labour",
  armies: "army",
  ministries: "ministry",
  embassies: "embassy",
  affairs: "",
};

/** The id part of a described organization: `foreign-ministry` for Foreign Ministry and for Ministry of Foreign Affairs. */
function descriptionSlug(what: string[]): string {
  const parts = what
    .map((word) => SAME[word] ?? word)
    .filter((word) => word !== "" && word !== "of" && word !== "for" && word !== "the" && word !== "and");
  const ministry = parts.indexOf("ministry");
  if (ministry === 0) parts.push(...parts.splice(0, 1));
  return parts.join("-");
}

/** The body of a state by its description: the table's where it knows "Russian Security Council", else one of its own. */
export function bodyOf(known: Knowledge, what: string[], name: string, country: string): Entity {
  for (const adjective of known.adjectives.get(country) ?? []) {
    const sense = known.names
      .get(`${adjective} ${what.join(" ")}`)
      .find((s) => s.use === "organization" && s.entity?.country === country);
    if (sense?.entity != null) return sense.entity;
  }
  return describedOrganization(what, name, country);
}

/** The organization that a description of a body stands for; `name` as the article writes it. */
export function describedOrganization(what: string[], name: string, country: string | null): Entity {
  const id = `organization/${(country ?? "int").toLowerCase()}/${descriptionSlug(what)}`;
  return makeEntity({ id, type: "Organization", name, country });
}

/** A body's noun in the singular: army for armies; "forces" and "authorities" have none. */
export function singular(noun: string): string {
  if (/(?:forces|authorities|guards|troops|services|defences|defenses)$/.test(noun)) return noun;
  return /[^aeiou]ies$/.test(noun) ? noun.replace(/ies$/, "y") : noun.replace(/([^s])s$/, "$1");
}
