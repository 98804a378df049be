import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { MultiGraph } from "graphology";
import gexf from "graphology-gexf";
import type { Browser, Download, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { GraphView } from "../../../src/ontology/index.js";
import { open, settled, type Watched } from "../support/browser.js";
import type { Given } from "../support/given.js";
import type { Served } from "../support/served.js";

const SELECTION = "focus=IRN,AZE,ARM&hops=1&from=2018";

export const takeAway = (given: Given) =>
  describe("taking the view away", () => {
    let served: Served;
    let browser: Browser;
    let watched: Watched;
    let page: Page;
    let view: GraphView;

    beforeAll(async () => {
      ({ served, browser } = given());
      watched = await open(browser, `${served.url}/?${SELECTION}`);
      page = watched.page;
      await settled(page);
      view = await served.api<"getGraph">(`/api/graph?${SELECTION}`);
      await page.getByRole("button", { name: "Take away" }).click();
      await page.getByRole("button", { name: "gexf", exact: true }).waitFor();
    });

    const take = async (format: string): Promise<Download> => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: format, exact: true }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^entente-IRN-AZE-ARM-2018\.\w+$/);
      return file;
    };
    const text = async (format: string) => readFile(await (await take(format)).path(), "utf8");

    test("it says beforehand what will be in the file", async () => {
      const words = (await page.locator(".take-away p").first().textContent()) ?? "";
      expect(words).toContain("Iran, Azerbaijan and Armenia and neighbours, since 2018");
      expect(words).toContain(`${view.edges.length} edge`);
    });

    test("GEXF with the same nodes and edges", async () => {
      const graph = gexf.parse(MultiGraph, await text("gexf"), { allowUndeclaredAttributes: true });
      expect(graph.order).toBe(view.nodes.length);
      expect(graph.size).toBe(view.edges.length);
    });

    test("GraphML with the same nodes and edges", async () => {
      const xml = await text("graphml");
      const counted = await page.evaluate((source) => {
        const document_ = new DOMParser().parseFromString(source, "application/xml");
        const n = (name: string) => document_.getElementsByTagName(name).length;
        return { errors: n("parsererror"), nodes: n("node"), edges: n("edge") };
      }, xml);
      expect(counted).toEqual({ errors: 0, nodes: view.nodes.length, edges: view.edges.length });
    });

    test("a CSV of the edges", async () => {
      const { formats } = await served.api<"listExports">("/api/export");
      const csv = formats.find(({ name, extension }) => extension === "csv" && /edge/.test(name));
      if (!csv) throw new Error("no CSV of edges is offered");
      const rows = parse(await text(csv.name), { columns: true, bom: true });
      expect(rows.length).toBe(view.edges.length);
    });

    test("a picture as PNG, not blank", async () => {
      const bytes = await readFile(await (await take("png")).path());
      expect(bytes.subarray(1, 4).toString()).toBe("PNG");
      const colours = await page.evaluate(async (base64) => {
        const image = await createImageBitmap(
          new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type: "image/png" }),
        );
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d");
        context?.drawImage(image, 0, 0);
        const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
        const seen = new Set<string>();
        for (let i = 0; i < data.length; i += 4) seen.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
        return seen.size;
      }, bytes.toString("base64"));
      expect(colours).toBeGreaterThan(50);
    });

    test("a picture as SVG, well formed, with every node and edge named", async () => {
      const svg = await text("svg");
      const read = await page.evaluate((source) => {
        const document_ = new DOMParser().parseFromString(source, "image/svg+xml");
        return {
          errors: document_.getElementsByTagName("parsererror").length,
          titles: [...document_.querySelectorAll("g > title")].map((title) => title.textContent),
          scripts: document_.getElementsByTagName("script").length,
        };
      }, svg);
      const edges = view.edges.filter(({ source, target }) => source !== target);
      expect(read.errors).toBe(0);
      expect(read.scripts).toBe(0);
      expect(read.titles.length).toBe(view.nodes.length + edges.length);
      expect(read.titles).toContain("Azerbaijan");
    });

    test("Escape closes the sheet and gives the focus back", async () => {
      await page.keyboard.press("Escape");
      await page.waitForSelector(".take-away", { state: "detached" });
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Take away");
    });

    test("nothing went wrong", () => {
      expect(watched.troubles).toEqual([]);
    });
  });
