import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leaseNeo4j } from "../support/neo4j.js";
import { hasBrowser, launch, open, pointAt, settled, type Watched } from "./support/browser.js";
import { buildPage } from "./support/build.js";
import { type Served, serve } from "./support/served.js";

const lease = hasBrowser() ? await leaseNeo4j() : null;

describe.skipIf(!lease)("the page over Neo4j", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;

  beforeAll(async () => {
    await buildPage();
    if (!lease) return;
    [served, browser] = await Promise.all([serve(await lease.open()), launch()]);
    watched = await open(browser, `${served.url}/?focus=IRN,AZE,ARM`);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    await lease?.release();
  });

  test("draws the graph, opens evidence, charts a pair and runs Cypher", async () => {
    const { page } = watched;
    await settled(page);
    const { x, y } = await pointAt(page, { node: "IRN" });
    await page.mouse.click(x, y);
    await page.waitForSelector(".panel .statement mark");
    await page.goto(`${served.url}/?focus=IRN,AZE&hops=0&pair=IRN,AZE`);
    await page.waitForSelector(".pair-chart .year");
    await page.goto(`${served.url}/?tab=cypher`);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.locator(".result").waitFor();
    expect(await page.locator(".view-words").textContent()).toMatch(/neo4j|bolt/i);
    expect(watched.troubles).toEqual([]);
  });
});
