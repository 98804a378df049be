import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BatchEvent, ENDPOINTS } from "../../src/ontology/index.js";
import { checked, problem, serveSynthetic, type TestServer } from "./support.js";

let server: TestServer;
beforeAll(async () => {
  server = await serveSynthetic();
});
afterAll(() => server.stop());

const ARTICLE = {
  id: "test/1",
  title: "Iran and Armenia sign accord",
  text: "YEREVAN – Iranian Foreign Minister Abbas Araghchi met Armenian Foreign Minister Ararat Mirzoyan on Monday.\nIran opposes the Zangezur corridor.",
  source: "Test Wire",
  publishedAt: "2025-03-03",
};

describe("reading", () => {
  it("lists articles by page, newest first", async () => {
    const all = checked(ENDPOINTS.listArticles, await server.get("/api/articles?limit=1000"));
    expect(all.total).toBe(60);
    expect(all.articles).toHaveLength(60);
    const page = checked(ENDPOINTS.listArticles, await server.get("/api/articles?limit=5&offset=3"));
    expect(page.articles.map(({ id }) => id)).toEqual(all.articles.slice(3, 8).map(({ id }) => id));
    const days = all.articles.map(({ publishedAt }) => publishedAt ?? "");
    expect(days).toEqual([...days].sort().reverse());
  });

  it("gives an article with statements whose quotes stand where they say, and its mentions", async () => {
    const { articles } = checked(ENDPOINTS.listArticles, await server.get("/api/articles?limit=1"));
    const id = articles[0]?.id ?? "";
    const detail = checked(ENDPOINTS.getArticle, await server.get(`/api/articles/${encodeURIComponent(id)}`));
    expect(detail.article.id).toBe(id);
    expect(detail.statements.length).toBe(articles[0]?.statements);
    for (const { evidence } of detail.statements) {
      const text = evidence.sentence === -1 ? detail.article.title : detail.article.text;
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
    const known = new Set(detail.entities.map((entity) => entity.id));
    for (const { entityId } of detail.mentions) expect(known).toContain(entityId);
  });

  it("finds entities by name and alias, and says which alias matched", async () => {
    const { entities } = checked(ENDPOINTS.listEntities, await server.get("/api/entities?q=kremlin"));
    expect(entities[0]).toMatchObject({ id: "RUS", matched: expect.stringContaining("Kremlin") });
    const countries = checked(
      ENDPOINTS.listEntities,
      await server.get("/api/entities?type=Country&limit=1000"),
    );
    expect(new Set(countries.entities.map(({ type }) => type))).toEqual(new Set(["Country"]));
  });

  it("gives an entity whose id has a slash, url-encoded", async () => {
    const { entities } = checked(
      ENDPOINTS.listEntities,
      await server.get("/api/entities?type=Official&limit=1"),
    );
    const id = entities[0]?.id ?? "";
    expect(id).toContain("/");
    const detail = checked(ENDPOINTS.getEntity, await server.get(`/api/entities/${encodeURIComponent(id)}`));
    expect(detail.entity.id).toBe(id);
    const ends = new Set(detail.neighbours.map((node) => node.id));
    for (const { source, target } of detail.edges) expect(ends).toContain(source === id ? target : source);
  });

  it("filters statements, and gives each with its sentence around the quote", async () => {
    const found = checked(
      ENDPOINTS.listStatements,
      await server.get("/api/statements?subject=IRN&rollup=false&negated=false&limit=1000"),
    );
    expect(found.total).toBeGreaterThan(0);
    for (const statement of found.statements) {
      expect(statement.subject.id).toBe("IRN");
      expect(statement.negated).toBe(false);
      const at = statement.evidence.start - statement.sentenceStart;
      expect(statement.sentenceText.slice(at, at + statement.evidence.quote.length)).toBe(
        statement.evidence.quote,
      );
    }
  });

  it("gives under an edge exactly the statements that it counts", async () => {
    const graph = checked(ENDPOINTS.getGraph, await server.get("/api/graph?focus=IRN,AZE&hops=1"));
    expect(graph.edges.length).toBeGreaterThan(3);
    for (const edge of graph.edges.slice(0, 5)) {
      const path = `/api/statements?edge=${encodeURIComponent(edge.key)}&limit=1000`;
      expect(checked(ENDPOINTS.listStatements, await server.get(path)).total).toBe(edge.statements);
    }
  });

  it("selects by predicate and time", async () => {
    const graph = checked(
      ENDPOINTS.getGraph,
      await server.get("/api/graph?predicates=OPPOSES,MET_WITH&from=2020&to=2022"),
    );
    for (const edge of graph.edges) {
      expect(["OPPOSES", "MET_WITH"]).toContain(edge.predicate);
      expect((edge.last ?? "9") >= "2020" && (edge.first ?? "0") <= "2022-12-31").toBe(true);
    }
    const ids = new Set(graph.nodes.map(({ id }) => id));
    for (const { source, target } of graph.edges) expect(ids.has(source) && ids.has(target)).toBe(true);
  });

  it("counts statements by month, of all and of a pair", async () => {
    const all = checked(ENDPOINTS.getTimeline, await server.get("/api/timeline"));
    const stats = checked(ENDPOINTS.getStats, await server.get("/api/stats"));
    const sum = all.bins.reduce((total, { statements }) => total + statements, 0);
    expect(sum + all.undated).toBe(stats.statements);
    const pair = checked(ENDPOINTS.getTimeline, await server.get("/api/timeline?pair=IRN,AZE"));
    expect(pair.pair).toEqual(["IRN", "AZE"]);
    expect(pair.bins.length).toBeGreaterThan(0);
    expect(pair.bins.length).toBeLessThan(all.bins.length);
  });

  it("answers liveness, readiness and the documents", async () => {
    checked(ENDPOINTS.getHealth, await server.get("/api/health"));
    expect(checked(ENDPOINTS.getReady, await server.get("/api/ready")).store).toBe("embedded");
    expect((await server.get("/api/docs")).text).toContain("/api/timeline");
  });
});

describe("adding and removing", () => {
  it("gives what was found without storing it when dry", async () => {
    const answer = checked(ENDPOINTS.addArticle, await server.post("/api/articles?dry=true", ARTICLE));
    expect(answer).toMatchObject({ stored: false, load: null, extraction: { article: ARTICLE } });
    expect((await server.get("/api/articles/test%2F1")).status).toBe(404);
  });

  it("stores, replaces and removes an article", async () => {
    const before = await server.get("/api/stats");
    const added = await server.post("/api/articles", ARTICLE);
    expect(added.status).toBe(201);
    expect(checked(ENDPOINTS.addArticle, added).load).toMatchObject({ articles: 1, replaced: 0 });
    expect(checked(ENDPOINTS.getArticle, await server.get("/api/articles/test%2F1")).article).toMatchObject(
      ARTICLE,
    );
    const again = checked(ENDPOINTS.addArticle, await server.post("/api/articles", ARTICLE));
    expect(again.load).toMatchObject({ articles: 0, unchanged: 1 });
    expect(checked(ENDPOINTS.removeArticle, await server.remove("/api/articles/test%2F1"))).toEqual({
      removed: 1,
    });
    expect((await server.remove("/api/articles/test%2F1")).status).toBe(404);
    expect((await server.get("/api/stats")).body).toEqual(before.body);
  });

  it("takes plain text in the press's shape", async () => {
    const text =
      "wire.example\n\nNews ID: 9\nPublish Date : 03 March 2025 - 10:00\nTalks Held\n\nIran met Armenia on Monday.\n";
    const { extraction } = checked(ENDPOINTS.addArticle, await server.post("/api/articles?dry=true", text));
    expect(extraction.article).toMatchObject({
      id: "wire.example/9",
      title: "Talks Held",
      publishedAt: "2025-03-03",
    });
  });

  it("refuses what is no article, naming the field", async () => {
    const missing = await server.post("/api/articles?dry=true", { title: "x" });
    expect(missing).toMatchObject({ status: 400, body: { errors: [{ path: "body.text" }] } });
    const date = await server.post("/api/articles?dry=true", { text: "Iran left.", publishedAt: "someday" });
    expect(date).toMatchObject({ status: 422, body: { errors: [{ path: "body.publishedAt" }] } });
    expect(await server.post("/api/articles?dry=true", "no sentence")).toMatchObject({ status: 422 });
    const long = await server.post("/api/articles?dry=true", { text: "Iran met Armenia. ".repeat(12_000) });
    expect(long).toMatchObject({ status: 422, body: { errors: [{ path: "body.text" }] } });
  });
});

describe("a batch", () => {
  const files = [
    { name: "a.txt", text: "Talks held\n\nIran met Armenia on Monday.\n" },
    { name: "b.jsonl", text: `${JSON.stringify({ ...ARTICLE, id: "batch/1" })}\n{"id":"batch/2"}` },
    {
      name: "c.txt",
      base64: Buffer.from("\ufeffTitle\n\nRussia backs “Armenia”.", "utf16le").toString("base64"),
    },
    { name: "photo.png", base64: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]).toString("base64") },
  ];
  const eventsOf = async (path: string) => {
    const answer = await server.post(path, { files });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    return answer.text
      .split("\n\n")
      .filter(Boolean)
      .map((event) => JSON.parse(event.replace(/^data: /, "")) as BatchEvent);
  };

  it("tells of each article and refusal, and stores nothing when dry", async () => {
    const events = await eventsOf("/api/articles/batch?dry=true");
    expect(events.map(({ type }) => type)).toEqual([
      "start",
      "article",
      "article",
      "refused",
      "article",
      "refused",
      "done",
    ]);
    expect(events[3]).toMatchObject({ file: "b.jsonl", line: 2, field: "text" });
    expect(events[4]).toMatchObject({ extraction: { article: { text: "Russia backs “Armenia”." } } });
    expect(events.at(-1)).toMatchObject({ summary: { articles: 3, refused: 2, load: null } });
    expect((await server.get("/api/articles/batch%2F1")).status).toBe(404);
  });

  it("stores the good ones together", async () => {
    const events = await eventsOf("/api/articles/batch");
    expect(events.at(-1)).toMatchObject({ type: "done", summary: { load: { articles: 3 } } });
    expect((await server.get("/api/articles/batch%2F1")).status).toBe(200);
    for (const event of events)
      if (event.type === "article")
        await server.remove(`/api/articles/${encodeURIComponent(event.extraction.article.id)}`);
  });
});

