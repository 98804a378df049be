import type { EntityResolver, ResolvedDocument, ResolvedMention } from "../entities/index.js";
import type { Entity, EntityType } from "../ontology/index.js";
import type { SupportVerbs } from "./lexicon.js";
import type { Parties } from "./parties.js";
import { isOneSide } from "./sides.js";
import type { Topics } from "./topics.js";
import {
  caseOf,
  childrenOf,
  childWith,
  lemma,
  lower,
  ownerOf,
  relation,
  type SentenceTree,
  tokenAt,
  withConjuncts,
} from "./tree.js";

/** How an entity was reached from the token in a slot: a feature of confidence. */
type Reach = "self" | "pronoun" | "topic" | "demonym" | "possessor" | "of" | "phrase" | "place";

/** An entity that can be the end of a statement. */
export interface ActorHit {
  entity: Entity;
  mention: ResolvedMention;
  /** The slot's token. */
  token: number;
  reach: Reach;
  /** Tokens that the evidence must show: the mention's own range. */
  first: number;
  last: number;
}

const ACTOR_TYPES: ReadonlySet<EntityType> = new Set(["Country", "Official", "Organization", "Region"]);
const DESCENT = [
  "nmod:poss",
  "amod",
  "compound",
  "nmod:desc",
  "nmod:unmarked",
  "obl:unmarked",
  "flat",
  "nmod",
];
const MAX_DESCENT = 3;
const PEOPLE = new Set(["people", "nation"]);
/** What a state does with those who act for it. */
const SENDING = new Set(["send", "dispatch", "deploy", "appoint", "command", "operate", "own", "crew"]);

export interface ActorOptions {
  /** Places count too (where somebody went). */
  places: boolean;
  /** Things that belong to an actor count for it ("Iran's ports"), not only those who act for it. */
  property: boolean;
}

/** Finds who stands in a slot: a mention itself, or the state that a noun acts for. */
export class ActorFinder {
  readonly #found = new Map<number, readonly ActorHit[]>();
  readonly #phrases = new Map<number, readonly ActorHit[]>();

  constructor(
    private readonly resolved: ResolvedDocument,
    private readonly resolver: EntityResolver,
    private readonly tree: SentenceTree,
    private readonly support: SupportVerbs,
    private readonly topics: Topics,
    private readonly parties: Parties,
  ) {}

  /**
   * Who the article told of before as parties of what a noun means again ("the talks were mediated by Oman"); nobody where the
   * doer is one of them.
   */
  told(token: number, doer: Entity): readonly ActorHit[] {
    const parties = this.parties.ofMeeting(this.tree, token);
    if (parties.some(({ entity }) => isOneSide(entity, doer))) return [];
    return parties.map(({ entity, mention }) => ({
      entity,
      mention,
      token,
      reach: "topic",
      first: token,
      last: token + 1,
    }));
  }

