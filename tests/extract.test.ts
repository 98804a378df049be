import { describe, expect, it } from "vitest";
import { createExtractor, type Extractor } from "../src/extract.js";
import { ExtractionSchema, type Statement } from "../src/ontology/index.js";

const extractor: Extractor = createExtractor({ minConfidence: 0 });

function read(text: string, title = ""): Statement[] {
  const article = { id: "t", title, text, url: null, source: null, publishedAt: "2021-03-01" };
  return extractor.extract(article).statements;
}

/** The statements as `IRN NOT SUPPORTS TUR`. */
function said(text: string): string[] {
  return read(text).map((s) => `${s.subject.id} ${s.negated ? "NOT " : ""}${s.predicate} ${s.object.id}`);
}

function one(text: string, predicate: string): Statement {
  const found = read(text).find((s) => s.predicate === predicate);
  if (found === undefined) throw new Error(`no ${predicate} in: ${text}`);
  return found;
}

describe("extract", () => {
  it.each([
    ["Norway condemned Belarus on Sunday.", "NOR ACCUSED BLR"],
    ["Talks between Serbia and Kosovo began in Brussels.", "SRB MET_WITH XKX"],
    ["Egypt and Sudan signed a treaty in Khartoum.", "EGY SIGNED_WITH SDN"],
    ["Poland urged Hungary to lift its veto.", "POL REQUESTED HUN"],
    ["Ethiopia was attacked by Eritrea in 1998.", "ERI ATTACKED ETH"],
    ["Qatar offered to mediate between Chad and Libya.", "QAT MEDIATED TCD"],
    ["Canada imposed sanctions on Myanmar.", "CAN SANCTIONED MMR"],
    ["Japan lifted sanctions on Myanmar.", "JPN YIELDED_TO MMR"],
    ["Germany gave Ukraine two million euros in aid.", "DEU AIDED UKR"],
    ["Turkish troops invaded Syria.", "TUR ATTACKED SYR"],
    ["Rwanda has never backed Uganda.", "RWA NOT SUPPORTS UGA"],
  ])("reads %j", (text, statement) => {
    expect(said(text)).toContain(statement);
  });

  it("tells plans, conditions and claims from facts", () => {
    expect(one("France will send aid to Lebanon.", "AIDED").modality).toBe("intended");
    expect(one("Spain might recognise Kosovo.", "SUPPORTS").modality).toBe("hypothetical");
    expect(one("Armenia said that Azerbaijan had attacked Georgia.", "ATTACKED").modality).toBe("claimed");
    expect(one("France sent aid to Lebanon.", "AIDED").modality).toBe("actual");
  });

  it("keeps the speaker apart from the actor", () => {
    const statement = one("Armenia said that Azerbaijan had attacked Georgia.", "ATTACKED");
    expect(statement.subject.id).toBe("AZE");
    expect(statement.speaker?.id).toBe("ARM");
  });

  it("dates an event by the text, with what the date rests on", () => {
    const stated = one("Egypt and Sudan signed a treaty on 3 February 2020.", "SIGNED_WITH");
    expect([stated.date, stated.dateBasis]).toEqual(["2020-02-03", "stated"]);
    const noun = one(
      "Sudan thanked Ghana for its sympathy following Chad's attacks on Sudan in June.",
      "ATTACKED",
    );
    expect([noun.date, noun.dateBasis]).toEqual(["2020-06", "stated"]);
    const current = one("Norway condemned Belarus.", "ACCUSED");
    expect([current.date, current.dateBasis]).toEqual(["2021-03-01", "publication"]);
  });

  it("quotes the text verbatim and names CAMEO, PLOVER and Goldstein", () => {
    const text = "It rained.\nCanada imposed sanctions on Myanmar.";
    const statement = one(text, "SANCTIONED");
    expect(text.slice(statement.evidence.start, statement.evidence.end)).toBe(statement.evidence.quote);
    expect(statement.evidence.sentence).toBe(1);
    expect([statement.cameo, statement.plover, statement.goldstein]).toEqual(["163", "SANCTION", -8]);
  });

  it("states the posts that titles give", () => {
    const office = one("Norwegian Prime Minister Erna Solberg spoke.", "HOLDS_OFFICE");
    expect([office.object.id, office.role]).toEqual(["NOR", "Prime Minister"]);
  });

  it("finds no statement in sport, weather and trade lists", () => {
    const text =
      "The Mekong runs past Laos and Thailand. Coffee from Ethiopia costs more than coffee from Kenya.";
    expect(said(text)).toEqual([]);
  });

  it("gives an extraction that its schema accepts, the same in every run", () => {
    const article = {
      id: "t",
      title: "Talks in Cairo",
      text: "Egypt and Sudan signed a treaty in Cairo. The two countries will cooperate.",
      url: null,
      source: null,
      publishedAt: "2021-03-01",
    };
    const first = extractor.extract(article);
    expect(ExtractionSchema.parse(first)).toEqual(first);
    expect(extractor.extract(article)).toEqual(first);
    const ids = new Set(first.entities.map((e) => e.id));
    for (const s of first.statements) expect(ids.has(s.subject.id) && ids.has(s.object.id)).toBe(true);
  });

  it("leaves out what is less sure than asked", () => {
    const all = extractor.extract({
      id: "t",
      title: "",
      text: "Norway condemned Belarus. Spain might recognise Kosovo.",
      url: null,
      source: null,
      publishedAt: null,
    }).statements;
    const sure = createExtractor({ minConfidence: 0.99 }).extract({
      id: "t",
      title: "",
      text: "Norway condemned Belarus.",
      url: null,
      source: null,
      publishedAt: null,
    }).statements;
    expect(all.length).toBeGreaterThan(0);
    expect(sure).toEqual([]);
    expect(all.every((s) => s.date === null && s.dateBasis === null)).toBe(true);
  });
});
