import type { Entity } from "../ontology/index.js";
import type { GroupPhrase } from "./groups.js";
import type { Span } from "./span.js";
import { type SentenceView, textOf } from "./view.js";

const COUNTRY_USES = new Set(["name", "adjective", "national", "capital", "seat"]);

/** A body that somebody serves, as a title names it. */
interface Body {
  last: number;
  country: string | null;
  /** The organization where a name says it, else the words that describe it. */
  entity: Entity | null;
  what: string[];
  name: string;
}

/** A body with its state after "of": "Iran's Expediency Council", "the Belarusian security committee". */
export function bodyAt(view: SentenceView, from: number, spans: Span[], groups: GroupPhrase[]): Body | null {
  const i = /^the$/i.test(view.tokens[from]?.form ?? "") ? from + 1 : from;
  const group = groups.find(
    (g) =>
      (g.first === from || g.first === i) &&
      g.countries.length === 1 &&
      /^(?:force|body|party)$/.test(g.kind),
  );
  if (group !== undefined) {
    const name = textOf(view, group.core, group.coreLast);
    return {
      last: group.last,
      country: group.countries[0]?.id ?? null,
      entity: null,
      what: group.what,
      name,
    };
  }
  const owner = spans.find((s) => s.first === i && COUNTRY_USES.has(s.use));
  if (owner === undefined) return null;
  const next = /^['’]s?$/.test(view.tokens[owner.last]?.form ?? "") ? owner.last + 1 : owner.last;
  const span = spans.find((s) => s.first === next && s.use === "organization");
  if (span === undefined || (span.entity.country !== null && span.entity.country !== owner.entity.id))
    return null;
  return { last: span.last, country: owner.entity.id, entity: span.entity, what: [], name: span.entity.name };
}