  /** Every actor among a token and its conjuncts. */
  actors(token: number, options: ActorOptions): readonly ActorHit[] {
    const key = token * 4 + (options.places ? 2 : 0) + (options.property ? 1 : 0);
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const hits: ActorHit[] = [];
    for (const t of withConjuncts(this.tree, token)) {
      // "the presidents of A, B and C" is one mention: its conjuncts are named already.
      const inside = hits.some(
        (h) => h.mention.first <= t && t < h.mention.last && h.mention.entities.length > 1,
      );
      if (!inside) hits.push(...this.#one(t, options, 0));
    }
    this.#found.set(key, hits);
    return hits;
  }

  /** What a noun phrase names as a thing to support, oppose or sign; actors first. */
  anything(token: number, type: "any" | "issue" | "agreement"): ActorHit[] {
    return withConjuncts(this.tree, token).flatMap((t) => {
      const topic = this.topics.of(t, type);
      if (topic !== null) return asPronoun(topic, t);
      if (type === "any") {
        const actors = this.#named(t, { places: false, property: false });
        if (actors.length > 0) return actors;
        // "the people of Armenia", "the Cuban people": who stands by them stands by their state.
        if (PEOPLE.has(lower(this.tree, t))) {
          const states = this.#one(t, { places: true, property: true }, 0);
          if (states.length > 0) return states;
        }
      }
      // An actor's name is no issue: "never attacked Armenia".
      if (type === "issue" && this.#named(t, { places: true, property: false }).length > 0) return [];
      const phrase = this.#phrase(t);
      if (phrase.length > 0 && type === "agreement")
        return phrase.filter((h) => h.entity.type === "Agreement");
      if (type === "issue")
        return phrase.filter((h) => h.entity.type === "Issue" || h.entity.type === "Agreement");
      return phrase;
    });
  }

  /** The only state or body that the sentence names besides those known and those who report it; null where there are several. */
  otherParty(known: readonly Entity[], reporting: ReadonlySet<number>): ActorHit | null {
    let other: ActorHit | null = null;
    for (const mention of this.resolved.mentions) {
      if (mention.sentence !== this.tree.position || mention.kind === "place" || reporting.has(mention.head))
        continue;
      for (const entity of mention.entities) {
        if (!ACTOR_TYPES.has(entity.type) || known.some((k) => isOneSide(k, entity))) continue;
        if (other !== null && !isOneSide(other.entity, entity)) return null;
        other ??= hitOf(entity, mention, mention.head);
      }
    }
    return other;
  }

  isActor(token: number, type?: EntityType): boolean {
    const hits = this.#one(token, { places: true, property: true }, 0);
    return type === undefined ? hits.length > 0 : hits.some((h) => h.entity.type === type);
  }

  #one(token: number, options: ActorOptions, depth: number): ActorHit[] {
    const named = this.#named(token, options);
    if (named.length > 0 || depth >= MAX_DESCENT) return named;
    const node = tokenAt(this.tree, token);
    if (
      node.upos !== "NOUN" &&
      node.upos !== "PROPN" &&
      node.upos !== "NUM" &&
      node.upos !== "ADJ" &&
      node.upos !== "PRON"
    )
      return [];
    const same = this.#identified(token, options, depth);
    if (same.length > 0) return same;
    const children = childrenOf(this.tree, token);
    for (const c of children) {
      if (tokenAt(this.tree, c).deprel === "appos") {
        const hits = options.property ? this.#one(c, options, depth + 1) : this.#named(c, options);
        if (hits.length > 0) return hits;
      }
    }
    const acts =
      this.support.representatives.has(lemma(this.tree, token)) ||
      node.upos === "NUM" ||
      node.upos === "PRON";
    if (!acts && !options.property) return [];
    for (const deprel of DESCENT) {
      for (const c of children) {
        if (tokenAt(this.tree, c).deprel !== deprel) continue;
        if (deprel === "nmod" && caseOf(this.tree, c) !== null) continue;
        const owners = withConjuncts(this.tree, c).flatMap((t) =>
          this.#one(t, { ...options, property: false }, depth + 1),
        );
        const hits = acts ? owners.flatMap((h) => this.#principal(h)) : owners;
        if (hits.length > 0) {
          const all = [...hits, ...this.#besides(c, children, depth)];
          return all.map((h) => ({ ...h, reach: h.reach === "demonym" ? "demonym" : "possessor" }));
        }
      }
    }
    for (const c of children) {
      const rel = relation(tokenAt(this.tree, c));
      if (rel !== "nmod" && rel !== "acl") continue;
      const preposition = caseOf(this.tree, c);
      if (preposition === "of" || preposition === "from" || (acts && preposition === "in")) {
        const hits = withConjuncts(this.tree, c).flatMap((t) =>
          this.#one(
            t,
            {
              places: options.places || preposition === "in",
              property: options.property && node.upos === "NUM",
            },
            depth + 1,
          ),
        );
        if (hits.length > 0) return hits.map((h) => ({ ...h, reach: "of" }));
      }
    }
    return acts ? this.#sender(children, depth) : [];
  }

  /** "An envoy sent by the Taliban", "troops deployed by Togo". */
  #sender(children: readonly number[], depth: number): ActorHit[] {
    for (const c of children) {
      if (tokenAt(this.tree, c).deprel !== "acl" || !SENDING.has(lemma(this.tree, c))) continue;
      const agent = childWith(this.tree, c, "obl:agent");
      if (agent === undefined) continue;
      return this.#one(agent, { places: false, property: false }, depth + 1)
        .flatMap((h) => this.#principal(h))
        .map((h) => ({ ...h, reach: "of" as const }));
    }
    return [];
  }

  /** "Kenyan and Ethiopian officers": the second of two adjectives hangs from the noun too. */
  #besides(first: number, children: readonly number[], depth: number): ActorHit[] {
    const next = children.find((c) => c > first && tokenAt(this.tree, c).deprel === "amod");
    if (tokenAt(this.tree, first).deprel !== "amod" || next === undefined) return [];
    if (next !== first + 2 || lower(this.tree, first + 1) !== "and") return [];
    return this.#one(next, { places: false, property: false }, depth + 1);
  }

  /** "Oman is the state that …", "Oman, the state that …": who is said to be what a noun describes. */
  #identified(token: number, options: ActorOptions, depth: number): ActorHit[] {
    const { deprel, head } = tokenAt(this.tree, token);
    if (deprel === "appos" && head >= 0) return this.#named(head, options);
    if (childWith(this.tree, token, "cop") === undefined) return [];
    const subject = childWith(this.tree, token, "nsubj");
    if (subject === undefined) return [];
    return withConjuncts(this.tree, subject).flatMap((t) => this.#one(t, options, depth + 1));
  }

  /** Whoever acts for an official acts for the state: "the president's troops" are no act of the president's own. */
  #principal(hit: ActorHit): ActorHit[] {
    if (hit.entity.type !== "Official") return [hit];
    const { country } = hit.entity;
    const state = this.resolved.mentions.flatMap((m) => m.entities).find((e) => e.id === country);
    return state === undefined ? [] : [{ ...hit, entity: state }];
  }

