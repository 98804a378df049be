import { createHash } from "node:crypto";
import { type Article, type ArticleInput, ArticleInputSchema, ArticleSchema } from "../ontology/index.js";
import { parsePublished } from "./dates.js";
import { ArticleRefused, type Place } from "./refusal.js";

/** Other names of the fields in the feeds and archives that people have. */
const SYNONYMS: Readonly<Record<string, keyof ArticleInput>> = {
  body: "text",
  content: "text",
  headline: "title",
  link: "url",
  outlet: "source",
  publisher: "source",
  site: "source",
  date: "publishedAt",
  published: "publishedAt",
  published_at: "publishedAt",
  publishDate: "publishedAt",
  datePublished: "publishedAt",
};

/**
 * An Article from one JSON object. Unknown fields are left aside; the id is the given one, else comes from
 * the URL, else from a hash of title and text, so that it is the same in every run.
 * @throws ArticleRefused naming the field
 */
export function articleFrom(value: unknown, place: Place): Article {
  const parsed = ArticleInputSchema.safeParse(withPlainNames(value, place));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const missing = issue?.code === "invalid_type" && issue.input === undefined;
    throw new ArticleRefused(
      place,
      missing ? "is missing; an article needs at least its text" : (issue?.message ?? "is not an article"),
      issue?.path.join(".") || null,
    );
  }
  return finish(parsed.data, place);
}

function withPlainNames(value: unknown, place: Place): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ArticleRefused(
      place,
      'is no article: expected an object with "text" (and "title", "source", "publishedAt", "url")',
    );
  }
  const plain: Record<string, unknown> = { ...value };
  for (const [synonym, name] of Object.entries(SYNONYMS)) {
    if (plain[name] === undefined && plain[synonym] !== undefined) plain[name] = plain[synonym];
  }
  if (typeof plain.id === "number") plain.id = String(plain.id);
  return plain;
}

function finish(input: ArticleInput, place: Place): Article {
  const title = oneLine(input.title ?? "");
  const text = paragraphs(input.text).join("\n");
  if (!/\p{L}/u.test(text)) throw new ArticleRefused(place, "holds no words", "text");
  refuseOtherScripts(text, place);
  const url = cleanUrl(input.url, place);
  const article = {
    id: input.id?.trim() || (url === null ? hashId(title, text) : urlId(url)),
    title,
    text,
    url,
    source: input.source?.trim() || null,
    publishedAt: published(input.publishedAt, place),
  };
  const checked = ArticleSchema.safeParse(article);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw new ArticleRefused(place, issue?.message ?? "is not an article", issue?.path.join(".") || null);
}

/** Lines of the text without outer white space; empty ones are left out. Characters inside stay as written. */
function paragraphs(text: string): string[] {
  return wellFormed(text)
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function oneLine(text: string): string {
  return paragraphs(text).join(" ");
}

/** Control characters are no text and have no place in XML; half surrogates are no characters. */
function wellFormed(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]/g, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

function refuseOtherScripts(text: string, place: Place): void {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters / 2) {
    throw new ArticleRefused(place, "is not in Latin script; Entente reads English articles", "text");
  }
}

function published(written: string | null | undefined, place: Place): string | null {
  if (written === undefined || written === null || written.trim() === "") return null;
  const date = parsePublished(written);
  if (date === null) {
    throw new ArticleRefused(
      place,
      `"${written.slice(0, 40)}" is no date that can be read; write it as YYYY-MM-DD`,
      "publishedAt",
    );
  }
  return date;
}

function cleanUrl(written: string | null | undefined, place: Place): string | null {
  if (written === undefined || written === null || written.trim() === "") return null;
  const url = URL.canParse(written.trim()) ? new URL(written.trim()) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new ArticleRefused(place, `"${written.slice(0, 80)}" is no http(s) address`, "url");
  }
  return url.href;
}

/** The address without scheme, `www.`, tracking parameters, fragment and final slash. */
function urlId(href: string): string {
  const url = new URL(href);
  for (const name of [...url.searchParams.keys()]) {
    if (/^(utm_|fbclid$|gclid$|ref$)/.test(name)) url.searchParams.delete(name);
  }
  const path = url.pathname.replace(/\/+$/, "");
  return `${url.host.replace(/^www\./, "")}${path}${url.search}`.slice(0, 500);
}

function hashId(title: string, text: string): string {
  return `text/${createHash("sha256").update(`${title}\n\n${text}`).digest("hex").slice(0, 16)}`;
}
