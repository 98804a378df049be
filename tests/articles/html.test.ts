import { describe, expect, it } from "vitest";
import { readBytes } from "../../src/articles/index.js";

const read = (html: string, name = "page.html") => [...readBytes(name, Buffer.from(html))][0];

const PAGE = `<!DOCTYPE html><html><head>
<title>Talks in Yerevan | Wire</title>
<meta property="og:title" content="Talks in Yerevan &amp; beyond">
<meta property="og:site_name" content="Example Wire">
<meta property="article:published_time" content="2025-03-03T09:30:00+04:00">
<link rel="canonical" href="https://www.wire.example/2025/talks">
<script>var p = "<p>Not this, nor anything like it.</p>";</script>
</head><body>
<nav><p>Home News Sport and a great many other things to read</p></nav>
<div class="story"><h1>Talks</h1>
<p>YEREVAN – Iran’s minister <b>met</b>
his Armenian counterpart&nbsp;on Monday.</p>
<p>&ldquo;We agree,&rdquo; he said of the <a href="#">route</a>.</p>
<p class="caption">A photo of both ministers taken on Monday.</p>
<p>Share</p></div>
<div class="related"><p>Another story that is much longer than the one on this page, about something else entirely, with many words.</p></div>
</body></html>`;

describe("web pages", () => {
  it("takes metadata and body, and leaves out what is beside the article", () => {
    expect(read(PAGE)).toEqual({
      article: {
        id: "wire.example/2025/talks",
        title: "Talks in Yerevan & beyond",
        text: "YEREVAN – Iran’s minister met his Armenian counterpart\u00a0on Monday.\n“We agree,” he said of the route.",
        url: "https://www.wire.example/2025/talks",
        source: "Example Wire",
        publishedAt: "2025-03-03",
      },
    });
  });

  it("takes schema.org's description where the page has one, broken scripts aside", () => {
    const linked = {
      "@graph": [
        { "@type": "NewsArticle", headline: "H", datePublished: "2024-01-02", publisher: { name: "P" } },
      ],
    };
    const html = `<html><script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(linked)}</script><p>Iran met Armenia on Monday.</p></html>`;
    expect(read(html, "saved")).toMatchObject({
      article: { title: "H", publishedAt: "2024-01-02", source: "P" },
    });
  });

  it("refuses a page without text, by name", () => {
    expect(read("<html><body><div>menu</div></body></html>")).toMatchObject({
      refusal: { file: "page.html", reason: expect.stringContaining("without paragraphs") },
    });
  });
});
