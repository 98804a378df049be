import { antecedentOf, lower, tokenAt } from "../tree.js";
import type { Fill, Reading, SlotMap } from "./slots.js";

const RELATIVE_WORDS = new Set(["which", "who", "that", "whom", "whose"]);

/** The participant itself, or what a relative pronoun stands for. */
export function follow(ctx: Reading, index: number): Fill {
  const token = tokenAt(ctx.tree, index);
  if (
    !RELATIVE_WORDS.has(token.form.toLowerCase()) ||
    !(token.xpos.startsWith("W") || token.upos === "PRON")
  ) {
    return { token: index, via: "direct" };
  }
  const antecedent = antecedentOf(ctx.tree, index);
  return antecedent === null ? { token: index, via: "direct" } : { token: antecedent, via: "relative" };
}

/** "New Delhi, where he was on a visit": the relative adverb stands for the place. */
export function where(ctx: Reading, index: number, child: number, slots: SlotMap): void {
  const clause = tokenAt(ctx.tree, index);
  if (lower(ctx.tree, child) === "where" && clause.deprel === "acl:relcl" && clause.head >= 0) {
    slots.add("in", { token: clause.head, via: "relative" });
  }
}
