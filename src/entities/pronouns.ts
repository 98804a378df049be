import type { Entity } from "../ontology/index.js";
import { isForeign, judged } from "./antecedent-verbs.js";
import type { MentionBook } from "./book.js";
import type { Fits, Focus } from "./focus.js";
import { type Gender, Genders } from "./genders.js";
import type { Knowledge } from "./knowledge.js";
import type { ResolvedMention } from "./types.js";
import { childrenBy, relation, type SentenceView, token, wordAt } from "./view.js";

type Reference = "person" | "thing" | "group" | "we" | "i";

const PRONOUNS: Record<string, Reference> = {
  he: "person",
  him: "person",
  his: "person",
  himself: "person",
  she: "person",
  her: "person",
  hers: "person",
  herself: "person",
  it: "thing",
  its: "thing",
  itself: "thing",
  they: "group",
  them: "group",
  their: "group",
  themselves: "group",
  we: "we",
  us: "we",
  our: "we",
  ours: "we",
  i: "i",
  me: "i",
  my: "i",
};

const POSSESSIVE = new Set(["his", "her", "its", "their", "our", "my", "hers", "ours"]);
const REFLEXIVE = new Set(["himself", "herself", "itself", "themselves"]);
const SPEECH = new Set(
  "say tell add note write stress state claim insist declare announce ask reply answer explain warn argue maintain recall emphasize emphasise underline remark comment tweet post admit concede observe continue report conclude charge quip".split(
    " ",
  ),
);

/** Whether a pronoun may mean the subject of its own clause: possessives of what the subject does not act against, and reflexives. */
function isOwn(view: SentenceView, i: number, word: string): boolean {
  if (REFLEXIVE.has(word)) return true;
  const object = word === "her" && /^(?:obj|iobj|obl)$/.test(relation(token(view, i)));
  return POSSESSIVE.has(word) && !object && !isForeign(view, i);
}

/** Somebody named of whom nothing says that he holds an office: no entity, but one whom "he" may mean. */
export interface Stranger {
  sentence: number;
  head: number;
  subject: boolean;
}

/** Finds whom a pronoun means. */
export class Pronouns {
  readonly #known: Knowledge;
  readonly #book: MentionBook;
  readonly #focus: Focus;
  readonly #views: SentenceView[];
  readonly #strangers: readonly Stranger[];
  readonly #genders = new Genders();

  constructor(
    known: Knowledge,
    book: MentionBook,
    focus: Focus,
    views: SentenceView[],
    strangers: readonly Stranger[],
  ) {
    this.#strangers = strangers;
    this.#known = known;
    this.#book = book;
    this.#focus = focus;
    this.#views = views;
  }

  isPronoun(view: SentenceView, i: number): boolean {
    const t = token(view, i);
    if (t.upos !== "PRON" && t.upos !== "DET") return false;
    const word = t.form.toLowerCase();
    if (t.upos === "DET" && !POSSESSIVE.has(word)) return false;
    return PRONOUNS[word] !== undefined && relation(t) !== "expl" && !(word === "us" && t.form !== "us");
  }

  /** Whether an unresolved pronoun is worth a warning: a person or group that does or suffers something. */
  isActor(view: SentenceView, i: number): boolean {
    const reference = PRONOUNS[token(view, i).form.toLowerCase()];
    return (
      (reference === "person" || reference === "group") &&
      ["nsubj", "obj", "iobj"].includes(relation(token(view, i)))
    );
  }

  resolve(view: SentenceView, i: number): ResolvedMention | null {
    const word = token(view, i).form.toLowerCase();
    const reference = PRONOUNS[word];
    if (reference === undefined) return null;
    const own = isOwn(view, i, word);
    switch (reference) {
      case "person":
        return this.#person(view, i, own, /^(?:she|her|hers|herself)$/.test(word) ? "female" : "male");
      case "thing":
        return this.#thing(view, i, own);
      case "group":
        return this.#group(view, i, own);
      case "we":
      case "i":
        return this.#speaker(view, i, reference);
    }
  }

