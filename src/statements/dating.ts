import type { PartialDate, Predicate, Statement } from "../ontology/index.js";
import { daysBetween, parseDay } from "./calendar.js";
import type { Scope } from "./scope/scope.js";
import { distanceBefore, shift, type TimeExpression } from "./temporal.js";
import { caseOf, childrenOf, isUnder, lower, relation, type SentenceTree, tokenAt } from "./tree.js";

export interface Dating {
  date: PartialDate | null;
  basis: Statement["dateBasis"];
}

/** What is to be dated. */
export interface DatedEvent {
  scope: Scope;
  predicate: Predicate;
  /** Planned or possible: its weekday is the next, not the last. */
  toCome: boolean;
}

/** When an article was published, and the recent day that its first sentence gives to what it reports. */
export interface ArticleDates {
  publishedAt: PartialDate | null;
  lead: PartialDate | null;
  /** The day that the sentence before names last, where it is past. */
  before: PartialDate | null;
  /** Whether it is a communiqué: what was said in it was said on the day of the lead. */
  minutes: boolean;
}

/** Events that happen on a day; stances and disputes hold on the day of publication. */
const EVENTS: ReadonlySet<Predicate> = new Set([
  "SIGNED",
  "SIGNED_WITH",
  "MET_WITH",
  "VISITED",
  "SANCTIONED",
  "YIELDED_TO",
  "MEDIATED",
  "COERCED",
]);
/** Those whose object's date is their own ("brokered the ceasefire of November 2020"). */
const MAKING: ReadonlySet<Predicate> = new Set(["SIGNED", "SIGNED_WITH", "MEDIATED", "MET_WITH"]);
/** What a clause says of them happened long after they came about: "the treaty between A and B expires on Monday". */
const LASTING: ReadonlySet<Predicate> = new Set(["SIGNED", "SIGNED_WITH", "MEMBER_OF", "PART_OF"]);
/** A lead further back than this, in days, is no news of the day. */
const RECENT = 7;
/** Characters of a date that names its day. */
const DAY_LENGTH = 10;
/** Prepositions of an adjunct that shares the time of its clause. */
const ADJUNCTS = new Set(["after", "during", "in", "at", "following"]);
const REPORT_COST = 3;
const AROUND_COST = 2;
const FOLLOWS_COST = 4;
const CONJUNCT_COST = 2.5;
const CIRCUMSTANCE_COST = 5;

/** The day of the lead, where its first sentence names one shortly before publication. */
export function leadDay(
  times: readonly TimeExpression[],
  publishedAt: PartialDate | null,
): PartialDate | null {
  const first = times.find((t) => t.past.length === DAY_LENGTH)?.past;
  const [day, published] = [parseDay(first ?? null), parseDay(publishedAt)];
  if (first === undefined || day === null || published === null) return null;
  const days = daysBetween(day, published);
  return days >= 0 && days <= RECENT ? first : null;
}

/**
 * The date of what a predicate says: the time expression nearest to it in the tree; for a past event of
 * the news without one, the day of the lead; else the day of publication.
 */
export function dateOf(
  tree: SentenceTree,
  { scope, predicate, toCome }: DatedEvent,
  times: readonly TimeExpression[],
  article: ArticleDates,
): Dating {
  let best: { time: TimeExpression; cost: number; attached: number } | null = null;
  const attachment = new Attachment(tree, scope, LASTING.has(predicate));
  for (const time of times) {
    if (time.since && (scope.negated || toCome || tellsPast(tree, scope))) continue;
    if (!toCome && isAfter(time.past, article.publishedAt)) continue;
    const attached = governorOf(tree, time);
    if ((toCome || !MAKING.has(predicate)) && isOfNoun(tree, scope, time, attached, toCome)) continue;
    const cost = attachment.cost(time, attached) ?? (followsNoun(tree, scope, time) ? FOLLOWS_COST : null);
    if (cost !== null && (best === null || cost < best.cost)) best = { time, cost, attached };
  }
  const shifted = best === null || best.cost > 0 ? besideClause(tree, scope, times) : null;
  if (shifted !== null) return { date: shifted, basis: "inferred" };
  if (best !== null) {
    return {
      date: toCome && !isPast(tree, best.attached) ? best.time.future : best.time.past,
      basis: best.time.inferred ? "inferred" : "stated",
    };
  }
  const { publishedAt, lead, before } = article;
  if (before !== null && !toCome && tellsPast(tree, scope) && goesOn(tree, scope))
    return { date: before, basis: "inferred" };
  const tells = EVENTS.has(predicate) || article.minutes;
  if (lead !== null && lead !== publishedAt && tells && !toCome && tellsPast(tree, scope)) {
    return { date: lead, basis: "inferred" };
  }
  return { date: publishedAt, basis: publishedAt === null ? null : "publication" };
}

