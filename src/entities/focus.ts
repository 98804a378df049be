import type { Entity } from "../ontology/index.js";
import { controller } from "./antecedent-verbs.js";
import type { MentionBook } from "./book.js";
import type { Knowledge } from "./knowledge.js";
import type { ResolvedMention } from "./types.js";
import { childrenBy, depth, firstConjunct, preposition, relation, type SentenceView, token } from "./view.js";

/** How many sentences back an antecedent is looked for. */
const REACH = 4;

/** How many sentences back a pair is looked for. */
const PAIR_REACH = 8;

/** Before those for, in or of whom something is done: the doer may be one of them ("spoke for both countries"). */
const INSIDE = new Set(["in", "for", "of", "by", "from", "within", "across", "among"]);

/** How many of the most named are tried where the most named of all do not fit together. */
const FOREMOST = 5;

export type Fits = (mention: ResolvedMention) => boolean;

/** The entity that counts for one of a mention's, or null where it counts for nothing. */
export type As = (entity: Entity, mention: ResolvedMention) => Entity | null;

/** Whether entities can be meant together: neighbours must border. */
export type Accept = (entities: Entity[]) => boolean;

/** Entities meant together, with the mention that named them (the first). */
export interface Together {
  entities: Entity[];
  mention: ResolvedMention;
}

interface JoinedOptions {
  reach?: number;
  accept?: Accept;
  aside?: boolean;
  times?: number;
}

const always: Accept = () => true;

/** Which of the mentions before a place is most in the reader's mind. */
export class Focus {
  readonly #known: Knowledge;
  readonly #book: MentionBook;
  readonly #views: SentenceView[];

  constructor(known: Knowledge, book: MentionBook, views: SentenceView[]) {
    this.#known = known;
    this.#book = book;
    this.#views = views;
  }

  view(sentence: number): SentenceView {
    const view = this.#views[sentence];
    if (view === undefined) throw new RangeError(`no sentence ${sentence}`);
    return view;
  }

  /** The subject token of the clause that the token stands in, or -1. */
  localSubject(view: SentenceView, i: number): number {
    return this.#subjectOf(view, this.clause(view, i));
  }

  /** The predicate of the clause that the token stands in: the nearest ancestor with a subject, or the root. */
  clause(view: SentenceView, i: number): number {
    let at = token(view, i).head;
    for (let guard = 0; at >= 0 && guard < 60; guard++) {
      const t = token(view, at);
      if (this.#subjectOf(view, at) >= 0 || t.upos === "VERB" || t.head < 0) return at;
      at = t.head;
    }
    return i;
  }

  /** The clause's subject before the phrase, else the state last named before it in the sentence. */
  subjectBefore(view: SentenceView, first: number, i: number): Entity | undefined {
    const subject = this.localSubject(view, i);
    const mention = subject >= 0 && subject < first ? this.mentionAt(view.at, subject) : undefined;
    if (mention !== undefined) return mention.entities[0];
    for (const other of this.actorsBefore(view.at, first, 0))
      if (other.entities[0]?.type === "Country") return other.entities[0];
    return undefined;
  }

  #subjectOf(view: SentenceView, predicate: number): number {
    let at = predicate;
    for (let guard = 0; at >= 0 && guard < 10; guard++) {
      const found = (view.children[at] ?? []).find((c) => relation(token(view, c)) === "nsubj");
      if (found !== undefined) return found;
      // A conjunct or an infinitive has the subject of what it hangs on.
      const t = token(view, at);
      if (!["conj", "xcomp", "advcl", "acl"].includes(relation(t))) return -1;
      const controlling = controller(view, at);
      if (controlling >= 0 && this.mentionAt(view.at, controlling) !== undefined) return controlling;
      at = t.head;
    }
    return -1;
  }

