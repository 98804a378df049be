import { DataFactory, type Quad, type Term, Writer } from "n3";
import type { LargeView } from "../graph/index.js";
import type { ArticleSummary, EntityRef, GraphNode } from "../ontology/index.js";
import type { StatementWithArticle } from "../store/index.js";
import { clean, inPieces } from "./text.js";
import type { Exporter, ExportMeta } from "./types.js";

const { namedNode, literal, quad } = DataFactory;

/** Nothing answers at this address; it only makes the identifiers global. */
const BASE = "https://entente.example/";
const PREFIXES = {
  entente: `${BASE}ns#`,
  dcterms: "http://purl.org/dc/terms/",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  wgs84: "http://www.w3.org/2003/01/geo/wgs84_pos#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};
type Prefix = keyof typeof PREFIXES;

/**
 * RDF as Turtle. Every statement is reified (rdf:Statement) and derived from its article by PROV-O, so
 * that a denial or a plan is never a plain triple; what was affirmed as a fact is one as well.
 */
export const turtle: Exporter = {
  name: "turtle",
  title: "RDF (Turtle)",
  description:
    "For triple stores and SPARQL: facts as triples, every statement reified with its source (PROV-O)",
  extension: "ttl",
  mediaType: "text/turtle; charset=utf-8",
  async *write(source) {
    const view = await source.view();
    yield* inPieces(written(quads(view, source.statements(), source.meta)));
  },
};

/** The quads as text, as the writer lets go of it. */
async function* written(all: AsyncIterable<Quad>): AsyncGenerator<string> {
  let text = "";
  const output = {
    write(piece: string, _encoding: string, done?: () => void) {
      text += piece;
      done?.();
    },
    end(done?: () => void) {
      done?.();
    },
  };
  const writer = new Writer(output as unknown as NodeJS.WritableStream, { prefixes: PREFIXES });
  for await (const one of all) {
    writer.addQuad(one);
    yield text;
    text = "";
  }
  writer.end();
  yield text;
}

async function* quads(
  view: LargeView,
  statements: AsyncIterable<StatementWithArticle>,
  meta: ExportMeta,
): AsyncGenerator<Quad> {
  yield* about(namedNode(`${BASE}export`), [
    [term("rdf", "type"), term("prov", "Entity")],
    [term("dcterms", "title"), text(meta.title)],
    [term("dcterms", "description"), text(`${meta.description} Made by: ${meta.query}`)],
    [term("dcterms", "created"), literal(meta.created.toISOString(), term("xsd", "dateTime"))],
  ]);
  const described = new Set<string>();
  for (const node of view.nodes) {
    described.add(node.id);
    yield* entityQuads(node);
  }
  for (const edge of view.edges) {
    if (!edge.qualified)
      yield quad(entity(edge.source), term("entente", edge.predicate), entity(edge.target));
  }
  for await (const statement of statements) {
    for (const ref of [statement.subject, statement.object, statement.speaker]) {
      if (ref === null || described.has(ref.id)) continue;
      described.add(ref.id);
      yield* entityQuads(ref);
    }
    if (!described.has(`article:${statement.article.id}`)) {
      described.add(`article:${statement.article.id}`);
      yield* articleQuads(statement.article);
    }
    yield* statementQuads(statement);
  }
}

function entityQuads(node: EntityRef & Partial<GraphNode>): Iterable<Quad> {
  const degrees = (value: number | null | undefined) =>
    value === null || value === undefined ? null : literal(String(value), term("xsd", "decimal"));
  return about(entity(node.id), [
    [term("rdf", "type"), term("entente", node.type)],
    [term("skos", "prefLabel"), text(node.name)],
    ...(node.aliases ?? []).map((alias): [Named, Term | null] => [term("skos", "altLabel"), text(alias)]),
    [term("entente", "country"), node.country === null ? null : entity(node.country)],
    [term("wgs84", "lat"), degrees(node.latitude)],
    [term("wgs84", "long"), degrees(node.longitude)],
  ]);
}

function articleQuads(article: ArticleSummary): Iterable<Quad> {
  return about(iri("article", article.id), [
    [term("rdf", "type"), term("prov", "Entity")],
    [term("rdf", "type"), term("entente", "Article")],
    [term("dcterms", "title"), text(article.title)],
    [term("dcterms", "publisher"), text(article.source)],
    [term("dcterms", "issued"), date(article.publishedAt)],
    // Not as an IRI: what stands in an article's file need not be one.
    [term("dcterms", "identifier"), text(article.url)],
    [term("prov", "wasDerivedFrom"), article.reprintOf === null ? null : iri("article", article.reprintOf)],
  ]);
}

function statementQuads(statement: StatementWithArticle): Iterable<Quad> {
  const { evidence } = statement;
  const number = (value: number) => literal(String(value), term("xsd", "decimal"));
  const whole = (value: number) => literal(String(value), term("xsd", "integer"));
  return about(iri("statement", statement.id), [
    [term("rdf", "type"), term("rdf", "Statement")],
    [term("rdf", "type"), term("prov", "Entity")],
    [term("rdf", "subject"), entity(statement.subject.id)],
    [term("rdf", "predicate"), term("entente", statement.predicate)],
    [term("rdf", "object"), entity(statement.object.id)],
    [term("entente", "negated"), literal(String(statement.negated), term("xsd", "boolean"))],
    [term("entente", "modality"), text(statement.modality)],
    [term("entente", "date"), date(statement.date)],
    [term("entente", "plover"), text(statement.plover)],
    [term("entente", "cameo"), text(statement.cameo)],
    [term("entente", "goldstein"), statement.goldstein === null ? null : number(statement.goldstein)],
    [term("entente", "role"), text(statement.role)],
    [term("entente", "confidence"), number(statement.confidence)],
    [term("entente", "quote"), text(evidence.quote)],
    [term("entente", "sentence"), whole(evidence.sentence)],
    [term("entente", "start"), whole(evidence.start)],
    [term("entente", "end"), whole(evidence.end)],
    [term("prov", "wasAttributedTo"), statement.speaker === null ? null : entity(statement.speaker.id)],
    [term("prov", "wasQuotedFrom"), iri("article", statement.article.id)],
    [term("entente", "extractor"), text(statement.extractor)],
  ]);
}

type Named = ReturnType<typeof namedNode>;
type Literal = ReturnType<typeof literal>;

/** Triples with one subject; values that are not there are left out. */
function* about(subject: Named, properties: readonly [Named, Term | null][]): Generator<Quad> {
  for (const [predicate, object] of properties) {
    if (object !== null) yield quad(subject, predicate, object as Named | Literal);
  }
}

function term(prefix: Prefix, name: string): Named {
  return namedNode(PREFIXES[prefix] + name);
}

function entity(id: string): Named {
  return iri("entity", id);
}

/** Ids keep their slashes; everything else that is no part of an IRI is percent-encoded. */
function iri(kind: "entity" | "article" | "statement", id: string): Named {
  const path = clean(id).split("/").map(encodeURIComponent).join("/");
  return namedNode(`${BASE}${kind}/${path}`);
}

function text(value: string | null): Literal | null {
  return value === null ? null : literal(clean(value));
}

const DATE_TYPES: Record<number, string> = { 4: "gYear", 7: "gYearMonth", 10: "date" };

function date(value: string | null): Literal | null {
  return value === null ? null : literal(value, term("xsd", DATE_TYPES[value.length] ?? "string"));
}
