import { isWeekday } from "../language/index.js";
import { canonicalIssue, type Inside } from "./canonical.js";
import { makeEntity } from "./entity.js";
import type { Knowledge } from "./knowledge.js";
import { type NounPhrase, nounPhrase, phraseText } from "./noun-phrases.js";
import { fold } from "./text.js";
import type { ResolvedDocument, ResolvedMention } from "./types.js";
import { childrenBy, relation, type SentenceView, subtree, token, viewOf, wordAt } from "./view.js";

/** Names what a frame takes as its object where that is no actor: an issue with a canonical id. */
export class PhraseReader {
  readonly #known: Knowledge;
  readonly #views = new WeakMap<ResolvedDocument, SentenceView[]>();
  readonly #occasions = new WeakMap<ResolvedDocument, string>();

  constructor(known: Knowledge) {
    this.#known = known;
  }

  phrase(resolved: ResolvedDocument, sentence: number, head: number): ResolvedMention | null {
    const view = this.#viewsOf(resolved)[sentence];
    if (view === undefined || view.tokens[head] === undefined) return null;
    const known = resolved.headedBy(sentence, head);
    if (known !== undefined && known.entities[0]?.type === "Agreement") return known;
    if (!this.#fit(view, head)) return null;
    const phrase = this.#withNames(resolved, sentence, this.#withClause(view, nounPhrase(view, head)));
    if (this.#isHollow(view, phrase)) return null;
    const fuller = isBare(view, phrase) ? this.#fuller(resolved, view, phrase) : null;
    return fuller === null ? this.#issue(resolved, view, phrase) : { ...fuller, ...placeOf(view, phrase) };
  }

  #issue(resolved: ResolvedDocument, view: SentenceView, phrase: NounPhrase): ResolvedMention | null {
    const first = this.#nameStart(resolved, view.at, view, phrase);
    const name = phraseText(view, { ...phrase, first });
    if (!/\p{L}{2}/u.test(name)) return null;
    const inside = this.#inside(resolved, view.at, phrase.first, phrase.last);
    inside.push(...this.#possessor(resolved, view, phrase));
    const { form, bare } = canonicalIssue(this.#known, view, phrase, inside);
    const entity = makeEntity({
      id: `issue/${bare && !GENERAL.has(phrase.determiner) ? `${form}-${this.#occasion(resolved)}` : form}`,
      type: "Issue",
      name,
      country: null,
    });
    return {
      ...placeOf(view, phrase),
      kind: "name",
      entities: [entity],
      role: null,
      serves: null,
      rule: "noun phrase",
      antecedent: null,
    };
  }

  /** "Every step", "the word corridor", "its signing": nouns that name nothing without a complement. */
  #isHollow(view: SentenceView, phrase: NounPhrase): boolean {
    if (SPOKEN.has(wordAt(view, phrase.head)) || SPOKEN.has(wordAt(view, phrase.head - 1))) return true;
    if (!this.#known.nouns("hollow").has(fold(token(view, phrase.head).lemma))) return false;
    if (phrase.last > phrase.head + 1 || childrenBy(view, phrase.head, "acl").length > 0) return false;
    const vague = this.#known.nouns("vague");
    for (let i = phrase.first; i < phrase.head; i++) if (!vague.has(wordAt(view, i))) return false;
    return true;
  }

  /** "Steps that threaten its borders": what names nothing alone is named with its clause. */
  #withClause(view: SentenceView, phrase: NounPhrase): NounPhrase {
    if (
      phrase.last > phrase.head + 1 ||
      !this.#known.nouns("hollow").has(fold(token(view, phrase.head).lemma))
    )
      return phrase;
    const clause = childrenBy(view, phrase.head, "acl").find((child) => child > phrase.head);
    if (clause === undefined) return phrase;
    const [from, to] = subtree(view, clause, ["parataxis", "punct"]);
    return from === phrase.last && to - phrase.first <= LONGEST ? { ...phrase, last: to } : phrase;
  }

  /** Whose "its draft" is. */
  #possessor(resolved: ResolvedDocument, view: SentenceView, phrase: NounPhrase): Inside[] {
    const found: Inside[] = [];
    for (const child of childrenBy(view, phrase.head, "nmod")) {
      const owner = child === phrase.first - 1 ? resolved.headedBy(view.at, child)?.entities[0] : undefined;
      if (owner !== undefined) found.push({ first: child, last: child + 1, entity: owner });
    }
    return found;
  }

  /**
   * What tells "the ruling" of one article from that of another: the day and the two states that the article names most.
   * A noun with a determiner alone means a certain thing that only its article can tell; without one ("opposes
   * sanctions") it means the same everywhere.
   */
  #occasion(resolved: ResolvedDocument): string {
    let occasion = this.#occasions.get(resolved);
    if (occasion === undefined) {
      const counts = new Map<string, number>();
      for (const { entities } of resolved.mentions)
        for (const { country } of entities)
          if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
      const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 2);
      const states = most.map(([country]) => country.toLowerCase()).sort();
      occasion = [...(resolved.publishedAt === null ? [] : [resolved.publishedAt]), ...states].join("-");
      this.#occasions.set(resolved, occasion);
    }
    return occasion;
  }

