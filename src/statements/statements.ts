import type { EntityResolver, ResolvedDocument } from "../entities/index.js";
import type { Article, PartialDate, Statement } from "../ontology/index.js";
import { ArticleNames } from "./article-names.js";
import { parseDay } from "./calendar.js";
import { checkCodes, loadCameo } from "./cameo.js";
import { loadConfidence } from "./confidence.js";
import { type ArticleDates, leadDay } from "./dating.js";
import { loadFrames } from "./frames.js";
import { loadSupportVerbs } from "./lexicon.js";
import { SYMMETRIC } from "./match.js";
import { type Office, officesOf } from "./offices.js";
import { Parties } from "./parties.js";
import { loadScope } from "./scope/lexicon.js";
import {
  type Candidate,
  evidenceOf,
  type FoundStatement,
  type Lexicons,
  SentenceReader,
  statementId,
} from "./sentence-reader.js";
import { findTimes, type TimeExpression } from "./temporal.js";
import { buildTree, type SentenceTree } from "./tree.js";

/** The share of right ones among offices read from titles, counted on the development articles. */
const OFFICE_CONFIDENCE = 0.9;

/** What is told with less confidence is nothing to go back to. */
const TOLD_CONFIDENCE = 0.5;

/** Characters of a date that names its day. */
const DAY_LENGTH = 10;

/** Reads statements out of articles whose mentions are resolved. The lexicons are read once. */
export class StatementReader {
  readonly #lexicons: Lexicons;

  constructor(resolver: EntityResolver) {
    const frames = loadFrames();
    const cameo = loadCameo();
    checkCodes(cameo, frames);
    this.#lexicons = {
      frames,
      cameo,
      resolver,
      support: loadSupportVerbs(),
      scope: loadScope(),
      confidence: loadConfidence(),
    };
  }

  /** Every statement that the frames find, in order of place; the caller drops those of low confidence. */
  read(article: Article, resolved: ResolvedDocument): FoundStatement[] {
    const found: FoundStatement[] = [];
    const published = parseDay(article.publishedAt);
    const names = new ArticleNames(article, resolved);
    const dates: ArticleDates = {
      publishedAt: article.publishedAt,
      lead: null,
      before: null,
      minutes: this.#isCommunique(article),
    };
    const parties = new Parties();
    const context = { article, resolved, names, dates, parties, lexicons: this.#lexicons };
    let anchor: PartialDate | null = article.publishedAt;
    let named: PartialDate | null = null;
    let before: readonly Candidate[] = [];
    let treeBefore: SentenceTree | null = null;
    const told = new Set(resolved.mentions.map((mention) => mention.sentence));
    for (const [position, sentence] of resolved.document.sentences.entries()) {
      const tree = buildTree(sentence, position);
      const times: TimeExpression[] =
        published === null || anchor === null ? [] : findTimes(tree.tokens, { published, anchor, named });
      if (sentence.index === 0) dates.lead = leadDay(times, article.publishedAt);
      const reader = new SentenceReader(context, tree, times, sentence.index > 0 ? treeBefore : null);
      treeBefore = tree;
      // Who does something is named or meant in the sentence.
      const candidates = told.has(position) ? reader.candidates(before) : [];
      found.push(...candidates.map((candidate) => reader.statement(candidate)));
      before = candidates;
      if (sentence.index >= 0) for (const candidate of candidates) tellOf(parties, position, candidate);
      const day = times.findLast((t) => t.past.length === DAY_LENGTH)?.past;
      dates.before = day !== undefined && day <= (article.publishedAt ?? "") ? day : null;
      anchor = day ?? anchor;
      named = times.at(-1)?.past ?? named;
    }
    found.push(...officesOf(resolved).map((office) => this.#office(article, resolved, office, names)));
    orientSymmetric(found);
    return withoutRepeats(found.sort(byPlace));
  }

  #isCommunique({ title }: Article): boolean {
    const words = title.toLowerCase().split(/[^\p{L}-]+/u);
    return words.some((word) => this.#lexicons.scope.communiques.has(word));
  }

  #office(article: Article, resolved: ResolvedDocument, office: Office, names: ArticleNames): FoundStatement {
    const sentence = resolved.document.sentences[office.mention.sentence] ?? emptySentence();
    const evidence = evidenceOf(article, sentence, office.mention.first, office.mention.last);
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

/** Remembers who met, agreed or quarrelled, as far as it is said as a fact. */
function tellOf(parties: Parties, sentence: number, candidate: Candidate): void {
  const { match, subject, object, negated } = candidate;
  if (negated || candidate.confidence < TOLD_CONFIDENCE) return;
  const { predicate } = match.frame;
  parties.tell({ predicate, sentence, trigger: match.trigger, ends: [subject, object] });
}

function emptySentence(): never {
  throw new RangeError("a mention names a sentence that its document does not have");
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
