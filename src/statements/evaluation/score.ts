import {
  type EntityRef,
  type Predicate,
  type Statement,
  SYMMETRIC_PREDICATES,
} from "../../ontology/index.js";
import type { GoldArticle, GoldEntity, GoldStatement } from "./gold.js";
import { isSame, type Pairing, pair } from "./matching.js";

/** Precision, recall and F1 with their counts: annotations found, to be found, and wrong predictions. */
export interface Figures {
  precision: number;
  recall: number;
  f1: number;
  found: number;
  gold: number;
  wrong: number;
}

/** One miss or false alarm. */
export interface ScoredError {
  articleId: string;
  kind: "missed" | "wrong";
  sentence: number;
  subject: string;
  predicate: Predicate;
  object: string;
  negated: boolean;
  quote: string;
  /** Of a false alarm. */
  confidence: number | null;
  frame: string | null;
}

interface ReliabilityBin {
  from: number;
  to: number;
  statements: number;
  right: number;
  meanConfidence: number;
}

export interface Scores {
  articles: number;
  /** Subject, predicate, object and negation. */
  exact: Figures;
  /** The same with every actor replaced by its country. */
  state: Figures;
  /** Country pairs alone. */
  dyad: Figures;
  entities: Figures;
  modalityAccuracy: number;
  dateAccuracy: number;
  /** Exact core matches, on which modality and date are scored. */
  matched: number;
  perPredicate: [Predicate, Figures][];
  reliability: ReliabilityBin[];
  /** Predictions in articles without an annotated statement. */
  silent: { articles: number; statements: number };
  errors: ScoredError[];
}

const UNSCORED: ReadonlySet<Predicate> = new Set(["HOLDS_OFFICE"]);
const BINS = 10;

class Tally {
  found = 0;
  gold = 0;
  wrong = 0;

  add<P, G extends { core: boolean }>({ pairs, missed, extra }: Pairing<P, G>): void {
    const core = pairs.filter(([, g]) => g.core).length;
    this.found += core;
    this.gold += core + missed.filter((g) => g.core).length;
    this.wrong += extra.length;
  }

  figures(): Figures {
    const precision = this.found + this.wrong > 0 ? this.found / (this.found + this.wrong) : 0;
    const recall = this.gold > 0 ? this.found / this.gold : 0;
    const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
    return { precision, recall, f1, found: this.found, gold: this.gold, wrong: this.wrong };
  }
}

/** Whether an annotation, core or marginal, says the same as a statement. */
export function isRight(statement: Statement, gold: GoldArticle): boolean {
  return gold.statements.some((g) => equalExactly(statement, g));
}

/** Scores predictions against annotated articles by the measures of the annotation rules, once an article. */
export function score(
  gold: readonly GoldArticle[],
  statements: ReadonlyMap<string, readonly Statement[]>,
): Scores {
  const scorer = new Scorer();
  for (const article of gold) scorer.add(article, statements.get(article.article.id) ?? []);
  return scorer.scores();
}

class Scorer {
  readonly #exact = new Tally();
  readonly #state = new Tally();
  readonly #dyad = new Tally();
  readonly #entities = new Tally();
  readonly #per = new Map<Predicate, Tally>();
  readonly #errors: ScoredError[] = [];
  readonly #bins = Array.from({ length: BINS }, () => ({ statements: 0, right: 0, sum: 0 }));
  readonly #silent = { articles: 0, statements: 0 };
  #articles = 0;
  #matched = 0;
  #modality = 0;
  #dates = 0;

  add(gold: GoldArticle, statements: readonly Statement[]): void {
    this.#articles++;
    const predictions = statements.filter((p) => !UNSCORED.has(p.predicate));
    if (gold.statements.length === 0) {
      this.#silent.articles++;
      this.#silent.statements += predictions.length;
    }
    const pairing = pair(dedupe(gold.statements, goldKey), dedupe(predictions, predictionKey), equalExactly);
    this.#exact.add(pairing);
    this.#addPredicates(gold.statements, predictions, pairing);
    this.#addQualities(pairing);
    this.#addErrors(gold.article.id, pairing);
    this.#addStates(gold.statements, predictions);
    this.#addEntities(gold, predictions);
  }

