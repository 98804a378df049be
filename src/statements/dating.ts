import type { PartialDate, Statement } from "../ontology/index.js";
import type { Scope } from "./scope.js";
import type { TimeExpression } from "./temporal.js";
import { isUnder, relation, type SentenceTree, tokenAt } from "./tree.js";

export interface Dating {
  date: PartialDate | null;
  basis: Statement["dateBasis"];
}

/** The date of what a predicate says: the time expression nearest to it in the tree, else the day of publication. */
export function dateOf(
  tree: SentenceTree,
  scope: Scope,
  times: readonly TimeExpression[],
  publishedAt: PartialDate | null,
): Dating {
  let best: { time: TimeExpression; cost: number } | null = null;
  for (const time of times) {
    if (time.since && scope.negated) continue;
    const cost = attachmentCost(tree, scope, time);
    if (cost !== null && (best === null || cost < best.cost)) best = { time, cost };
  }
  if (best === null) return { date: publishedAt, basis: publishedAt === null ? null : "publication" };
  const later = scope.intended || scope.hypothetical;
  return {
    date: later ? best.time.future : best.time.past,
    basis: best.time.inferred ? "inferred" : "stated",
  };
}

/** How far a time expression stands from the predicate; null where it belongs to something else. */
function attachmentCost(tree: SentenceTree, scope: Scope, time: TimeExpression): number | null {
  const attached = governorOf(tree, time);
  const reports = new Set(scope.reports.map((r) => r.token));
  for (const [i, node] of scope.path.entries()) {
    const penalty = i + (reports.has(node) ? 3 : 0);
    if (attached === node) return penalty;
    const token = attached < 0 ? undefined : tokenAt(tree, attached);
    if (token !== undefined && token.head === node && isArgument(relation(token))) return penalty + 0.5;
    if (token !== undefined && isNominalPath(tree, attached, node)) return penalty + 0.8;
  }
  return null;
}

function isArgument(rel: string): boolean {
  return (
    rel === "obj" ||
    rel === "obl" ||
    rel === "nsubj" ||
    rel === "nmod" ||
    rel === "iobj" ||
    rel === "conj" ||
    rel === "xcomp"
  );
}

/** Whether only noun attachments lie between: "sanctions on exports to Iran on Monday". */
function isNominalPath(tree: SentenceTree, from: number, to: number): boolean {
  if (!isUnder(tree, from, to)) return false;
  for (let node = from; node !== to; node = tokenAt(tree, node).head) {
    const rel = relation(tokenAt(tree, node));
    if (!isArgument(rel) && rel !== "appos" && rel !== "flat" && rel !== "compound") return false;
  }
  return true;
}

/** The token outside the expression on which it hangs. */
function governorOf(tree: SentenceTree, time: TimeExpression): number {
  for (let i = time.first; i < time.last; i++) {
    const head = tokenAt(tree, i).head;
    if (head < time.first || head >= time.last) return head;
  }
  return -1;
}
