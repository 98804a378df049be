import type { Entity } from "../ontology/index.js";
import type { Knowledge } from "./knowledge.js";
import type { OfficePhrase } from "./office-phrases.js";
import type { Appearance } from "./person.js";
import type { PersonName } from "./person-names.js";
import type { Span } from "./span.js";
import { words } from "./text.js";
import { toldOffice } from "./told-offices.js";
import { childrenBy, relation, type SentenceView, textOf, token, wordAt } from "./view.js";

const CLOSERS = new Set([",", ".", ")", "—", "–", "--", ";", ":", "”", '"', "?", "!"]);
const JOINT = /^(?:,|and)$/;
const ELECTING = /^(?:elect|re-elect|reelect|appoint|name|proclaim|declare|crown|choose)$/;
const DASH = /^(?:—|–|--|-)$/;

/**
 * Joins the names of a sentence with the offices beside them; those offices are taken out of `offices`. `before` is the sentence before,
 * in which "their presidents, X and Y" find their states.
 */
export function readAppearances(
  known: Knowledge,
  view: SentenceView,
  names: PersonName[],
  offices: OfficePhrase[],
  spans: Span[],
  before: { view: SentenceView; spans: Span[] } | undefined,
): Appearance[] {
  const used = new Set<OfficePhrase>();
  const shared = offices.filter((office) => office.plural);
  const found = names.map((name) => {
    const beside = offices.filter((office) => touches(view, name, office, names));
    const touching = offices.filter((office) => beside.includes(office) || joins(view, office, beside));
    const apart = touching.length > 0 ? undefined : offices.find((office) => isPredicate(view, name, office));
    for (const office of touching) used.add(office);
    if (apart !== undefined) used.add(apart);
    const appearance = makeAppearance(view, name, touching, spans);
    appearance.office ??= apart ?? toldOffice(known, view, name, spans);
    if (appearance.office !== null) appearance.rule = "title and name";
    return appearance;
  });
  shareWithConjuncts(view, found);
  shareAmongStates(view, found, shared, spans, before);
  for (const office of used) offices.splice(offices.indexOf(office), 1);
  return found;
}

function makeAppearance(
  view: SentenceView,
  name: PersonName,
  touching: OfficePhrase[],
  spans: Span[],
): Appearance {
  const first = Math.min(name.from, ...touching.map((office) => office.first));
  const last = Math.max(name.last, ...touching.map((office) => office.last));
  const of = ofCountry(view, name.last, spans);
  return {
    view,
    name,
    office: touching.find((office) => !office.counterpart) ?? touching[0] ?? null,
    country: of?.entity ?? ownerCountry(view, first, spans),
    first,
    last: Math.max(last, of?.last ?? 0),
    words: words(textOf(view, name.first, name.last)),
    person: null,
    rule: "name",
  };
}

/** "Irfaan Ali of Guyana". */
function ofCountry(view: SentenceView, last: number, spans: Span[]): Span | undefined {
  if (view.tokens[last]?.form !== "of") return undefined;
  const at = /^the$/i.test(view.tokens[last + 1]?.form ?? "") ? last + 2 : last + 1;
  return spans.find((span) => span.first === at && span.use === "name");
}

