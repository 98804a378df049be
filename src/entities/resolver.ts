import type { ParsedDocument } from "../language/index.js";
import type { Entity } from "../ontology/index.js";
import { AgreementReader, agreementNouns } from "./agreements.js";
import { readAppearances } from "./appearances.js";
import { MentionBook } from "./book.js";
import { Cast, type Owners } from "./cast.js";
import { Context } from "./context.js";
import { tellsOfSport } from "./contexts-of-no-state.js";
import { Coreference } from "./coreference.js";
import { bodyOf, type GroupPhrase, GroupReader, singular } from "./groups.js";
import { addIntroducedNames, shareNames } from "./introduced-names.js";
import { PhraseReader } from "./issues.js";
import { type Knowledge, knowledge } from "./knowledge.js";
import { type OfficePhrase, OfficeReader } from "./office-phrases.js";
import type { Appearance, Person } from "./person.js";
import { NameReader } from "./person-names.js";
import type { Phrases } from "./phrases.js";
import { isPlace } from "./places.js";
import type { Stranger } from "./pronouns.js";
import { addAcronyms, addProperBodies, type Introduced } from "./proper-bodies.js";
import { registry } from "./registry.js";
import { addSettlements } from "./settlements.js";
import type { Span } from "./span.js";
import { SpanReader } from "./spans.js";
import { addTerritories } from "./territories.js";
import type { EntityResolver, ResolvedDocument, ResolvedMention } from "./types.js";
import { headOf, relation, type SentenceView, textOf, token, viewOf, wordAt } from "./view.js";

/** What one sentence offers before anything is resolved. */
interface Reading {
  view: SentenceView;
  spans: Span[];
  offices: OfficePhrase[];
  groups: GroupPhrase[];
  appearances: Appearance[];
}

/** What reads sentences, made once. */
interface Readers {
  known: Knowledge;
  names: NameReader;
  offices: OfficeReader;
  groups: GroupReader;
  agreements: Phrases<true>;
}

/** Makes the resolver; the tables of data/ are read on first use. */
export function createEntityResolver(): EntityResolver {
  const known = knowledge();
  const phrases = new PhraseReader(known);
  const readers: Readers = {
    known,
    names: new NameReader(known),
    offices: new OfficeReader(known),
    groups: new GroupReader(known),
    agreements: agreementNouns(known),
  };
  return {
    resolve: (document, publishedAt) => {
      const views = viewOf(document);
      const first = resolveDocument(readers, document, views, publishedAt, new Map());
      // Whose "their deputy commander, X" is shows only after the first reading.
      const resolved = first.told
        ? resolveDocument(readers, document, views, publishedAt, first.owners).resolved
        : first.resolved;
      phrases.keep(resolved, views);
      return resolved;
    },
    phrase: (resolved, sentence, head) => phrases.phrase(resolved, sentence, head),
  };
}

function resolveDocument(
  readers: Readers,
  document: ParsedDocument,
  views: SentenceView[],
  publishedAt: string | null,
  owners: Owners,
): { resolved: ResolvedDocument; owners: Owners; told: boolean } {
  const { known } = readers;
  const readings = readAll(readers, views);
  const book = new MentionBook(views);
  const context = new Context(readings, known.countries);
  const cast = new Cast(known, publishedAt, context.named, owners);
  readAllAppearances(readers, readings);
  cast.gather(readings.flatMap((reading) => reading.appearances));
  cast.settle((person: Person, allowed) => context.ofPerson(person, allowed));
  const agreements = new AgreementReader(known, readers.agreements, book, publishedAt);
  for (const reading of readings) {
    officialMentions(book, reading);
    spanMentions(known, book, reading);
    groupMentions(known, book, reading);
  }
  for (const { view } of inReadingOrder(readings)) agreements.readSentence(view);
  const coreference = new Coreference(known, book, views, cast, context, publishedAt, strangersOf(readings));
  for (const { view, offices, groups, appearances } of readings) {
    const owned = appearances.flatMap(({ office }) => office?.owner ?? []);
    coreference.resolveSentence(view, offices, groups, owned);
  }
  return {
    resolved: resolved(document, publishedAt, book, coreference.unresolved),
    owners: coreference.owners,
    told: cast.differs(coreference.owners),
  };
}

