import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // WebGL without a graphics card.
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/** Whether there is a browser; where not, tests are skipped, but fail in CI. */
export function hasBrowser(): boolean {
  if (existsSync(EXECUTABLE)) return true;
  const reason = `there is no Chromium at ${EXECUTABLE}: install it, or set CHROMIUM to its path`;
  if (process.env.CI) throw new Error(reason);
  console.warn(`skipped: ${reason}`);
  return false;
}

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });

/** A page that keeps what went wrong in it. */
export interface Watched {
  page: Page;
  /** Console errors and warnings, uncaught exceptions, refusals by the content security policy. */
  troubles: string[];
  /** Requests to other hosts. */
  foreign: string[];
}

/** Opens an address in a profile of its own. */
export async function open(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  const watched: Watched = { page, troubles: [], foreign: [] };
  const { host } = new URL(url);
  page.on("console", (message) => {
    // The software renderer tells of its slowness; that is no fault of the page.
    if (/GPU stall|swiftshader|Automatic fallback to software WebGL/i.test(message.text())) return;
    if (["error", "warning"].includes(message.type())) watched.troubles.push(message.text());
  });
  page.on("pageerror", (error) => watched.troubles.push(String(error)));
  page.on("request", (request) => {
    const target = new URL(request.url());
    if (target.protocol.startsWith("http") && target.host !== host) watched.foreign.push(request.url());
  });
  await page.goto(url);
  return watched;
}

/** Waits until the graph is drawn and its layout rests, so that nodes stay where they are. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('.graph-canvas[data-layout="settled"]', { timeout: 60_000 });
}

type Place = { x: number; y: number };
type Target = { node: string } | { edge: string };

/** Where a node or an edge is in the window, through the camera as it stands, once picture and page rest. */
export async function placeOf(page: Page, target: Target): Promise<Place> {
  const place = await page.evaluate(async (wanted) => {
    const { value } = globalThis.entente.drawn;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const measure = () => {
      const box = document.querySelector(".graph-canvas")?.getBoundingClientRect();
      const at = "node" in wanted ? value.placeOf(wanted.node) : value.edgePlaceOf(wanted.edge);
      return box && at && { x: box.x + at.x, y: box.y + at.y };
    };
    // A panel that has just opened or closed resizes the picture a frame or two later.
    for (let before = measure(), still = 0; ; ) {
      await frame();
      const now = measure();
      still = now && before && now.x === before.x && now.y === before.y ? still + 1 : 0;
      if (still === 3 || !now) return now;
      before = now;
    }
  }, target);
  if (!place) throw new Error(`not drawn: ${JSON.stringify(target)}`);
  return place;
}

/** Moves the pointer onto a node and waits until the page has noticed it. */
export async function pointAt(page: Page, target: Target): Promise<Place> {
  const place = await placeOf(page, target);
  await page.mouse.move(place.x, place.y);
  await page.waitForFunction(
    () => (document.querySelector(".graph-canvas") as HTMLElement).style.cursor === "pointer",
  );
  return place;
}

/** The view's query string. */
export const search = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