/**
 * A time that belongs to a noun beside the event: "deplored the decision of last month", "treat the wounded after
 * Saturday's earthquake"; a bare year names the thing that is planned ("bid for the 2030 tournament").
 */
function isOfNoun(
  tree: SentenceTree,
  scope: Scope,
  time: TimeExpression,
  attached: number,
  toCome: boolean,
): boolean {
  if (attached < 0 || scope.path.includes(attached) || tokenAt(tree, attached).upos === "VERB") return false;
  if (scope.path.some((n) => relation(tokenAt(tree, n)) === "acl" && tokenAt(tree, n).head === attached))
    return false;
  const { deprel } = tokenAt(tree, time.first);
  if (deprel === "nmod:poss") return true;
  if (time.first > 0 && lower(tree, time.first - 1) === "of") return true;
  return toCome && time.last - time.first === 1 && /^(compound|nummod|amod)$/.test(deprel);
}

/** What was done cannot have been done after it was reported: such an expression is reckoned from another date. */
function isAfter(date: PartialDate, publishedAt: PartialDate | null): boolean {
  return publishedAt !== null && date > publishedAt.slice(0, date.length);
}

/** "sympathy following A's attacks on B in June": a month or year right behind a noun dates it, wherever the tree hangs it. */
function followsNoun(tree: SentenceTree, scope: Scope, time: TimeExpression): boolean {
  const [noun] = scope.path;
  if (noun === undefined || time.past.length === DAY_LENGTH || tokenAt(tree, noun).upos !== "NOUN")
    return false;
  const preposition = tokenAt(tree, time.first).upos === "ADP" ? 0 : 1;
  return lastUnder(tree, noun) === time.first - 1 - preposition;
}

function lastUnder(tree: SentenceTree, node: number): number {
  return Math.max(node, ...childrenOf(tree, node).map((child) => lastUnder(tree, child)));
}

/** "meets Mr Erdogan here today": present tense with the day of publication or a later one is still to come. */
export function isScheduled(
  tree: SentenceTree,
  scope: Scope,
  times: readonly TimeExpression[],
  publishedAt: PartialDate | null,
): boolean {
  const verb = scope.path[0];
  if (verb === undefined || publishedAt === null || !/^VB[ZP]$/.test(tokenAt(tree, verb).xpos)) return false;
  const attachment = new Attachment(tree, scope);
  return times.some(
    (t) =>
      t.past.length === DAY_LENGTH &&
      t.past >= publishedAt &&
      attachment.cost(t, governorOf(tree, t)) !== null,
  );
}

/** Reckons how far time expressions stand from one predicate. */
class Attachment {
  readonly #nodes: { node: number; cost: number }[];

  constructor(
    private readonly tree: SentenceTree,
    scope: Scope,
    lasting = false,
  ) {
    const reports = new Set(scope.reports.map((r) => r.token));
    this.#nodes = scope.path.map((node, i) => ({ node, cost: i + (reports.has(node) ? REPORT_COST : 0) }));
    for (const node of around(tree, scope, lasting)) this.#nodes.push({ node, cost: AROUND_COST });
    for (const node of conjuncts(tree, scope)) this.#nodes.push({ node, cost: CONJUNCT_COST });
    for (const node of circumstances(tree, scope)) this.#nodes.push({ node, cost: CIRCUMSTANCE_COST });
  }

  /** Null where the expression belongs to something else. */
  cost(time: TimeExpression, attached: number): number | null {
    const token = attached < 0 ? undefined : tokenAt(this.tree, attached);
    let least: number | null = null;
    for (const { node, cost } of this.#nodes) {
      const extra =
        attached === node || isClauseOf(this.tree, node, time)
          ? 0
          : token !== undefined && token.head === node && isPartOf(this.tree, attached, node)
            ? 0.5
            : this.#far(time, attached, node);
      if (extra !== null && (least === null || cost + extra < least)) least = cost + extra;
    }
    return least;
  }

