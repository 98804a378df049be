import type { Entity } from "../ontology/index.js";
import { bodyOf, type GroupPhrase } from "./groups.js";
import type { Knowledge, OfficeClass } from "./knowledge.js";
import { counterpartNoun, isNominal, officeNoun, qualifies } from "./office-nouns.js";
import { bodyAt } from "./served-bodies.js";
import type { Span } from "./span.js";
import { capitalized, fold, words as parts } from "./text.js";
import { relation, type SentenceView, textOf, token, wordAt } from "./view.js";

/** "Azerbaijan's deputy prime minister", "Minister of Foreign Affairs of the Republic of Türkiye": an office, read. */
export interface OfficePhrase {
  first: number;
  last: number;
  /** The office noun's last token: what heads the phrase in the tree. */
  head: number;
  class: OfficeClass;
  deputy: boolean;
  former: boolean;
  plural: boolean;
  /** "the", "a", a possessive pronoun in lower case, or empty. */
  determiner: string;
  /** Token of a possessive pronoun or of "country" in "the country's": whose office it is, to be resolved. */
  owner: number | null;
  country: Entity | null;
  serves: Entity | null;
  /** An office of a contested territory ("Crimea's prime minister"): of no state. */
  stateless: boolean;
  /** The title as written, without determiner and country. */
  role: string;
  /** "counterpart", "colleague": an office of the same kind elsewhere. */
  counterpart: boolean;
}

const OWNER_NOUNS = new Set([
  "country",
  "nation",
  "state",
  "kingdom",
  "republic",
  "bloc",
  "alliance",
  "union",
  "group",
  "movement",
  "agency",
  "body",
  "organization",
  "organisation",
  "party",
  "ministry",
  "neighbour",
  "neighbor",
]);
const SERVING = new Set(["of", "for"]);
const COUNTRY_USES = new Set(["name", "adjective", "national", "capital", "seat"]);

/** Finds offices in sentences and reads whose they are. */
export class OfficeReader {
  readonly #known: Knowledge;

  constructor(known: Knowledge) {
    this.#known = known;
  }

  read(view: SentenceView, spans: Span[], groups: GroupPhrase[]): OfficePhrase[] {
    const phrases: OfficePhrase[] = [];
    let next = view.start;
    for (let i = view.start; i < view.tokens.length; i++) {
      if (i < next || !this.#isOffice(view, i)) continue;
      const phrase = this.#at(view, i, spans, groups);
      if (phrase === null) continue;
      phrases.push(phrase);
      next = phrase.last;
    }
    return phrases;
  }

  #isOffice(view: SentenceView, i: number): boolean {
    return this.#known.offices.longest(view.tokens, i) !== undefined || counterpartNoun(view, i) !== null;
  }

  #at(view: SentenceView, i: number, spans: Span[], groups: GroupPhrase[]): OfficePhrase | null {
    const counterpart = counterpartNoun(view, i);
    if (spans.some((span) => span.first <= i && i < span.last)) return null;
    const core = counterpart ?? officeNoun(this.#known, view, i, spans);
    if (core === null || qualifies(this.#known, view, core.last - 1)) return null;
    // "With Iran at their head", "in the lead": no office.
    if (
      wordAt(view, i) === "head" &&
      /^(?:his|her|its|their|the)$/.test(wordAt(view, i - 1)) &&
      wordAt(view, i - 2) === "at"
    )
      return null;
    const phrase: OfficePhrase = {
      first: i,
      last: core.last,
      head: core.last - 1,
      class: core.class,
      deputy: false,
      former: false,
      plural: core.plural,
      determiner: "",
      owner: null,
      country: null,
      serves: null,
      stateless: false,
      role: "",
      counterpart: counterpart !== null,
    };
    const roleFirst = this.#left(view, phrase, spans);
    const roleLast = this.#right(view, phrase, spans, groups);
    if (phrase.country === null && phrase.serves === null && phrase.owner === null)
      phrase.country = this.#fixed(view, phrase.first, phrase.last) ?? this.#ofPeople(view, phrase);
    phrase.deputy = this.#has(view, phrase, ["deputy", "vice", "assistant", "junior"]);
    phrase.former = this.#has(view, phrase, ["former", "ex", "then", "late", "onetime", "deposed", "ousted"]);
    phrase.role = textOf(view, roleFirst, roleLast);
    return phrase;
  }

  #fixed(view: SentenceView, first: number, last: number): Entity | null {
    for (let i = first; i < last; i++) {
      const [country] = this.#known.fixedOffices.longest(view.tokens, i)?.values ?? [];
      if (country !== undefined) return this.#known.countries.get(country) ?? null;
    }
    return null;
  }

  /** "Catalan leader": the state of a people's office. */
  #ofPeople(view: SentenceView, phrase: OfficePhrase): Entity | null {
    for (let i = phrase.first; i < phrase.head; i++) {
      const country = this.#known.peoples.longest(view.tokens, i)?.values[0]?.country;
      if (country != null) return this.#known.countries.get(country) ?? null;
    }
    return null;
  }

