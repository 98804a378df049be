import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { open, search, settled } from "../support/browser.js";
import type { Given } from "../support/given.js";
import type { Served } from "../support/served.js";

const VIEW = "focus=IRN,AZE,ARM&hops=1";

/** Few enough rows that checking every cell takes no minutes. */
const SMALL = "focus=IRN,AZE&hops=0&tab=table";

/** Addresses of everything that the page can look like; with the table where the graph is not what matters. */
async function looks(served: Served): Promise<Record<string, string>> {
  const { edges } = await served.api<"getGraph">("/api/graph?focus=IRN,AZE&hops=0");
  const { articles } = await served.api<"listArticles">("/api/articles?limit=1");
  return {
    graph: `/?${VIEW}`,
    table: `/?${SMALL}`,
    node: `/?${SMALL}&node=AZE`,
    edge: `/?${SMALL}&edge=${encodeURIComponent(edges[0]?.key ?? "")}`,
    pair: `/?${SMALL}&pair=IRN,AZE`,
    article: `/?${SMALL}&article=${encodeURIComponent(articles[0]?.id ?? "")}`,
    cypher: "/?tab=cypher",
    articles: "/?tab=articles",
    empty: "/?focus=IRN&hops=0&from=1950&to=1951",
  };
}

/** axe through the debugger's own channel, which the page's policy does not reach. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return (found as axe.Result[])
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

export const forEveryone = (given: Given) =>
  describe("for everyone", () => {
    let served: Served;
    let browser: Browser;
    let addresses: Record<string, string>;

    beforeAll(async () => {
      ({ served, browser } = given());
      addresses = await looks(served);
    });

    const ready = (page: Page) =>
      page.waitForFunction(
        () => document.querySelector("#app")?.childElementCount && !document.querySelector(".loading"),
      );

    test.each(["light", "dark"] as const)(
      "axe finds nothing serious in %s",
      async (colorScheme) => {
        for (const [name, address] of Object.entries(addresses)) {
          const { page } = await open(browser, served.url + address, {
            colorScheme,
            reducedMotion: "reduce",
          });
          await ready(page);
          expect(await violations(page), `${name} in ${colorScheme}`).toEqual([]);
          await page.context().close();
        }
      },
      240_000,
    );

    test("at 390 pixels nothing runs over the side, and filters and evidence open over the graph", async () => {
      for (const [name, address] of Object.entries(addresses)) {
        const { page, troubles } = await open(browser, served.url + address, {
          viewport: { width: 390, height: 844 },
          hasTouch: true,
        });
        await ready(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, name).toBeLessThanOrEqual(0);
        expect(troubles, name).toEqual([]);
        if (name === "graph") {
          await page.getByRole("button", { name: /^Filters/ }).click();
          expect(await page.getByRole("button", { name: "Two steps" }).isVisible()).toBe(true);
        }
        if (name === "edge") expect(await page.locator(".panel .statement").first().isVisible()).toBe(true);
        await page.context().close();
      }
    }, 240_000);

    test("the table lists what the graph shows and can be sorted and opened by keyboard", async () => {
      const { page } = await open(browser, `${served.url}/?${VIEW}&tab=table`);
      await ready(page);
      const { edges, nodes } = await served.api<"getGraph">(`/api/graph?${VIEW}`);
      expect(await page.locator(".graph-table tbody tr").count()).toBe(Math.min(200, edges.length));
      await page.getByRole("button", { name: "Subject", exact: true }).focus();
      await page.keyboard.press("Enter");
      const names = new Map(nodes.map(({ id, name }) => [id, name]));
      const first = edges.map(({ source }) => names.get(source) ?? "").sort((a, b) => a.localeCompare(b))[0];
      expect(await page.locator(".graph-table tbody td").first().textContent()).toBe(first);
      await page.locator(".graph-table tbody tr").first().locator("button").nth(1).focus();
      await page.keyboard.press("Enter");
      await page.waitForSelector(".panel .statement");
      expect(search(page).get("edge")).not.toBeNull();
      await page.context().close();
    });

    test("everything is reached with the Tab key alone", async () => {
      const { page } = await open(browser, served.url + addresses.graph);
      await settled(page);
      const reached = new Set<string>();
      for (let i = 0; i < 70; i++) {
        await page.keyboard.press("Tab");
        reached.add(
          await page.evaluate(() => {
            const el = document.activeElement;
            return el?.getAttribute("aria-label") ?? el?.textContent?.trim().slice(0, 40) ?? "";
          }),
        );
      }
      for (const wanted of [
        "Skip to the content",
        "Cypher",
        "Take away",
        "Add a country or any entity",
        "All of Conflict",
        "Play",
        "Zoom in",
      ]) {
        expect(
          [...reached].some((text) => text.startsWith(wanted)),
          `${wanted} in ${[...reached].join(" · ")}`,
        ).toBe(true);
      }
      await page.context().close();
    });

    test("the theme can be chosen, and is kept", async () => {
      const { page } = await open(browser, served.url + addresses.graph, { colorScheme: "light" });
      await ready(page);
      const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
      expect(await theme()).toBe("light");
      await page.getByRole("button", { name: /^Theme/ }).click();
      await page.getByRole("button", { name: /^Theme/ }).click();
      expect(await theme()).toBe("dark");
      await page.reload();
      expect(await theme()).toBe("dark");
      await page.context().close();
    });

    test("where the server is gone, the page says so and can try again", async () => {
      const { page } = await open(browser, served.url + addresses.graph);
      await ready(page);
      await page.route("**/api/graph*", (route) => route.abort());
      await page.getByRole("button", { name: "Two steps" }).click();
      await page.getByText("The server does not answer").waitFor();
      await page.unroute("**/api/graph*");
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByText("The server does not answer").waitFor({ state: "detached" });
      await page.context().close();
    });

    test("the policy allows no inline script and nothing foreign", async () => {
      const response = await fetch(served.url);
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain("unsafe-inline");
      expect(policy).not.toContain("unsafe-eval");
    });

    test("the first view is there (its time is printed, not judged)", async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const start = performance.now();
      await page.goto(served.url);
      await page.waitForSelector(".graph-canvas[data-layout]");
      console.info(`first view of the samples: ${Math.round(performance.now() - start)} ms`);
      await context.close();
    });
  });
