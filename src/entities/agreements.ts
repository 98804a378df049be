import { isMonth, MONTHS } from "../language/index.js";
import type { Entity } from "../ontology/index.js";
import type { MentionBook } from "./book.js";
import { shortId } from "./canonical.js";
import { makeEntity } from "./entity.js";
import type { Knowledge } from "./knowledge.js";
import { bareNounPhrase, type NounPhrase, phraseText } from "./noun-phrases.js";
import { Phrases } from "./phrases.js";
import { fold } from "./text.js";
import type { ResolvedMention } from "./types.js";
import {
  childrenBy,
  firstConjunct,
  preposition,
  relation,
  type SentenceView,
  token,
  wordAt,
} from "./view.js";

const KINDS: Record<string, string> = {
  accord: "agreement",
  deal: "agreement",
  pact: "agreement",
  truce: "ceasefire",
  "cease-fire": "ceasefire",
  armistice: "ceasefire",
  mou: "memorandum",
  memoranda: "memorandum",
  memorandums: "memorandum",
};

/** Words one of which an agreement to end fighting has in its name. */
const TRUCES = ["ceasefire", "ceasefires", "truce", "cessation", "peace", "armistice", "hostility"];

interface Described {
  entity: Entity;
  words: Set<string>;
  mention: ResolvedMention;
}

/** The nouns of agreements, with their plurals. */
export function agreementNouns(known: Knowledge): Phrases<true> {
  const nouns = new Phrases<true>();
  for (const noun of known.nouns("agreements")) {
    nouns.add(noun, true);
    nouns.add(`${noun}s`, true);
  }
  return nouns;
}

/** Finds agreements that are described rather than named, in the order of reading. */
export class AgreementReader {
  readonly #known: Knowledge;
  readonly #book: MentionBook;
  readonly #date: string | null;
  readonly #nouns: Phrases<true>;
  readonly #found: Described[] = [];

  constructor(known: Knowledge, nouns: Phrases<true>, book: MentionBook, date: string | null) {
    this.#known = known;
    this.#nouns = nouns;
    this.#book = book;
    this.#date = date;
  }

  readSentence(view: SentenceView): void {
    for (const mention of this.#book.of(view.at))
      if (mention.entities[0]?.type === "Agreement") this.#keep(mention, mention.entities[0], new Set());
    for (let i = view.start; i < view.tokens.length; i++) {
      const noun = this.#nouns.longest(view.tokens, i);
      const { upos, lemma } = token(view, i);
      if (noun === undefined && upos !== "NOUN" && upos !== "PROPN") continue;
      const match = noun ?? (this.#isConcluded(view, i) ? { last: i + 1 } : undefined);
      if (match === undefined && !this.#known.nouns("agreement_descriptions").has(fold(lemma))) continue;
      const head = headWithin(view, i, match?.last ?? i + 1);
      if (!/^(?:NOUN|PROPN)$/.test(token(view, head).upos)) continue;
      this.#read(view, head, match !== undefined);
      i = Math.max(i, head);
    }
  }

  /** "A partnership struck with Kigali", "the peace between Asmara and Addis Ababa". */
  #isConcluded(view: SentenceView, i: number): boolean {
    const t = token(view, i);
    const lemma = fold(t.lemma);
    if (!this.#known.nouns("concludable").has(lemma) || t.upos !== "NOUN") return false;
    const concluding = (at: number) =>
      at >= 0 && this.#known.nouns("concluding").has(fold(token(view, at).lemma));
    if ((relation(t) === "obj" || t.deprel === "nsubj:pass") && concluding(t.head)) return true;
    if (childrenBy(view, i, "acl").some((child) => concluding(child) && token(view, child).xpos === "VBN"))
      return true;
    return (
      lemma === "peace" && childrenBy(view, i, "nmod").some((child) => preposition(view, child) === "between")
    );
  }

  #read(view: SentenceView, head: number, noun: boolean): void {
    const over = this.#book.covering(view.at, head);
    if (over !== undefined && over.entities[0]?.type !== "Country") return;
    const t = token(view, head);
    if (relation(t) === "compound" && token(view, t.head).upos === "NOUN") return;
    const phrase = bareNounPhrase(view, head);
    const bare = phrase.first === head && phrase.last === head + 1;
    if (/^(?:the|this|that)$/.test(phrase.determiner) && this.#again(view, phrase, bare)) return;
    if (view.headline && this.#inBody(view, phrase)) return;
    if (!noun || !this.#concluded(view, phrase)) return;
    if (
      bare &&
      phrase.determiner === "" &&
      !/s$/.test(token(view, head).form) &&
      fold(t.lemma) !== "ceasefire" &&
      !view.headline
    )
      return;
    const entity = this.#entity(view, phrase);
    const mention = this.#book.add(view, {
      first: phrase.first,
      last: phrase.last,
      head,
      kind: "name",
      entities: [entity],
      rule: "description of an agreement",
    });
    this.#keep(mention, entity, this.#words(view, phrase));
  }

  /** A headline's agreement is the body's of the same kind, if there is one. */
  #inBody(view: SentenceView, phrase: NounPhrase): boolean {
    const lemma = fold(token(view, phrase.head).lemma);
    const kind = KINDS[lemma] ?? lemma;
    const described = this.#found.find((d) => d.words.has(kind));
    if (described === undefined) return false;
    this.#book.add(view, {
      first: phrase.first,
      last: phrase.last,
      head: phrase.head,
      kind: "name",
      entities: [described.entity],
      rule: "agreement that the body describes",
      antecedent: described.mention,
    });
    return true;
  }

