import type { Entity } from "../ontology/index.js";
import type { MentionBook } from "./book.js";
import type { OfficePhrase } from "./office-phrases.js";
import { type SentenceView, token } from "./view.js";

/** The states in "Lithuanian and Belarusian commanders", "the presidents of Russia, Iran and Azerbaijan". */
export function statesOfOffice(book: MentionBook, view: SentenceView, office: OfficePhrase): Entity[] {
  const found = office.country === null ? [] : [office.country];
  for (const entity of statesAfter(book, view, office).states)
    if (!found.some((e) => e.id === entity.id)) found.push(entity);
  const inside = book.of(view.at).filter((m) => m.entities[0]?.type === "Country" && m.kind !== "place");
  for (const mention of inside) {
    const governor = token(view, mention.head).head;
    const linked = governor >= office.first && governor < office.last;
    const conjunct =
      governor >= 0 &&
      token(view, mention.head).deprel.startsWith("conj") &&
      inside.some(
        (o) =>
          o !== mention &&
          o.first <= governor &&
          governor < o.last &&
          (o.first >= office.first || token(view, o.head).head === office.head),
      );
    if (linked || conjunct)
      for (const entity of mention.entities) if (!found.some((e) => e.id === entity.id)) found.push(entity);
  }
  return found;
}

/** The states that follow in a list, with the place where it ends: "… of Russia, Iran and Azerbaijan". */
export function statesAfter(
  book: MentionBook,
  view: SentenceView,
  office: OfficePhrase,
): { states: Entity[]; last: number } {
  const list = { states: [] as Entity[], last: office.last };
  if (office.country === null || office.last === office.head + 1) return list;
  const named = book.of(view.at).filter((m) => m.entities[0]?.type === "Country" && m.kind !== "demonym");
  for (let i = office.last; i < view.tokens.length; ) {
    if (/^(?:,|and|the)$/.test(token(view, i).form)) {
      i++;
      continue;
    }
    const next = named.find((m) => m.first === i);
    if (next === undefined) break;
    list.states.push(...next.entities);
    list.last = next.last;
    i = next.last;
  }
  return list;
}