function readAll({ known, offices, groups }: Readers, views: SentenceView[]): Reading[] {
  const spans = new SpanReader(known).read(views);
  views.forEach((view, at) => {
    const list = spans[at] ?? [];
    addProperBodies(known, view, list);
    addIntroducedNames(known, view, list);
    addTerritories(known, view, list);
  });
  addSettlements(known, views, spans);
  const described = views.map((view, at) => groups.read(view, spans[at] ?? []));
  shareNames(spans);
  const bodies = views.flatMap((view, at) => introduced(known, view, spans[at] ?? [], described[at] ?? []));
  for (const at of addAcronyms(views, spans, bodies)) {
    const view = views[at];
    if (view !== undefined) described[at] = groups.read(view, spans[at] ?? []);
  }
  return views.map((view, at) => {
    const list = spans[at] ?? [];
    const groupPhrases = described[at] ?? [];
    const body = (head: number) =>
      groupPhrases.some(
        (group) => group.kind === "body" && group.countries.length > 0 && group.head === head,
      );
    const officePhrases = offices
      .read(view, list, groupPhrases)
      .filter((office) => !(office.plural && body(office.head)));
    const taken = (head: number) =>
      officePhrases.some((office) => office.first <= head && head < office.last);
    return {
      view,
      spans: list,
      offices: officePhrases,
      groups: groupPhrases.filter((group) => !taken(group.head)),
      appearances: [],
    };
  });
}

/** The organizations of a sentence after which an acronym may stand. */
function introduced(
  known: Knowledge,
  view: SentenceView,
  spans: Span[],
  groups: GroupPhrase[],
): Introduced[] {
  const named = spans
    .filter((span) => span.use === "organization")
    .map((span) => ({ view, last: span.last, entity: span.entity }));
  const described = groups
    .filter((group) => group.countries.length === 1 && group.kind !== "government" && group.kind !== "side")
    .flatMap((group) =>
      groupEntities(known, view, group).map((entity) => ({ view, last: group.last, entity })),
    );
  return [...named, ...described];
}

/** The body's sentences, then the headline's: what a headline shortens, the body says in full. */
function inReadingOrder(readings: Reading[]): Reading[] {
  return [...readings].sort((a, b) => Number(a.view.headline) - Number(b.view.headline));
}

/** Names with their offices; the body's first, since a headline's capitals say little of what a name is. */
function readAllAppearances({ known, names }: Readers, readings: Reading[]): void {
  const seen = new Set<string>();
  const familiar = (word: string) => seen.has(word) || registry().knows(word);
  for (const reading of inReadingOrder(readings)) {
    const { view, spans, offices, groups } = reading;
    const titled = new Set(
      offices.filter((office) => token(view, office.first).upos !== "PUNCT").map((office) => office.last),
    );
    const closed = inTitle(view, offices);
    const found = names
      .read(view, spans, titled, familiar, closed, (word) => seen.has(word))
      .filter((name) => {
        const inOffice = offices.some((office) => office.first <= name.first && name.first < office.last);
        return !inOffice && !groups.some((group) => group.first <= name.first && name.first < group.last);
      });
    const before = readings[view.at - 1];
    reading.appearances = readAppearances(known, view, found, offices, spans, before);
    for (const appearance of reading.appearances) for (const word of appearance.words) seen.add(word);
  }
}

/** Tokens within a title after "of": "Secretary of State" begins no name at "State". */
function inTitle(view: SentenceView, offices: OfficePhrase[]): Set<number> {
  const found = new Set<number>();
  for (const office of offices)
    for (let i = office.first + 1; i < office.last; i++)
      if (wordAt(view, i - 1) === "of" || found.has(i - 1)) found.add(i);
  return found;
}

