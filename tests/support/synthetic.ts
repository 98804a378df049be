import { seededRandom } from "../../src/graph/random.js";
import type {
  Article,
  Entity,
  Extraction,
  Mention,
  Modality,
  Plover,
  Predicate,
  Statement,
} from "../../src/ontology/index.js";

/**
 * Made-up news in any amount, of a realistic shape: skewed actors, partial dates, denials, plans,
 * speakers, reprints, several outlets. The same options give the same articles.
 */
export interface SyntheticOptions {
  articles: number;
  seed?: number;
  /** Articles are numbered from here on; batches of one corpus take consecutive numbers. */
  from?: number;
  /** Mean number of statements in an article. */
  statements?: number;
  /** Share of articles that are copies of the one before, in another outlet. */
  reprints?: number;
}

const COUNTRIES: [
  id: string,
  iso2: string,
  name: string,
  latitude: number,
  longitude: number,
  aliases: string[],
][] = [
  ["IRN", "IR", "Iran", 32, 53, ["Islamic Republic of Iran", "Tehran"]],
  ["AZE", "AZ", "Azerbaijan", 40.5, 47.5, ["Baku", "Republic of Azerbaijan"]],
  ["ARM", "AM", "Armenia", 40, 45, ["Yerevan", "Hayastan"]],
  ["RUS", "RU", "Russia", 60, 100, ["Moscow", "the Kremlin", "Russian Federation"]],
  ["TUR", "TR", "Türkiye", 39, 35, ["Turkey", "Ankara"]],
  ["GEO", "GE", "Georgia", 42, 43.5, ["Tbilisi", "Sakartvelo"]],
  ["USA", "US", "United States", 38, -97, ["Washington", "U.S."]],
  ["FRA", "FR", "France", 46, 2, ["Paris"]],
  ["ISR", "IL", "Israel", 31.5, 34.75, ["Zionist regime"]],
  ["TKM", "TM", "Turkmenistan", 40, 60, ["Ashgabat"]],
  ["KAZ", "KZ", "Kazakhstan", 48, 68, ["Astana"]],
  ["IRQ", "IQ", "Iraq", 33, 44, ["Baghdad"]],
  ["PAK", "PK", "Pakistan", 30, 70, ["Islamabad"]],
  ["CHN", "CN", "China", 35, 105, ["Beijing"]],
  ["IND", "IN", "India", 20, 77, ["New Delhi"]],
  ["DEU", "DE", "Germany", 51, 9, ["Berlin"]],
];
const GIVEN = [
  "Abbas",
  "Elmar",
  "Ararat",
  "Sergei",
  "Mevlüt",
  "Davit",
  "Anna",
  "Jean-Yves",
  "Leyla",
  "Ōtar",
  "Şahin",
  "Nikol",
];
const FAMILY = [
  "Araghchi",
  "Məmmədyarov",
  "Mirzoyan",
  "Orlov",
  "Çavuşoğlu",
  "Zalkaliani",
  "Le Drian",
  "O'Neill",
  "Đurić",
  "Bayramov",
];
const OFFICES = [
  "Foreign Minister",
  "Deputy Foreign Minister",
  "President",
  "Defense Minister",
  "Ambassador",
];
const ISSUES = [
  "Zangezur corridor",
  "border changes",
  "territorial integrity",
  "sanctions",
  "peace treaty",
  "military drills",
  "gas swap",
  "nuclear deal",
  "foreign bases",
  "railway project",
  "Lachin road blockade",
  "water sharing",
];
const REGIONS: [string, string | null][] = [
  ["Nagorno-Karabakh", "AZE"],
  ["Syunik", "ARM"],
  ["Nakhchivan", "AZE"],
  ["South Caucasus", null],
];
const AGREEMENTS = [
  "ceasefire agreement",
  "transit memorandum",
  "gas contract",
  "trade agreement",
  "border protocol",
];
const ORGANIZATIONS: [string, string | null][] = [
  ["OSCE Minsk Group", null],
  ["Iranian Foreign Ministry", "IRN"],
  ["Azerbaijani army", "AZE"],
  ["Armenian Defense Ministry", "ARM"],
  ["European Union", null],
  ["Russian peacekeepers", "RUS"],
];
const OUTLETS = [
  "Caspian Wire",
  "Aras Daily",
  "Tehran Courier",
  "Baku Ledger",
  "Yerevan Post",
  "Bosphorus Review",
  "Agence Levant",
  "World Desk",
];

