import { createHash } from "node:crypto";
import type { EntityResolver, ResolvedDocument } from "../entities/index.js";
import type {
  Article,
  Entity,
  EntityRef,
  Evidence,
  Modality,
  PartialDate,
  Predicate,
  Statement,
} from "../ontology/index.js";
import { ActorFinder, type ActorHit } from "./actors.js";
import { ArgumentFinder } from "./arguments/finder.js";
import { ArticleNames } from "./article-names.js";
import { type Day, parseDay } from "./calendar.js";
import { type CameoEvent, checkCodes, eventOf, loadCameo } from "./cameo.js";
import { type ConfidenceModel, confidenceOf, featuresOf, loadConfidence } from "./confidence.js";
import { type ArticleDates, dateOf, isScheduled, leadDay } from "./dating.js";
import { type FrameLexicon, loadFrames } from "./frames.js";
import { loadSupportVerbs, type SupportVerbs } from "./lexicon.js";
import { type Match, matchFrames } from "./match.js";
import { modalityOf, type Speaker } from "./modality.js";
import { type Office, officesOf } from "./offices.js";
import { scopeOf } from "./scope/climb.js";
import { loadScope, type ScopeLexicon } from "./scope/lexicon.js";
import type { Scope } from "./scope/scope.js";
import { findTimes, type TimeExpression } from "./temporal.js";
import { buildTree, type SentenceTree, tokenAt } from "./tree.js";
import { accepts } from "./types-of-ends.js";

/** The share of right ones among offices read from titles, counted on the development articles. */
const OFFICE_CONFIDENCE = 0.9;

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

/** Reads statements out of articles whose mentions are resolved. The lexicons are read once. */
export class StatementReader {
  readonly #frames: FrameLexicon = loadFrames();
  readonly #support: SupportVerbs = loadSupportVerbs();
  readonly #scope: ScopeLexicon = loadScope();
  readonly #cameo: ReadonlyMap<string, CameoEvent> = loadCameo();
  readonly #confidence: ConfidenceModel = loadConfidence();

