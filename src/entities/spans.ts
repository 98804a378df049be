import { namesAnotherThing } from "./contexts-of-no-state.js";
import { type Knowledge, listed, type Sense, type Use } from "./knowledge.js";
import type { Span } from "./span.js";
import { readTable, forms as splitForms } from "./tables.js";
import { capitalized, fold, upperCase } from "./text.js";
import { relation, type SentenceView, token, wordAt } from "./view.js";

interface Homonym {
  name: string;
  entity: string;
  when: Set<string>;
  unless: Set<string>;
}

let homonyms: Homonym[] | null = null;

function homonymTable(): Homonym[] {
  homonyms ??= readTable("homonyms.tsv", ["name", "entity", "when", "unless"]).map((row) => ({
    name: fold(row.name),
    entity: row.entity,
    when: new Set(splitForms(row.when).map(fold)),
    unless: new Set(splitForms(row.unless).map(fold)),
  }));
  return homonyms;
}

/** Uses by how much they say on their own: a name is preferred to an adjective of the same form. */
const ORDER: readonly Use[] = [
  "agreement",
  "organization",
  "name",
  "region",
  "seat",
  "capital",
  "adjective",
  "national",
  "issue",
  "trap",
];

const OWNERS: ReadonlySet<Use> = new Set(["name", "adjective", "capital"]);

/** Every known name of the document's sentences, longest first from the left, with one reading each. */
export class SpanReader {
  readonly #known: Knowledge;
  /** Ids of states that the article names in a way that leaves no doubt. */
  readonly #certain = new Set<string>();
  readonly #vocabulary = new Set<string>();

  constructor(known: Knowledge) {
    this.#known = known;
  }

