import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../../src/graph/random.js";
import {
  ENTITY_TYPES,
  type GraphEdge,
  type GraphNode,
  type GraphView,
  PLOVER_CLASSES,
} from "../../../src/ontology/index.js";
import { open, pointAt, settled } from "../support/browser.js";
import type { Given } from "../support/given.js";
import type { Served } from "../support/served.js";

const NODES = 5_000;
const EDGES = 20_000;

/** A graph of few hubs and many others, as news give it. */
function largeView(): GraphView {
  const next = seededRandom(11);
  const nodes: GraphNode[] = Array.from({ length: NODES }, (_, i) => ({
    id: `n${i}`,
    type: i < 190 ? "Country" : (ENTITY_TYPES[1 + (i % 5)] ?? "Issue"),
    name: `Entity ${i}`,
    country: null,
    aliases: [],
    iso2: null,
    latitude: null,
    longitude: null,
    statements: 1 + Math.floor(200 / (1 + i / 20)),
  }));
  const edges: GraphEdge[] = Array.from({ length: EDGES }, (_, i) => {
    const source = `n${Math.floor(NODES * next() ** 3)}`;
    const target = `n${Math.floor(NODES * next())}`;
    return {
      key: `${source}|MET_WITH|${target}|+|actual#${i}`,
      source,
      target,
      predicate: "MET_WITH",
      negated: false,
      modality: "actual",
      qualified: false,
      directed: true,
      first: "2020-01",
      last: "2021-02",
      dates: ["2020-01", "2021-02"],
      statements: 1,
      direct: 1,
      articles: 1,
      sources: 1,
      sourceNames: [],
      confidence: 0.7,
      goldstein: 1,
      plover: PLOVER_CLASSES[i % PLOVER_CLASSES.length] ?? null,
      quotes: [],
    };
  });
  return { nodes, edges, truncated: false };
}

export const largeGraph = (given: Given) =>
  describe("a graph of 5,000 nodes and 20,000 edges", () => {
    let served: Served;
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      ({ served, browser } = given());
      const opened = await open(browser, `${served.url}/?tab=articles`);
      page = opened.page;
      const body = JSON.stringify(largeView());
      await page.route("**/api/graph*", (route) => route.fulfill({ contentType: "application/json", body }));
      await page.goto(`${served.url}/?all=1`);
      await settled(page);
    });

    /** Pictures in a second while something is done. Without a graphics card this is the processor's speed. */
    const pictures = async (act: () => Promise<void>) => {
      await page.evaluate(() => {
        const state = { count: 0, last: performance.now() };
        Object.assign(globalThis, { counted: state });
        globalThis.entente.drawn.value.sigma.on("afterRender", () => state.count++);
      });
      const start = performance.now();
      await act();
      const seconds = (performance.now() - start) / 1_000;
      const count = await page.evaluate(() => globalThis.counted.count);
      return Math.round((count / seconds) * 10) / 10;
    };

    test("is drawn whole", async () => {
      const size = await page.evaluate(() => {
        const { graph } = globalThis.entente.drawn.value;
        return [graph.order, graph.size];
      });
      expect(size[0]).toBe(NODES);
      expect(size[1]).toBeGreaterThan(EDGES * 0.99);
    });

    test("can be moved, zoomed and read (pictures a second are printed, not judged)", async () => {
      const box = await page.locator(".graph-canvas").boundingBox();
      if (!box) throw new Error("no graph");
      const moved = await pictures(async () => {
        await page.mouse.move(box.x + 60, box.y + 60);
        await page.mouse.down();
        for (let i = 0; i < 30; i++) await page.mouse.move(box.x + 60 + 4 * i, box.y + 60 + 2 * i);
        await page.mouse.up();
      });
      const zoomed = await pictures(async () => {
        for (let i = 0; i < 6; i++) {
          await page.mouse.wheel(0, i < 3 ? -200 : 200);
          await page.waitForTimeout(150);
        }
      });
      const script = await page.evaluate(() => {
        const { sigma } = globalThis.entente.drawn.value;
        const start = performance.now();
        for (let i = 0; i < 10; i++) sigma.render();
        return (performance.now() - start) / 10;
      });
      console.info(
        `5,000 nodes, 20,000 edges, software rendering: ${moved} pictures/s moving, ${zoomed} zooming; ${script.toFixed(1)} ms of script a picture`,
      );
      expect(moved).toBeGreaterThan(0);
    });

    test("a click finds the node under it", async () => {
      await page.getByRole("button", { name: "Fit to the window" }).click();
      const { x, y } = await pointAt(page, { node: "n0" });
      await page.mouse.click(x, y);
      await page.waitForFunction(() => new URL(location.href).searchParams.has("node"));
    });
  });