  /** "The plan" after "a plan for a second base": the same, by its fuller name. */
  #fuller(resolved: ResolvedDocument, view: SentenceView, phrase: NounPhrase): ResolvedMention | null {
    const { form } = token(view, phrase.head);
    const views = this.#viewsOf(resolved);
    for (let s = view.at; s >= 0; s--) {
      const other = views[s];
      if (other === undefined || other.headline) continue;
      for (let i = s === view.at ? phrase.first - 1 : other.tokens.length - 1; i >= other.start; i--) {
        const t = token(other, i);
        if (t.form !== form || t.upos !== "NOUN" || relation(t) === "compound") continue;
        if (resolved.headedBy(s, i) !== undefined) return null;
        const earlier = this.#withNames(resolved, s, nounPhrase(other, i));
        if (isBare(other, earlier) || earlier.last - earlier.first === 1) continue;
        const found = this.#issue(resolved, other, earlier);
        return found === null
          ? null
          : { ...found, kind: "anaphor", rule: "issue named before", antecedent: found };
      }
    }
    return null;
  }

  /** A phrase that ends within a name takes the name whole: "the stopover of President Hsu Mei-ling". */
  #withNames(resolved: ResolvedDocument, sentence: number, phrase: NounPhrase): NounPhrase {
    const end = resolved.covering(sentence, phrase.last - 1);
    if (end === undefined || end.last <= phrase.last || end.first <= phrase.head) return phrase;
    return { ...phrase, last: end.last };
  }

  /** Takes over the views that the document was resolved with. */
  keep(resolved: ResolvedDocument, views: SentenceView[]): void {
    this.#views.set(resolved, views);
  }

  #viewsOf(resolved: ResolvedDocument): SentenceView[] {
    let views = this.#views.get(resolved);
    if (views === undefined) {
      views = viewOf(resolved.document);
      this.#views.set(resolved, views);
    }
    return views;
  }

  #fit(view: SentenceView, head: number): boolean {
    const t = token(view, head);
    if (!/^(?:NOUN|PROPN|VERB|ADJ|NUM)$/.test(t.upos) || (t.upos === "VERB" && !/ing$/.test(t.form)))
      return false;
    if (t.upos === "NUM" || (t.upos === "ADJ" && (view.children[head] ?? []).length === 0)) return false;
    // A gerund is no noun of the lists: "placing" is not "place".
    if (t.upos === "VERB") return true;
    const lists = ["unfit", "persons"].map((list) => this.#known.nouns(list));
    return !lists.some((list) => list.has(fold(t.lemma)) || list.has(fold(t.form)));
  }

  /** Where the name starts: "Catalan leader Oriol Vidal's proposal" is "Vidal's proposal", "Tuesday's ruling" is "ruling". */
  #nameStart(resolved: ResolvedDocument, sentence: number, view: SentenceView, phrase: NounPhrase): number {
    for (let i = phrase.head - 1; i > phrase.first; i--) {
      if (!/^['’]s?$/.test(token(view, i).form)) continue;
      if (isDay(wordAt(view, i - 1))) return i + 1;
      const owner = resolved.mentions.find(
        (m) => m.sentence === sentence && m.last === i && m.first >= phrase.first,
      );
      return owner?.entities[0]?.type === "Official" && i - owner.first > 1 ? i - 1 : phrase.first;
    }
    return phrase.first;
  }

  /** The entities that the phrase names, outermost only. */
  #inside(resolved: ResolvedDocument, sentence: number, first: number, last: number): Inside[] {
    const found: Inside[] = [];
    for (const mention of resolved.mentions) {
      if (mention.sentence !== sentence || mention.first < first || mention.last > last) continue;
      if (found.some((part) => part.first <= mention.first && mention.last <= part.last)) continue;
      for (const entity of mention.entities) {
        if (entity.type === "Agreement" || entity.type === "Issue") continue;
        found.push({ first: mention.first, last: mention.last, entity });
      }
    }
    return found;
  }
}

/** Determiners that do not say that a certain thing is meant. */
const GENERAL = new Set(["", "any", "no", "every", "each", "all", "some"]);
/** What is said rather than done: "the word corridor", "the term that Baku uses". */
const SPOKEN = new Set(["word", "words", "term", "phrase", "expression"]);
/** Longer clauses are no name. */
const LONGEST = 12;

function isDay(word: string): boolean {
  return isWeekday(word) || /^(?:today|yesterday|week|month|year)$/.test(word);
}

const DEFINITE = new Set(["the", "this", "that", "these", "those", "such"]);

/** A noun alone with a determiner that says that it was spoken of. */
function isBare(view: SentenceView, phrase: NounPhrase): boolean {
  const clauses = childrenBy(view, phrase.head, "acl");
  return phrase.last - phrase.first === 1 && DEFINITE.has(phrase.determiner) && clauses.length === 0;
}

function placeOf(view: SentenceView, { first, last, head }: NounPhrase) {
  return { sentence: view.at, first, last, head };
}