  constructor(private readonly resolver: EntityResolver) {
    checkCodes(this.#cameo, this.#frames);
  }

  /** Every statement that the frames find, in order of place; the caller drops those of low confidence. */
  read(article: Article, resolved: ResolvedDocument): FoundStatement[] {
    const found: FoundStatement[] = [];
    const published = parseDay(article.publishedAt);
    const names = new ArticleNames(article, resolved);
    const dates: ArticleDates = { publishedAt: article.publishedAt, lead: null };
    let anchor: Day | null = published;
    for (const [position, sentence] of resolved.document.sentences.entries()) {
      const tree = buildTree(sentence, position);
      const times = published === null || anchor === null ? [] : findTimes(tree.tokens, published, anchor);
      if (sentence.index === 0) dates.lead = leadDay(times, article.publishedAt);
      found.push(...new SentenceReader(this, article, resolved, tree, times, names, dates).read());
      anchor = lastDay(times) ?? anchor;
    }
    found.push(...officesOf(resolved).map((office) => this.#office(article, resolved, office, names)));
    orientSymmetric(found);
    return withoutRepeats(found.sort(byPlace));
  }

  /** What a sentence's reader needs of the lexicons. */
  get lexicons() {
    return {
      frames: this.#frames,
      support: this.#support,
      scope: this.#scope,
      cameo: this.#cameo,
      confidence: this.#confidence,
      resolver: this.resolver,
    };
  }

  #office(article: Article, resolved: ResolvedDocument, office: Office, names: ArticleNames): FoundStatement {
    const tree = buildTree(
      resolved.document.sentences[office.mention.sentence] ?? emptySentence(),
      office.mention.sentence,
    );
    const evidence = evidenceOf(article, tree, office.mention.first, office.mention.last);
    const key = [office.official.id, "HOLDS_OFFICE", office.served.id, office.role];
    const statement: Statement = {
      id: statementId(article.id, evidence, key),
      articleId: article.id,
      subject: names.refOf(office.official),
      predicate: "HOLDS_OFFICE",
      object: names.refOf(office.served),
      negated: false,
      modality: "actual",
      date: article.publishedAt,
      dateBasis: article.publishedAt === null ? null : "publication",
      speaker: null,
      role: office.role,
      plover: null,
      cameo: null,
      goldstein: null,
      evidence,
      confidence: OFFICE_CONFIDENCE,
      extractor: "rules",
      frame: "holds-office/title",
    };
    return {
      statement,
      entities: [office.official, office.served],
      features: [],
      why: [office.mention.rule],
    };
  }
}

function emptySentence(): never {
  throw new RangeError("a mention names a sentence that its document does not have");
}

/** A match that may become a statement, with what decides between it and others that say the same. */
interface Candidate {
  match: Match;
  scope: Scope;
  speaker: Speaker | null;
  subject: ActorHit;
  object: ActorHit;
  negated: boolean;
  modality: Modality;
  features: readonly string[];
  confidence: number;
}

class SentenceReader {
  readonly #actors: ActorFinder;
  readonly #args: ArgumentFinder;
  readonly #scopes = new Map<number, Scope>();

  constructor(
    private readonly reader: StatementReader,
    private readonly article: Article,
    private readonly resolved: ResolvedDocument,
    private readonly tree: SentenceTree,
    private readonly times: readonly TimeExpression[],
    private readonly names: ArticleNames,
    private readonly dates: ArticleDates,
  ) {
    const { resolver, support } = reader.lexicons;
    this.#actors = new ActorFinder(resolved, resolver, tree, support);
    this.#args = new ArgumentFinder(tree, support);
  }

  read(): FoundStatement[] {
    const { frames } = this.reader.lexicons;
    const matches = matchFrames(this.tree, frames, this.#args, this.#actors, (t) => this.#isInName(t));
    const sport = this.#isSport();
    const best = new Map<string, Candidate>();
    for (const match of matches) {
      if (!accepts(match.frame.predicate, match.subject.entity, match.object.entity)) continue;
      if (!this.#polarityFits(match)) continue;
      if (sport && IN_PLAY.has(match.frame.predicate)) continue;
      const candidate = this.#candidate(match);
      const { subject, object, negated } = candidate;
      const key = `${subject.entity.id} ${match.frame.predicate} ${object.entity.id} ${negated}`;
      const known = best.get(key);
      if (known === undefined || known.confidence < candidate.confidence) best.set(key, candidate);
    }
    return [...best.values()].map((candidate) => this.#statement(candidate));
  }

  /** Whether the sentence or the headline speaks of a game ("extra time", "semi-final"). */
  #isSport(): boolean {
    const { sport } = this.reader.lexicons.support;
    const title = this.article.title.toLowerCase().split(/[^\p{L}-]+/u);
    return (
      this.tree.lemmas.some((l, i) => sport.has(l) || (l === "extra" && this.tree.forms[i + 1] === "time")) ||
      title.some((w) => sport.has(w))
    );
  }

  #polarityFits({ frame, trigger }: Match): boolean {
    return frame.polarity === null || this.#scopeOf(trigger).negated === (frame.polarity === "negative");
  }

  #isInName(token: number): boolean {
    const mention = this.resolved.covering(this.tree.position, token);
    if (mention === undefined || mention.kind !== "name") return false;
    if (mention.entities.some((e) => e.type === "Official") && tokenAt(this.tree, token).upos === "NOUN")
      return false;
    return mention.entities.every((e) => e.type !== "Agreement" && e.type !== "Issue");
  }

  #scopeOf(trigger: number): Scope {
    const known = this.#scopes.get(trigger);
    if (known !== undefined) return known;
    const { scope, support } = this.reader.lexicons;
    // "has never been to B", "is not against C": what negates a copula hangs from its predicate.
    const { deprel, head } = tokenAt(this.tree, trigger);
    const scoped = deprel === "cop" && head >= 0 ? head : trigger;
    const made = scopeOf(this.tree, scoped, scope, support.verbs, support.occurrence);
    this.#scopes.set(trigger, made);
    return made;
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
    const scope = this.#scopeOf(match.trigger);
    const speaker = this.#speaker(scope);
    const [subject, object] = this.#inOrder(match);
    const negated = frame.polarity === "negative" ? false : scope.negated !== frame.negated;
    const toCome =
      this.times.length > 0 && isScheduled(this.tree, scope, this.times, this.article.publishedAt);
    const modality = modalityOf(frame, scope, subject.entity, speaker, toCome);
    const features = featuresOf(this.tree, match, scope, modality);
    const confidence = confidenceOf(this.reader.lexicons.confidence, features);
    return { match, scope, speaker, subject, object, negated, modality, features, confidence };
  }

  #statement(candidate: Candidate): FoundStatement {
    const { match, scope, speaker, subject, object, negated, modality, features } = candidate;
    const { frame } = match;
    const dating = dateOf(this.tree, scope, frame.predicate, this.times, this.dates);
    const first = Math.min(subject.first, object.first, match.trigger);
    const last = Math.max(subject.last, object.last, match.trigger + 1);
    const evidence = evidenceOf(this.article, this.tree, first, last);
    const { cameo, confidence: weights } = this.reader.lexicons;
    const statement: Statement = {
      id: statementId(this.article.id, evidence, [
        subject.entity.id,
        frame.predicate,
        object.entity.id,
        String(negated),
        modality,
      ]),
      articleId: this.article.id,
      subject: this.names.refOf(subject.entity),
      predicate: frame.predicate,
      object: this.names.refOf(object.entity),
      negated,
      modality,
      date: dating.date,
      dateBasis: dating.basis,
      speaker: speaker === null ? null : this.names.refOf(speaker.entity),
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

/** What teams do to each other in the words of sport. */
const IN_PLAY: ReadonlySet<Predicate> = new Set(["ATTACKED", "MET_WITH", "COERCED", "OPPOSES", "THREATENED"]);

const SYMMETRIC: ReadonlySet<Predicate> = new Set(["SIGNED_WITH", "MET_WITH", "COOPERATES_WITH"]);

function evidenceOf(article: Article, tree: SentenceTree, first: number, last: number): Evidence {
  const start = tokenAt(tree, first).start;
  const end = tokenAt(tree, last - 1).end;
  const text = tree.sentence.index < 0 ? article.title : article.text;
  return { quote: text.slice(start, end), sentence: tree.sentence.index, start, end };
}

/** In order of place, what the headline says last: the body says it better. */
function byPlace({ statement: a }: FoundStatement, { statement: b }: FoundStatement): number {
  const [x, y] = [a.evidence, b.evidence];
  if (x.sentence < 0 !== y.sentence < 0) return x.sentence < 0 ? 1 : -1;
  return x.sentence - y.sentence || x.start - y.start;
}

/** A headline's statements that the body makes too are given once. */
function withoutRepeats(found: readonly FoundStatement[]): FoundStatement[] {
  const said = new Set<string>();
  return found.filter(({ statement: s }) => {
    const key = [s.subject.id, s.predicate, s.object.id, s.negated, s.role].join(" ");
    if (s.evidence.sentence >= 0) said.add(key);
    return s.evidence.sentence >= 0 || !said.has(key);
  });
}

/** A pair in a symmetric relation keeps, through the article, the order in which it was first named. */
function orientSymmetric(found: readonly FoundStatement[]): void {
  const first = new Set<string>();
  for (const { statement } of found) {
    if (!SYMMETRIC.has(statement.predicate)) continue;
    const { subject, object } = statement;
    if (first.has(`${object.id} ${subject.id}`)) {
      statement.subject = object;
      statement.object = subject;
    } else first.add(`${subject.id} ${object.id}`);
  }
}

/** The same for the same statement at the same place of the same article, in every run. */
function statementId(articleId: string, evidence: Evidence, parts: readonly string[]): string {
  const text = [articleId, evidence.sentence, evidence.start, evidence.end, ...parts].join("\n");
  return createHash("sha256").update(text).digest("hex").slice(0, 20);
}

function lastDay(times: readonly TimeExpression[]): Day | null {
  const last: PartialDate | undefined = times.findLast((t) => t.past.length === 10)?.past;
  return last === undefined ? null : parseDay(last);
}
