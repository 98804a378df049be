import type { Country } from "world-countries";

/*
 * Reads the World Factbook's texts on chiefs of state and heads of government, e.g.
 * "President Vladimir Vladimirovich PUTIN (since 7 May 2012); Vice President …": one row for each holder with the
 * day since when and, from who came after, until when.
 */

interface Holder {
  country: string;
  name: string;
  family: string;
  office: string;
  from: string;
  to: string;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** The Factbook's names that world-countries writes in another way. */
const NAMES: Record<string, string> = {
  Burma: "MMR",
  Cabo_Verde: "CPV",
  "Congo (Brazzaville)": "COG",
  DRC: "COD",
  "Cote d'Ivoire": "CIV",
  "Côte d'Ivoire": "CIV",
  "Federated States of Micronesia": "FSM",
  "Holy See (Vatican City)": "VAT",
  Kosovo: "XKX",
  Macedonia: "MKD",
  "The Bahamas": "BHS",
  "The Dominican": "DOM",
  "The Gambia": "GMB",
  Swaziland: "SWZ",
  Turkey: "TUR",
  "Cabo Verde": "CPV",
  "Sao Tome and Principe": "STP",
};

const OFFICES: readonly [RegExp, string][] = [
  [/^(?:interim|acting|transitional|transition|caretaker)?\s*prime minister\b/i, "Prime Minister"],
  [/^(?:taoiseach|premier|chancellor)\b/i, "Prime Minister"],
  [/^(?:interim|acting|transitional|transition)?\s*(?:state affairs commission )?president\b/i, "President"],
  [/^(?:king|queen|emir|amir|sultan|grand duke|prince|pope|emperor)\b/i, "King"],
  [/^supreme leader\b/i, "Supreme Leader"],
];

const RANKS =
  /\b(?:Dr|Gen|Lt|Maj|Col|Brig|Capt|Sgt|Adm|Air|Chief|Marshal|Sir|Dame|Lord|Sheikh|Shaykh|Mr|Mrs|Ms|Jr|Sr|Retired|Ret)\b\.?,?/g;

function isoCodes(countries: readonly Country[]): Map<string, string> {
  const codes = new Map(Object.entries(NAMES));
  for (const c of countries) if (c.independent || ["TWN"].includes(c.cca3)) codes.set(c.name.common, c.cca3);
  return codes;
}

/** "KIM Jong Un" to Kim Jong Un with family Kim; "Vladimir Vladimirovich PUTIN" to Vladimir Putin. */
function pressName(text: string): { name: string; family: string } | null {
  const words = text
    .replace(/"[^"]*"/g, "")
    .replace(RANKS, "")
    .replace(/[,;]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
  const isFamily = (word: string) => /\p{Lu}{2}/u.test(word) && !/^(?:II|III|IV|VI|VII|XIV)$/.test(word);
  const caps = words.filter(isFamily);
  if (caps.length === 0 || words.length < 2 || words.length > 7) return null;
  const titled = (word: string) =>
    isFamily(word) ? word.toLowerCase().replace(/(?:^|[-' ])\p{L}/gu, (c) => c.toUpperCase()) : word;
  const family = caps.map(titled).join(" ");
  const first = words.findIndex(isFamily);
  // Slavic patronymics and further names of the Factbook are left out: the press writes the first name and the family name.
  const before = words.slice(0, first);
  const name = first === 0 ? words.map(titled).join(" ") : [before[0], family].join(" ");
  return { name, family };
}

function isoDate(text: string): string | null {
  const found = /(?:(\d{1,2}) )?([A-Z][a-z]+ )?((?:19|20)\d\d)/.exec(text);
  if (found === null) return null;
  const month = MONTHS.indexOf((found[2] ?? "").trim()) + 1;
  if (month === 0) return found[3] ?? null;
  const day = found[1] === undefined ? "" : `-${found[1].padStart(2, "0")}`;
  return `${found[3]}-${String(month).padStart(2, "0")}${day}`;
}

/** The first holder in a text: title, name, since when. */
function readHolder(country: string, text: string): Holder | null {
  const found = /^([^(;]*?)\s*\(since ([^)]*)\)/.exec(text);
  if (found === null) return null;
  const [, head = "", since = ""] = found;
  const office = OFFICES.find(([pattern]) => pattern.test(head.trim()));
  if (office === undefined) return null;
  const bare = head
    .trim()
    .replace(office[0], "")
    .replace(/^\s*of the Swiss Confederation|^-elect/i, "")
    .replace(/^(?:\s*of [A-Z][\w ]*?(?=\s[A-Z][a-z]+ ))/, "")
    .trim();
  const named = pressName(bare);
  const from = isoDate(since);
  return named === null || from === null ? null : { country, ...named, office: office[1], from, to: "-" };
}

/**
 * The table of holders whom `officials` does not name.
 *
 * @param countries states with their ISO codes
 * @param leaders text of the Factbook's leaders.tsv
 * @param officials text of data/officials.tsv
 */
export function leaderTable(countries: readonly Country[], leaders: string, officials: string): string {
  const codes = isoCodes(countries);
  const holders = new Map<string, Holder & { lastSeen: string }>();
  for (const line of leaders.split("\n").slice(1)) {
    const [, country = "", , , lastSeen = "", text = ""] = line.split("\t");
    const code = codes.get(country);
    const holder = code === undefined ? null : readHolder(code, text);
    if (holder === null) continue;
    const key = [holder.country, holder.office, holder.family].join("|");
    const known = holders.get(key);
    if (known === undefined) holders.set(key, { ...holder, lastSeen });
    else if (lastSeen > known.lastSeen) known.lastSeen = lastSeen;
  }
  const rows = spelledOnce([...holders.values()].sort((a, b) => key(a).localeCompare(key(b))));
  rows.forEach((row, at) => {
    const next = rows[at + 1];
    const followed = next !== undefined && next.country === row.country && next.office === row.office;
    if (followed) row.to = next.from;
    else if (row.lastSeen < "2026-05") row.to = row.lastSeen;
  });
  const named = handNames(officials);
  const terms = handTerms(officials);
  const lines = rows
    .filter(
      (row) =>
        !UNREADABLE.test(row.name) &&
        !(
          row.office === "King" && /^(?:Elizabeth|Charles|Willem-Alexander|Margrethe|Frederik)/.test(row.name)
        ),
    )
    .filter(
      (row) =>
        !(terms.get(`${row.country} ${row.office}`) ?? []).some(
          (from) => Math.abs(days(from) - days(row.from)) < 200,
        ),
    )
    .filter((row) => !named.has(`${row.country} ${plain(row.family.split("|")[0] ?? "")}`))
    .map((row) => [row.country, row.name, row.family, row.office, row.from, row.to].join("\t"));
  return `# Made by scripts/build-registry.ts from the CIA World Factbook (public domain, snapshots 2014-2026); correct in officials.tsv.\ncountry\tname\tfamily\toffice\tfrom\tto\n${lines.join("\n")}\n`;
}

/** Joins holders who took one office on one day: one person in two spellings, of which the last seen is the name's. */
function spelledOnce<T extends Holder & { lastSeen: string }>(rows: T[]): T[] {
  const kept: T[] = [];
  for (const row of rows) {
    const before = kept.at(-1);
    if (before === undefined || key(before) !== key(row)) {
      kept.push(row);
      continue;
    }
    const [last, first] = before.lastSeen > row.lastSeen ? [before, row] : [row, before];
    const family = [...new Set([...last.family.split("|"), ...first.family.split("|")])].join("|");
    kept[kept.length - 1] = { ...last, family };
  }
  return kept;
}

/** Texts that are more than a name. */
const UNREADABLE = /\b(?:also|spelled|vice|and|chair|chairman|sac|of|formerly|known)\b/i;

/** When the holders of officials.tsv took office, by "ISO office". */
function handTerms(officials: string): Map<string, string[]> {
  const terms = new Map<string, string[]>();
  for (const line of officials.split("\n")) {
    const [country = "", , , title = "", from = ""] = line.split("\t");
    const office = OFFICES.find(([pattern]) => pattern.test(title))?.[1];
    if (office === undefined || !/^\d/.test(from)) continue;
    const list = terms.get(`${country} ${office}`) ?? [];
    terms.set(`${country} ${office}`, [...list, from]);
  }
  return terms;
}

/** Days since 1970 of a date that may lack day and month. */
function days(date: string): number {
  return Date.parse(date) / 86_400_000;
}

function key(row: Holder): string {
  return [row.country, row.office, row.from].join(" ");
}

function plain(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[^A-Za-z ]/g, "")
    .toLowerCase();
}

/** "ISO family" of everybody in officials.tsv, in every spelling. */
function handNames(officials: string): Set<string> {
  const names = new Set<string>();
  for (const line of officials.split("\n")) {
    const [country = "", name = "", family = ""] = line.split("\t");
    const spellings =
      family === "-" || family === ""
        ? [name, name.split(" ").at(-1) ?? "", name.split(" ")[0] ?? ""]
        : family.split("|");
    for (const spelling of spellings) names.add(`${country} ${plain(spelling)}`);
  }
  return names;
}