/** Persons with a full name or a "Mr", of whom nothing says that they hold an office. */
function strangersOf(readings: Reading[]): Stranger[] {
  return readings.flatMap(({ view, appearances }) =>
    appearances
      .filter(({ person, words, name }) => {
        const named = words.length > 1 || name.from < name.first || (person?.words.length ?? 0) > 1;
        return named && (person === null || person.entity === null);
      })
      .map((appearance) => {
        const head = headOf(view, appearance.first, appearance.last);
        return { sentence: view.at, head, subject: relation(token(view, head)) === "nsubj" };
      }),
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
  const sport = tellsOfSport(known, view);
  for (const span of spans) {
    const head = headOf(view, span.first, span.last);
    const team = sport && (span.entity.type === "Country" || span.entity.type === "Region");
    const place =
      team || ((span.use === "capital" || span.use === "seat") && isPlace(view, span.first, span.last, head));
    const next = view.tokens[span.last];
    const plural = span.use === "national" && token(view, span.last - 1).form.endsWith("s");
    const bare = relation(token(view, head)) !== "amod" && next?.form !== "-";
    const people =
      span.use === "national" &&
      bare &&
      (plural || view.tokens[span.first - 1]?.form.toLowerCase() === "the");
    // "Bosnia's Serbs" are not Serbia.
    if (people && plural && isOfAnother(spans, view, span)) continue;
    const modifies = span.use === "adjective" || (span.use === "national" && !people);
    book.add(view, {
      first: span.first,
      last: span.last,
      head,
      kind: place ? "place" : modifies ? "demonym" : "name",
      entities: [span.entity],
      rule: team ? "team in a match" : spanRule(known, span, place),
    });
  }
}

/** Whether a people is said to be another state's: "Bosnia's Serbs", "Kosovan Albanians". */
function isOfAnother(spans: Span[], view: SentenceView, span: Span): boolean {
  const possessive = view.tokens[span.first - 1]?.xpos === "POS";
  const owner = spans.find((s) => s.last === (possessive ? span.first - 1 : span.first));
  return (
    owner !== undefined &&
    owner.entity.type === "Country" &&
    owner.entity.id !== span.entity.id &&
    (possessive || owner.use === "adjective" || owner.use === "national")
  );
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
function groupMentions(known: Knowledge, book: MentionBook, { view, groups, spans }: Reading): void {
  for (const group of groups) {
    if (group.countries.length === 0) continue;
    const entities = groupEntities(known, view, group);
    const state = group.kind === "government" || group.kind === "side";
    if (state && group.of !== null) continue;
    const apposed = group.countries.length === 1 && !state ? nameBeside(view, group, spans) : undefined;
    book.add(view, {
      first: withoutArticle(view, group.first),
      last: group.last,
      head: group.head,
      // What is told of a name is no name of its own: "Norwegian energy company Equinor" is called Equinor.
      kind: apposed === undefined ? "name" : "anaphor",
      entities: apposed === undefined ? entities : [apposed],
      rule: state ? "government of the country" : "organization of the country",
    });
  }
}

/** "Tunisia's labour union, the UGTT": the organization named right after its description. */
function nameBeside(view: SentenceView, group: GroupPhrase, spans: Span[]): Entity | undefined {
  let at = group.last;
  const comma = view.tokens[at]?.form === ",";
  if (comma) at++;
  if (comma && /^the$/.test(view.tokens[at]?.form ?? "")) at++;
  const span = spans.find((s) => s.first === at && s.use === "organization");
  if (span === undefined || (span.entity.country !== null && span.entity.country !== group.countries[0]?.id))
    return undefined;
  return comma && span.kind !== "introduced" && token(view, span.first).deprel !== "appos"
    ? undefined
    : span.entity;
}

function groupEntities(known: Knowledge, view: SentenceView, group: GroupPhrase): Entity[] {
  if (group.kind === "government" || group.kind === "side") return group.countries;
  // "Colombian rebels of the ELN" are the ELN.
  const [noun] = group.what.slice(-1);
  if (group.of?.type === "Organization" && known.nouns("members").has(noun ?? "")) return [group.of];
  const several = group.countries.length > 1;
  const what = textOf(view, group.core, group.coreLast);
  const each = singular(what);
  return group.countries.map((country, at) => {
    const adjective = group.adjectives[at] ?? "";
    const one = adjective === "" ? `${each} of ${country.name}` : `${adjective} ${each}`;
    const name = several ? one : textOf(view, withoutArticle(view, group.first), group.last);
    return bodyOf(known, group.what, name, country.id);
  });
}

function withoutArticle(view: SentenceView, first: number): number {
  return /^(?:the|a|an|this|that|these|those|any|some|no)$/i.test(token(view, first).form)
    ? first + 1
    : first;
}

function resolved(
  document: ParsedDocument,
  publishedAt: string | null,
  book: MentionBook,
  unresolved: number,
): ResolvedDocument {
  const mentions = book.all();
  const places = document.sentences.map((): Places => ({ covering: [], headed: [] }));
  for (const mention of mentions) {
    const { covering, headed } = places[mention.sentence] as Places;
    for (let i = mention.first; i < mention.last; i++) covering[i] = longer(covering[i], mention);
    headed[mention.head] = longer(headed[mention.head], mention);
  }
  return {
    document,
    publishedAt,
    mentions,
    covering: (sentence, at) => places[sentence]?.covering[at],
    headedBy: (sentence, at) => places[sentence]?.headed[at],
    unresolved,
  };
}

/** The longest mention over each token of a sentence, and the longest that each token heads. */
interface Places {
  covering: (ResolvedMention | undefined)[];
  headed: (ResolvedMention | undefined)[];
}

/** The longer of two mentions, the first of equals. */
function longer(known: ResolvedMention | undefined, mention: ResolvedMention): ResolvedMention {
  return known === undefined || mention.last - mention.first > known.last - known.first ? mention : known;
}