  /** Days may hang far down in a noun phrase ("sanctions on exports to Iran on Monday"); years there date the thing named. */
  #far(time: TimeExpression, attached: number, node: number): number | null {
    if (attached < 0 || time.past.length < DAY_LENGTH) return null;
    return isNominalPath(this.tree, attached, node) ? 0.8 : null;
  }
}

/** "on Friday, when B telephoned C": the clause that says what happened at the time named. */
function isClauseOf(tree: SentenceTree, node: number, time: TimeExpression): boolean {
  const { head, deprel } = tokenAt(tree, node);
  return head >= time.first && head < time.last && (deprel === "acl:relcl" || deprel === "advcl");
}

/** "gave in and resigned on Thursday": later verbs in the same past tense. */
function conjuncts(tree: SentenceTree, scope: Scope): number[] {
  const verb = firstVerb(tree, scope);
  if (verb === undefined || !isPast(tree, verb)) return [];
  return childrenOf(tree, verb).filter((c) => tokenAt(tree, c).deprel === "conj" && isPast(tree, c));
}

/** "praised B when she spoke on Sunday", "A, who arrived on Sunday, met B", "A, meeting on Sunday, condemned B": clauses that tell when and how it came. */
function circumstances(tree: SentenceTree, scope: Scope): number[] {
  const verb = firstVerb(tree, scope);
  if (verb === undefined) return [];
  return childrenOf(tree, verb).flatMap((c) => {
    const rel = relation(tokenAt(tree, c));
    if (rel === "advcl") return childrenOf(tree, c).some((w) => lower(tree, w) === "when") ? [c] : [];
    if (rel !== "nsubj" || !isPast(tree, verb)) return [];
    return childrenOf(tree, c).filter((r) => {
      const { deprel, xpos } = tokenAt(tree, r);
      return (deprel === "acl:relcl" && isPast(tree, r)) || (deprel === "acl" && xpos === "VBG");
    });
  });
}

function firstVerb(tree: SentenceTree, scope: Scope): number | undefined {
  return scope.path.find((n) => tokenAt(tree, n).upos === "VERB");
}

/** "She also met B": a story goes on with its actor and its day. */
function goesOn(tree: SentenceTree, scope: Scope): boolean {
  const verb = firstVerb(tree, scope);
  if (verb === undefined) return false;
  return childrenOf(tree, verb).some(
    (c) => relation(tokenAt(tree, c)) === "nsubj" && tokenAt(tree, c).upos === "PRON",
  );
}

/** Nodes beside the climb that may carry the date: the noun that a participle modifies, the clause that modifies a noun. */
function around(tree: SentenceTree, scope: Scope, lasting: boolean): number[] {
  const [trigger] = scope.path;
  const last = scope.path[scope.path.length - 1];
  if (trigger === undefined || last === undefined) return [];
  const nodes = childrenOf(tree, trigger).filter((c) => relation(tokenAt(tree, c)) === "acl");
  const token = tokenAt(tree, last);
  if (token.head >= 0 && isContemporary(tree, last)) nodes.push(token.head);
  if (token.head >= 0 && (relation(token) === "acl" || token.deprel === "amod")) {
    nodes.push(token.head);
    const noun = tokenAt(tree, token.head);
    if (relation(noun) === "nsubj" && noun.head >= 0) nodes.push(noun.head);
  }
  if (token.head >= 0 && relation(token) === "nsubj" && !lasting) nodes.push(token.head);
  const clause = adjunctClause(tree, relation(token) === "acl" && token.head >= 0 ? token.head : last);
  if (clause !== null) nodes.push(clause);
  return nodes;
}

/** "began on Sunday, when A shelled B", "stunned them by demanding": clauses of the same moment as the one they hang from. */
function isContemporary(tree: SentenceTree, clause: number): boolean {
  if (tokenAt(tree, clause).deprel !== "advcl") return false;
  const words = childrenOf(tree, clause).map((c) => lower(tree, c));
  return (
    words.includes("when") ||
    words.includes("where") ||
    (tokenAt(tree, clause).xpos === "VBG" && words.includes("by"))
  );
}

