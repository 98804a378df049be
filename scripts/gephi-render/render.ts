/**
 * Draws a GEXF file with Gephi itself: its importer and its Preview make an SVG, Chromium a PNG of it.
 * `npx tsx scripts/gephi-render/render.ts graph.gexf picture.png [width]` (needs Java 17, Maven and Chromium)
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { gephiToolkit } from "./toolkit.js";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

const [graph, picture, width = "1600"] = process.argv.slice(2);
if (!graph || !picture) throw new Error("usage: render.ts graph.gexf picture.png [width]");

const folder = await mkdtemp(join(tmpdir(), "gephi-render-"));
try {
  const svg = join(folder, "picture.svg");
  const program = fileURLToPath(new URL("GephiRender.java", import.meta.url));
  await promisify(execFile)("java", [
    "-Djava.awt.headless=true",
    "-cp",
    await gephiToolkit(),
    program,
    graph,
    svg,
  ]);
  await photograph(await readFile(svg, "utf8"), picture, Number(width));
} finally {
  await rm(folder, { recursive: true });
}

async function photograph(svg: string, path: string, pixels: number): Promise<void> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: pixels, height: Math.round((pixels * 3) / 4) } });
    const scaled = svg
      .replace(/^[\s\S]*?<svg /, "<svg ")
      .replace(/(<svg [^>]*?) width="[^"]*"/, "$1")
      .replace(/(<svg [^>]*?) height="[^"]*"/, "$1");
    await page.setContent(
      `<style>body{margin:0}svg{width:94vw;height:94vh;margin:3vh 3vw;display:block}</style>${scaled}`,
    );
    await page.screenshot({ path });
  } finally {
    await browser.close();
  }
}
