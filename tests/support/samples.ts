import { join } from "node:path";
import { findFiles, readFile } from "../../src/articles/index.js";
import type { Article } from "../../src/ontology/index.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";

/** The articles of `samples/`, as `entente ingest samples` reads them. @throws where one is refused */
export async function sampleArticles(): Promise<Article[]> {
  const { files } = await findFiles([join(PACKAGE_ROOT, "samples")]);
  const articles: Article[] = [];
  for (const file of files) {
    for await (const result of readFile(file)) {
      if ("refusal" in result) throw new Error(`${result.refusal.file}: ${result.refusal.reason}`);
      articles.push(result.article);
    }
  }
  return articles;
}
