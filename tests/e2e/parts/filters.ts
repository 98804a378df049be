import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { PRESETS } from "../../../src/web/filters/presets.js";
import { open, search, type Watched } from "../support/browser.js";
import type { Given } from "../support/given.js";
import type { Served } from "../support/served.js";

export const filters = (given: Given) =>
  describe("focus, filters and time", () => {
    let served: Served;
    let browser: Browser;
    let watched: Watched;
    let page: Page;

    beforeAll(async () => {
      ({ served, browser } = given());
      watched = await open(browser, `${served.url}/?focus=IRN,AZE&hops=0&tab=table`);
      page = watched.page;
      await page.waitForSelector(".graph-table");
    });

    /** Edges in the view, as the page counts them. The Table tab shows the same view as the graph and is quicker to drive. */
    const shownEdges = async () => {
      const words = (await page.locator(".view-words").textContent()) ?? "";
      return Number(/([\d,]+) edge/.exec(words)?.[1]?.replace(",", ""));
    };
    const expectedEdges = async () => {
      const params = search(page);
      for (const own of ["all", "tab", "node", "edge", "pair"]) params.delete(own);
      const view = await served.api<"getGraph">(`/api/graph?${params}`);
      return view.edges.length;
    };
    const inStep = () =>
      expect.poll(async () => (await shownEdges()) - (await expectedEdges()), { timeout: 8_000 }).toBe(0);

    test("an entity is found by an alias or another spelling, and added to the focus", async () => {
      const { entities } = await served.api<"listEntities">("/api/entities?limit=200");
      const other = entities.find(
        ({ id, aliases }) => id !== "IRN" && id !== "AZE" && aliases.some((a) => a.length > 4),
      );
      const alias = other?.aliases.find((a) => a.length > 4) ?? "";
      const box = page.getByRole("combobox", { name: "Add a country or any entity" });
      await box.fill(alias);
      const options = page.locator(".entity-search [role=option] .found-name > bdi");
      await options.getByText(other?.name ?? "", { exact: true }).waitFor();
      const at = (await options.allTextContents()).indexOf(other?.name ?? "");
      for (let i = 0; i < at; i++) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expect.poll(() => search(page).get("focus")).toBe(`IRN,AZE,${other?.id}`);
      await inStep();
      await page.getByRole("button", { name: `Remove ${other?.name} from the focus` }).click();
      await expect.poll(() => search(page).get("focus")).toBe("IRN,AZE");
    });

    test("hops, relations, modality, denial, confidence and sources all narrow the graph", async () => {
      await page.getByRole("button", { name: "Neighbours" }).click();
      await inStep();
      const all = await shownEdges();
      await page.getByLabel("All of Conflict").check();
      await expect.poll(() => search(page).get("predicates")).toContain("OPPOSES");
      await inStep();
      expect(await shownEdges()).toBeLessThan(all);
      await page.getByLabel("All of Conflict").uncheck();
      await page.getByLabel("Facts", { exact: true }).uncheck();
      await expect.poll(() => search(page).get("modality")).toBe("intended,hypothetical,claimed");
      await inStep();
      await page.getByLabel("Facts", { exact: true }).check();
      await page.locator(".certainty select").selectOption("only");
      await inStep();
      await page.locator(".certainty select").selectOption("include");
      await page.getByLabel("Confidence from").fill("0.8");
      await expect.poll(() => search(page).get("minConfidence")).toBe("0.8");
      await inStep();
      await page.getByLabel("Confidence from").fill("0");
      await page.getByLabel("Independent sources from").fill("2");
      await page.keyboard.press("Tab");
      await expect.poll(() => search(page).get("minSources")).toBe("2");
      await inStep();
      await page.getByLabel("Independent sources from").fill("0");
      await page.keyboard.press("Tab");
      await inStep();
      expect(await shownEdges()).toBe(all);
    });

    test("a date that is none is refused where it is typed", async () => {
      const field = page.getByLabel("From", { exact: true });
      await field.fill("soon");
      await page.keyboard.press("Tab");
      expect(await field.evaluate((input: HTMLInputElement) => input.validationMessage)).toMatch(
        /A date as 2020/,
      );
      expect(search(page).get("from")).toBeNull();
      await field.fill("2020-09");
      await page.keyboard.press("Tab");
      await expect.poll(() => search(page).get("from")).toBe("2020-09");
      await inStep();
    });

    test("a brush over the histogram sets the window", async () => {
      const plot = await page.locator(".timeline-plot svg").boundingBox();
      if (!plot) throw new Error("no histogram");
      const y = plot.y + 30;
      await page.mouse.move(plot.x + plot.width * 0.1, y);
      await page.mouse.down();
      await page.mouse.move(plot.x + plot.width * 0.3, y, { steps: 4 });
      await page.mouse.move(plot.x + plot.width * 0.5, y, { steps: 4 });
      await page.mouse.up();
      await expect.poll(() => search(page).get("to")).toMatch(/^\d{4}-\d{2}$/);
      expect(search(page).get("from")).toMatch(/^\d{4}-\d{2}$/);
      await inStep();
    });

    test("play moves the window through the months and leaves it where it is stopped", async () => {
      const before = search(page).get("from");
      await page.getByRole("button", { name: "Play" }).click();
      await page.waitForTimeout(1_500);
      await page.getByRole("button", { name: "Stop" }).click();
      await expect.poll(() => search(page).get("from")).not.toBe(before);
      await inStep();
    });

    test("a link opens the same view in another browser", async () => {
      await page.getByRole("button", { name: "Clear all filters" }).click();
      await page.getByLabel("From", { exact: true }).fill("2016");
      await page.keyboard.press("Tab");
      await page.getByLabel("All of Talk").check();
      await expect.poll(() => search(page).get("predicates")).toContain("MET_WITH");
      const link = page.url();
      const other = await open(browser, link);
      await other.page.waitForSelector(".graph-table");
      expect(other.page.url()).toBe(link);
      expect(await other.page.getByLabel("From", { exact: true }).inputValue()).toBe("2016");
      expect(await other.page.getByLabel("All of Talk").isChecked()).toBe(true);
      const words = (target: Page) => target.locator(".view-words").textContent();
      await inStep();
      expect(await words(other.page)).toBe(await words(page));
      await other.page.context().close();
    });

    test("Back goes to the view before", async () => {
      const before = page.url();
      await page.getByLabel("All of Talk").uncheck();
      await expect.poll(() => page.url()).not.toBe(before);
      await page.goBack();
      await expect.poll(() => page.url()).toBe(before);
      await page.waitForFunction(
        () => document.querySelector<HTMLInputElement>('[aria-label="All of Talk"]')?.checked,
      );
    });

    test("a link that cannot be read in part says so and shows the rest", async () => {
      const odd = await open(browser, `${served.url}/?focus=IRN&hops=many&from=2020`);
      await odd.page.getByText("The link's hops could not be read").waitFor();
      expect(await odd.page.getByLabel("From", { exact: true }).inputValue()).toBe("2020");
      await odd.page.context().close();
    });

    test("every sample question has an answer in the samples", async () => {
      for (const [i, { question }] of PRESETS.entries()) {
        await page.getByLabel("Question").selectOption(String(i));
        await inStep();
        expect(await shownEdges(), question).toBeGreaterThan(0);
      }
    });

    test("where nothing fits, the page says what to do", async () => {
      await page.goto(`${served.url}/?focus=IRN&hops=0&from=1950&to=1951`);
      await page.getByRole("heading", { name: "No statement fits this view" }).waitFor();
      await page.getByRole("button", { name: "Show everybody" }).click();
      await page.waitForSelector(".graph-canvas[data-layout]");
      await inStep();
      expect(await shownEdges()).toBeGreaterThan(0);
    });

    test("nothing went wrong", () => {
      expect(watched.troubles).toEqual([]);
    });
  });