  /** The mention whose head is the token, the widest one. */
  mentionAt(sentence: number, head: number): ResolvedMention | undefined {
    let best: ResolvedMention | undefined;
    for (const mention of this.#book.of(sentence))
      if (
        mention.head === head &&
        (best === undefined || mention.last - mention.first > best.last - best.first)
      )
        best = mention;
    return best ?? this.#book.covering(sentence, head);
  }

  isSubject(mention: ResolvedMention): boolean {
    const view = this.view(mention.sentence);
    return relation(token(view, firstConjunct(view, mention.head))) === "nsubj";
  }

  /** Whether a mention may stand as antecedent at all: no place name, and not the part of a wider mention. */
  free(mention: ResolvedMention): boolean {
    return mention.kind !== "place" && this.#book.covering(mention.sentence, mention.head) === mention;
  }

  /**
   * The antecedent for something at a token: subjects of the clauses above it, then what was named before it in the
   * sentence, then subjects and others of the sentences before.
   */
  antecedent(
    view: SentenceView,
    i: number,
    fits: Fits,
    options: { own: boolean; reach?: number },
  ): ResolvedMention | null {
    const barred = options.own ? new Set<string>() : this.#subjects(view, i);
    const allowed = (m: ResolvedMention) => fits(m) && !m.entities.some((entity) => barred.has(entity.id));
    return (
      this.#above(view, i, allowed, options.own) ??
      this.#sameSentence(view, i, allowed) ??
      this.#earlier(view, allowed, options.reach ?? REACH)
    );
  }

  /** Ids of the subject's states where the token is what its verb acts on: "called on both governments" means two others. */
  doers(view: SentenceView, i: number): Set<string> {
    const noun = firstConjunct(view, i);
    const t = token(view, noun);
    const acted =
      t.head >= 0 && token(view, t.head).upos === "VERB" && /^(?:obj|iobj|obl)$/.test(relation(t));
    if (!acted || INSIDE.has(preposition(view, noun))) return new Set();
    const subject = this.localSubject(view, noun);
    if (subject < 0 || subject === noun) return new Set();
    const subjects = [subject, ...childrenBy(view, subject, "conj")];
    const entities = subjects.flatMap((s) => this.mentionAt(view.at, s)?.entities ?? []);
    return new Set(entities.flatMap((entity) => [entity.id, this.stateOf(entity)?.id ?? entity.id]));
  }

  /** Ids of who is the subject of the clause that the token stands in: what is no subject itself means another. */
  #subjects(view: SentenceView, i: number): Set<string> {
    const local = this.localSubject(view, i);
    if (local < 0 || local === i) return new Set();
    const subjects = [local, ...childrenBy(view, local, "conj")];
    return new Set(subjects.flatMap((s) => this.mentionAt(view.at, s)?.entities.map((e) => e.id) ?? []));
  }

