import type { Entity } from "../ontology/index.js";
import type { Knowledge, OfficeClass } from "./knowledge.js";
import type { OfficePhrase } from "./office-phrases.js";
import type { PersonName } from "./person-names.js";
import type { Span } from "./span.js";
import { childrenBy, relation, type SentenceView, subtree, textOf, token, wordAt } from "./view.js";

const RUNS = new Set(["head", "lead", "run", "chair", "command", "govern", "rule", "represent"]);
/** What one wins or takes who comes into an office: verb to objects. */
const GAINED: Record<string, RegExp> = {
  win: /^(?:presidency|premiership|election|runoff|run-off)$/,
  clinch: /^(?:presidency|premiership|election)$/,
  take: /^(?:office|power)$/,
  assume: /^(?:office|power|presidency|premiership)$/,
  seize: /^power$/,
};

/** The office of somebody of whom only a verb tells it: "Abbas Kamel, who runs Egypt's General Intelligence Service", "Aya Sow won the presidency". */
export function toldOffice(
  known: Knowledge,
  view: SentenceView,
  name: PersonName,
  spans: Span[],
): OfficePhrase | null {
  return runs(known, view, name, spans) ?? gains(view, name, spans);
}

function runs(known: Knowledge, view: SentenceView, name: PersonName, spans: Span[]): OfficePhrase | null {
  if (view.tokens[name.last]?.form !== "," && wordAt(view, name.last) !== "who") return null;
  for (let i = name.last; i < Math.min(name.last + 6, view.tokens.length); i++) {
    const t = token(view, i);
    if (/^(?:AUX|ADV)$/.test(t.upos) || /^(?:who|,)$/.test(t.form)) continue;
    if (t.upos !== "VERB" || !RUNS.has(t.lemma)) return null;
    const span = spans.find((s) => s.first > i && s.first <= i + 3 && s.use !== "region");
    if (span === undefined || !known.entities.has(span.entity.id)) return null;
    const state = span.entity.type === "Country";
    const role = textOf(view, i, Math.min(span.last + 3, view.tokens.length));
    return office(i, "chief", role, state ? span.entity : null, state ? null : span.entity);
  }
  return null;
}

/** "Aya Sow won the presidency of Mali", "took office". */
function gains(view: SentenceView, name: PersonName, spans: Span[]): OfficePhrase | null {
  for (let i = name.first; i < name.last; i++) {
    const { deprel, head } = token(view, i);
    const verb = view.tokens[head];
    if (deprel !== "nsubj" || verb === undefined) continue;
    const objects = GAINED[verb.lemma];
    const object = childrenBy(view, head, "obj").find((c) => objects?.test(wordAt(view, c)));
    if (object === undefined) return null;
    const [first, last] = subtree(view, object);
    const state = spans.find((s) => s.first >= first && s.last <= last && s.entity.type === "Country");
    const noun = wordAt(view, object);
    const kind: OfficeClass =
      noun === "presidency" ? "head-of-state" : noun === "premiership" ? "head-of-government" : "chief";
    return office(head, kind, textOf(view, head, object + 1), state?.entity ?? null, null);
  }
  return null;
}

function office(
  at: number,
  kind: OfficeClass,
  role: string,
  country: Entity | null,
  serves: Entity | null,
): OfficePhrase {
  return {
    first: at,
    last: at + 1,
    head: at,
    class: kind,
    deputy: false,
    former: false,
    plural: false,
    determiner: "",
    owner: null,
    country,
    serves,
    role,
    counterpart: false,
    stateless: false,
  };
}
