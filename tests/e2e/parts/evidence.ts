import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { GraphEdge } from "../../../src/ontology/index.js";
import { open, search, type Watched } from "../support/browser.js";
import type { Given } from "../support/given.js";
import type { Served } from "../support/served.js";

export const evidence = (given: Given) =>
  describe("evidence", () => {
    let served: Served;
    let browser: Browser;
    let watched: Watched;
    let page: Page;
    let edge: GraphEdge;

    beforeAll(async () => {
      ({ served, browser } = given());
      const { edges } = await served.api<"getGraph">("/api/graph?focus=IRN,AZE,ARM&hops=1");
      edge = edges
        .filter(({ source, target }) => source !== target)
        .sort((a, b) => b.statements - a.statements)[0] as GraphEdge;
      watched = await open(
        browser,
        `${served.url}/?tab=table&focus=IRN,AZE,ARM&edge=${encodeURIComponent(edge.key)}`,
      );
      page = watched.page;
      await page.waitForSelector(".panel .statement");
    });

    test("the panel lists every statement of an edge with the quote marked in its sentence", async () => {
      const { statements, total } = await served.api<"listStatements">(
        `/api/statements?edge=${encodeURIComponent(edge.key)}&limit=25`,
      );
      expect(total).toBe(edge.statements);
      expect(await page.locator(".panel .statement").count()).toBe(statements.length);
      for (const [i, statement] of statements.entries()) {
        const card = page.locator(".panel .statement").nth(i);
        expect(await card.locator("mark").textContent()).toBe(statement.evidence.quote);
        const text = (await card.textContent()) ?? "";
        expect(text).toContain(statement.confidence.toFixed(2));
        expect(text).toMatch(/(high|moderate|low) confidence/);
        if (statement.speaker) expect(text).toContain(`said by ${statement.speaker.name}`);
        if (statement.article.source) expect(text).toContain(statement.article.source);
      }
    });

    test("negation and modality are said in words", async () => {
      const { edges } = await served.api<"getGraph">("/api/graph?negated=only");
      const denied = edges[0];
      if (!denied) throw new Error("the samples deny nothing");
      await page.goto(`${served.url}/?tab=table&all=1&edge=${encodeURIComponent(denied.key)}`);
      await page.locator(".panel .statement .caution").first().waitFor();
      expect(await page.locator(".panel .statement .caution").first().textContent()).toMatch(
        /is or was not so/,
      );
      const planned = (await served.api<"getGraph">("/api/graph?modality=intended&negated=exclude")).edges[0];
      if (!planned) throw new Error("the samples plan nothing");
      await page.goto(`${served.url}/?tab=table&all=1&edge=${encodeURIComponent(planned.key)}`);
      await page.locator(".panel .statement .caution").first().waitFor();
      expect(await page.locator(".panel .statement .caution").first().textContent()).toMatch(
        /Announced or planned/,
      );
    });

    test("a statement opens its article with every statement marked in the text", async () => {
      await page.goto(`${served.url}/?tab=table&focus=IRN,AZE,ARM&edge=${encodeURIComponent(edge.key)}`);
      await page.locator(".panel .statement .article-link").first().click();
      const reader = page.getByRole("dialog", { name: "Article" });
      await reader.locator("mark.chosen").first().waitFor();
      const id = search(page).get("article") ?? "";
      const detail = await served.api<"getArticle">(`/api/articles/${encodeURIComponent(id)}`);
      const body = (await reader.locator(".article-body").textContent()) ?? "";
      expect(body.replaceAll(/\s+/g, "")).toBe(
        `${detail.article.title || id}${detail.article.text}`.replaceAll(/\s+/g, ""),
      );
      const marked = (await reader.locator(".article-body mark").allTextContents()).join("");
      for (const { evidence } of detail.statements) {
        for (const word of evidence.quote.split(/\s+/)) expect(marked).toContain(word);
      }
      expect(await reader.locator(".findings li").count()).toBe(detail.statements.length);
    });

    test("why a mention was taken for its entity can be opened", async () => {
      const reader = page.getByRole("dialog", { name: "Article" });
      await reader.locator(".article-body .mention").first().click();
      const why = reader.locator(".resolution");
      await why.waitFor();
      expect(await why.textContent()).toMatch(/Why “.+” is .+Rule: /);
      await page.keyboard.press("Escape");
      await reader.waitFor({ state: "detached" });
      await expect.poll(() => search(page).get("article")).toBeNull();
    });

    test("a node's panel says its aliases, relations and articles", async () => {
      await page.goto(`${served.url}/?tab=table&focus=IRN,AZE,ARM&node=IRN`);
      await page.waitForSelector(".panel .edge-list li");
      const detail = await served.api<"getEntity">("/api/entities/IRN");
      const panel = (await page.locator(".panel").textContent()) ?? "";
      expect(panel).toContain(`Relations (${detail.edges.length})`);
      expect(panel).toContain(`Articles that mention it (${detail.articles.length})`);
      expect(panel).toContain("also ");
    });

    test("two countries have a chart over time, and a year picks its events", async () => {
      await page.goto(`${served.url}/?tab=table&focus=IRN,AZE&hops=0&pair=IRN,AZE`);
      await page.waitForSelector(".pair-chart .year");
      const { bins } = await served.api<"getTimeline">("/api/timeline?pair=IRN,AZE");
      const years = new Set(bins.map(({ month }) => month.slice(0, 4)));
      expect(await page.locator(".pair-chart .year").count()).toBe(years.size);
      const year = page.locator(".pair-chart .year").last();
      await year.focus();
      await page.keyboard.press("Enter");
      const name = [...years].sort().at(-1);
      await page.getByRole("heading", { name: `Events of ${name}` }).waitFor();
      await page.waitForSelector(".panel .statement");
      for (const meta of await page.locator(".panel .statement .meta").allTextContents())
        expect(meta).toContain(name);
    });

    test("the article that is gone is said to be gone", async () => {
      await page.goto(`${served.url}/?tab=table&article=no-such-article`);
      await page.getByRole("dialog").getByRole("alert").waitFor();
      expect(await page.getByRole("dialog").textContent()).toContain("no-such-article");
      // The browser itself reports the 404 that the page then explains.
      watched.troubles = watched.troubles.filter((text) => !text.includes("404"));
    });

    test("nothing went wrong", () => {
      expect(watched.troubles).toEqual([]);
      expect(watched.foreign).toEqual([]);
    });
  });