  /** Subjects of this clause (for possessives) and of the clauses that it hangs on. */
  #above(view: SentenceView, i: number, fits: Fits, own: boolean): ResolvedMention | null {
    let predicate = this.clause(view, i);
    for (let level = 0; predicate >= 0 && level < 6; level++) {
      if (own || level > 0) {
        const subject = this.#subjectOf(view, predicate);
        const mention = subject >= 0 && subject < i ? this.mentionAt(view.at, subject) : undefined;
        if (mention !== undefined && mention.last <= i && fits(mention)) return mention;
      }
      const up = token(view, predicate).head;
      if (up < 0) break;
      predicate = this.clause(view, predicate);
      if (predicate === up || up < 0) predicate = up;
    }
    return null;
  }

  #sameSentence(view: SentenceView, i: number, fits: Fits): ResolvedMention | null {
    const before = this.#book
      .of(view.at)
      .filter((m) => m.last <= i && this.free(m) && fits(m) && view.quoted[m.head] === view.quoted[i])
      .sort((a, b) => b.head - a.head);
    const subject = before.find((m) => this.isSubject(m));
    if (subject !== undefined) return subject;
    const [nearest] = [...before].sort((a, b) => depth(view, a.head) - depth(view, b.head));
    return nearest ?? null;
  }

  #earlier(view: SentenceView, fits: Fits, reach: number): ResolvedMention | null {
    for (let s = view.at - 1; s >= 0 && s >= view.at - reach; s--) {
      const other = this.view(s);
      if (other.headline && !view.headline && s < view.at - 2) break;
      const list = this.#book.of(s).filter((m) => this.free(m) && fits(m));
      const root = other.tokens.findIndex((t) => t.head < 0);
      const main = list.find(
        (m) => token(other, firstConjunct(other, m.head)).head === root && this.isSubject(m),
      );
      const found = main ?? list.filter((m) => this.isSubject(m)).at(-1) ?? list.at(-1);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** The state that an entity acts for: itself, or its country's. */
  stateOf(entity: Entity): Entity | null {
    if (entity.type === "Country") return entity;
    return entity.country === null ? null : (this.#known.countries.get(entity.country) ?? null);
  }

  /** Mentions before a token, nearest first, that are actors. */
  *actorsBefore(sentence: number, token: number, reach: number): Generator<ResolvedMention> {
    for (const mention of this.#book.before(sentence, token, reach)) if (this.free(mention)) yield mention;
  }

  /**
   * Two (or `count`) different entities that the article last put together: a coordination ("Iran and Azerbaijan"),
   * or the ones last named. `as` turns a mention into the entity that counts, or null where it does not.
   */
  together(view: SentenceView, i: number, count: number, as: As, accept: Accept = always): Together | null {
    return this.joined(view, i, count, as, { accept }) ?? this.#last(view, i, count, as, accept);
  }

  /** As many entities as asked for, where this sentence up to the token, or the one before, names just these. */
  justNamed(view: SentenceView, i: number, count: number, as: As, accept: Accept = always): Together | null {
    for (const s of [view.at, view.at - 1]) {
      if (s < 0) continue;
      const list = [...this.#book.of(s)].filter(
        (m) => (s < view.at || m.last <= i) && this.free(m) && m.kind !== "demonym",
      );
      const entities = distinct(
        counted(
          list.sort((a, b) => a.first - b.first),
          as,
        ),
      );
      const [mention] = list;
      if (mention !== undefined && entities.length === count && accept(entities))
        return { entities, mention };
      if (entities.length > 1) return null;
    }
    return null;
  }

  /**
   * Those that the article is most about, where as many as asked for stand out from the rest: what "the two sides"
   * means unless something else was just put together.
   */
  leading(view: SentenceView, i: number, count: number, as: As, accept: Accept = always): Together | null {
    const counts = new Map<string, { entity: Entity; times: number; first: ResolvedMention }>();
    for (const mention of this.#book.before(view.at, i, 1_000)) {
      if (mention.kind === "place") continue;
      for (const entity of mention.entities) {
        const counted = as(entity, mention);
        if (counted === null) continue;
        const known = counts.get(counted.id);
        if (known === undefined) counts.set(counted.id, { entity: counted, times: 1, first: mention });
        else {
          known.times++;
          known.first = mention;
        }
      }
    }
    const ranked = [...counts.values()].sort((a, b) => b.times - a.times).slice(0, FOREMOST);
    const fitting = choose(ranked, count).filter((some) => accept(some.map((r) => r.entity)));
    const [top, ...others] = fitting;
    const last = top?.at(-1);
    if (top === undefined || last === undefined || last.times < 2) return null;
    const rival = others.find((some) => some.at(-1)?.times === last.times);
    if (rival !== undefined) return null;
    const inOrder = [...top].sort(
      (a, b) => a.first.sentence - b.first.sentence || a.first.first - b.first.first,
    );
    return { entities: inOrder.map((r) => r.entity), mention: last.first };
  }

  /**
   * As many as asked for (null: any number from two) that one coordination or one mention of several last named, or named
   * `times` times; `aside`: no subjects, who may tell of others ("Paris and Berlin called on both sides").
   */
  joined(
    view: SentenceView,
    i: number,
    count: number | null,
    as: As,
    { reach = PAIR_REACH, accept = always, aside = false, times = 1 }: JoinedOptions,
  ): Together | null {
    const seen = new Map<string, number>();
    const found = new Map<string, Together>();
    for (const group of this.#groups(view, i, as, reach)) {
      const { entities, mention } = group;
      if (aside && this.isSubject(mention)) continue;
      const enough = count === null ? entities.length > 1 : entities.length === count;
      if (!enough || !accept(entities)) continue;
      const key = entities
        .map((e) => e.id)
        .sort()
        .join(" ");
      seen.set(key, (seen.get(key) ?? 0) + 1);
      const first = found.get(key) ?? group;
      if (seen.get(key) === times) return first;
      found.set(key, first);
    }
    return null;
  }

  /** What was put together before a place, nearest first. */
  *#groups(view: SentenceView, i: number, as: As, reach: number): Generator<Together> {
    for (let s = view.at; s >= 0 && s >= view.at - reach; s--) {
      const other = this.view(s);
      const list = this.#book.of(s).filter((m) => (s < view.at || m.last <= i) && m.kind !== "place");
      const groups = new Map<number, ResolvedMention[]>();
      for (const mention of list) {
        const key = firstConjunct(other, mention.head);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [mention]);
        else group.push(mention);
      }
      for (const [, group] of [...groups.entries()].sort((a, b) => b[0] - a[0])) {
        const [mention] = group;
        if (mention !== undefined) yield { entities: distinct(counted(group, as)), mention };
      }
    }
  }

  #last(view: SentenceView, i: number, count: number, as: As, accept: Accept): Together | null {
    const found: Entity[] = [];
    let first: ResolvedMention | null = null;
    for (const mention of this.#book.before(view.at, i, 30)) {
      if (mention.kind === "place") continue;
      for (const entity of mention.entities) {
        const counts = as(entity, mention);
        if (counts === null || found.some((e) => e.id === counts.id)) continue;
        found.push(counts);
        first ??= mention;
      }
      if (found.length >= count) break;
    }
    const entities = found.slice(0, count).reverse();
    return found.length >= count && first !== null && accept(entities) ? { entities, mention: first } : null;
  }
}

/** Every choice of so many out of a ranked list; the choice of the foremost first. */
function choose<T>(ranked: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return ranked.flatMap((one, at) =>
    at + count > ranked.length
      ? []
      : choose(ranked.slice(at + 1), count - 1).map((others) => [one, ...others]),
  );
}

function counted(mentions: ResolvedMention[], as: As): (Entity | null)[] {
  return mentions.flatMap((mention) => mention.entities.map((entity) => as(entity, mention)));
}

function distinct(entities: (Entity | null)[]): Entity[] {
  const found = new Map<string, Entity>();
  for (const entity of entities) if (entity !== null && !found.has(entity.id)) found.set(entity.id, entity);
  return [...found.values()];
}
