import type { PartialDate, Predicate, Statement } from "../ontology/index.js";
import { daysBetween, parseDay } from "./calendar.js";
import type { Scope } from "./scope/scope.js";
import type { TimeExpression } from "./temporal.js";
import { caseOf, childrenOf, isUnder, lower, relation, type SentenceTree, tokenAt } from "./tree.js";

export interface Dating {
  date: PartialDate | null;
  basis: Statement["dateBasis"];
}

/** When an article was published, and the recent day that its first sentence gives to what it reports. */
export interface ArticleDates {
  publishedAt: PartialDate | null;
  lead: PartialDate | null;
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
/** A lead further back than this, in days, is no news of the day. */
const RECENT = 7;
/** Prepositions of an adjunct that shares the time of its clause. */
const ADJUNCTS = new Set(["after", "during", "in", "at", "following"]);
const REPORT_COST = 3;
const AROUND_COST = 2;
const FOLLOWS_COST = 4;

/** The day of the lead, where its first sentence names one shortly before publication. */
export function leadDay(
  times: readonly TimeExpression[],
  publishedAt: PartialDate | null,
): PartialDate | null {
  const first = times.find((t) => t.past.length === 10)?.past;
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
  scope: Scope,
  predicate: Predicate,
  times: readonly TimeExpression[],
  article: ArticleDates,
): Dating {
  let best: { time: TimeExpression; cost: number; attached: number } | null = null;
  const attachment = new Attachment(tree, scope);
  const toCome = scope.intended || scope.hypothetical;
  for (const time of times) {
    if (time.since && scope.negated) continue;
    if (!toCome && isAfter(time.past, article.publishedAt)) continue;
    const attached = governorOf(tree, time);
    const cost = attachment.cost(time, attached) ?? (followsNoun(tree, scope, time) ? FOLLOWS_COST : null);
    if (cost !== null && (best === null || cost < best.cost)) best = { time, cost, attached };
  }
  if (best !== null) {
    return {
      date: toCome && !isPast(tree, best.attached) ? best.time.future : best.time.past,
      basis: best.time.inferred ? "inferred" : "stated",
    };
  }
  const { publishedAt, lead } = article;
  if (lead !== null && lead !== publishedAt && EVENTS.has(predicate) && !toCome && tellsPast(tree, scope)) {
    return { date: lead, basis: "inferred" };
  }
  return { date: publishedAt, basis: publishedAt === null ? null : "publication" };
}

/** What was done cannot have been done after it was reported: such an expression is reckoned from another date. */
function isAfter(date: PartialDate, publishedAt: PartialDate | null): boolean {
  return publishedAt !== null && date > publishedAt.slice(0, date.length);
}

/** "sympathy following A's attacks on B in June": a month or year right behind a noun dates it, wherever the tree hangs it. */
function followsNoun(tree: SentenceTree, scope: Scope, time: TimeExpression): boolean {
  const [noun] = scope.path;
  if (noun === undefined || time.past.length === 10 || tokenAt(tree, noun).upos !== "NOUN") return false;
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
    (t) => t.past.length === 10 && t.past >= publishedAt && attachment.cost(t, governorOf(tree, t)) !== null,
  );
}

/** Reckons how far time expressions stand from one predicate. */
class Attachment {
  readonly #nodes: { node: number; cost: number }[];

  constructor(
    private readonly tree: SentenceTree,
    scope: Scope,
  ) {
    const reports = new Set(scope.reports.map((r) => r.token));
    this.#nodes = scope.path.map((node, i) => ({ node, cost: i + (reports.has(node) ? REPORT_COST : 0) }));
    for (const node of around(tree, scope)) this.#nodes.push({ node, cost: AROUND_COST });
  }

  /** Null where the expression belongs to something else. */
  cost(time: TimeExpression, attached: number): number | null {
    const token = attached < 0 ? undefined : tokenAt(this.tree, attached);
    let least: number | null = null;
    for (const { node, cost } of this.#nodes) {
      const extra =
        attached === node
          ? 0
          : token !== undefined && token.head === node && isArgument(relation(token))
            ? 0.5
            : this.#far(time, attached, node);
      if (extra !== null && (least === null || cost + extra < least)) least = cost + extra;
    }
    return least;
  }

  /** Days may hang far down in a noun phrase ("sanctions on exports to Iran on Monday"); years there date the thing named. */
  #far(time: TimeExpression, attached: number, node: number): number | null {
    if (attached < 0 || time.past.length < 10) return null;
    return isNominalPath(this.tree, attached, node) ? 0.8 : null;
  }
}

/** Nodes beside the climb that may carry the date: the noun that a participle modifies, the clause that modifies a noun. */
function around(tree: SentenceTree, scope: Scope): number[] {
  const [trigger] = scope.path;
  const last = scope.path[scope.path.length - 1];
  if (trigger === undefined || last === undefined) return [];
  const nodes = childrenOf(tree, trigger).filter((c) => relation(tokenAt(tree, c)) === "acl");
  const token = tokenAt(tree, last);
  if (token.head >= 0 && (relation(token) === "acl" || token.deprel === "amod")) {
    nodes.push(token.head);
    const noun = tokenAt(tree, token.head);
    if (relation(noun) === "nsubj" && noun.head >= 0) nodes.push(noun.head);
  }
  if (token.head >= 0 && relation(token) === "nsubj") nodes.push(token.head);
  const clause = adjunctClause(tree, relation(token) === "acl" && token.head >= 0 ? token.head : last);
  if (clause !== null) nodes.push(clause);
  return nodes;
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
  const verb = scope.path.find((n) => tokenAt(tree, n).upos === "VERB");
  if (verb === undefined) return false;
  const auxiliaries = childrenOf(tree, verb).filter((c) => tokenAt(tree, c).deprel.startsWith("aux"));
  if (auxiliaries.some((c) => /^(has|have|'s|'ve|is|are|will|would|may|might|could)$/.test(lower(tree, c))))
    return false;
  return (
    tokenAt(tree, verb).xpos === "VBD" || auxiliaries.some((c) => /^(was|were|had)$/.test(lower(tree, c)))
  );
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

/** The token outside the expression on which it hangs; -1 where it is the root. */
function governorOf(tree: SentenceTree, time: TimeExpression): number {
  for (let i = time.first; i < time.last; i++) {
    const head = tokenAt(tree, i).head;
    if (head < time.first || head >= time.last) return head;
  }
  return -1;
}