interface Template {
  predicate: Predicate;
  verb: string;
  object: Entity["type"][];
  plover: Plover | null;
  cameo: string | null;
  goldstein: number | null;
}
const t = (
  predicate: Predicate,
  verb: string,
  object: Entity["type"][],
  plover: Plover | null,
  cameo: string | null,
  goldstein: number | null,
): Template => ({ predicate, verb, object, plover, cameo, goldstein });
const TEMPLATES: Template[] = [
  t("SUPPORTS", "backed", ["Country", "Issue"], "SUPPORT", "051", 3.4),
  t("OPPOSES", "opposed", ["Issue", "Country"], "REJECT", "120", -4),
  t("SIGNED_WITH", "signed an accord with", ["Country", "Official"], "AGREE", "057", 8),
  t("SIGNED", "signed the", ["Agreement"], "AGREE", "057", 8),
  t("COOPERATES_WITH", "worked together with", ["Country"], "COOPERATE", "040", 1),
  t("MET_WITH", "met", ["Official", "Country"], "CONSULT", "040", 1),
  t("VISITED", "visited", ["Country"], "CONSULT", "042", 1.9),
  t("MEDIATED", "mediated for", ["Country", "Agreement"], "CONSULT", "045", 5),
  t("AIDED", "sent aid to", ["Country"], "AID", "073", 7.4),
  t("YIELDED_TO", "gave way to", ["Country"], "RETREAT", "080", 5),
  t("REQUESTED", "called on", ["Country", "Official"], "REQUEST", "020", 3),
  t("ACCUSED", "accused", ["Country", "Official", "Organization"], "ACCUSE", "112", -2),
  t("THREATENED", "threatened", ["Country"], "THREATEN", "130", -4.4),
  t("PROTESTED", "protested to", ["Country"], "PROTEST", "140", -6.5),
  t("MOBILIZED", "massed troops against", ["Country"], "MOBILIZE", "150", -7.2),
  t("SANCTIONED", "imposed sanctions on", ["Country", "Official"], "SANCTION", "163", -8),
  t("COERCED", "detained drivers of", ["Country"], "COERCE", "173", -5),
  t("ATTACKED", "shelled", ["Country", "Region", "Organization"], "ASSAULT", "190", -10),
  t("MEMBER_OF", "belongs to", ["Organization"], null, null, null),
  t("HOLDS_OFFICE", "serves", ["Country"], null, null, null),
  t("PART_OF", "is part of", ["Country"], null, null, null),
];

const slug = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
const plain = { aliases: [] as string[], iso2: null, latitude: null, longitude: null };

/** Every entity that synthetic articles speak of. */
const WORLD: Record<Entity["type"], Entity[]> = {
  Country: COUNTRIES.map(([id, iso2, name, latitude, longitude, aliases]) => ({
    id,
    type: "Country",
    name,
    country: id,
    iso2,
    latitude,
    longitude,
    aliases,
  })),
  Official: COUNTRIES.flatMap(([country], i) =>
    Array.from({ length: 5 }, (_, n) => {
      const name = `${GIVEN[(i * 5 + n) % GIVEN.length]} ${FAMILY[(i * 3 + n * 7) % FAMILY.length]}`;
      return {
        ...plain,
        id: `official/${country.toLowerCase()}/${slug(name)}-${n}`,
        type: "Official" as const,
        name,
        country,
        aliases: [name.split(" ").at(-1) ?? name],
      };
    }),
  ),
  Region: REGIONS.map(([name, country]) => ({
    ...plain,
    id: `region/${slug(name)}`,
    type: "Region",
    name,
    country,
  })),
  Agreement: AGREEMENTS.map((name) => ({
    ...plain,
    id: `agreement/${slug(name)}`,
    type: "Agreement",
    name,
    country: null,
  })),
  Organization: ORGANIZATIONS.map(([name, country]) => ({
    ...plain,
    id: `organization/${slug(name)}`,
    type: "Organization",
    name,
    country,
  })),
  Issue: ISSUES.map((name) => ({ ...plain, id: `issue/${slug(name)}`, type: "Issue", name, country: null })),
};