/** "agreed on Sunday after hours of negotiations": the clause whose adjunct a noun is. */
function adjunctClause(tree: SentenceTree, noun: number): number | null {
  let node = noun;
  for (let steps = 0; steps < 3; steps++) {
    const token = tokenAt(tree, node);
    if (token.head < 0 || (relation(token) !== "obl" && relation(token) !== "nmod")) return null;
    const preposition = caseOf(tree, node);
    if (relation(token) === "obl")
      return preposition !== null && ADJUNCTS.has(preposition) ? token.head : null;
    node = token.head;
  }
  return null;
}

function isPast(tree: SentenceTree, node: number): boolean {
  return node >= 0 && tokenAt(tree, node).xpos === "VBD";
}

/** Whether the first verb on the way up is in the past tense and not in the present perfect. */
function tellsPast(tree: SentenceTree, scope: Scope): boolean {
  const verb = firstVerb(tree, scope);
  if (verb === undefined) return false;
  const auxiliaries = childrenOf(tree, verb).filter((c) => tokenAt(tree, c).deprel.startsWith("aux"));
  if (auxiliaries.some((c) => /^(has|have|'s|'ve|is|are|will|would|may|might|could)$/.test(lower(tree, c))))
    return false;
  return (
    tokenAt(tree, verb).xpos === "VBD" || auxiliaries.some((c) => /^(was|were|had)$/.test(lower(tree, c)))
  );
}

/** An argument of the event, or a second event of the same tense. */
function isPartOf(tree: SentenceTree, index: number, node: number): boolean {
  const token = tokenAt(tree, index);
  if (!isArgument(relation(token))) return false;
  return token.deprel !== "conj" || token.upos !== "VERB" || token.xpos === tokenAt(tree, node).xpos;
}

function isArgument(rel: string): boolean {
  return ["obj", "obl", "nsubj", "nmod", "iobj", "conj", "xcomp"].includes(rel);
}

/** Whether only noun attachments lie between two tokens. */
function isNominalPath(tree: SentenceTree, from: number, to: number): boolean {
  if (!isUnder(tree, from, to)) return false;
  for (let node = from; node !== to; node = tokenAt(tree, node).head) {
    const rel = relation(tokenAt(tree, node));
    if (!isArgument(rel) && rel !== "appos" && rel !== "flat" && rel !== "compound") return false;
  }
  return true;
}

/**
 * "broke with A a day after B recognised C": a clause behind "after" or "before" lies as far from the date of the
 * clause above it as the words before the preposition say; behind a bare "after" it is of the same time. Null where
 * the clause above has no date, or the event stands in no such clause.
 */
function besideClause(
  tree: SentenceTree,
  scope: Scope,
  times: readonly TimeExpression[],
): PartialDate | null {
  const clause = scope.path.find((n) => tokenAt(tree, n).deprel === "advcl");
  const mark =
    clause === undefined
      ? undefined
      : childrenOf(tree, clause).find((c) => /^(after|before)$/.test(lower(tree, c)));
  if (clause === undefined || mark === undefined) return null;
  const above = tokenAt(tree, clause).head;
  // "Peru on Tuesday recalled": the tree may hang a day behind the subject on that.
  const base = times.find((t) => {
    const attached = governorOf(tree, t);
    const onSubject =
      attached >= 0 &&
      relation(tokenAt(tree, attached)) === "nsubj" &&
      tokenAt(tree, attached).head === above;
    return !t.since && (attached === above || onSubject);
  });
  if (base === undefined) return null;
  const direction = lower(tree, mark) === "after" ? -1 : 1;
  const distance = distanceBefore(tree.tokens, mark);
  if (distance === null) return direction < 0 ? base.past : null;
  const day = parseDay(base.past);
  return day === null
    ? null
    : shift(day, distance.unit, direction * distance.count).slice(0, base.past.length);
}

/** The token outside the expression on which it hangs; -1 where it is the root. */
function governorOf(tree: SentenceTree, time: TimeExpression): number {
  for (let i = time.first; i < time.last; i++) {
    const head = tokenAt(tree, i).head;
    if (head < time.first || head >= time.last) return head;
  }
  return -1;
}