  /** "He", "her": a person of that gender, as far as it is known; for "she", one known as a woman goes before others. */
  #person(view: SentenceView, i: number, own: boolean, gender: Gender): ResolvedMention | null {
    const possible = (m: ResolvedMention) => {
      if (!this.#isPerson(m)) return false;
      const known = this.#genders.of(this.#focus.view(m.sentence), m);
      return known === null || known === gender;
    };
    const surely = (m: ResolvedMention) =>
      possible(m) && this.#genders.of(this.#focus.view(m.sentence), m) === gender;
    const antecedent =
      this.#byGrammar(view, i, own, possible) ??
      (gender === "female" ? this.#focus.antecedent(view, i, surely, { own, reach: 3 }) : null) ??
      this.#focus.antecedent(view, i, possible, { own });
    if (antecedent === null || this.#strangerNearer(view, i, antecedent)) return null;
    for (const entity of antecedent.entities) this.#genders.tell(entity, gender);
    return this.#add(view, i, antecedent.entities, "pronoun", antecedent);
  }

  /** Whether a person without office was the subject since, or stands in the pronoun's own sentence while the antecedent does not. */
  #strangerNearer(view: SentenceView, i: number, antecedent: ResolvedMention): boolean {
    const { sentence, first } = antecedent;
    return this.#strangers.some(
      (other) =>
        (other.sentence < view.at || (other.sentence === view.at && other.head < i)) &&
        (other.sentence > sentence || (other.sentence === sentence && other.head > first)) &&
        (other.subject || (other.sentence === view.at && sentence < view.at)),
    );
  }

  /** One official, or a state or organization that an office holder without a name stands for. */
  #isPerson(m: ResolvedMention): boolean {
    return m.entities.length === 1 && (m.entities[0]?.type === "Official" || this.#book.isOffice(m));
  }

