import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { relationPhrase } from "../../../src/web/ui/words.js";
import { open, placeOf, pointAt, search, settled, type Watched } from "../support/browser.js";
import type { Given } from "../support/given.js";
import type { Served } from "../support/served.js";

/** Everybody among whom the samples speak, so that each test can pick what it needs. */
const VIEW = "/?focus=IRN,AZE,ARM&hops=1";

export const graph = (given: Given) =>
  describe("the graph", () => {
    let served: Served;
    let browser: Browser;
    let watched: Watched;
    let page: Page;

    beforeAll(async () => {
      ({ served, browser } = given());
      watched = await open(browser, served.url + VIEW);
      page = watched.page;
      await settled(page);
    });

    const drawnSize = () =>
      page.evaluate(() => {
        const { graph } = globalThis.entente.drawn.value;
        return { nodes: graph.order as number, edges: graph.size as number };
      });
    const ratio = () => page.evaluate(() => globalThis.entente.drawn.value.sigma.getCamera().ratio);

    test("draws what the API gives", async () => {
      const view = await served.api<"getGraph">("/api/graph?focus=IRN,AZE,ARM&hops=1");
      const drawn = await drawnSize();
      expect(drawn.nodes).toBe(view.nodes.length);
      expect(drawn.edges).toBe(view.edges.filter((edge) => edge.source !== edge.target).length);
      expect(drawn.edges).toBeGreaterThan(5);
    });

    test("opens on Iran, Azerbaijan and Armenia since 2020 where the address says nothing", async () => {
      const fresh = await open(browser, served.url);
      await settled(fresh.page);
      const words = await fresh.page.locator(".view-words").textContent();
      expect(words).toMatch(/Iran, Azerbaijan and Armenia and neighbours.*since 2020/);
      await fresh.page.context().close();
    });

    test("labels do not cover one another", async () => {
      const boxes = await page.evaluate(() => globalThis.entente.drawn.value.labels);
      expect(boxes.length).toBeGreaterThan(2);
      const overlaps = boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter(
            (b) =>
              !(a.must && b.must) &&
              a.left < b.left + b.width &&
              b.left < a.left + a.width &&
              a.top < b.top + b.height &&
              b.top < a.top + a.height,
          )
          .map((b) => `${a.text} / ${b.text}`),
      );
      expect(overlaps).toEqual([]);
    });

    test("parallel edges of different predicates lie side by side", async () => {
      const view = await served.api<"getGraph">("/api/graph?focus=IRN,AZE,ARM&hops=1");
      const pairs = new Map<string, string[]>();
      for (const { key, source, target } of view.edges) {
        if (source === target) continue;
        const pair = [source, target].sort().join();
        pairs.set(pair, [...(pairs.get(pair) ?? []), key]);
      }
      const busiest = [...pairs.values()].sort((a, b) => b.length - a.length)[0] ?? [];
      expect(busiest.length).toBeGreaterThan(1);
      const places = [];
      for (const key of busiest) places.push(await placeOf(page, { edge: key }));
      const distinct = new Set(places.map(({ x, y }) => `${Math.round(x / 2)},${Math.round(y / 2)}`));
      expect(distinct.size).toBe(busiest.length);
    });

    test("a click on a node opens its evidence, a click on empty ground closes it", async () => {
      const { x, y } = await pointAt(page, { node: "AZE" });
      await page.mouse.click(x, y);
      await page
        .getByRole("complementary", { name: "Evidence" })
        .getByRole("heading", { name: "Azerbaijan" })
        .waitFor();
      expect(search(page).get("node")).toBe("AZE");
      const empty = await page.locator(".graph-canvas").boundingBox();
      await page.mouse.click((empty?.x ?? 0) + 5, (empty?.y ?? 0) + 5);
      await page.waitForSelector(".panel", { state: "detached" });
      expect(search(page).get("node")).toBeNull();
    });

    test("two quick clicks in different places are two clicks, in one place they zoom", async () => {
      const before = await ratio();
      const { x, y } = await pointAt(page, { node: "AZE" });
      const ground = await page.locator(".graph-canvas").boundingBox();
      await page.mouse.click(x, y);
      await page.mouse.click((ground?.x ?? 0) + 5, (ground?.y ?? 0) + 5);
      await page.waitForSelector(".panel", { state: "detached" });
      expect(search(page).get("node")).toBeNull();
      expect(await ratio()).toBe(before);
      await page.mouse.dblclick((ground?.x ?? 0) + 5, (ground?.y ?? 0) + 5);
      await expect.poll(ratio).toBeLessThan(before);
      await page.keyboard.press("0");
      await expect.poll(ratio).toBe(before);
    });

    test("answers the pointer after it was resized by what stands beside it", async () => {
      const height = () => page.locator(".graph-canvas").evaluate((canvas) => canvas.clientHeight);
      const before = await height();
      // The picture that answers the pointer is at hand from here on.
      const ground = await page.locator(".graph-canvas").boundingBox();
      await page.mouse.move((ground?.x ?? 0) + 5, (ground?.y ?? 0) + 5);
      await page.getByText("Legend", { exact: true }).click();
      await expect.poll(height).toBeGreaterThan(before);
      await pointAt(page, { node: "IRN" });
      await page.getByText("Legend", { exact: true }).click();
      await expect.poll(height).toBe(before);
    });

    test("a click on an edge opens its statements, and the pointer over it says what it is", async () => {
      const view = await served.api<"getGraph">("/api/graph?focus=IRN,AZE,ARM&hops=1");
      const names = new Map(view.nodes.map(({ id, name }) => [id, name]));
      let opened = false;
      for (const edge of view.edges.filter(({ source, target }) => source !== target)) {
        const place = await placeOf(page, { edge: edge.key });
        await page.mouse.move(place.x, place.y);
        const phrase = `${names.get(edge.source)} ${relationPhrase(edge.predicate, edge.negated, edge.modality)} ${names.get(edge.target)}`;
        const said = page.locator(".hover-words").filter({ hasText: phrase });
        // Where edges cross, another one may lie on top.
        if (
          !(await said.waitFor({ timeout: 1_000 }).then(
            () => true,
            () => false,
          ))
        )
          continue;
        await page.mouse.click(place.x, place.y);
        await page.waitForSelector(".panel .statement");
        expect(search(page).get("edge")).toBe(edge.key);
        opened = true;
        break;
      }
      expect(opened).toBe(true);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Close the evidence" }).click();
    });

    test("a node can be dragged, and stays where it was left after a reload", async () => {
      const before = await pointAt(page, { node: "ARM" });
      await page.mouse.down();
      await page.mouse.move(before.x + 30, before.y + 20, { steps: 3 });
      await page.mouse.move(before.x + 90, before.y + 60, { steps: 3 });
      await page.mouse.up();
      const place = () =>
        page.evaluate(() => {
          const { x, y } = globalThis.entente.drawn.value.graph.getNodeAttributes("ARM");
          return { x: x as number, y: y as number };
        });
      const after = await placeOf(page, { node: "ARM" });
      expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeGreaterThan(60);
      const left = await place();
      await page.reload();
      await page.waitForFunction(() => globalThis.entente?.drawn.value);
      const again = await place();
      expect(again.x).toBeCloseTo(left.x, 1);
      expect(again.y).toBeCloseTo(left.y, 1);
    });

    test("two browsers lay the same view out alike", async () => {
      const places = [];
      for (let i = 0; i < 2; i++) {
        const other = await open(browser, served.url + VIEW);
        await settled(other.page);
        places.push(
          await other.page.evaluate(() => {
            const { x, y } = globalThis.entente.drawn.value.graph.getNodeAttributes("IRN");
            return [x, y].map((n: number) => n.toFixed(1)).join();
          }),
        );
        await other.page.context().close();
      }
      expect(places[0]).toBe(places[1]);
    });

    test("buttons and keys zoom and fit", async () => {
      const start = await ratio();
      await page.getByRole("button", { name: "Zoom in" }).click();
      await expect.poll(ratio).toBeLessThan(start * 0.8);
      await page.getByRole("button", { name: "Fit to the window" }).click();
      await expect.poll(ratio).toBeCloseTo(1, 1);
      await page.locator(".graph-canvas").focus();
      await page.keyboard.press("+");
      await expect.poll(ratio).toBeLessThan(0.8);
      await page.keyboard.press("0");
      await expect.poll(ratio).toBeCloseTo(1, 1);
    });

    test("full screen shows the graph alone", async () => {
      await page.getByRole("button", { name: "Full screen" }).click();
      await expect.poll(() => page.evaluate(() => document.fullscreenElement?.className)).toBe("graph");
      await page.evaluate(() => document.exitFullscreen());
    });

    test("nothing went wrong and nothing was asked of other hosts", () => {
      expect(watched.troubles).toEqual([]);
      expect(watched.foreign).toEqual([]);
    });
  });