/** "Iran's Hassan Rouhani". */
function ownerCountry(view: SentenceView, first: number, spans: Span[]): Entity | null {
  const mark = view.tokens[first - 1];
  if (mark === undefined || !(mark.xpos === "POS" || /^[’']s$/.test(mark.form))) return null;
  return spans.find((s) => s.last === first - 1 && (s.use === "name" || s.use === "capital"))?.entity ?? null;
}

function touches(view: SentenceView, name: PersonName, office: OfficePhrase, names: PersonName[]): boolean {
  return office.last === name.from || isBefore(view, office, name) || isAfter(view, name, office, names);
}

/** "Deputy Premier and Foreign Minister Murat Nurtleu", "the junta chief, General Tiani": an office joined to the one beside the name. */
function joins(view: SentenceView, office: OfficePhrase, beside: OfficePhrase[]): boolean {
  const mark = view.tokens[office.last]?.form;
  const rank = (b: OfficePhrase) =>
    mark === "and" || (mark === "," && b.class === "military" && described(office));
  return (
    !office.plural &&
    beside.some(
      (b) => b.first === office.last + 1 && b.country === null && b.determiner === "" && !b.plural && rank(b),
    )
  );
}

/** Whether brackets or dashes stand around what follows at `at`: "(Zambia's trade minister)", "— the premier —". */
function encloses(view: SentenceView, at: number, first: number, last: number): boolean {
  const opening = view.tokens[at]?.form ?? "";
  const closing = view.tokens[last]?.form ?? "";
  if (first !== at + 1) return false;
  if (opening === "(") return closing === ")";
  return DASH.test(opening) && (DASH.test(closing) || /^[.;]?$/.test(closing));
}

function described(office: OfficePhrase): boolean {
  return (
    office.stateless ||
    office.country !== null ||
    office.serves !== null ||
    office.owner !== null ||
    office.determiner !== ""
  );
}

/** "Azerbaijan's energy minister, Parviz Shahbazov, …" */
function isBefore(view: SentenceView, office: OfficePhrase, name: PersonName): boolean {
  const plural = office.plural && view.tokens[name.last]?.form !== "and";
  if (!plural && encloses(view, office.last, name.from, name.last)) return described(office);
  if (plural || view.tokens[office.last]?.form !== "," || office.last + 1 !== name.from) return false;
  const closer = view.tokens[name.last];
  const closed =
    closer === undefined || CLOSERS.has(closer.form) || closer.form === "and" || closer.form === "of";
  const apposition = relation(token(view, name.first)) === "appos";
  return described(office) && (closed || apposition) && !hasOwnVerb(view, name, office);
}

/** Whether name and office are subjects of different verbs: "After meeting the premier, Aliyev said". */
function hasOwnVerb(view: SentenceView, name: PersonName, office: OfficePhrase): boolean {
  const t = token(view, name.first);
  return (
    relation(t) === "nsubj" &&
    !(t.head >= office.first && t.head < office.last) &&
    relation(token(view, office.head)) !== "nsubj" &&
    view.tokens[name.last]?.form !== ","
  );
}

/** "Hikmet Hajiyev, an aide to the president, …", "Ulf Kristersson, the Swedish prime minister." */
function isAfter(view: SentenceView, name: PersonName, office: OfficePhrase, names: PersonName[]): boolean {
  if (!office.plural && encloses(view, name.last, office.first, office.last)) return described(office);
  if (office.plural || view.tokens[name.last]?.form !== ",") return false;
  if (office.first !== name.last + 1 || names.some((other) => other.from === office.last)) return false;
  const closer = view.tokens[office.last];
  return (
    described(office) ||
    closer === undefined ||
    CLOSERS.has(closer.form) ||
    relation(token(view, office.head)) === "appos"
  );
}

/** "Mirzoyan, who is Armenia's foreign minister"; "Barrios refused to step aside as Venezuela's president"; "Sow was elected president". */
function isPredicate(view: SentenceView, name: PersonName, office: OfficePhrase): boolean {
  if (office.plural) return false;
  const children = view.children[office.head] ?? [];
  const inName = (i: number) => i >= name.first && i < name.last;
  if (children.some((c) => relation(token(view, c)) === "cop")) {
    if (children.some((c) => relation(token(view, c)) === "nsubj" && inName(c))) return true;
    return inName(token(view, office.head).head) && token(view, office.head).deprel === "acl:relcl";
  }
  const made = token(view, office.head);
  if (/^(?:xcomp|obj)$/.test(made.deprel) && ELECTING.test(view.tokens[made.head]?.lemma ?? ""))
    return childrenBy(view, made.head, "nsubj").some(
      (c) => token(view, c).deprel === "nsubj:pass" && inName(c),
    );
  if (!children.some((c) => relation(token(view, c)) === "case" && wordAt(view, c) === "as")) return false;
  return inName(subjectAbove(view, office.head));
}

/** The subject of the clauses above a token, or -1. */
function subjectAbove(view: SentenceView, i: number): number {
  let at = token(view, i).head;
  for (let guard = 0; at >= 0 && guard < 8; guard++) {
    const subject = (view.children[at] ?? []).find((c) => relation(token(view, c)) === "nsubj");
    if (subject !== undefined) return subject;
    at = token(view, at).head;
  }
  return -1;
}

/** "Presidents Putin and Erdogan", "their foreign ministers, X and Y": the office belongs to each. */
function shareWithConjuncts(view: SentenceView, found: Appearance[]): void {
  found.forEach((appearance, at) => {
    const before = found[at - 1];
    const office = before?.office;
    if (appearance.office !== null || before === undefined || office == null || !office.plural) return;
    if (before.name.first < office.last) return;
    if (/^(?:and|,|, and)$/.test(textOf(view, before.name.last, appearance.name.from))) {
      appearance.office = { ...office, country: null };
      appearance.rule = "title and name";
    }
  });
}

/** "The foreign ministers of Chad and Mali, X and Y": one office of each state for each name, in order. */
function shareAmongStates(
  view: SentenceView,
  found: Appearance[],
  offices: OfficePhrase[],
  spans: Span[],
  before: { view: SentenceView; spans: Span[] } | undefined,
): void {
  for (const office of offices) {
    const states = spans.filter((span) => span.use === "name" || span.use === "adjective");
    const own = states.find((span) => span.first >= office.first && span.last <= office.last);
    const theirs = office.determiner === "their" && office.country === null;
    if (own === undefined && !theirs) continue;
    const listed =
      own === undefined
        ? (together(view, spans, office.first) ?? together(before?.view, before?.spans ?? [], Infinity) ?? [])
        : own.last < office.last
          ? adjectivesBefore(view, states, own)
          : statesFrom(view, states, own);
    const end = own === undefined ? office.last : Math.max(office.last, listed.at(-1)?.last ?? 0);
    const names = namesFrom(view, found, end);
    if (listed.length < 2 || names.length !== listed.length) continue;
    names.forEach((appearance, at) => {
      const country = listed[at]?.entity ?? null;
      appearance.office = { ...office, country, plural: false };
      appearance.country = null;
      appearance.first = appearance.name.from;
      appearance.rule = "title and name";
    });
  }
}

/** The first states that a sentence names together before a place: "Chad and Mali signed". */
function together(view: SentenceView | undefined, spans: Span[], end: number): Span[] | null {
  if (view === undefined) return null;
  const states = spans.filter((span) => (span.use === "name" || span.use === "capital") && span.last <= end);
  for (const state of states) {
    const listed = statesFrom(view, states, state);
    if (listed.length > 1) return listed;
  }
  return null;
}

/** "Chad, Mali and Niger" from the first state on. */
function statesFrom(view: SentenceView, states: Span[], first: Span): Span[] {
  const listed = [first];
  for (let at = first.last; JOINT.test(view.tokens[at]?.form ?? ""); ) {
    while (JOINT.test(view.tokens[at]?.form ?? "") || view.tokens[at]?.form === "the") at++;
    const next = states.find((span) => span.first === at);
    if (next === undefined) break;
    listed.push(next);
    at = next.last;
  }
  return listed;
}

/** "Chadian and Malian" up to the last adjective. */
function adjectivesBefore(view: SentenceView, states: Span[], last: Span): Span[] {
  const listed = [last];
  for (let at = last.first; JOINT.test(view.tokens[at - 1]?.form ?? ""); ) {
    const before = states.find((span) => span.last === at - 1);
    if (before === undefined) break;
    listed.unshift(before);
    at = before.first;
  }
  return listed;
}

/** The names that follow after a comma at `end`, joined by commas and "and". */
function namesFrom(view: SentenceView, found: Appearance[], end: number): Appearance[] {
  if (view.tokens[end]?.form !== ",") return [];
  const names: Appearance[] = [];
  for (let at = end + 1; ; ) {
    const next = found.find((appearance) => appearance.name.from === at);
    if (next === undefined) return names;
    names.push(next);
    at = next.name.last;
    while (JOINT.test(view.tokens[at]?.form ?? "")) at++;
  }
}
