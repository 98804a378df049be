import type { ParsedDocument } from "../language/index.js";
import type { Entity } from "../ontology/index.js";
import { AgreementReader } from "./agreements.js";
import { MentionBook } from "./book.js";
import { type Appearance, Cast, type Person, textOf } from "./cast.js";
import { Context } from "./context.js";
import { Coreference } from "./coreference.js";
import { describedOrganization, type GroupPhrase, GroupReader } from "./groups.js";
import { PhraseReader } from "./issues.js";
import { type Knowledge, knowledge } from "./knowledge.js";
import { type OfficePhrase, OfficeReader } from "./office-phrases.js";
import { NameReader } from "./person-names.js";
import { isPlace } from "./places.js";
import { type Span, SpanReader } from "./spans.js";
import type { EntityResolver, ResolvedDocument, ResolvedMention } from "./types.js";
import { headOf, relation, type SentenceView, token, viewOf } from "./view.js";

/** What one sentence offers before anything is resolved. */
interface Reading {
  view: SentenceView;
  spans: Span[];
  offices: OfficePhrase[];
  groups: GroupPhrase[];
  appearances: Appearance[];
}

/** Makes the resolver; the tables of data/ are read on first use. */
export function createEntityResolver(): EntityResolver {
  const known = knowledge();
  const phrases = new PhraseReader(known);
  return {
    resolve: (document, publishedAt) => resolveDocument(known, document, publishedAt),
    phrase: (resolved, sentence, head) => phrases.phrase(resolved, sentence, head),
  };
}

function resolveDocument(
  known: Knowledge,
  document: ParsedDocument,
  publishedAt: string | null,
): ResolvedDocument {
  const views = viewOf(document);
  const readings = readAll(known, views);
  const book = new MentionBook(views);
  const context = new Context(readings.map(({ view, spans }) => ({ view, spans })));
  const cast = new Cast(known, publishedAt, context.named);
  for (const reading of readings)
    reading.appearances = cast.appearances(
      reading.view,
      readNames(known, reading),
      reading.offices,
      reading.spans,
    );
  cast.gather(readings.flatMap((reading) => reading.appearances));
  cast.settle((person: Person) => context.ofPerson(person));
  const agreements = new AgreementReader(known, book, publishedAt);
  for (const reading of readings) {
    officialMentions(book, reading);
    spanMentions(known, book, reading);
    groupMentions(book, reading);
    agreements.readSentence(reading.view);
  }
  const coreference = new Coreference(known, book, views, cast, context, publishedAt);
  for (const { view, offices, groups } of readings) coreference.resolveSentence(view, offices, groups);
  return resolved(document, book, coreference.unresolved);
}

function readAll(known: Knowledge, views: SentenceView[]): Reading[] {
  const spans = new SpanReader(known).read(views);
  const offices = new OfficeReader(known);
  const groups = new GroupReader(known);
  return views.map((view, at) => {
    const list = spans[at] ?? [];
    const officePhrases = offices.read(view, list);
    const taken = (phrase: GroupPhrase) =>
      officePhrases.some((office) => office.first <= phrase.head && phrase.head < office.last);
    return {
      view,
      spans: list,
      offices: officePhrases,
      groups: groups.read(view, list).filter((phrase) => !taken(phrase)),
      appearances: [],
    };
  });
}

function readNames(known: Knowledge, { view, spans, offices, groups }: Reading) {
  const names = new NameReader(known).read(view, spans);
  return names.filter(
    (name) =>
      !offices.some((office) => office.first <= name.first && name.first < office.last) &&
      !groups.some((group) => group.first <= name.first && name.first < group.last),
  );
}

function officialMentions(book: MentionBook, { view, appearances }: Reading): void {
  for (const appearance of appearances) {
    const { person } = appearance;
    if (person?.entity == null) continue;
    const head = headOf(view, appearance.first, appearance.last);
    book.add(view, {
      first: appearance.first,
      last: appearance.last,
      head: relation(token(view, head)) === "punct" ? appearance.name.first : head,
      kind: "name",
      entities: [person.entity],
      rule: appearance.rule === "name" ? person.rule || "name" : appearance.rule,
      role: person.role,
      serves: person.serves,
    });
  }
}

