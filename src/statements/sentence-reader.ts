import { hash } from "node:crypto";
import type { EntityResolver, ResolvedDocument } from "../entities/index.js";
import type { Sentence, Token } from "../language/index.js";
import type { Article, Entity, Evidence, Modality, Predicate, Statement } from "../ontology/index.js";
import { ActorFinder, type ActorHit } from "./actors.js";
import { ArgumentFinder } from "./arguments/finder.js";
import type { ArticleNames } from "./article-names.js";
import { type CameoEvent, eventOf } from "./cameo.js";
import { type ConfidenceModel, confidenceOf, featuresOf } from "./confidence.js";
import { type ArticleDates, dateOf, isScheduled } from "./dating.js";
import { type Ellipsis, findEllipses } from "./ellipsis.js";
import type { Frame, FrameLexicon } from "./frames.js";
import type { SupportVerbs } from "./lexicon.js";
import { type Match, matchFrames, SYMMETRIC } from "./match.js";
import { modalityOf, type Speaker } from "./modality.js";
import type { Parties } from "./parties.js";
import { scopeOf } from "./scope/climb.js";
import type { ScopeLexicon } from "./scope/lexicon.js";
import type { Scope } from "./scope/scope.js";
import type { TimeExpression } from "./temporal.js";
import { Topics } from "./topics.js";
import { type SentenceTree, tokenAt } from "./tree.js";
import { accepts } from "./types-of-ends.js";

/** A statement with how it was found, for `entente explain` and for fitting confidence. */
export interface FoundStatement {
  statement: Statement;
  /** Its ends and its speaker in full. */
  entities: readonly Entity[];
  /** What confidence was reckoned from, with the weight of each; empty for offices. */
  features: readonly { name: string; weight: number }[];
  /** Words that decided negation and modality. */
  why: readonly string[];
}

/** A match that may become a statement, with what decides between it and others that say the same. */
export interface Candidate {
  match: Match;
  scope: Scope;
  speaker: Speaker | null;
  subject: ActorHit;
  object: ActorHit;
  negated: boolean;
  modality: Modality;
  features: readonly string[];
  confidence: number;
  /** Tokens that the evidence shows: [first, last). */
  first: number;
  last: number;
}

/** What the readers of one article's sentences share. */
export interface ArticleContext {
  article: Article;
  resolved: ResolvedDocument;
  names: ArticleNames;
  dates: ArticleDates;
  /** Who dealt with whom in the sentences read so far. */
  parties: Parties;
  lexicons: Lexicons;
}

/** What is read from data/ once. */
export interface Lexicons {
  frames: FrameLexicon;
  support: SupportVerbs;
  scope: ScopeLexicon;
  cameo: ReadonlyMap<string, CameoEvent>;
  confidence: ConfidenceModel;
  resolver: EntityResolver;
}

/** Reads one sentence. */
export class SentenceReader {
  readonly #actors: ActorFinder;
  readonly #args: ArgumentFinder;
  readonly #scopes = new Map<number, Scope>();

