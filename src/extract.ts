import { createEntityResolver, type ResolvedDocument, type ResolvedMention } from "./entities/index.js";
import { parseArticle } from "./language/index.js";
import {
  type Article,
  DEFAULT_MIN_CONFIDENCE,
  type Entity,
  type Extraction,
  type Mention,
  type Signals,
  type Statement,
} from "./ontology/index.js";
import { type FoundStatement, StatementReader } from "./statements/index.js";

/** Statements below this count as uncertain in an article's signals. */
const LOW_CONFIDENCE = 0.5;

export interface ExtractorOptions {
  /** Statements below it are left out; 0 gives all. DEFAULT_MIN_CONFIDENCE where not given. */
  minConfidence?: number;
}

/** Reads entities and statements out of articles. Synchronous and without state between articles. */
export interface Extractor {
  extract(article: Article): Extraction;
  /** The same with the trees, the mentions, and every statement with how it was found, whatever its confidence. */
  explain(article: Article): Explanation;
}

export interface Explanation {
  resolved: ResolvedDocument;
  found: FoundStatement[];
}

/** Loads the model and the lexicons once; the extractor can then be used for any number of articles. */
export function createExtractor(options: ExtractorOptions = {}): Extractor {
  const minConfidence = options.minConfidence ?? DEFAULT_MIN_CONFIDENCE;
  const resolver = createEntityResolver();
  const reader = new StatementReader(resolver);
  const explain = (article: Article): Explanation => {
    const resolved = resolver.resolve(parseArticle(article), article.publishedAt);
    return { resolved, found: reader.read(article, resolved) };
  };
  return {
    explain,
    extract(article) {
      const { resolved, found } = explain(article);
      const statements = found.map((f) => f.statement).filter((s) => s.confidence >= minConfidence);
      return {
        article,
        entities: entitiesOf(resolved, found, statements),
        mentions: mentionsOf(article, resolved),
        statements,
        signals: signalsOf(resolved, statements),
      };
    },
  };
}

/** Every entity that the mentions and statements name, once, in order of first mention. */
function entitiesOf(
  resolved: ResolvedDocument,
  found: readonly FoundStatement[],
  statements: readonly Statement[],
): Entity[] {
  const entities = new Map<string, Entity>();
  for (const mention of resolved.mentions)
    for (const entity of mention.entities) entities.set(entity.id, entity);
  const kept = new Set(statements.map((s) => s.id));
  for (const { statement, entities: ends } of found) {
    if (kept.has(statement.id))
      for (const entity of ends) if (!entities.has(entity.id)) entities.set(entity.id, entity);
  }
  return [...entities.values()];
}

function mentionsOf(article: Article, resolved: ResolvedDocument): Mention[] {
  return resolved.mentions.flatMap((mention) => {
    const place = placeOf(article, resolved, mention);
    if (place === null) return [];
    const antecedent = mention.antecedent === null ? null : placeOf(article, resolved, mention.antecedent);
    return mention.entities.map((entity) => ({
      entityId: entity.id,
      ...place,
      rule: mention.rule,
      antecedent,
    }));
  });
}

function placeOf(
  article: Article,
  resolved: ResolvedDocument,
  mention: ResolvedMention,
): { sentence: number; start: number; end: number; text: string } | null {
  const sentence = resolved.document.sentences[mention.sentence];
  const start = sentence?.tokens[mention.first]?.start;
  const end = sentence?.tokens[mention.last - 1]?.end;
  if (sentence === undefined || start === undefined || end === undefined || end <= start) return null;
  const text = (sentence.index < 0 ? article.title : article.text).slice(start, end);
  return { sentence: sentence.index, start, end, text };
}

function signalsOf(resolved: ResolvedDocument, statements: readonly Statement[]): Signals {
  const actors = new Map<number, Set<string>>();
  for (const mention of resolved.mentions) {
    if (mention.kind === "place") continue;
    const index = resolved.document.sentences[mention.sentence]?.index ?? -1;
    const ids = actors.get(index) ?? new Set<string>();
    actors.set(index, ids);
    for (const e of mention.entities)
      if (e.type === "Country" || e.type === "Official" || e.type === "Organization") ids.add(e.id);
  }
  const told = new Set(
    statements.filter((s) => s.predicate !== "HOLDS_OFFICE").map((s) => s.evidence.sentence),
  );
  const silent = [...actors].filter(([index, ids]) => ids.size >= 2 && !told.has(index));
  return {
    sentences: resolved.document.sentences.length,
    silentSentences: silent.length,
    unresolvedMentions: resolved.unresolved,
    lowConfidence: statements.filter((s) => s.confidence < LOW_CONFIDENCE).length,
  };
}