  #has(view: SentenceView, phrase: OfficePhrase, words: string[]): boolean {
    for (let i = phrase.first; i <= phrase.head; i++)
      if (parts(token(view, i).form).some((part) => words.includes(part))) return true;
    return false;
  }

  /** Takes modifiers, country, determiner to the left; returns where the role's words start. */
  #left(view: SentenceView, phrase: OfficePhrase, spans: Span[]): number {
    let roleFirst = phrase.first;
    for (let j = phrase.first - 1; j >= view.start; ) {
      const t = token(view, j);
      const word = fold(t.form);
      const span = spans.find((s) => s.last === j + 1);
      if (span !== undefined) {
        if (!this.#owns(phrase, span)) break;
        phrase.first = span.first;
        if (span.use === "organization") roleFirst = span.first;
        j = span.first - 1;
      } else if (t.xpos === "POS" || word === "s" || t.form === "'" || t.form === "’") {
        const ownerSpan = spans.find((s) => s.last === j);
        if (ownerSpan !== undefined && this.#owns(phrase, ownerSpan)) {
          phrase.first = ownerSpan.first;
          if (ownerSpan.use === "organization") roleFirst = ownerSpan.first;
          j = ownerSpan.first - 1;
          if (/^the$/i.test(view.tokens[j]?.form ?? "")) phrase.first = j;
          return roleFirst;
        }
        const noun = view.tokens[j - 1];
        if (noun !== undefined && OWNER_NOUNS.has(fold(noun.form))) {
          phrase.owner = j - 1;
          phrase.first = this.#articleBefore(view, j - 1);
        } else if (noun !== undefined && (noun.upos === "NOUN" || noun.upos === "PROPN")) {
          phrase.first = this.#articleBefore(view, j - 1);
          if (this.#known.offices.longest(view.tokens, j - 1) !== undefined)
            phrase.country ??= this.#stateWithin(spans, phrase.first, j);
        }
        return roleFirst;
      } else if (relation(t) === "det" || /^(?:the|a|an|another|this|that|every|some)$/.test(word)) {
        phrase.determiner = word;
        phrase.first = j;
        return roleFirst;
      } else if (t.upos === "PRON" && /^(?:his|her|its|their|our|my|your)$/.test(word)) {
        phrase.determiner = word;
        phrase.owner = j;
        phrase.first = j;
        return roleFirst;
      } else if (this.#modifies(view, j, phrase)) {
        phrase.first = j;
        roleFirst = j;
        j--;
      } else break;
    }
    return roleFirst;
  }

  /** The state of "the Nigerian president" in "the Nigerian president's spokesman". */
  #stateWithin(spans: Span[], first: number, last: number): Entity | null {
    return spans.find((s) => s.first >= first && s.last < last && COUNTRY_USES.has(s.use))?.entity ?? null;
  }

  #articleBefore(view: SentenceView, noun: number): number {
    let first = noun;
    for (let i = noun - 1; i >= view.start && noun - i < 4; i--) {
      if (/^(?:the|this|that|his|her|its|their)$/i.test(token(view, i).form)) return i;
      if (!/^(?:ADJ|NOUN|PROPN)$/.test(token(view, i).upos)) break;
      first = i;
    }
    return first;
  }

  /** Files the owner of an office; false where the span can own none. */
  #owns(phrase: OfficePhrase, span: Span): boolean {
    if (COUNTRY_USES.has(span.use)) {
      if (span.use === "seat") phrase.serves ??= null;
      phrase.country ??= span.entity;
      return true;
    }
    if (span.use === "organization") {
      phrase.serves ??= span.entity;
      return true;
    }
    if (span.use !== "region") return false;
    if (span.kind === "disputed" || span.entity.country === null) phrase.stateless = true;
    else phrase.country ??= this.#known.countries.get(span.entity.country) ?? null;
    return true;
  }

  #modifies(view: SentenceView, j: number, phrase: OfficePhrase): boolean {
    const t = token(view, j);
    const word = fold(t.form);
    if (
      t.upos === "VERB" &&
      !/^(?:deposed|ousted|exiled|jailed|acting|outgoing|incoming|elected|appointed)$/.test(word)
    )
      return false;
    if (t.upos === "ADP" || t.upos === "PUNCT")
      return t.form === "-" && j > view.start && j + 1 < phrase.head + 1;
    if (this.#known.office("ranks").has(word) || this.#known.office("fields").has(word))
      return t.upos !== "ADV" || word === "then";
    if (word === "and" || t.form === "&") return this.#known.office("fields").has(wordAt(view, j - 1));
    const inside = t.head > j && t.head <= phrase.head;
    return (
      inside && ["amod", "compound", "nmod"].includes(relation(t)) && /^(?:ADJ|NOUN|PROPN|NUM)$/.test(t.upos)
    );
  }

  /** Takes "of Foreign Affairs", "of the Republic of Türkiye", "to the president" to the right; returns where the role's words end. */
  #right(view: SentenceView, phrase: OfficePhrase, spans: Span[], groups: GroupPhrase[]): number {
    let roleLast = phrase.last;
    for (let guard = 0; guard < 4; guard++) {
      const mark = view.tokens[phrase.last];
      if (mark === undefined) break;
      if (mark.form === "-" && wordAt(view, phrase.last + 1) === "designate") {
        phrase.last += 2;
        roleLast = phrase.last;
        continue;
      }
      const word = mark.form.toLowerCase();
      if (!/^(?:of|for|to|at|in|on)$/.test(word)) break;
      const body = bodyAt(view, phrase.last + 1, spans, groups);
      if (body !== null && (SERVING.has(word) || (word === "at" && phrase.class === "envoy"))) {
        phrase.country ??= body.country === null ? null : (this.#known.countries.get(body.country) ?? null);
        phrase.serves ??= body.entity ?? bodyOf(this.#known, body.what, body.name, body.country ?? "");
        phrase.last = body.last;
        roleLast = body.last;
        continue;
      }
      const complement = this.#complement(view, phrase.last + 1, spans);
      if (complement === null) break;
      const { last, span, field, owner } = complement;
      if (owner !== null) phrase.country ??= owner.entity;
      if (span !== null) {
        if (SERVING.has(word) && !(word === "for" && phrase.class === "envoy")) {
          if (!this.#owns(phrase, span)) break;
        } else if (phrase.class !== "envoy" && phrase.class !== "adviser" && phrase.class !== "spokesman")
          break;
        phrase.last = last;
        if (!COUNTRY_USES.has(span.use) || !SERVING.has(word)) roleLast = last;
        continue;
      }
      if (!field || (word !== "of" && word !== "for" && word !== "to" && word !== "on")) break;
      phrase.last = last;
      roleLast = last;
    }
    return roleLast;
  }

  /** What stands after the preposition at `from - 1`: a known name, a field of office or another office. */
  #complement(
    view: SentenceView,
    from: number,
    spans: Span[],
  ): { last: number; span: Span | null; field: boolean; owner: Span | null } | null {
    let i = from;
    while (/^(?:the|a|an)$/i.test(view.tokens[i]?.form ?? "")) i++;
    const span = spans.find((s) => s.first === i);
    if (span !== undefined && view.tokens[span.last]?.xpos !== "POS" && span.use !== "adjective")
      return { last: span.last, span, field: false, owner: null };
    let last = i;
    let office = false;
    const start = span !== undefined ? span.last : i;
    for (let at = start; at < view.tokens.length && at - i < 8; at++) {
      const t = token(view, at);
      const word = fold(t.form);
      const match = this.#known.offices.longest(view.tokens, at);
      if (match !== undefined && isNominal(view, match.last - 1)) {
        last = match.last;
        office = true;
        at = match.last - 1;
        continue;
      }
      const joins = word === "and" || t.form === "," || t.form === "-";
      if (joins && at > i && this.#known.office("fields").has(wordAt(view, at + 1))) continue;
      if (!this.#known.office("fields").has(word) && !this.#known.office("ranks").has(word)) break;
      last = at + 1;
    }
    const owner = office && span !== undefined && COUNTRY_USES.has(span.use) ? span : null;
    return last > start || office ? { last, span: null, field: true, owner } : null;
  }
}