  #named(at: number, options: ActorOptions): ActorHit[] {
    const token = lower(this.tree, at) === "whose" ? (ownerOf(this.tree, at) ?? at) : at;
    const mention =
      this.resolved.headedBy(this.tree.position, token) ?? this.resolved.covering(this.tree.position, token);
    if (mention === undefined) return [];
    if (mention.kind === "place" && !options.places) return [];
    return mention.entities
      .filter((e) => ACTOR_TYPES.has(e.type))
      .map((entity) => hitOf(entity, mention, token));
  }

  /** "the idea of a rail link", "the conclusion of a treaty": what is meant comes after "of". */
  #content(token: number): number {
    if (!this.support.containers.has(lemma(this.tree, token))) return token;
    const of = childrenOf(this.tree, token).find((c) => caseOf(this.tree, c) === "of");
    return of ?? token;
  }

  #phrase(slotToken: number): readonly ActorHit[] {
    const token = this.#content(slotToken);
    const known = this.#phrases.get(token);
    if (known !== undefined) return known;
    const hits = this.#readPhrase(token);
    this.#phrases.set(token, hits);
    return hits;
  }

  #readPhrase(token: number): ActorHit[] {
    const named = this.resolved.headedBy(this.tree.position, token);
    const mention =
      named !== undefined && named.kind !== "place" && named.entities.some((e) => !ACTOR_TYPES.has(e.type))
        ? named
        : this.resolver.phrase(this.resolved, this.tree.position, token);
    if (mention === null || mention === undefined) return [];
    return mention.entities.map((entity) => ({
      entity,
      mention,
      token,
      reach: "phrase",
      first: mention.first,
      last: mention.last,
    }));
  }
}

function hitOf(entity: Entity, mention: ResolvedMention, token: number): ActorHit {
  const { kind, first, last } = mention;
  const reach: Reach = kind === "name" ? "self" : kind === "anaphor" ? "pronoun" : kind;
  return { entity, mention, token, reach, first, last };
}

/** One state, or bodies and officials of one. */
/** The hit of a pronoun that stands for something named elsewhere. */
function asPronoun(topic: ResolvedMention, token: number): ActorHit[] {
  return topic.entities.map((entity) => ({
    entity,
    mention: topic,
    token,
    reach: "topic",
    first: token,
    last: token + 1,
  }));
}
