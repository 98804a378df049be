import { DomHandler, DomUtils, Parser } from "htmlparser2";
import type { Article, ArticleInput } from "../ontology/index.js";
import { articleFrom } from "./article.js";
import { ArticleRefused, type Place } from "./refusal.js";

type Document = DomHandler["dom"];
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** What is on a page beside the article. */
const ASIDE =
  /^(script|style|noscript|template|nav|header|footer|aside|form|figure|figcaption|button|svg|iframe|select)$/;
const ASIDE_CLASS =
  /\b(related|share|social|comment|promo|newsletter|advert|breadcrumb|caption|byline|sidebar|cookie)/i;

/**
 * An Article from a saved web page: metadata from JSON-LD, Open Graph and `<link rel="canonical">`; the body from
 * the paragraphs of the element that holds most text in paragraphs of its own.
 * @throws ArticleRefused where the page has no paragraphs
 */
export function articleFromHtml(html: string, place: Place): Article {
  const page = parse(html);
  const linked = fromJsonLd(page);
  const text = bodyOf(page) || linked.text;
  if (!text) throw new ArticleRefused(place, "is a page without paragraphs of text");
  const meta = metaOf(page);
  const input: Partial<ArticleInput> = {
    title: linked.title ?? meta.get("og:title") ?? textOf(first(page, "h1")) ?? textOf(first(page, "title")),
    text,
    url: canonical(page) ?? meta.get("og:url"),
    source: linked.source ?? meta.get("og:site_name"),
    publishedAt: linked.publishedAt ?? meta.get("article:published_time") ?? meta.get("date") ?? timeOf(page),
  };
  return articleFrom(input, place);
}

function parse(html: string): Document {
  const handler = new DomHandler();
  new Parser(handler, { decodeEntities: true }).end(html);
  return handler.dom;
}

/** The paragraphs of the element with the most text in its own `<p>` children; those under 3 words are labels. */
function bodyOf(page: Document): string {
  const paragraphs = DomUtils.getElementsByTagName("p", page, true).filter((p) => !isAside(p));
  const byParent = new Map<Element["parent"], Element[]>();
  for (const p of paragraphs) byParent.set(p.parent, [...(byParent.get(p.parent) ?? []), p]);
  const length = (group: readonly Element[]) => group.reduce((sum, p) => sum + (textOf(p)?.length ?? 0), 0);
  const [best = []] = [...byParent.values()].sort((a, b) => length(b) - length(a));
  return best
    .map((p) => textOf(p) ?? "")
    .filter((text) => text.split(" ").length >= 3)
    .join("\n");
}

function isAside(element: Element): boolean {
  for (let at: Element["parent"] = element; at !== null; at = at.parent) {
    if (!("name" in at)) continue;
    if (ASIDE.test(at.name) || ASIDE_CLASS.test(at.attribs.class ?? "")) return true;
  }
  return false;
}

/** Text as it shows: line breaks and runs of white space are one space, non-breaking ones stay. */
function textOf(element: Element | null): string | undefined {
  if (element === null) return undefined;
  const text = DomUtils.innerText(element)
    .replace(/[ \t\r\n\f]+/g, " ")
    .trim();
  return text || undefined;
}

function first(page: Document, name: string): Element | null {
  return DomUtils.getElementsByTagName(name, page, true, 1)[0] ?? null;
}

function metaOf(page: Document): Map<string, string> {
  const meta = new Map<string, string>();
  for (const { attribs } of DomUtils.getElementsByTagName("meta", page, true)) {
    const name = (attribs.property ?? attribs.name)?.toLowerCase();
    if (name !== undefined && attribs.content) meta.set(name, attribs.content.trim());
  }
  return meta;
}

function canonical(page: Document): string | undefined {
  const links = DomUtils.getElementsByTagName("link", page, true);
  const href = links.find(({ attribs }) => attribs.rel === "canonical")?.attribs.href;
  return href?.startsWith("http") ? href : undefined;
}

function timeOf(page: Document): string | undefined {
  return first(page, "time")?.attribs.datetime;
}

interface LinkedArticle {
  title?: string | undefined;
  text?: string | undefined;
  source?: string | undefined;
  publishedAt?: string | undefined;
}

/** schema.org's NewsArticle, where the page has one. */
function fromJsonLd(page: Document): LinkedArticle {
  for (const script of DomUtils.getElementsByTagName("script", page, true)) {
    if (script.attribs.type !== "application/ld+json") continue;
    for (const node of jsonNodes(DomUtils.textContent(script))) {
      if (!/Article|Report|BlogPosting/.test(String(node["@type"]))) continue;
      return {
        title: stringOf(node.headline),
        text: stringOf(node.articleBody),
        source: stringOf(isObject(node.publisher) ? node.publisher.name : node.publisher),
        publishedAt: stringOf(node.datePublished),
      };
    }
  }
  return {};
}

/** The objects of a JSON-LD script. Pages hold broken ones, which say nothing that the page does not say itself. */
function jsonNodes(json: string): Record<string, unknown>[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  const top = Array.isArray(value) ? value : [value];
  return top
    .filter(isObject)
    .flatMap((node) => [node, ...(Array.isArray(node["@graph"]) ? node["@graph"].filter(isObject) : [])]);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const stringOf = (value: unknown) => (typeof value === "string" ? value : undefined);
