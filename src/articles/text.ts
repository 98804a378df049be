import type { Article, ArticleInput } from "../ontology/index.js";
import { articleFrom } from "./article.js";
import { nameInHost } from "./hosts.js";
import { ArticleRefused, type Place } from "./refusal.js";

/** A line that holds nothing but the outlet's address. */
const SITE = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})\/?$/i;
const FIELD =
  /^(news id|id|publish date|published|publication date|date|source|outlet|url|link|title|headline)\s*:\s*(.+)$/i;
/** A headline is short and is no sentence of its own. */
const LONGEST_TITLE = 250;
const BYLINE = /^by\s+\p{Lu}[\p{L}.'’-]*(\s+\p{Lu}[\p{L}.'’-]*){1,3}(,.*)?$/iu;
/** Characters of program text and tables, rare in prose. */
const SYMBOLS = /[{}[\]<>=;|\\_~^*#@]/g;
const SENTENCE_END = /[.!?…]["”’')\]]*$/;

interface Header {
  site: string | null;
  newsId: string | null;
  fields: Partial<ArticleInput>;
}

/**
 * An Article from plain text: optional header lines (the site, `News ID:`, `Publish Date :`, `Source:`,
 * `URL:`, `Title:`), optional kicker, optional title, then the body. A kicker (a line that leads to the
 * title: it ends with a colon, or stands before it under a site line) is no part of title or body, nor is a byline. Hard-wrapped paragraphs are joined.
 * @throws ArticleRefused where there is no sentence in it
 */
export function articleFromText(written: string, place: Place): Article {
  const blocks = written
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n/)
    .map((block) =>
      block
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((block) => block.length > 0);
  const { header, rest } = takeHeader(blocks);
  const { title, body } = takeTitle(rest, header.fields.title ?? null, header.site !== null);
  const text = unwrap(body).join("\n");
  if (!holdsSentence(text)) {
    throw new ArticleRefused(place, "is no article: no sentence was found in it");
  }
  const source = header.fields.source ?? (header.site === null ? null : outletOf(header.site));
  const publisher = header.fields.source ?? header.site;
  const id = header.newsId === null ? header.fields.id : [publisher, header.newsId].filter(Boolean).join("/");
  return articleFrom({ ...header.fields, id, source, title, text }, place);
}

/**
 * The outlet's name as an address spells it, so that one outlet is not listed as two: `baltic-star.example`
 * is the Baltic Star. An address of one word does not show where its words end, and stays as it is.
 */
function outletOf(site: string): string {
  const name = nameInHost(site);
  if (!/[a-z]-[a-z]/.test(name)) return site;
  return name
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");
}

function takeHeader(blocks: string[][]): { header: Header; rest: string[][] } {
  const header: Header = { site: null, newsId: null, fields: {} };
  const rest = blocks.map((block) => [...block]);
  while (rest[0] !== undefined) {
    const line = rest[0].shift();
    if (line !== undefined && readHeaderLine(line, header)) continue;
    if (line !== undefined) {
      rest[0].unshift(line);
      break;
    }
    rest.shift();
  }
  return { header, rest };
}

/** Takes a line into the header; false where it is none of the header's. */
function readHeaderLine(line: string, header: Header): boolean {
  const site = SITE.exec(line);
  if (site && header.site === null) {
    header.site = site[1]?.toLowerCase() ?? null;
    return true;
  }
  const field = FIELD.exec(line);
  const value = field?.[2]?.trim();
  if (!field?.[1] || value === undefined) return false;
  const name = field[1].toLowerCase();
  if (name === "news id") header.newsId = value;
  else if (name === "id") header.fields.id = value;
  else if (name.includes("date") || name === "published") header.fields.publishedAt = value;
  else if (name === "source" || name === "outlet") header.fields.source = value;
  else if (name === "url" || name === "link") header.fields.url = value;
  else header.fields.title = value;
  return true;
}

function takeTitle(
  blocks: string[][],
  given: string | null,
  kickers: boolean,
): { title: string; body: string[][] } {
  const body = blocks
    .map((block) => block.filter((line) => !BYLINE.test(line)))
    .filter((block) => block.length > 0);
  if (given !== null) return { title: given, body };
  let title = "";
  while (
    body[0] !== undefined &&
    (title === "" || title.endsWith(":") || (kickers && body[0].length === 1))
  ) {
    const [line] = body[0];
    const last = body.length === 1 && body[0].length === 1;
    if (line === undefined || last || !isHeadline(line)) break;
    title = line;
    body[0].shift();
    if (body[0].length === 0) body.shift();
  }
  return { title, body };
}

function isHeadline(line: string): boolean {
  return line.length <= LONGEST_TITLE && (!/[.!…]["”’')\]]*$/.test(line) || /\b[A-Z]\.$/.test(line));
}

/** Joins the lines of paragraphs that were wrapped at a column; else each line is a paragraph. */
function unwrap(blocks: string[][]): string[] {
  const inner = blocks.flatMap((block) => block.slice(0, -1));
  const wrapped =
    inner.length >= 2 &&
    inner.every((line) => line.length <= 100) &&
    inner.filter((line) => !SENTENCE_END.test(line)).length > inner.length / 2;
  return wrapped ? blocks.map((block) => block.join(" ")) : blocks.flat();
}

function holdsSentence(text: string): boolean {
  const visible = text.replace(/\s/g, "");
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const sentence = text.split("\n").some((line) => line.split(/\s+/).length >= 3 && SENTENCE_END.test(line));
  const symbols = text.match(SYMBOLS)?.length ?? 0;
  return sentence && letters > visible.length * 0.6 && symbols < visible.length * 0.02;
}