/** A batch of extractions. */
export function synthetic(options: SyntheticOptions): Extraction[] {
  const { articles, seed = 1, from = 0, statements = 5, reprints = 0.05 } = options;
  const result: Extraction[] = [];
  for (let n = from; n < from + articles; n++) {
    const rand = seededRandom(seed * 1_000_003 + n);
    const previous = result.at(-1);
    const copy = previous !== undefined && rand() < reprints;
    result.push(
      copy ? reprint(previous, n, rand) : oneArticle(n, Math.round(statements * (0.4 + 1.2 * rand())), rand),
    );
  }
  return result;
}

/** One statement that a hand-written article makes. */
export interface Said {
  subject: Entity;
  predicate: Predicate;
  object: Entity;
  negated?: boolean;
  modality?: Modality;
  date?: string | null;
  dateBasis?: Statement["dateBasis"];
  speaker?: Entity | null;
  confidence?: number;
  goldstein?: number | null;
  plover?: Plover | null;
}

/** The entity of the synthetic world with this id. */
export function entity(id: string): Entity {
  const found = Object.values(WORLD)
    .flat()
    .find((e) => e.id === id);
  if (!found) throw new Error(`no synthetic entity ${id}`);
  return found;
}

/** An extraction that says just these things, with exact offsets; for tests that look at single edges. */
export function articleSaying(article: Partial<Article> & { id: string }, said: readonly Said[]): Extraction {
  const writer = new Writer(article.id, article.publishedAt ?? null);
  for (const one of said) {
    const template = TEMPLATES.find(({ predicate }) => predicate === one.predicate) as Template;
    writer.say({
      ...template,
      ...one,
      negated: one.negated ?? false,
      modality: one.modality ?? "actual",
      date: one.date ?? null,
      dateBasis: one.dateBasis ?? (one.date ? "stated" : null),
      speaker: one.speaker ?? null,
      confidence: one.confidence ?? 0.8,
    });
  }
  return writer.finish({
    title: `Article ${article.id}`,
    source: null,
    url: null,
    publishedAt: null,
    ...article,
  });
}

function oneArticle(n: number, count: number, rand: () => number): Extraction {
  const year = 2016 + Math.floor(rand() * 10);
  const publishedAt = `${year}-${pad(1 + Math.floor(rand() * 12))}-${pad(1 + Math.floor(rand() * 28))}`;
  const id = `synthetic-${String(n).padStart(6, "0")}`;
  const writer = new Writer(id, publishedAt);
  for (let i = 0; i < Math.max(1, count); i++) {
    const template = pick(TEMPLATES, rand);
    const subject =
      template.predicate === "PART_OF"
        ? pick(WORLD.Region, rand)
        : template.predicate === "HOLDS_OFFICE"
          ? pick(WORLD.Official, rand)
          : skewed([...WORLD.Country, ...WORLD.Organization, ...WORLD.Official], rand);
    const object =
      template.predicate === "HOLDS_OFFICE"
        ? entity(subject.country ?? "IRN")
        : skewed(
            WORLD[pick(template.object, rand)].filter((e) => e.id !== subject.id),
            rand,
          );
    const modality: Modality =
      rand() < 0.75 ? "actual" : pick(["intended", "hypothetical", "claimed"] as const, rand);
    const stated = rand();
    writer.say({
      ...template,
      subject,
      object,
      modality,
      negated: rand() < 0.1,
      date:
        stated < 0.4
          ? publishedAt
          : stated < 0.6
            ? publishedAt.slice(0, 7)
            : stated < 0.75
              ? String(year - 1)
              : stated < 0.95
                ? publishedAt
                : null,
      dateBasis:
        stated < 0.4
          ? "stated"
          : stated < 0.6
            ? "inferred"
            : stated < 0.75
              ? "stated"
              : stated < 0.95
                ? "publication"
                : null,
      speaker: rand() < 0.3 ? pick(WORLD.Official, rand) : null,
      confidence: 0.3 + Math.round(rand() * 65) / 100,
    });
  }
  const source = pick(OUTLETS, rand);
  return writer.finish({
    id,
    title: `${pick(FAMILY, rand)} and the ${pick(ISSUES, rand)} (${n})`,
    source,
    url: `https://news.example/${id}`,
    publishedAt,
  });
}

/** The same text under another id in another outlet, a day later. */
function reprint(original: Extraction, n: number, rand: () => number): Extraction {
  const id = `synthetic-${String(n).padStart(6, "0")}`;
  const source = pick(
    OUTLETS.filter((outlet) => outlet !== original.article.source),
    rand,
  );
  return {
    ...original,
    article: { ...original.article, id, source, url: `https://news.example/${id}` },
    statements: original.statements.map((s, i) => ({ ...s, id: `${id}/${i}`, articleId: id })),
  };
}