describe("exports", () => {
  it("gives every format that it lists, as an attachment", async () => {
    const { formats } = checked(ENDPOINTS.listExports, await server.get("/api/export"));
    expect(formats.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["gexf", "graphml", "statements-ndjson"]),
    );
    for (const { name, mediaType, extension } of formats) {
      const answer = await server.get(`/api/export/${name}${name.startsWith("neo4j-") ? "" : "?focus=IRN"}`);
      expect([name, answer.status]).toEqual([name, 200]);
      expect(answer.headers.get("content-type")).toContain(mediaType);
      expect(answer.headers.get("content-disposition")).toContain(extension);
      expect(answer.text.length).toBeGreaterThan(20);
    }
  });

  it("holds in the file what the graph of the same selection holds", async () => {
    const words = "focus=IRN,AZE,ARM&hops=0&negated=exclude";
    const graph = checked(ENDPOINTS.getGraph, await server.get(`/api/graph?${words}`));
    const { text } = await server.get(`/api/export/gexf?${words}`);
    expect(text.match(/<node /g)).toHaveLength(graph.nodes.length);
    expect(text.match(/<edge /g)).toHaveLength(graph.edges.length);
  });

  it("says which formats there are", async () => {
    expect(await server.get("/api/export/docx")).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining("gexf") },
    });
    expect(await server.get("/api/export/gexf?measures=height")).toMatchObject({ status: 400 });
  });
});

describe("problems", () => {
  it.each([
    ["/api/nothing", 404, /no GET \/api\/nothing/],
    ["/api/articles/none", 404, /no article "none"/],
    ["/api/entities/none", 404, /no entity "none"/],
    ["/api/graph?hops=9", 400, /query\.hops/],
    ["/api/graph?focuss=IRN", 400, /unknown parameter focuss/],
    ["/api/graph?predicates=LIKES", 400, /query\.predicates/],
    ["/api/timeline?pair=IRN", 400, /query\.pair/],
    ["/api/articles/%E0%A4%A", 400, /./],
  ])("%s gives %i", async (path, status, detail) => {
    const answer = await server.get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.body).toMatchObject({
      status,
      detail: expect.stringMatching(detail),
      type: expect.stringContaining("urn:entente:"),
    });
    expect(problem(answer).instance).toContain(answer.headers.get("x-request-id"));
  });
});