  constructor(
    private readonly context: ArticleContext,
    private readonly tree: SentenceTree,
    private readonly times: readonly TimeExpression[],
    before: SentenceTree | null,
  ) {
    const { lexicons, resolved } = context;
    const topics = new Topics(resolved, lexicons.resolver, tree, before, lexicons.support);
    this.#actors = new ActorFinder(
      resolved,
      lexicons.resolver,
      tree,
      lexicons.support,
      topics,
      context.parties,
    );
    this.#args = new ArgumentFinder(tree, lexicons.support);
  }

  /** What may become a statement, the best of each; `before` is what the sentence before said, for "So did Oman." */
  candidates(before: readonly Candidate[]): Candidate[] {
    const { frames } = this.context.lexicons;
    const matches = matchFrames(this.tree, frames, this.#args, this.#actors, (t) => this.#isInName(t));
    const sport = this.#isSport();
    const best = new Map<string, Candidate>();
    const keep = (candidate: Candidate): void => {
      const { match, subject, object, negated } = candidate;
      const key = `${subject.entity.id} ${match.frame.predicate} ${object.entity.id} ${negated}`;
      const known = best.get(key);
      if (known === undefined || known.confidence < candidate.confidence) best.set(key, candidate);
    };
    for (const match of matches) {
      if (!accepts(match.frame.predicate, match.subject.entity, match.object.entity)) continue;
      if (namesPlace(match) || !this.#isSaid(match)) continue;
      if (sport && IN_PLAY.has(match.frame.predicate)) continue;
      keep(this.#candidate(match));
    }
    const whole = [...best.values()];
    for (const ellipsis of findEllipses(this.tree, this.#args))
      for (const candidate of this.#completed(ellipsis, whole, before)) keep(candidate);
    return [...best.values()];
  }

  /** Whether the scope leaves the match standing: its polarity, and no act that its governor ends. */
  #isSaid(match: Match): boolean {
    const { frame, mutual } = match;
    const scope = this.#scopeFor(match);
    // A truce that ends the fighting between two sides says that they fought.
    if (frame.kind === "noun" && scope.ended && !mutual && isEndable(frame.predicate)) return false;
    if (scope.asked) return false;
    if (scope.threatened && FORCE.has(frame.predicate)) return false;
    return fitsPolarity(frame, scope.negated);
  }

  /** The statements of the clause before an ellipsis, said of its own subject. */
  #completed(ellipsis: Ellipsis, here: readonly Candidate[], before: readonly Candidate[]): Candidate[] {
    const subjects = this.#subjectsOf(ellipsis);
    if (subjects.length === 0) return [];
    const earlier = here.filter((c) => c.match.trigger < ellipsis.first && c.last <= ellipsis.first);
    const said = earlier.length > 0 ? earlier : before;
    const antecedents = said.filter((c) => c.subject === c.match.subject && isOfClause(c));
    return antecedents.flatMap((c) => {
      const scope = this.#elliptic(ellipsis, c.scope);
      if (!fitsPolarity(c.match.frame, scope.negated)) return [];
      return subjects
        .filter((s) => accepts(c.match.frame.predicate, s.entity, c.object.entity))
        .map((s) => this.#told({ ...c.match, subject: s, subjectVia: "shared" }, scope, s, c, ellipsis));
    });
  }

  #subjectsOf(ellipsis: Ellipsis): readonly ActorHit[] {
    for (const token of ellipsis.subjects) {
      const hits = this.#actors.actors(token, { places: true, property: false });
      if (hits.length > 0) return hits;
    }
    return [];
  }

  /** The scope of an elliptic clause: its own auxiliary and negation, else those of the clause that it repeats. */
  #elliptic({ verb, negated, modality, first }: Ellipsis, antecedent: Scope): Scope {
    const own = verb === null ? null : this.#scopeOf(verb);
    return {
      negated: own?.negated ?? negated ?? antecedent.negated,
      intended: own?.intended ?? modality === "intended",
      hypothetical: own?.hypothetical ?? modality === "hypothetical",
      doubted: own?.doubted ?? antecedent.doubted,
      weak: own?.weak ?? antecedent.weak,
      ended: false,
      asked: own?.asked ?? antecedent.asked,
      threatened: own?.threatened ?? antecedent.threatened,
      stoodAside: false,
      promised: own?.promised ?? antecedent.promised,
      reports: own?.reports ?? [],
      path: own?.path ?? [first],
      why: [this.tree.forms.slice(first, first + 2).join(" ")],
    };
  }

  #told(match: Match, scope: Scope, subject: ActorHit, model: Candidate, ellipsis: Ellipsis): Candidate {
    const { frame } = match;
    return {
      match,
      scope,
      speaker: this.#speaker(scope),
      subject,
      object: model.object,
      negated: frame.polarity === "negative" ? false : scope.negated !== frame.negated,
      modality: modalityOf(frame, scope, subject.entity, null, false),
      features: model.features,
      confidence: model.confidence,
      first: Math.min(subject.first, ellipsis.first),
      last: Math.max(subject.last, ellipsis.last),
    };
  }

  /** Whether the sentence or the headline speaks of a game ("extra time", "semi-final"). */
  #isSport(): boolean {
    const { sport } = this.context.lexicons.support;
    const title = this.context.article.title.toLowerCase().split(/[^\p{L}-]+/u);
    return (
      this.tree.lemmas.some((l, i) => sport.has(l) || (l === "extra" && this.tree.forms[i + 1] === "time")) ||
      title.some((w) => sport.has(w))
    );
  }

  #isInName(token: number): boolean {
    const mention = this.context.resolved.covering(this.tree.position, token);
    if (mention === undefined || mention.kind !== "name") return false;
    if (mention.entities.some((e) => e.type === "Official") && tokenAt(this.tree, token).upos === "NOUN")
      return false;
    return mention.entities.every((e) => e.type !== "Agreement" && e.type !== "Issue");
  }

  #scopeOf(trigger: number): Scope {
    const known = this.#scopes.get(trigger);
    if (known !== undefined) return known;
    const { scope, support } = this.context.lexicons;
    // "has never been to B", "is not against C": what negates a copula hangs from its predicate.
    const { deprel, head } = tokenAt(this.tree, trigger);
    const scoped = deprel === "cop" && head >= 0 ? head : trigger;
    const made = scopeOf(this.tree, scoped, scope, support.verbs, support.occurrence);
    this.#scopes.set(trigger, made);
    return made;
  }

  /** The scope of the trigger, without the negation of a verb that neither end of the match depends on. */
  #scopeFor({ trigger, subjectVia, objectVia }: Match): Scope {
    const scope = this.#scopeOf(trigger);
    const outside = scope.stoodAside && subjectVia !== "support" && objectVia !== "support";
    return outside ? { ...scope, negated: !scope.negated } : scope;
  }

  #speaker(scope: Scope): Speaker | null {
    for (const report of scope.reports) {
      const source = this.#sourceOf(report.token);
      if (source === undefined) continue;
      const [hit] = this.#actors.actors(source, { places: true, property: false });
      if (hit !== undefined) return { entity: hit.entity, mention: hit.mention };
    }
    return null;
  }

  /** The subject of a reporting verb; the noun itself after "according to". */
  #sourceOf(report: number): number | undefined {
    const { upos } = tokenAt(this.tree, report);
    return upos === "VERB" || upos === "AUX" ? this.#args.of(report).get("subj")?.[0]?.token : report;
  }

  #candidate(match: Match): Candidate {
    const { frame } = match;
    const scope = this.#scopeFor(match);
    const speaker = this.#speaker(scope);
    const [subject, object] = this.#inOrder(match);
    const negated = frame.polarity === "negative" ? false : scope.negated !== frame.negated;
    const toCome =
      this.times.length > 0 && isScheduled(this.tree, scope, this.times, this.context.article.publishedAt);
    const modality = modalityOf(frame, scope, subject.entity, speaker, toCome);
    const features = featuresOf(this.tree, match, scope, modality);
    const confidence = confidenceOf(this.context.lexicons.confidence, features);
    const first = Math.min(subject.first, object.first, match.trigger);
    const last = Math.max(subject.last, object.last, match.trigger + 1);
    return { match, scope, speaker, subject, object, negated, modality, features, confidence, first, last };
  }

  statement(candidate: Candidate): FoundStatement {
    const { match, scope, speaker, subject, object, negated, modality, features } = candidate;
    const { frame } = match;
    const toCome = scope.intended || scope.hypothetical || modality === "intended";
    const event = { scope, predicate: frame.predicate, toCome };
    const dating = dateOf(this.tree, event, this.times, this.context.dates);
    const evidence = evidenceOf(this.context.article, this.tree.sentence, candidate.first, candidate.last);
    const { cameo, confidence: weights } = this.context.lexicons;
    const statement: Statement = {
      id: statementId(this.context.article.id, evidence, [
        subject.entity.id,
        frame.predicate,
        object.entity.id,
        String(negated),
        modality,
      ]),
      articleId: this.context.article.id,
      subject: this.context.names.refOf(subject.entity),
      predicate: frame.predicate,
      object: this.context.names.refOf(object.entity),
      negated,
      modality,
      date: dating.date,
      dateBasis: dating.basis,
      speaker: speaker === null ? null : this.context.names.refOf(speaker.entity),
      role: null,
      ...eventOf(cameo, frame.cameo),
      evidence,
      confidence: candidate.confidence,
      extractor: "rules",
      frame: frame.id,
    };
    const entities = [subject.entity, object.entity, ...(speaker === null ? [] : [speaker.entity])];
    return {
      statement,
      entities,
      features: features.map((name) => ({ name, weight: weights.get(name) ?? 0 })),
      why: scope.why,
    };
  }

  /** A symmetric statement has first who comes first in the text. */
  #inOrder(match: Match): [ActorHit, ActorHit] {
    const { subject, object, frame } = match;
    const symmetric = SYMMETRIC.has(frame.predicate);
    return symmetric && object.token < subject.token ? [object, subject] : [subject, object];
  }
}