const FILLER = [
  "Observers",
  "Analysts",
  "Diplomats",
  "Residents",
  "Traders",
  "Veterans",
  "Editors",
  "Envoys",
];
const VERBS = ["noted", "recalled", "doubted", "expected", "described", "repeated"];
const THINGS = [
  "the earlier round",
  "a quiet month",
  "the usual wording",
  "long delays at customs",
  "a crowded hall",
  "the winter road",
  "new maps",
  "an old promise",
];

type Sentence = Omit<Template, "object"> & {
  subject: Entity;
  object: Entity;
  negated: boolean;
  modality: Modality;
  date: string | null;
  dateBasis: Statement["dateBasis"];
  speaker: Entity | null;
  confidence: number;
};

/** Writes an article sentence by sentence and keeps the offsets. */
class Writer {
  private text = "";
  private sentence = 0;
  private readonly mentions: Mention[] = [];
  private readonly entities = new Map<string, Entity>();
  private readonly statements: Statement[] = [];

  constructor(
    private readonly articleId: string,
    private readonly publishedAt: string | null,
  ) {}

  say(s: Sentence): void {
    if (this.text) this.text += this.sentence % 3 === 0 ? "\n" : " ";
    const by = s.speaker;
    if (by) {
      this.mention(by);
      this.text += " said that ";
    }
    const start = this.text.length;
    this.mention(s.subject);
    this.text += s.negated
      ? " never "
      : s.modality === "intended"
        ? " soon "
        : s.modality === "hypothetical"
          ? " perhaps "
          : " ";
    this.text += `${s.verb} `;
    this.mention(s.object);
    if (s.date) this.text += ` in ${s.date}`;
    const end = this.text.length;
    this.statements.push({
      id: `${this.articleId}/${this.statements.length}`,
      articleId: this.articleId,
      subject: ref(s.subject),
      predicate: s.predicate,
      object: ref(s.object),
      negated: s.negated,
      modality: s.modality,
      date: s.date,
      dateBasis: s.date ? s.dateBasis : null,
      speaker: by ? ref(by) : null,
      role:
        s.predicate === "HOLDS_OFFICE" ? (OFFICES[this.statements.length % OFFICES.length] ?? null) : null,
      plover: s.plover,
      cameo: s.cameo,
      goldstein: s.goldstein,
      evidence: { quote: this.text.slice(start, end), sentence: this.sentence, start, end },
      confidence: s.confidence,
      extractor: "synthetic",
      frame: s.verb,
    });
    this.text += ".";
    this.sentence++;
    // Sentences without a statement, different in each article, so that only true copies look alike.
    const rand = seededRandom(
      this.text.length * 31 + [...this.articleId].reduce((h, c) => (h * 33 + c.charCodeAt(0)) >>> 0, 7),
    );
    for (let i = 0; i < 2; i++) {
      this.text += ` ${pick(FILLER, rand)} ${pick(VERBS, rand)} ${pick(THINGS, rand)} and ${pick(THINGS, rand)} before item ${Math.floor(rand() * 10_000)}.`;
      this.sentence++;
    }
  }

  finish(article: Omit<Article, "text">): Extraction {
    return {
      article: { ...article, publishedAt: this.publishedAt, text: this.text },
      entities: [...this.entities.values()],
      mentions: this.mentions,
      statements: this.statements,
      signals: { sentences: this.sentence, silentSentences: 0, unresolvedMentions: 0, lowConfidence: 0 },
    };
  }

  private mention(e: Entity): void {
    const start = this.text.length;
    this.text += e.name;
    this.entities.set(e.id, e);
    this.mentions.push({
      entityId: e.id,
      sentence: this.sentence,
      start,
      end: this.text.length,
      text: e.name,
      rule: `${e.type.toLowerCase()} name`,
      antecedent: null,
    });
  }
}

function ref({ id, type, name, country }: Entity): Statement["subject"] {
  return { id, type, name, country };
}

function pick<T>(list: readonly T[], rand: () => number): T {
  return list[Math.floor(rand() * list.length)] as T;
}

/** Few actors are in most of the news. */
function skewed<T>(list: readonly T[], rand: () => number): T {
  return list[Math.floor(rand() ** 2 * list.length)] as T;
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}