  read(views: SentenceView[]): Span[][] {
    for (const view of views)
      view.tokens.forEach((t, i) => {
        if (capitalized(t.form)) this.#vocabulary.add(wordAt(view, i));
      });
    const matches = views.map((view) => this.#matches(view));
    for (const list of matches)
      for (const match of list) {
        const ids = new Set(match.senses.map((sense) => sense.entity?.id));
        const [only] = ids;
        if (ids.size === 1 && only !== undefined) this.#certain.add(only);
      }
    const read = matches.map((list, at) =>
      list.flatMap((match) => {
        const sense = this.#choose(match.senses, match.form);
        if (sense === null || sense.entity === null) return [];
        const view = views[at] as SentenceView;
        if (this.#partOfPersonName(view, match.first, match.last)) return [];
        return [
          { first: match.first, last: match.last, use: sense.use, entity: sense.entity, kind: sense.kind },
        ];
      }),
    );
    return read.map((list, at) => {
      const view = views[at] as SentenceView;
      return list.filter(
        (span) => !this.#ownedElsewhere(view, span, list) && !namesAnotherThing(this.#known, view, span),
      );
    });
  }

  /** "Ghana's Security Council" is not the UN's: a name made of common words after the name of another state. */
  #ownedElsewhere(view: SentenceView, span: Span, list: Span[]): boolean {
    if (span.use !== "organization") return false;
    const before = token(view, span.last - 1).form;
    const common =
      listed(this.#known.nouns("proper_bodies"), before) || this.#known.nouns("bodies").has(fold(before));
    if (!common) return false;
    let first = span.first;
    while (
      capitalized(view.tokens[first - 1]?.form ?? "") &&
      this.#known.nouns("generic").has(view.words[first - 1] ?? "")
    )
      first--;
    const possessive = /^['’]s?$/.test(view.tokens[first - 1]?.form ?? "");
    const owner = list.find((s) => s.last === (possessive ? first - 1 : first));
    return (
      owner !== undefined &&
      OWNERS.has(owner.use) &&
      owner.entity.type === "Country" &&
      span.entity.country !== owner.entity.id
    );
  }

  #matches(view: SentenceView): { first: number; last: number; senses: Sense[]; form: string }[] {
    const found = [];
    for (let i = view.start; i < view.tokens.length; ) {
      const match = this.#known.names.longest(view.tokens, i);
      const trap = match?.values.some((sense) => sense.use === "trap") ?? false;
      const lower =
        match !== undefined &&
        match.last - match.first > 1 &&
        match.values.some((sense) => sense.use === "agreement");
      if (match === undefined || (!trap && !lower && !this.#wellCased(view, match.first, match.last))) {
        i++;
        continue;
      }
      const form = view.words.slice(match.first, match.last).join(" ");
      if (!(trap && !capitalized(token(view, i).form) && match.last - match.first === 1))
        found.push({ first: match.first, last: match.last, senses: match.values, form });
      i = match.last;
    }
    return found;
  }

  #wellCased(view: SentenceView, i: number, last: number): boolean {
    const { form, upos } = token(view, i);
    if (!capitalized(form))
      return (
        /^(?:al|el|ni|the)$/i.test(form) &&
        capitalized(view.tokens[i + 2]?.form ?? view.tokens[i + 1]?.form ?? "")
      );
    // "US" in a headline of capitals may be "us", "Polish" at a start may be a verb.
    return last - i > 1 || !(upos === "VERB" && !upperCase(form));
  }

  #choose(senses: Sense[], form: string): Sense | null {
    if (senses.some((sense) => sense.use === "trap")) return null;
    const other = homonymTable().find((h) => h.name === form);
    if (other !== undefined && this.#any(other.when) && !this.#any(other.unless)) {
      const entity = this.#known.entities.get(other.entity);
      if (entity !== undefined) return { use: "region", entity, kind: "part" };
    }
    const certain = senses.filter((sense) => sense.entity !== null && this.#certain.has(sense.entity.id));
    const pool = (certain.length > 0 ? certain : senses).filter((sense) => this.#allowed(sense));
    return [...pool].sort((a, b) => ORDER.indexOf(a.use) - ORDER.indexOf(b.use))[0] ?? null;
  }

  #allowed(sense: Sense): boolean {
    return (
      sense.needs === undefined || sense.needs.length === 0 || sense.needs.some((id) => this.#certain.has(id))
    );
  }

  #any(words: Set<string>): boolean {
    for (const word of words) if (this.#vocabulary.has(word)) return true;
    return false;
  }

  /** A capitalized word that is neither known itself nor an office. */
  #plainName(view: SentenceView, i: number): boolean {
    const t = token(view, i);
    return (
      t.upos === "PROPN" &&
      capitalized(t.form) &&
      !upperCase(t.form) &&
      this.#known.names.longest(view.tokens, i) === undefined &&
      this.#known.offices.longest(view.tokens, i) === undefined
    );
  }

  /** "Jordan Fraser", "Mr Jordan", "Denzel Washington": a name of a state or city inside a person's name. */
  #partOfPersonName(view: SentenceView, first: number, last: number): boolean {
    if (last - first !== 1) return false;
    const before = view.tokens[first - 1];
    if (
      before !== undefined &&
      listed(this.#known.office("honorifics"), before.form) &&
      capitalized(before.form)
    )
      return true;
    // "Abdul-Malik al-Houthi"
    if (before?.form === "-" && /^(?:al|el|ul)$/.test(token(view, first - 2).form)) {
      const name = view.tokens[first - 3];
      if (name?.upos === "PROPN" && capitalized(name.form)) return true;
    }
    // "Volker Turk"
    const name = relation(token(view, first)) === "flat" && token(view, first).head === first - 1;
    if (name && this.#plainName(view, first - 1)) return true;
    if (!listed(this.#known.nouns("given"), token(view, first).form)) return false;
    const next = view.tokens[last];
    const nextIsName =
      next !== undefined &&
      next.upos === "PROPN" &&
      capitalized(next.form) &&
      !upperCase(next.form) &&
      (relation(next) === "flat" || next.head === first || token(view, first).head === last) &&
      this.#known.names.longest(view.tokens, last) === undefined &&
      this.#known.offices.longest(view.tokens, last) === undefined &&
      !listed(this.#known.office("ranks"), next.form) &&
      !listed(this.#known.office("fields"), next.form);
    if (nextIsName) return true;
    const flat = relation(token(view, first)) === "flat";
    return (
      flat && before?.upos === "PROPN" && this.#known.offices.longest(view.tokens, first - 1) === undefined
    );
  }
}
