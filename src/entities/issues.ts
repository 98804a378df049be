import { canonicalIssue, type Inside } from "./canonical.js";
import { makeEntity } from "./entity.js";
import type { Knowledge } from "./knowledge.js";
import { type NounPhrase, nounPhrase, phraseText } from "./noun-phrases.js";
import { fold } from "./text.js";
import type { ResolvedDocument, ResolvedMention } from "./types.js";
import { type SentenceView, token, viewOf, wordAt } from "./view.js";

/** Names what a frame takes as its object where that is no actor: an issue with a canonical id. */
export class PhraseReader {
  readonly #known: Knowledge;
  readonly #views = new WeakMap<ResolvedDocument, SentenceView[]>();

  constructor(known: Knowledge) {
    this.#known = known;
  }

  phrase(resolved: ResolvedDocument, sentence: number, head: number): ResolvedMention | null {
    const view = this.#viewsOf(resolved)[sentence];
    if (view === undefined || view.tokens[head] === undefined) return null;
    const known = resolved.headedBy(sentence, head);
    if (known !== undefined && known.entities[0]?.type === "Agreement") return known;
    if (!this.#fit(view, head)) return null;
    const phrase = nounPhrase(view, head);
    const first = this.#nameStart(resolved, sentence, view, phrase);
    const name = phraseText(view, { ...phrase, first });
    if (!/\p{L}{2}/u.test(name)) return null;
    const inside = this.#inside(resolved, sentence, phrase.first, phrase.last);
    const entity = makeEntity({
      id: `issue/${canonicalIssue(this.#known, view, phrase, inside)}`,
      type: "Issue",
      name,
      country: null,
    });
    return {
      sentence,
      first: phrase.first,
      last: phrase.last,
      head,
      kind: "name",
      entities: [entity],
      role: null,
      serves: null,
      rule: "noun phrase",
      antecedent: null,
    };
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
    return !this.#known.nouns("unfit").has(fold(t.lemma)) && !this.#known.nouns("unfit").has(fold(t.form));
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

function isDay(word: string): boolean {
  return /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|week|month|year)$/.test(word);
}