  /** What the grammar of verbs and coordinations says before any search: "thanked Iran for its help", "Kosovo and its neighbour". */
  #byGrammar(view: SentenceView, i: number, own: boolean, fits: Fits): ResolvedMention | null {
    if (!own) return null;
    const joined = this.#joined(view, i, fits);
    if (joined !== null) return joined;
    const token = judged(view, i);
    const mention = token < 0 ? undefined : this.#focus.mentionAt(view.at, token);
    return mention !== undefined && mention.head === token && fits(mention) ? mention : null;
  }

  /** "Kosovo and its northern neighbour", "Putin and his guest": the possessive means what its noun is joined to. */
  #joined(view: SentenceView, i: number, fits: Fits): ResolvedMention | null {
    const noun = token(view, i).head;
    const conjunct = noun >= 0 && relation(token(view, noun)) === "conj";
    const beside =
      wordAt(view, i - 1) === "and" ? this.#book.of(view.at).find((m) => m.last === i - 1) : undefined;
    const mention = beside ?? (conjunct ? this.#focus.mentionAt(view.at, token(view, noun).head) : undefined);
    return mention !== undefined && mention.last <= i && fits(mention) ? mention : null;
  }

  #thing(view: SentenceView, i: number, own: boolean): ResolvedMention | null {
    const actor = (m: ResolvedMention) =>
      m.entities.length === 1 &&
      (m.entities[0]?.type === "Country" || m.entities[0]?.type === "Organization" || this.#acts(m)) &&
      !this.#book.isOffice(m);
    const named = (m: ResolvedMention) => actor(m) && m.kind !== "demonym";
    const reach = { own, reach: 2 };
    const antecedent =
      this.#byGrammar(view, i, own, named) ??
      this.#focus.antecedent(view, i, named, reach) ??
      this.#focus.antecedent(view, i, actor, { own, reach: 1 });
    return antecedent === null ? null : this.#add(view, i, antecedent.entities, "pronoun", antecedent);
  }

  /** A territory that does something: "South Ossetia said that it had sent troops". */
  #acts(m: ResolvedMention): boolean {
    return m.entities[0]?.type === "Region" && m.kind === "name" && this.#focus.isSubject(m);
  }

  #group(view: SentenceView, i: number, own: boolean): ResolvedMention | null {
    const local = this.#focus.localSubject(view, i);
    if (own && local >= 0 && local < i) {
      const group = this.#conjuncts(view, local);
      if (group !== null) return this.#add(view, i, group.entities, "pronoun for a group", group.mention);
      const t = token(view, local);
      if (t.upos === "NOUN" && this.#focus.mentionAt(view.at, local) === undefined) return null;
    }
    const plural = (m: ResolvedMention) =>
      m.entities.length > 1 || (this.#collective(m) && this.#isPlural(m));
    const collective = (m: ResolvedMention) => m.entities.length > 1 || this.#collective(m);
    const antecedent =
      this.#focus.antecedent(view, i, plural, { own, reach: 1 }) ??
      this.#focus.antecedent(view, i, collective, { own, reach: 1 });
    const pair = this.#previousPair(view, i);
    if (pair !== null && (antecedent === null || antecedent.entities.length === 1))
      return this.#add(view, i, pair.entities, "pronoun for a group", pair.mention);
    return antecedent === null
      ? null
      : this.#add(view, i, antecedent.entities, "pronoun for a group", antecedent);
  }

  #collective(m: ResolvedMention): boolean {
    const [entity] = m.entities;
    if (entity === undefined) return false;
    const form = token(this.#focus.view(m.sentence), m.last - 1).form;
    if (entity.type === "Organization")
      return (
        /s$/.test(form) ||
        this.#known.organizationKind.get(entity.id) === "armed-group" ||
        m.rule === "organization of the country"
      );
    return entity.type === "Country" && (m.rule === "people of the country" || this.#officials(m));
  }

  /** "Rebels", "them", "the Taliban": plural in form or by nature, before "the army". */
  #isPlural(m: ResolvedMention): boolean {
    const kind = this.#known.organizationKind.get(m.entities[0]?.id ?? "");
    return kind === "armed-group" || /^(?:NNP?S|PRP)$/.test(token(this.#focus.view(m.sentence), m.head).xpos);
  }

  /** "Two Iranian diplomats": several who stand for one state. */
  #officials(m: ResolvedMention): boolean {
    const view = this.#focus.view(m.sentence);
    return this.#book.isOffice(m) && /^NNP?S$/.test(token(view, m.head).xpos);
  }

  /** The coordinated subject of this sentence before the token, or of the sentence before. */
  #previousPair(view: SentenceView, i: number): { entities: Entity[]; mention: ResolvedMention } | null {
    for (const s of [view.at, view.at - 1]) {
      const other = this.#views[s];
      if (other === undefined) continue;
      for (let at = s === view.at ? i - 1 : other.tokens.length - 1; at >= other.start; at--) {
        if (relation(token(other, at)) !== "nsubj") continue;
        const group = this.#conjuncts(other, at);
        if (group !== null) return group;
      }
    }
    return null;
  }

  /** The entities of a coordination headed by the token, where it joins at least two. */
  #conjuncts(view: SentenceView, head: number): { entities: Entity[]; mention: ResolvedMention } | null {
    const heads = [head, ...childrenBy(view, head, "conj")];
    const mentions = heads.map((h) => this.#focus.mentionAt(view.at, h)).filter((m) => m !== undefined);
    const entities = [...new Map(mentions.flatMap((m) => m.entities).map((e) => [e.id, e])).values()];
    const [mention] = mentions;
    return entities.length > 1 && mention !== undefined ? { entities, mention } : null;
  }

  /** "We" and "I" in a quotation are the speaker; "we" is the state or organization that the speaker speaks for. */
  #speaker(view: SentenceView, i: number, reference: "we" | "i"): ResolvedMention | null {
    if (!view.quoted[i] && reference === "i") return null;
    const speaker = view.quoted[i] ? this.#speakerOf(view) : null;
    if (speaker === null) return null;
    const [entity] = speaker.entities;
    if (entity === undefined) return null;
    if (reference === "i" || entity.type !== "Official")
      return this.#add(view, i, [entity], "speaker of the quotation", speaker);
    const stands = this.#armed(speaker.serves) ?? this.#focus.stateOf(entity) ?? speaker.serves ?? entity;
    return this.#add(view, i, [stands], "whom the speaker of the quotation speaks for", speaker);
  }

  #armed(serves: Entity | null): Entity | null {
    const kind = serves === null ? undefined : this.#known.organizationKind.get(serves.id);
    return kind === "armed-group" || kind === "party" ? serves : null;
  }

  #speakerOf(view: SentenceView): ResolvedMention | null {
    for (const s of [view.at, view.at - 1, view.at + 1]) {
      const other = this.#views[s];
      if (other === undefined || (s !== view.at && other.sentence.paragraph !== view.sentence.paragraph))
        continue;
      const speaker = this.#speechSubject(other);
      if (speaker !== null) return speaker;
    }
    return null;
  }

  /** The subject of a verb of speech that stands outside the quotation. */
  #speechSubject(view: SentenceView): ResolvedMention | null {
    for (let i = view.start; i < view.tokens.length; i++) {
      const t = token(view, i);
      if (relation(t) !== "nsubj" || view.quoted[i]) continue;
      const verb = view.tokens[t.head];
      if (verb === undefined || !SPEECH.has(verb.lemma.toLowerCase())) continue;
      const mention = this.#focus.mentionAt(view.at, i);
      if (mention !== undefined) return mention;
      if (this.isPronoun(view, i) && PRONOUNS[t.form.toLowerCase()] === "person") {
        const antecedent = this.#focus.antecedent(view, i, (m) => this.#isPerson(m), { own: false });
        if (antecedent !== null) return antecedent;
      }
    }
    return null;
  }

  #add(
    view: SentenceView,
    i: number,
    entities: Entity[],
    rule: string,
    antecedent: ResolvedMention,
  ): ResolvedMention {
    return this.#book.add(view, {
      first: i,
      last: i + 1,
      head: i,
      kind: "anaphor",
      entities,
      rule,
      role: antecedent.role,
      serves: antecedent.serves,
      antecedent,
    });
  }
}