/** "the Karabakh conflict": a territory before a noun of war is where it is, not who fights. */
function namesPlace({ frame, subject }: Match): boolean {
  return frame.predicate === "ATTACKED" && frame.kind === "noun" && subject.entity.type === "Region";
}

/** What teams do to each other in the words of sport. */
const IN_PLAY: ReadonlySet<Predicate> = new Set(["ATTACKED", "MET_WITH", "COERCED", "OPPOSES", "THREATENED"]);

/** Acts of force and pressure: over under a word of ending ("the lifting of the blockade"), not done under a threat. */
/** What a noun names as lasting, and is no more where its verb ends it ("dropped its objection to"). */
const LASTING: ReadonlySet<Predicate> = new Set(["SUPPORTS", "OPPOSES", "AIDED"]);
const FORCE: ReadonlySet<Predicate> = new Set([
  "SANCTIONED",
  "ATTACKED",
  "COERCED",
  "MOBILIZED",
  "PROTESTED",
]);

/** Tokens [first, last) of a sentence as they stand in the article. */
export function evidenceOf(article: Article, sentence: Sentence, first: number, last: number): Evidence {
  const { tokens, index } = sentence;
  const start = (tokens[first] as Token).start;
  const end = (tokens[last - 1] as Token).end;
  const text = index < 0 ? article.title : article.text;
  return { quote: text.slice(start, end), sentence: index, start, end };
}

/** The same for the same statement at the same place of the same article, in every run. */
export function statementId(articleId: string, evidence: Evidence, parts: readonly string[]): string {
  const text = [articleId, evidence.sentence, evidence.start, evidence.end, ...parts].join("\n");
  return hash("sha256", text).slice(0, 20);
}

function fitsPolarity(frame: Frame, negated: boolean): boolean {
  return frame.polarity === null || negated === (frame.polarity === "negative");
}

/** Whether a statement is what its clause says, not what a phrase in it says beside. */
function isOfClause({ match }: Candidate): boolean {
  return match.subjectVia !== "context" && match.subjectVia !== "relative" && match.subjectVia !== "modifier";
}

/** Whether a verb that ends what a noun names leaves nothing of it. */
function isEndable(predicate: Predicate): boolean {
  return FORCE.has(predicate) || LASTING.has(predicate);
}
