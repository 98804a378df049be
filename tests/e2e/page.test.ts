import { afterAll, beforeAll, describe } from "vitest";
import { articles } from "./parts/articles.js";
import { cypher } from "./parts/cypher.js";
import { evidence } from "./parts/evidence.js";
import { filters } from "./parts/filters.js";
import { forEveryone } from "./parts/for-everyone.js";
import { graph } from "./parts/graph.js";
import { largeGraph } from "./parts/large-graph.js";
import { takeAway } from "./parts/take-away.js";
import { hasBrowser, launch } from "./support/browser.js";
import { buildPage } from "./support/build.js";
import type { Given } from "./support/given.js";
import { serveSamples } from "./support/served.js";

// Software rendering on a busy machine is slow; a test that hangs is still ended.
describe.skipIf(!hasBrowser())("the page over the embedded store", { timeout: 180_000 }, () => {
  let things: ReturnType<Given> | null = null;

  beforeAll(async () => {
    await buildPage();
    const [served, browser] = await Promise.all([serveSamples(), launch()]);
    things = { served, browser };
  });
  afterAll(async () => {
    await things?.browser.close();
    await things?.served.stop();
  });

  const given: Given = () => {
    if (!things) throw new Error("the server and the browser have not been started");
    return things;
  };

  graph(given);
  filters(given);
  evidence(given);
  takeAway(given);
  cypher(given);
  forEveryone(given);
  largeGraph(given);
  // Last, because it changes what is in the store.
  articles(given);
});
