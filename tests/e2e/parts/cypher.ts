import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { open, search, type Watched } from "../support/browser.js";
import type { Given } from "../support/given.js";
import type { Served } from "../support/served.js";

export const cypher = (given: Given) =>
  describe("Cypher", () => {
    let served: Served;
    let browser: Browser;
    let watched: Watched;
    let page: Page;

    beforeAll(async () => {
      ({ served, browser } = given());
      watched = await open(browser, `${served.url}/?tab=cypher`);
      page = watched.page;
      await page.getByRole("textbox", { name: "Cypher query" }).waitFor();
    });

    const write = async (query: string) => {
      await page.getByRole("textbox", { name: "Cypher query" }).click();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.press("Delete");
      await page.keyboard.insertText(query);
    };
    const run = () => page.getByRole("button", { name: "Run", exact: true }).click();

    test("Neo4j's own parser colours the query", async () => {
      await page.locator(".cypher-editor .cy-keyword", { hasText: "MATCH" }).first().waitFor();
      expect(await page.locator(".cypher-editor .cy-label", { hasText: "Country" }).count()).toBeGreaterThan(
        0,
      );
    });

    test("errors are marked where they are, with line and column", async () => {
      await write("MATCH (a:Country)\nRETURN b");
      await page.locator(".cypher-editor .cm-lintRange-error").waitFor({ timeout: 20_000 });
      await page.locator(".cypher-editor .cm-lintRange-error").hover();
      await page.getByText(/Variable `b` not defined \(line 2, column 8\)/).waitFor();
    });

    test("completion knows our labels, relations and properties", async () => {
      await write("MATCH (a:");
      await page.keyboard.type("Off");
      await page.locator(".cm-tooltip-autocomplete", { hasText: "Official" }).waitFor();
      await page.keyboard.press("Escape");
      await write("MATCH (a)-[r:");
      await page.keyboard.type("OPP");
      await page.locator(".cm-tooltip-autocomplete", { hasText: "OPPOSES" }).waitFor();
      // CodeMirror takes no key for a moment after its list opens, lest one be meant for the text.
      await page.waitForTimeout(300);
      await page.keyboard.press("Enter");
      await expect.poll(() => page.locator(".cypher-editor .cm-content").textContent()).toContain("OPPOSES");
      await page.keyboard.press("Escape");
    });

    test("a query gives a table, its JSON and a CSV file", async () => {
      await write(
        "MATCH (c:Country) WHERE c.id IN ['IRN', 'AZE'] RETURN c.id AS id, c.name AS name, c AS node ORDER BY id",
      );
      await page.keyboard.press("ControlOrMeta+Enter");
      await page.locator(".result header strong", { hasText: "2 rows" }).waitFor();
      const cells = await page.locator(".result tbody tr").first().locator("td").allTextContents();
      expect(cells).toEqual(["AZE", "Azerbaijan", "Azerbaijan"]);
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "CSV" }).click(),
      ]);
      const rows = parse(await readFile(await file.path()), { columns: true, bom: true }) as Record<
        string,
        string
      >[];
      expect(rows.map(({ id }) => id)).toEqual(["AZE", "IRN"]);
      await page.locator(".result").getByRole("button", { name: "JSON" }).click();
      const json = JSON.parse((await page.locator(".result-json").textContent()) ?? "");
      expect(json[1].name).toBe("Iran");
    });

    test("a result with nodes and relationships is drawn", async () => {
      await write("MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id = 'IRN' RETURN a, r, b LIMIT 10");
      await run();
      await page.locator(".result").getByRole("button", { name: "Graph" }).click();
      await page.locator(".result-graph canvas").first().waitFor();
      expect(await page.locator(".result-graph figcaption").textContent()).toMatch(
        /\d+ nodes, \d+ relationships?/,
      );
    });

    test("a wrong query is answered in the engine's words, with the place", async () => {
      await write("MATCH (a:Country)\nRETURN a.name,");
      await run();
      const alert = page.getByRole("alert");
      await alert.waitFor();
      expect(await alert.textContent()).toMatch(/line 2/);
      watched.troubles = watched.troubles.filter((text) => !/\b4\d\d\b/.test(text));
    });

    test("a query that would write is refused and changes nothing", async () => {
      const before = await served.api<"getStats">("/api/stats");
      await write("MATCH (a:Country) DETACH DELETE a");
      await run();
      await page.getByRole("alert").waitFor();
      const after = await served.api<"getStats">("/api/stats");
      expect(after.entities).toBe(before.entities);
      watched.troubles = watched.troubles.filter((text) => !/\b4\d\d\b/.test(text));
    });

    test("a cut result says that it is cut", async () => {
      await write("UNWIND range(1, 5000) AS n RETURN n");
      await run();
      await page.getByText(/Cut at the limit: there are more rows/).waitFor();
    });

    test("a query of the library has a form for its parameters", async () => {
      const { queries } = await served.api<"listQueries">("/api/queries");
      const query = queries.find(({ parameters }) => parameters.length > 0);
      if (!query) throw new Error("no query of the library takes a parameter");
      await page.getByRole("button", { name: query.title, exact: true }).click();
      const field = page.locator(".parameters .field").first();
      await field.waitFor();
      expect(await field.textContent()).toContain(`$${query.parameters[0]?.name}`);
      await run();
      await page.locator(".result").waitFor();
      expect(search(page).get("query")).toBe(query.name);
    });

    test("the history keeps what was run, and brings it back", async () => {
      await page.reload();
      await page.locator(".history button", { hasText: "UNWIND range" }).click();
      await expect
        .poll(() => page.locator(".cypher-editor .cm-content").textContent())
        .toContain("UNWIND range");
    });

    test("nothing else went wrong: the editor needs no inline style, no eval, no other host", () => {
      expect(watched.troubles).toEqual([]);
      expect(watched.foreign).toEqual([]);
    });
  });
