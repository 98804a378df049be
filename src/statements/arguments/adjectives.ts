import type { Token } from "../../language/index.js";
import { caseOf, childrenOf, childWith, lower, relation, tokenAt } from "../tree.js";
import { isPredicate } from "./predicates.js";
import { follow } from "./relatives.js";
import type { Reading, SlotMap } from "./slots.js";
import { controller, surfaceSubject } from "./subjects.js";
import { speaker } from "./verbs.js";

/** Participants of an adjective or adverb: `subj`, `comp` and prepositions. */
export function adjective(ctx: Reading, index: number, token: Token, slots: SlotMap, depth: number): void {
  for (const c of childrenOf(ctx.tree, index)) {
    const child = tokenAt(ctx.tree, c);
    const fill = follow(ctx, c);
    const rel = relation(child);
    if (rel === "nsubj" || rel === "csubj") slots.add("subj", fill);
    else if (rel === "xcomp" || rel === "ccomp") slots.add("comp", fill);
    else if (rel === "obl" || rel === "nmod") {
      const preposition = caseOf(ctx.tree, c);
      if (preposition !== null) slots.add(preposition, fill);
    } else if (rel === "advcl") {
      const mark = childWith(ctx.tree, c, "mark");
      if (mark !== undefined)
        slots.add(lower(ctx.tree, mark) === "to" ? "comp" : lower(ctx.tree, mark), fill);
    }
  }
  speaker(ctx, index, token, slots, depth);
  if (slots.has("subj") || token.head < 0) return;
  const governor = tokenAt(ctx.tree, token.head);
  const rel = relation(token);
  if (rel === "amod" || rel === "acl" || rel === "appos")
    slots.add("subj", { token: token.head, via: "direct" });
  else if (rel === "xcomp") {
    const subject = controller(ctx, token.head, governor, depth);
    if (subject !== null) slots.add("subj", subject);
  } else if ((rel === "advcl" || rel === "conj") && isPredicate(governor)) {
    const subject = surfaceSubject(ctx, token.head, "control", depth);
    if (subject !== null) slots.add("subj", subject);
  }
}
