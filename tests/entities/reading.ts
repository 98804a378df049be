import { createEntityResolver } from "../../src/entities/index.js";
import { parseArticle } from "../../src/language/index.js";

const resolver = createEntityResolver();

/** The mentions of a text: `id` of what the words stand for, one line for each, in order of place. */
export function mentionsOf(text: string, publishedAt = "2023-05-10") {
  const document = parseArticle({ title: "", text });
  return resolver.resolve(document, publishedAt).mentions.map((mention) => {
    const tokens = document.sentences[mention.sentence]?.tokens ?? [];
    const words = text.slice(tokens[mention.first]?.start, tokens[mention.last - 1]?.end);
    return { ...mention, words, ids: mention.entities.map((entity) => entity.id) };
  });
}

/** The ids of all mentions of a text. */
export function idsOf(text: string, publishedAt?: string): string[] {
  return mentionsOf(text, publishedAt).flatMap((mention) => mention.ids);
}
