import type { ResolvedDocument } from "../entities/index.js";
import type { Article, Entity, EntityRef, EntityType } from "../ontology/index.js";

/** Types whose canonical name may be strange to the article ("OSCE" for an organization that it spells out). */
const AS_WRITTEN: ReadonlySet<EntityType> = new Set(["Organization", "Region"]);

/** What statements of one article call their actors: organizations and regions by the fullest form that the article uses. */
export class ArticleNames {
  readonly #forms = new Map<string, string>();

  constructor(article: Article, resolved: ResolvedDocument) {
    for (const mention of resolved.mentions) {
      const [entity] = mention.entities;
      if (
        entity === undefined ||
        mention.kind !== "name" ||
        mention.entities.length > 1 ||
        !AS_WRITTEN.has(entity.type)
      )
        continue;
      const sentence = resolved.document.sentences[mention.sentence];
      const start = sentence?.tokens[mention.first]?.start;
      const end = sentence?.tokens[mention.last - 1]?.end;
      if (sentence === undefined || start === undefined || end === undefined) continue;
      const form = (sentence.index < 0 ? article.title : article.text)
        .slice(start, end)
        .replace(/^(the|The) /, "");
      const known = this.#forms.get(entity.id);
      if (known === undefined || weight(form, entity) > weight(known, entity))
        this.#forms.set(entity.id, form);
    }
  }

  refOf(entity: Entity): EntityRef {
    return {
      id: entity.id,
      type: entity.type,
      name: this.#forms.get(entity.id) ?? entity.name,
      country: entity.country,
    };
  }
}

/** Longer forms tell more; a seat that stands for a body ("Brussels") tells less than any name of its own. */
function weight(form: string, { name }: Entity): number {
  const isSeat = /^\p{Lu}\p{Ll}+$/u.test(form) && !name.split(" ").includes(form);
  return isSeat ? 0 : form.length;
}