  #addPredicates(
    gold: readonly GoldStatement[],
    predictions: readonly Statement[],
    all: Pairing<Statement, GoldStatement>,
  ): void {
    for (const predicate of new Set([...gold, ...predictions].map((x) => x.predicate))) {
      const tally = this.#per.get(predicate) ?? new Tally();
      this.#per.set(predicate, tally);
      tally.add({
        pairs: all.pairs.filter(([, g]) => g.predicate === predicate),
        missed: all.missed.filter((g) => g.predicate === predicate),
        extra: all.extra.filter((p) => p.predicate === predicate),
      });
    }
  }

  #addQualities({ pairs, extra }: Pairing<Statement, GoldStatement>): void {
    for (const [p, g] of pairs) {
      this.#bin(p, true);
      if (!g.core) continue;
      this.#matched++;
      if (p.modality === g.modality) this.#modality++;
      if (g.date != null && (p.date ?? "").startsWith(g.date)) this.#dates++;
    }
    for (const p of extra) this.#bin(p, false);
  }

  #bin(p: Statement, right: boolean): void {
    const bin = this.#bins[Math.min(BINS - 1, Math.floor(p.confidence * BINS))];
    if (bin === undefined) return;
    bin.statements++;
    bin.sum += p.confidence;
    if (right) bin.right++;
  }

  #addErrors(articleId: string, { missed, extra }: Pairing<Statement, GoldStatement>): void {
    for (const g of missed.filter((m) => m.core)) {
      this.#errors.push({
        articleId,
        kind: "missed",
        sentence: g.sentence,
        subject: g.s.name,
        predicate: g.predicate,
        object: g.o.name,
        negated: g.negated,
        quote: g.quote,
        confidence: null,
        frame: null,
      });
    }
    for (const p of extra) {
      this.#errors.push({
        articleId,
        kind: "wrong",
        sentence: p.evidence.sentence,
        subject: p.subject.name,
        predicate: p.predicate,
        object: p.object.name,
        negated: p.negated,
        quote: p.evidence.quote,
        confidence: p.confidence,
        frame: p.frame,
      });
    }
  }

  #addStates(gold: readonly GoldStatement[], predictions: readonly Statement[]): void {
    const goldEnds = gold
      .filter((g) => betweenStates(g.s, g.o))
      .map(
        (g): CoreEnds => ({
          subject: g.s,
          object: g.o,
          predicate: g.predicate,
          negated: g.negated,
          core: g.core,
        }),
      );
    const g = dedupe(goldEnds, stateKey);
    const p = dedupe<Ends>(
      predictions.filter((x) => betweenStates(x.subject, x.object)),
      stateKey,
    );
    this.#state.add(
      pair(g, p, (a, b) => a.predicate === b.predicate && a.negated === b.negated && samePair(a, b)),
    );
    this.#dyad.add(pair(dedupe(g, dyadKey), dedupe(p, dyadKey), samePair));
  }

  #addEntities(gold: GoldArticle, predictions: readonly Statement[]): void {
    const used = new Set(gold.statements.filter((g) => g.core).flatMap((g) => [g.subject, g.object]));
    const entities = gold.entities.map((e) => ({ ...e, core: used.has(e.id) }));
    const predicted = new Map(
      predictions.flatMap((p) => [p.subject, p.object]).map((e): [string, EntityRef] => [e.id, e]),
    );
    this.#entities.add(pair(entities, [...predicted.values()], (p, g) => p.type === g.type && isSame(p, g)));
  }

  scores(): Scores {
    return {
      articles: this.#articles,
      exact: this.#exact.figures(),
      state: this.#state.figures(),
      dyad: this.#dyad.figures(),
      entities: this.#entities.figures(),
      modalityAccuracy: this.#matched > 0 ? this.#modality / this.#matched : 0,
      dateAccuracy: this.#matched > 0 ? this.#dates / this.#matched : 0,
      matched: this.#matched,
      perPredicate: [...this.#per]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([predicate, tally]): [Predicate, Figures] => [predicate, tally.figures()]),
      reliability: this.#bins.map((bin, i) => ({
        from: i / BINS,
        to: (i + 1) / BINS,
        statements: bin.statements,
        right: bin.right,
        meanConfidence: bin.statements > 0 ? bin.sum / bin.statements : 0,
      })),
      silent: this.#silent,
      errors: this.#errors,
    };
  }
}

function equalExactly(p: Statement, g: GoldStatement): boolean {
  if (p.predicate !== g.predicate || p.negated !== g.negated) return false;
  if (isSame(p.subject, g.s) && isSame(p.object, g.o)) return true;
  return SYMMETRIC_PREDICATES.has(g.predicate) && isSame(p.subject, g.o) && isSame(p.object, g.s);
}

interface Ends {
  subject: { country?: string | null | undefined };
  object: { country?: string | null | undefined };
  predicate: Predicate;
  negated: boolean;
}

interface CoreEnds extends Ends {
  core: boolean;
}

function betweenStates(a: GoldEntity | EntityRef, b: GoldEntity | EntityRef): boolean {
  return a.country != null && b.country != null && a.country !== b.country;
}

function goldKey(g: GoldStatement): string {
  return [g.subject, g.predicate, g.object, g.negated].join("\n");
}

function predictionKey(p: Statement): string {
  return [p.subject.id, p.predicate, p.object.id, p.negated].join("\n");
}

function stateKey(e: Ends): string {
  const ends = [e.subject.country ?? "", e.object.country ?? ""];
  if (SYMMETRIC_PREDICATES.has(e.predicate)) ends.sort();
  return [...ends, e.predicate, e.negated].join("\n");
}

function dyadKey(e: Ends): string {
  return `${e.subject.country}\n${e.object.country}`;
}

function samePair(p: Ends, g: Ends): boolean {
  const straight = p.subject.country === g.subject.country && p.object.country === g.object.country;
  const crossed = p.subject.country === g.object.country && p.object.country === g.subject.country;
  return straight || (crossed && SYMMETRIC_PREDICATES.has(g.predicate));
}

/** The first of each key; core where any of them is. */
function dedupe<T extends object>(rows: readonly T[], key: (row: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const row of rows) {
    const k = key(row);
    const known = seen.get(k);
    if (known === undefined) seen.set(k, { ...row });
    else if ("core" in row && row.core === true) Object.assign(known, { core: true });
  }
  return [...seen.values()];
}