  /** "The deal", "the document", "the gas accord" after an agreement was named: the same one. */
  #again(view: SentenceView, phrase: NounPhrase, bare: boolean): boolean {
    const { head } = phrase;
    if (!this.#known.nouns("agreement_descriptions").has(fold(token(view, head).lemma))) return false;
    const own = this.#words(view, phrase);
    const candidates = bare
      ? this.#found.filter((described) => this.#sameKind(own, described.words))
      : this.#found.filter((described) => [...own].every((word) => described.words.has(word)));
    const earlier = [...candidates]
      .reverse()
      .find((d) => d.mention.sentence < view.at || d.mention.last <= phrase.first);
    if (earlier === undefined) return false;
    const first =
      phrase.first > 0 && wordAt(view, phrase.first - 1) === phrase.determiner
        ? phrase.first - 1
        : phrase.first;
    this.#book.add(view, {
      first,
      last: phrase.last,
      head,
      kind: "anaphor",
      entities: [earlier.entity],
      rule: "agreement named before",
      antecedent: earlier.mention,
    });
    return true;
  }

  /** "The truce" is no trade agreement, "the contract" no ceasefire. */
  #sameKind(own: Set<string>, other: Set<string>): boolean {
    if (own.has("ceasefire")) return TRUCES.some((word) => other.has(word));
    return !["contract", "charter"].some((word) => own.has(word)) || !TRUCES.some((word) => other.has(word));
  }

  #concluded(view: SentenceView, phrase: NounPhrase): boolean {
    const open = this.#known.nouns("unconcluded");
    if (open.has(phrase.determiner)) return false;
    for (let i = phrase.first; i < phrase.head; i++) if (open.has(wordAt(view, i))) return false;
    const of = wordAt(view, phrase.head + 1) === "of" ? wordAt(view, phrase.head + 2) : "";
    return !(
      this.#known.nouns("not_agreements").has(of) && fold(token(view, phrase.head).lemma) === "declaration"
    );
  }

  #words(view: SentenceView, phrase: NounPhrase): Set<string> {
    const found = new Set<string>();
    for (let i = phrase.first; i < phrase.last; i++) {
      const t = token(view, i);
      const word = fold(t.lemma);
      if (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(t.upos) && word !== "") found.add(KINDS[word] ?? word);
    }
    return found;
  }

  #entity(view: SentenceView, phrase: NounPhrase): Entity {
    const name = phraseText(view, phrase);
    const modifiers: string[] = [];
    for (let i = phrase.first; i < phrase.head; i++) {
      const t = token(view, i);
      if (
        this.#book.covering(view.at, i) === undefined &&
        /^(?:NOUN|ADJ)$/.test(t.upos) &&
        !this.#known.nouns("vague").has(fold(t.lemma))
      )
        modifiers.push(fold(t.lemma));
    }
    const lemma = fold(token(view, phrase.head).lemma);
    const parties = this.#parties(view, phrase);
    // What names neither day nor parties is told apart by the article's day and the states around it.
    const told = this.#when(view, phrase);
    const when = told ?? this.#date?.slice(0, parties.length > 0 ? 4 : 10) ?? null;
    if (parties.length === 0) parties.push(...this.#around(view));
    const id = [when, ...modifiers.slice(-3), KINDS[lemma] ?? lemma, ...parties]
      .filter((part) => part !== null && part !== "")
      .join("-");
    return makeEntity({ id: `agreement/${id}`, type: "Agreement", name, country: null });
  }

  /** Who concluded it: the states and organizations in the phrase, else the subjects of the verb that takes it. */
  #parties(view: SentenceView, phrase: NounPhrase): string[] {
    const actors = this.#book
      .of(view.at)
      .filter((m) => m.kind !== "place" && ["Country", "Organization"].includes(m.entities[0]?.type ?? ""));
    const inside = actors.filter((m) => m.first >= phrase.first && m.last <= phrase.last);
    const verb = token(view, firstConjunct(view, phrase.head)).head;
    const subjects = actors.filter((m) => {
      const t = token(view, firstConjunct(view, m.head));
      return t.head === verb && (relation(t) === "nsubj" || (relation(t) === "obl" && m.head > phrase.head));
    });
    const from = inside.length > 0 ? inside : subjects;
    return [...new Set(from.flatMap((m) => m.entities.map(shortId)))].sort().slice(0, 4);
  }

  /** The states that its sentence names, else those of the sentence before. */
  #around(view: SentenceView): string[] {
    for (const s of [view.at, view.at - 1]) {
      const states = this.#book
        .of(s)
        .filter((m) => m.kind !== "place")
        .flatMap((m) => m.entities.map((e) => e.country));
      const ids = [...new Set(states.filter((id) => id !== null).map((id) => id.toLowerCase()))].sort();
      if (ids.length > 0) return ids.slice(0, 3);
    }
    return [];
  }

  /** The date inside a phrase: `2020-11` in "the ceasefire of November 2020". */
  #when(view: SentenceView, phrase: NounPhrase): string | null {
    const parts = view.tokens.slice(phrase.first, phrase.last).map((t) => fold(t.form));
    const year = parts.find((part) => /^(?:1[89]|20)\d\d$/.test(part));
    if (year === undefined) return null;
    const month = parts.findIndex(isMonth);
    if (month < 0) return year;
    const number = String(MONTHS.findIndex((name) => name === parts[month]) + 1).padStart(2, "0");
    const day = [parts[month + 1], parts[month - 1]].find(
      (part) => part !== undefined && /^\d{1,2}$/.test(part),
    );
    return day === undefined ? `${year}-${number}` : `${year}-${number}-${day.padStart(2, "0")}`;
  }

  #keep(mention: ResolvedMention, entity: Entity, own: Set<string>): void {
    const names = own.size > 0 ? own : new Set(entity.name.split(" ").map(fold));
    this.#found.push({ entity, words: names, mention });
  }
}

/** The head of a term: "cessation" of "cessation of hostilities". */
function headWithin(view: SentenceView, first: number, last: number): number {
  for (let i = first + 1; i < last; i++) if (wordAt(view, i) === "of") return i - 1;
  return last - 1;
}