/** Names of states, territories, organizations and agreements. */
function spanMentions(known: Knowledge, book: MentionBook, { view, spans }: Reading): void {
  for (const span of spans) {
    const head = headOf(view, span.first, span.last);
    const place =
      (span.use === "capital" || span.use === "seat") && isPlace(view, span.first, span.last, head);
    const next = view.tokens[span.last];
    const plural = span.use === "national" && token(view, span.last - 1).form.endsWith("s");
    const bare = relation(token(view, head)) !== "amod" && next?.form !== "-";
    const people =
      span.use === "national" &&
      bare &&
      (plural || view.tokens[span.first - 1]?.form.toLowerCase() === "the");
    const modifies = span.use === "adjective" || (span.use === "national" && !people);
    book.add(view, {
      first: span.first,
      last: span.last,
      head,
      kind: place ? "place" : modifies ? "demonym" : "name",
      entities: [span.entity],
      rule: spanRule(known, span, place),
    });
  }
}

function spanRule(known: Knowledge, span: Span, place: boolean): string {
  if (place) return "capital as a place";
  switch (span.use) {
    case "name":
      return "country name";
    case "adjective":
      return "demonym";
    case "national":
      return "people of the country";
    case "capital":
      return "capital for the state";
    case "seat":
      return "seat of power for the state";
    case "region":
      return "name of a territory";
    case "organization":
      return known.organizationKind.has(span.entity.id)
        ? "name of an organization"
        : "organization introduced by the article";
    default:
      return "name";
  }
}

/** Groups that name their state: governments and sides are the state, forces and bodies are organizations of it. */
function groupMentions(book: MentionBook, { view, groups }: Reading): void {
  for (const group of groups) {
    if (group.countries.length === 0) continue;
    const entities = groupEntities(view, group);
    const state = group.kind === "government" || group.kind === "side";
    if (state && group.of !== null) continue;
    if (group.kind === "party" && !group.capital) continue;
    book.add(view, {
      first: withoutArticle(view, group.first),
      last: group.last,
      head: group.head,
      kind: "name",
      entities,
      rule: state ? "government of the country" : "organization of the country",
    });
  }
}

function groupEntities(view: SentenceView, group: GroupPhrase): Entity[] {
  if (group.kind === "government" || group.kind === "side") return group.countries;
  const several = group.countries.length > 1;
  return group.countries.map((country) => {
    const what = textOf(view, group.core, group.coreLast);
    const name = several
      ? `${what} of ${country.name}`
      : textOf(view, withoutArticle(view, group.first), group.last);
    return describedOrganization(group.what, name, country.id);
  });
}

function withoutArticle(view: SentenceView, first: number): number {
  return /^(?:the|a|an|this|that|these|those|any|some|no)$/i.test(token(view, first).form)
    ? first + 1
    : first;
}

function resolved(document: ParsedDocument, book: MentionBook, unresolved: number): ResolvedDocument {
  const mentions = book.all();
  const bySentence = new Map<number, ResolvedMention[]>();
  for (const mention of mentions) {
    const list = bySentence.get(mention.sentence);
    if (list === undefined) bySentence.set(mention.sentence, [mention]);
    else list.push(mention);
  }
  const longest = (list: ResolvedMention[]) =>
    list.reduce<ResolvedMention | undefined>(
      (best, m) => (best === undefined || m.last - m.first > best.last - best.first ? m : best),
      undefined,
    );
  return {
    document,
    mentions,
    covering: (sentence, at) =>
      longest((bySentence.get(sentence) ?? []).filter((m) => m.first <= at && at < m.last)),
    headedBy: (sentence, at) => longest((bySentence.get(sentence) ?? []).filter((m) => m.head === at)),
    unresolved,
  };
}
