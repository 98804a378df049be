import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { ENDPOINTS, type Extraction, SelectionSchema } from "../../src/ontology/index.js";
import {
  article,
  articles,
  entity as entityDetail,
  type GraphStore,
  type QueryError,
  searchEntities,
  statements,
  stats,
  subgraph,
  timeline,
} from "../../src/store/index.js";
import { dump } from "./dump.js";
import { articleSaying, entity, synthetic } from "./synthetic.js";

/** Opens an empty store; called before each test. */
export interface StoreUnderTest {
  open(): Promise<GraphStore>;
  empty(store: GraphStore): Promise<void>;
}

const LIMITS = { timeoutMs: 20_000, maxRows: 10_000, maxBytes: 50_000_000 };
const select = (selection: Record<string, unknown>) => SelectionSchema.parse(selection);
const filter = (query: Record<string, unknown>) => ENDPOINTS.listStatements.query.parse(query);

const IRN = entity("IRN");
const AZE = entity("AZE");
const ARM = entity("ARM");
const CORRIDOR = entity("issue/zangezur-corridor");

/** What both stores must do. */
export function describeStore(name: string, { open, empty }: StoreUnderTest): void {
  describe(name, () => {
    let store: GraphStore | undefined;
    const get = () => store as GraphStore;

    beforeEach(async () => {
      store ??= await open();
      await empty(store);
    });
    afterAll(async () => store?.close());

    it("answers from an empty graph", async () => {
      await get().ping();
      expect(await subgraph(get(), select({}))).toEqual({ nodes: [], edges: [], truncated: false });
      expect(await subgraph(get(), select({ focus: ["IRN"], from: "2020" }))).toEqual({
        nodes: [],
        edges: [],
        truncated: false,
      });
      expect(await article(get(), "none")).toBeNull();
      expect(await entityDetail(get(), "IRN")).toBeNull();
      expect(await statements(get(), filter({}))).toEqual({ total: 0, statements: [] });
      expect((await stats(get())).statements).toBe(0);
      expect(await get().remove(["none"])).toBe(0);
      expect((await get().load([])).articles).toBe(0);
    });

    describe("loading", () => {
      it("changes nothing when an article comes again", async () => {
        const batch = synthetic({ articles: 40 });
        const first = await get().load(batch);
        expect(first).toMatchObject({ articles: 40, unchanged: 0, replaced: 0 });
        const graph = await dump(get());
        expect(await get().load(batch)).toMatchObject({ articles: 0, unchanged: 40, replaced: 0 });
        expect(await dump(get())).toEqual(graph);
      });

      it("gives one graph whatever the order and size of batches", async () => {
        const batch = synthetic({ articles: 12, seed: 7, reprints: 0.3 });
        await get().load(batch);
        const whole = await dump(get());
        await empty(get());
        for (const one of [...batch].reverse()) await get().load([one]);
        expect(await dump(get())).toEqual(whole);
      });

      it("replaces the statements of an article that changed", async () => {
        const before = articleSaying({ id: "a", source: "Wire" }, [
          { subject: IRN, predicate: "OPPOSES", object: CORRIDOR, date: "2021-03-01" },
          { subject: IRN, predicate: "VISITED", object: ARM, date: "2021-03-02" },
          { subject: IRN, predicate: "ACCUSED", object: AZE, date: "2021-03-03" },
        ]);
        const after = articleSaying({ id: "a", source: "Wire" }, [
          // The same edge as before, now of another statement: still one edge.
          { subject: IRN, predicate: "ACCUSED", object: AZE, date: "2020" },
          { subject: IRN, predicate: "SUPPORTS", object: CORRIDOR, date: "2021-03-01" },
        ]);
        await get().load([after]);
        const expected = await dump(get());
        await empty(get());
        await get().load([before]);
        expect(await get().load([after])).toMatchObject({ articles: 1, replaced: 1, unchanged: 0 });
        expect(await dump(get())).toEqual(expected);
      });

      it("removes with an article what only it supported", async () => {
        const kept = synthetic({ articles: 20, seed: 3 });
        const more = [
          ...synthetic({ articles: 20, seed: 3, from: 20 }),
          articleSaying({ id: "lone" }, [
            { subject: IRN, predicate: "OPPOSES", object: { ...CORRIDOR, id: "issue/only-here" } },
          ]),
        ];
        await get().load(kept);
        const expected = await dump(get());
        await get().load(more);
        expect(await get().remove([...more.map((e) => e.article.id), "unknown"])).toBe(21);
        expect(await dump(get())).toEqual(expected);
        expect(await get().remove(kept.map((e) => e.article.id))).toBe(20);
        expect(await dump(get())).toEqual([]);
      });

      it("takes all or nothing of a batch", async () => {
        const good = articleSaying({ id: "good" }, [{ subject: IRN, predicate: "VISITED", object: ARM }]);
        await get().load([good]);
        const graph = await dump(get());
        // The same statement id as in an article that is there: the store's own constraint refuses it.
        const clash = articleSaying({ id: "clash" }, [{ subject: IRN, predicate: "AIDED", object: ARM }]);
        const statement = clash.statements[0];
        if (statement) clash.statements[0] = { ...statement, id: "good/0" };
        await expect(get().load([articleSaying({ id: "other" }, []), clash])).rejects.toThrow();
        expect(await dump(get())).toEqual(graph);
        await expect(get().load([good, clash])).rejects.toThrow(/"good\/0" occurs twice/);
      });

      it("keeps every letter", async () => {
        const title = "Məmmədyarov 🕊 «مذاکرات» — Հայաստան\u00a0'\"\\`$ {}";
        const text = "Line one ‘quoted’.\nЛиния два \u{1F1EE}\u{1F1F7} e\u0301.";
        const one = articleSaying({ id: "unicode/é ü", title, source: "Ґазета" }, [
          { subject: IRN, predicate: "VISITED", object: ARM },
        ]);
        one.article.text = text;
        await get().load([one]);
        const read = await article(get(), "unicode/é ü");
        expect(read?.article).toMatchObject({ title, text, source: "Ґазета" });
        const table = await get().query(
          "MATCH (a:Article {title: $title}) RETURN a.text AS text",
          { title },
          LIMITS,
        );
        expect(table.rows).toEqual([[text]]);
      });

      it("serves loads that come at once as if one after the other", async () => {
        const batches = Array.from({ length: 4 }, (_, n) =>
          synthetic({ articles: 10, seed: 11, from: n * 10, reprints: 0.1 }),
        );
        for (const batch of batches) await get().load(batch);
        const expected = await dump(get());
        await empty(get());
        await Promise.all([...batches, batches[0] as Extraction[]].map((batch) => get().load(batch)));
        expect(await dump(get())).toEqual(expected);
      });

      it("takes ten thousand statements in one batch", async () => {
        const batch = synthetic({ articles: 1_000, statements: 10, seed: 5 });
        const count = batch.reduce((sum, { statements: list }) => sum + list.length, 0);
        expect(count).toBeGreaterThan(9_500);
        expect(await get().load(batch)).toMatchObject({ articles: 1_000, statements: count });
        expect((await stats(get())).statements).toBe(count);
      }, 120_000);
    });

    describe("the graph", () => {
      it("has a typed edge only for what was affirmed as a fact", async () => {
        await get().load([
          articleSaying({ id: "a" }, [
            { subject: IRN, predicate: "ATTACKED", object: AZE, negated: true },
            { subject: IRN, predicate: "ATTACKED", object: AZE, modality: "claimed" },
            { subject: IRN, predicate: "ATTACKED", object: AZE, modality: "intended" },
            { subject: AZE, predicate: "ATTACKED", object: ARM },
          ]),
        ]);
        const typed = await get().query(
          "MATCH (a)-[r:ATTACKED]->(b) RETURN a.id, b.id, r.statements",
          {},
          LIMITS,
        );
        expect(typed.rows).toEqual([["AZE", "ARM", 1]]);
        const qualified = await get().query(
          "MATCH (a)-[r:QUALIFIED]->(b) RETURN r.key AS key, r.predicate, r.negated, r.modality ORDER BY key",
          {},
          LIMITS,
        );
        expect(qualified.rows).toEqual([
          ["IRN|ATTACKED|AZE|+|claimed", "ATTACKED", false, "claimed"],
          ["IRN|ATTACKED|AZE|+|intended", "ATTACKED", false, "intended"],
          ["IRN|ATTACKED|AZE|-|actual", "ATTACKED", true, "actual"],
        ]);
      });

      it("lets an edge between countries count those who act for them", async () => {
        const minister = entity("official/irn/abbas-araghchi-0");
        const army = entity("organization/azerbaijani-army");
        await get().load([
          articleSaying({ id: "a", source: "Wire" }, [
            { subject: IRN, predicate: "ACCUSED", object: AZE, date: "2021-10", confidence: 0.5 },
          ]),
          articleSaying({ id: "b", source: "Post" }, [
            { subject: minister, predicate: "ACCUSED", object: army, date: "2020-01-05", confidence: 0.6 },
          ]),
          articleSaying({ id: "c", source: "Post" }, [
            { subject: minister, predicate: "ACCUSED", object: AZE, date: "2022", confidence: 0.9 },
          ]),
        ]);
        const [edge] = (await subgraph(get(), select({ focus: "IRN,AZE", hops: 0 }))).edges;
        expect(edge).toMatchObject({
          key: "IRN|ACCUSED|AZE|+|actual",
          statements: 3,
          direct: 1,
          articles: 3,
          sources: 2,
          sourceNames: ["Post", "Wire"],
          first: "2020-01-05",
          last: "2022",
          dates: ["2020-01-05", "2021-10", "2022"],
          confidence: 0.95,
          goldstein: -2,
          plover: "ACCUSE",
          qualified: false,
          directed: true,
        });
        const alone = await subgraph(get(), select({ focus: "IRN,AZE", hops: 0, rollup: false }));
        expect(alone.edges).toHaveLength(1);
        expect(alone.edges[0]).toMatchObject({ statements: 1, direct: 1, sources: 1, confidence: 0.5 });
        const named = await statements(get(), filter({ edge: "IRN|ACCUSED|AZE|+|actual" }));
        expect(named.total).toBe(3);
        expect(
          (await statements(get(), filter({ edge: "IRN|ACCUSED|AZE|+|actual", rollup: "false" }))).total,
        ).toBe(1);
      });

      it("makes one edge of both directions of a symmetric relation", async () => {
        await get().load([
          articleSaying({ id: "a" }, [
            { subject: IRN, predicate: "MET_WITH", object: ARM },
            { subject: ARM, predicate: "MET_WITH", object: IRN },
          ]),
        ]);
        const { edges } = await subgraph(get(), select({}));
        expect(edges.map(({ key, statements: n, directed }) => [key, n, directed])).toEqual([
          ["ARM|MET_WITH|IRN|+|actual", 2, false],
        ]);
      });

      it("counts copies of one story as one source", async () => {
        const [story] = synthetic({ articles: 1, statements: 8, seed: 22 });
        if (!story) throw new Error("no story");
        const as = (id: string, source: string, publishedAt: string): Extraction => ({
          ...story,
          article: { ...story.article, id, source, publishedAt },
          statements: story.statements.map((s, i) => ({ ...s, id: `${id}/${i}`, articleId: id })),
        });
        const cut = as("cut", "Third", "2024-03-03");
        cut.article.text = cut.article.text.slice(0, Math.round(cut.article.text.length * 0.7));
        cut.statements = cut.statements.filter(({ evidence }) => evidence.end <= cut.article.text.length);
        await get().load([as("late", "First", "2024-03-02"), cut]);
        await get().load([as("early", "Second", "2024-03-01")]);
        const rows = await get().query(
          "MATCH (a:Article) RETURN a.id AS id, a.reprintOf ORDER BY id",
          {},
          LIMITS,
        );
        expect(rows.rows).toEqual([
          ["cut", "early"],
          ["early", null],
          ["late", "early"],
        ]);
        const { edges } = await subgraph(get(), select({}));
        expect(edges.every(({ sources }) => sources === 1)).toBe(true);
        expect(edges.some(({ articles: n }) => n === 3)).toBe(true);
        expect((await article(get(), "cut"))?.article.reprints.map(({ id }) => id)).toEqual([
          "early",
          "late",
        ]);
        await get().remove(["early"]);
        const left = await get().query(
          "MATCH (a:Article) RETURN a.id AS id, a.reprintOf ORDER BY id",
          {},
          LIMITS,
        );
        expect(left.rows).toEqual([
          ["cut", "late"],
          ["late", null],
        ]);
      });

      it("puts reports of one event together", async () => {
        const say = (
          id: string,
          date: string | null,
          dateBasis: "stated" | "publication" | null,
          negated = false,
        ) =>
          articleSaying({ id }, [
            { subject: IRN, predicate: "VISITED", object: ARM, date, dateBasis, negated },
          ]);
        await get().load([
          say("day", "2021-05-10", "stated"),
          say("next-day-paper", "2021-05-11", "publication"),
          say("month", "2021-05", "stated"),
          say("denial", "2021-05-10", "stated", true),
          say("year", "2021", "stated"),
          say("other", "2023-01-01", "stated"),
          say("undated", null, null),
        ]);
        const { rows } = await get().query(
          "MATCH (s:Statement)-[:FROM]->(a:Article) RETURN a.id AS id, s.event ORDER BY id",
          {},
          LIMITS,
        );
        const day = "IRN|VISITED|ARM@2021-05-10";
        expect(Object.fromEntries(rows as [string, string | null][])).toEqual({
          day,
          "next-day-paper": day,
          month: day,
          denial: day,
          year: day,
          other: "IRN|VISITED|ARM@2023-01-01",
          undated: null,
        });
      });
    });

    describe("reading", () => {
      it("fuses a filtered selection to the same edges as the store holds", async () => {
        await get().load(synthetic({ articles: 150, seed: 9 }));
        const stored = await subgraph(get(), select({ focus: "IRN", hops: 1 }));
        const undated = await get().query(
          "MATCH (s:Statement) WHERE s.date IS NULL RETURN count(s)",
          {},
          LIMITS,
        );
        expect(undated.rows[0]?.[0]).toBeGreaterThan(0);
        const fused = await subgraph(get(), select({ focus: "IRN", hops: 1, minConfidence: 0.0001 }));
        expect(fused).toEqual(stored);
      });

      it("selects by span, outlet, confidence, modality, predicate and hops", async () => {
        await get().load(synthetic({ articles: 150, seed: 9 }));
        const all = await subgraph(get(), select({}));
        const keys = (view: typeof all) => new Set(view.edges.map(({ key }) => key));
        const span = await subgraph(get(), select({ from: "2018-06", to: "2019" }));
        expect(span.edges.length).toBeGreaterThan(0);
        expect(
          span.edges.every(({ dates }) =>
            dates.every((d) => d >= "2018" && d.slice(0, 4) <= "2019" && (d.length === 4 || d >= "2018-06")),
          ),
        ).toBe(true);
        const outlet = await subgraph(get(), select({ sources: "Aras Daily" }));
        expect(outlet.edges.length).toBeGreaterThan(0);
        expect(outlet.edges.every(({ sourceNames }) => sourceNames.join() === "Aras Daily")).toBe(true);
        const facts = await subgraph(get(), select({ modality: "actual", negated: "exclude" }));
        expect(facts.edges.every(({ qualified }) => !qualified)).toBe(true);
        expect(facts.edges.length).toBe(all.edges.filter(({ qualified }) => !qualified).length);
        const attacks = await subgraph(get(), select({ predicates: "ATTACKED" }));
        expect(keys(attacks)).toEqual(
          new Set(all.edges.filter(({ predicate }) => predicate === "ATTACKED").map(({ key }) => key)),
        );
        const among = await subgraph(get(), select({ focus: "IRN,AZE,ARM", hops: 0 }));
        const three = new Set(["IRN", "AZE", "ARM"]);
        expect(keys(among)).toEqual(
          new Set(all.edges.filter((e) => three.has(e.source) && three.has(e.target)).map(({ key }) => key)),
        );
        const near = await subgraph(get(), select({ focus: "issue/zangezur-corridor", hops: 1 }));
        const ends = new Set(near.nodes.map(({ id }) => id));
        expect(keys(near)).toEqual(
          new Set(all.edges.filter((e) => ends.has(e.source) && ends.has(e.target)).map(({ key }) => key)),
        );
        const few = await subgraph(get(), select({ limit: 10 }));
        expect(few.edges).toEqual(all.edges.slice(0, 10));
        expect(few.truncated).toBe(true);
        const attested = await subgraph(get(), select({ minSources: 2 }));
        expect(keys(attested)).toEqual(
          new Set(all.edges.filter(({ sources }) => sources >= 2).map(({ key }) => key)),
        );
      });

      it("gives articles, entities, statements, the timeline and figures in the API's shapes", async () => {
        const batch = synthetic({ articles: 60, seed: 13 });
        await get().load(batch);
        const list = await articles(get(), ENDPOINTS.listArticles.query.parse({ limit: 5, offset: 2 }));
        ENDPOINTS.listArticles.response.parse(list);
        expect(list).toMatchObject({ total: 60 });
        expect(list.articles).toHaveLength(5);

        for (const { article: original, statements: said, mentions, entities } of batch.slice(0, 5)) {
          const detail = ENDPOINTS.getArticle.response.parse(await article(get(), original.id));
          expect(detail.article).toMatchObject(original);
          expect(detail.statements).toEqual(said);
          expect(detail.mentions).toEqual(mentions);
          expect(detail.entities.map(({ id }) => id)).toEqual(entities.map(({ id }) => id).sort());
        }

        const found = await searchEntities(get(), ENDPOINTS.listEntities.query.parse({ q: "turkiye" }));
        ENDPOINTS.listEntities.response.parse(found);
        expect(found.entities[0]).toMatchObject({ id: "TUR", matched: null });
        const byAlias = await searchEntities(
          get(),
          ENDPOINTS.listEntities.query.parse({ q: "TURKEY", type: "Country" }),
        );
        expect(byAlias.entities[0]).toMatchObject({ id: "TUR", matched: "Turkey" });
        expect((await searchEntities(get(), ENDPOINTS.listEntities.query.parse({ q: "'…'" }))).total).toBe(0);

        const detail = await entityDetail(get(), "IRN");
        ENDPOINTS.getEntity.response.parse(detail);
        expect(detail?.edges.every(({ source, target }) => source === "IRN" || target === "IRN")).toBe(true);

        const said = batch.flatMap((e) => e.statements);
        const about = await statements(get(), filter({ subject: "IRN", rollup: "false", limit: 1000 }));
        expect(new Set(about.statements.map(({ id }) => id))).toEqual(
          new Set(said.filter((s) => s.subject.id === "IRN").map(({ id }) => id)),
        );
        const acting = new Set(["Country", "Official", "Organization"]);
        const acts = await statements(get(), filter({ subject: "IRN", limit: 1000 }));
        expect(new Set(acts.statements.map(({ id }) => id))).toEqual(
          new Set(
            said.filter((s) => s.subject.country === "IRN" && acting.has(s.subject.type)).map(({ id }) => id),
          ),
        );

        const months = ENDPOINTS.getTimeline.response.parse(await timeline(get(), select({}), null));
        expect(months.bins.reduce((n, bin) => n + bin.statements, months.undated)).toBe(said.length);
        const pair = ENDPOINTS.getTimeline.response.parse(await timeline(get(), select({}), ["IRN", "AZE"]));
        expect(pair.pair).toEqual(["IRN", "AZE"]);

        const figures = await stats(get());
        ENDPOINTS.getStats.response.parse({ ...figures, version: "1" });
        expect(figures).toMatchObject({ articles: 60, statements: said.length });
      });
    });

    describe("a query that a person typed", () => {
      const code = (error: unknown) => (error as QueryError).code;
      const ask = (text: string, params = {}, limits = {}) =>
        get().query(text, params, { ...LIMITS, ...limits });

      it("gives rows with nodes, relationships and paths marked", async () => {
        await get().load([
          articleSaying({ id: "a" }, [
            { subject: IRN, predicate: "OPPOSES", object: CORRIDOR, date: "2021" },
          ]),
        ]);
        const { columns, rows, truncated } = await ask(
          "MATCH p = (a)-[r:OPPOSES]->(b) RETURN p, r, a, a.name AS name, [1, 2.5, 'x', null] AS list",
        );
        expect(columns).toEqual(["p", "r", "a", "name", "list"]);
        expect(truncated).toBe(false);
        expect(rows).toHaveLength(1);
        const [path, relationship, node, name, list] = rows[0] as unknown[];
        expect(path).toMatchObject({
          $type: "path",
          nodes: [{ $type: "node" }, { $type: "node" }],
          relationships: [{ type: "OPPOSES" }],
        });
        expect(relationship).toMatchObject({
          $type: "relationship",
          type: "OPPOSES",
          source: (node as { id: string }).id,
        });
        expect(node).toMatchObject({
          $type: "node",
          labels: ["Country", "Entity"],
          properties: { id: "IRN", name: "Iran" },
        });
        expect([name, list]).toEqual(["Iran", [1, 2.5, "x", null]]);
      });

      it("takes parameters, and gives great integers as text", async () => {
        const table = await ask("UNWIND $ids AS id RETURN id, 9007199254740993 AS big, $n + 1 AS n", {
          ids: ["x", "ü"],
          n: 41,
        });
        expect(table.rows).toEqual([
          ["x", "9007199254740993", 42],
          ["ü", "9007199254740993", 42],
        ]);
        await expect(ask("RETURN $missing AS x")).rejects.toMatchObject({ kind: "syntax" });
      });

      it("is cut at the row and size limits", async () => {
        expect(await ask("UNWIND range(1, 500) AS n RETURN n", {}, { maxRows: 7 })).toMatchObject({
          rows: [[1], [2], [3], [4], [5], [6], [7]],
          truncated: true,
        });
        const { rows, truncated } = await ask(
          "UNWIND range(1, 500) AS n RETURN n, '0123456789' AS s",
          {},
          { maxBytes: 1_000 },
        );
        expect(truncated).toBe(true);
        expect(rows.length).toBeGreaterThan(10);
        expect(JSON.stringify(rows).length).toBeLessThan(1_200);
        expect((await ask("UNWIND range(1, 7) AS n RETURN n", {}, { maxRows: 7 })).truncated).toBe(false);
      });

      it.each([
        ["CREATE (n:Entity {id: 'x'}) RETURN n"],
        ["MERGE (n:Entity {id: 'x'})"],
        ["MATCH (n:Entity) SET n.name = 'x'"],
        ["MATCH (n) DETACH DELETE n"],
        ["MATCH (n:Entity) REMOVE n.name"],
        ["MATCH (n:Entity) REMOVE n:Entity"],
        ["LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line"],
        ["LOAD CSV FROM 'http://127.0.0.1:1/x' AS line RETURN line"],
        ["UNWIND [1] AS x CALL (x) { CREATE (:N {x: x}) } IN TRANSACTIONS"],
        ["CREATE INDEX foo FOR (n:Entity) ON (n.name)"],
        ["DROP CONSTRAINT entity_id"],
        ["FOREACH (x IN [1] | CREATE (:N))"],
        ["CALL dbms.listConfig()"],
        ["CALL db.createLabel('X')"],
        ["SHOW TRANSACTIONS"],
        ["TERMINATE TRANSACTION 'neo4j-transaction-1'"],
        ["CREATE USER bob SET PASSWORD 'bobbobbob'"],
        ["SHOW USERS"],
        ["MATCH (n) RETURN n; MATCH (n) DETACH DELETE n"],
        ["EXPLAIN MATCH (n) RETURN n"],
        ["PROFILE MATCH (n) RETURN n"],
        ["PROFILE CREATE (n)"],
        ["CYPHER runtime=slotted CREATE (n:X) RETURN n"],
      ])("is refused where it does more than read: %s", async (text) => {
        await get().load([
          articleSaying({ id: "a" }, [{ subject: IRN, predicate: "OPPOSES", object: CORRIDOR }]),
        ]);
        const graph = await dump(get());
        const error = await ask(text).then(
          (table) => table,
          (e: unknown) => e,
        );
        expect(error).toMatchObject({ name: "QueryError" });
        expect(["refused", "syntax"]).toContain((error as QueryError).kind);
        expect(await dump(get())).toEqual(graph);
      });

      it("tells code, line and column of a fault", async () => {
        const error = await ask("MATCH (n)\n  RETRN n").catch((e: unknown) => e);
        expect(error).toMatchObject({
          kind: "syntax",
          code: "Neo.ClientError.Statement.SyntaxError",
          position: { line: 2, column: 3 },
        });
        expect((error as Error).message).toMatch(/RETRN/);
        const unknown = await ask("MATCH (n) RETURN m").catch((e: unknown) => e);
        expect(unknown).toMatchObject({ kind: "syntax", position: { line: 1, column: 18 } });
        expect((unknown as Error).message).toMatch(/Variable `m` not defined/);
      });

      it("is stopped at its time limit, and the next one is answered", async () => {
        const start = Date.now();
        const endless =
          "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*)";
        // Short enough that no fast machine meets the embedded store's limit of memory first.
        expect(code(await ask(endless, {}, { timeoutMs: 300 }).catch((e: unknown) => e))).toBe(
          "Neo.ClientError.Transaction.TransactionTimedOut",
        );
        expect(Date.now() - start).toBeLessThan(20_000);
        expect((await ask("RETURN 1 AS one")).rows).toEqual([[1]]);
      });

      it("ends when its caller goes away", async () => {
        const endless =
          "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*)";
        const controller = new AbortController();
        const result = ask(endless, {}, { signal: controller.signal }).catch((e: unknown) => e);
        setTimeout(() => controller.abort(), 300);
        expect(await result).toMatchObject({ kind: "cancelled" });
        expect((await ask("RETURN 1 AS one")).rows).toEqual([[1]]);
      });

      it("sees what was loaded since the last one", async () => {
        for (const id of ["a", "b"]) {
          await get().load([
            articleSaying({ id }, [{ subject: IRN, predicate: "OPPOSES", object: CORRIDOR }]),
          ]);
          const { rows } = await ask("MATCH (a:Article) RETURN a.id AS id ORDER BY id DESC LIMIT 1");
          expect(rows).toEqual([[id]]);
        }
      });
    });
  });
}
