import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { open, type Watched } from "../support/browser.js";
import type { Given } from "../support/given.js";
import type { Served } from "../support/served.js";

const ARTICLE = `Ministers open a new crossing
BAKU (Test Wire) – Iran supports Azerbaijan. Armenia condemned Azerbaijan on 3 May 2024.
Iranian Foreign Minister Hossein Amir-Abdollahian met with Azerbaijani Foreign Minister Jeyhun Bayramov in Baku on Tuesday.`;

const LONG_WORD = "Karabakh".repeat(1_300);
const HOSTILE = `Notes on <img src=x onerror="window.pwned=1"> Iran & <script>window.pwned=2</script> others
TEHRAN (Test Wire) – <img src=x onerror="window.pwned=3"> Iran opposes Armenia. \u202eIran supports Azerbaijan.\u202c
${LONG_WORD}
"><svg onload=window.pwned=4> Armenia accused Azerbaijan of <b>aggression</b>.`;

export const articles = (given: Given) =>
  describe("adding articles", () => {
    let served: Served;
    let browser: Browser;
    let watched: Watched;
    let page: Page;

    beforeAll(async () => {
      ({ served, browser } = given());
      watched = await open(browser, `${served.url}/?tab=articles`);
      page = watched.page;
      await page.getByRole("heading", { name: "In the store" }).waitFor();
    });

    const count = async () => (await served.api<"getStats">("/api/stats")).articles;
    const paste = async (text: string) => {
      await page.getByLabel("Paste an article, or drop files here").fill(text);
      await page.getByRole("button", { name: "Read the text" }).click();
    };

    test("the articles in the store are listed, and can be searched", async () => {
      const { total, articles } = await served.api<"listArticles">("/api/articles?limit=50");
      expect(await page.locator(".article-list li").count()).toBe(articles.length);
      expect(await page.getByRole("heading", { name: "In the store" }).textContent()).toContain(
        String(total),
      );
      const word = articles[0]?.title.split(" ").find((w) => w.length > 5) ?? "";
      await page.getByLabel("Search titles").fill(word);
      await expect
        .poll(async () =>
          (await page.locator(".article-list li").allTextContents()).every((text) => text.includes(word)),
        )
        .toBe(true);
      await page.getByLabel("Search titles").fill("");
    });

    test("a pasted text is previewed, and stored only when told to", async () => {
      const before = await count();
      await paste(ARTICLE);
      await page.getByRole("heading", { name: "Read, not stored yet" }).waitFor();
      expect(await count()).toBe(before);
      const found = (await page.locator(".preview").textContent()) ?? "";
      expect(found).toContain("Azerbaijan");
      expect(found).toMatch(/confidence/);
      await page.getByRole("button", { name: "Store it" }).click();
      await page.getByRole("heading", { name: "Stored" }).waitFor();
      expect(await count()).toBe(before + 1);
      await page.getByRole("button", { name: "Add more" }).click();
    });

    test("dropped files are read one by one; what is no article is refused by name with its reason", async () => {
      const files = [
        ["first.txt", ARTICLE.replace("a new crossing", "a second crossing")],
        ["broken.json", "{ not json"],
        ["rows.jsonl", '{"title":"One","text":"Armenia met with Iran in Yerevan."}\n{"title":"Two"}\n'],
      ];
      const transfer = await page.evaluateHandle((list) => {
        const data = new DataTransfer();
        for (const [name, text] of list) data.items.add(new File([text ?? ""], name ?? ""));
        return data;
      }, files);
      await page.dispatchEvent(".dropzone", "drop", { dataTransfer: transfer });
      await page.getByRole("heading", { name: "Read, not stored yet" }).waitFor();
      const refused = (await page.locator(".refused").textContent()) ?? "";
      expect(refused).toContain("broken.json");
      expect(refused).toContain("rows.jsonl");
      expect(refused).toContain("line 2");
      expect(await page.locator(".preview").count()).toBe(2);
      await page.getByRole("button", { name: "Discard" }).click();
    });

    test("progress is told while the server reads", async () => {
      const seen: string[] = [];
      await page.exposeFunction("seen", (text: string) => seen.push(text));
      await page.evaluate(() => {
        new MutationObserver(() => {
          const text = document.querySelector(".report-head p")?.textContent;
          if (text) globalThis.seen(text);
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      await page.getByLabel("Article files").setInputFiles(
        Array.from({ length: 12 }, (_, i) => ({
          name: `story-${i}.txt`,
          mimeType: "text/plain",
          buffer: Buffer.from(ARTICLE.replace("a new crossing", `crossing number ${i}`)),
        })),
      );
      await page.getByRole("heading", { name: "Read, not stored yet" }).waitFor();
      expect(
        new Set(seen.map((text) => /file (\d+) of 12/.exec(text)?.[1]).filter(Boolean)).size,
      ).toBeGreaterThan(2);
      await page.getByRole("button", { name: "Discard" }).click();
    });

    test("a hostile article is shown as the text that it is", async () => {
      await paste(HOSTILE);
      await page.getByRole("heading", { name: "Read, not stored yet" }).waitFor();
      await page.getByRole("button", { name: "Store it" }).click();
      await page.getByRole("heading", { name: "Stored" }).waitFor();
      await page.getByRole("button", { name: "Add more" }).click();
      await page.locator(".article-list .article-link").filter({ hasText: "onerror" }).first().click();
      const reader = page.getByRole("dialog", { name: "Article" });
      await reader.locator(".article-body p").first().waitFor();
      const body = (await reader.locator(".article-body").textContent()) ?? "";
      expect(body).toContain('<img src=x onerror="window.pwned=3">');
      expect(body).toContain(LONG_WORD);
      expect(
        await reader
          .locator(".article-body img, .article-body script, .article-body svg, .article-body b")
          .count(),
      ).toBe(0);
      expect(await page.evaluate(() => globalThis.pwned)).toBeUndefined();
      const wide = await reader.locator(".reader-text").evaluate((el) => el.scrollWidth > el.clientWidth + 1);
      expect(wide).toBe(false);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Graph", exact: true }).click();
      await page.waitForSelector(".graph-canvas[data-layout]");
      expect(await page.evaluate(() => globalThis.pwned)).toBeUndefined();
    });

    test("an article can be removed", async () => {
      await page.getByRole("button", { name: "Articles", exact: true }).click();
      const before = await count();
      page.once("dialog", (dialog) => void dialog.accept());
      await page
        .locator(".article-list li")
        .filter({ hasText: "onerror" })
        .getByRole("button", { name: /^Remove/ })
        .click();
      await expect.poll(count).toBe(before - 1);
    });

    test("nothing went wrong", () => {
      expect(watched.troubles).toEqual([]);
      expect(watched.foreign).toEqual([]);
    });
  });
