import type { EntityResolver, ResolvedDocument, ResolvedMention } from "../entities/index.js";
import type { SupportVerbs } from "./lexicon.js";
import { caseOf, lemma, lower, relation, type SentenceTree, tokenAt } from "./tree.js";

type Kind = "any" | "issue" | "agreement";

/** Pronouns that can stand for a thing to support, oppose or sign, and whether they stand for several. */
const PRONOUNS: ReadonlyMap<string, "one" | "several"> = new Map([
  ["it", "one"],
  ["this", "one"],
  ["that", "one"],
  ["one", "one"],
  ["them", "several"],
  ["they", "several"],
  ["these", "several"],
  ["those", "several"],
]);
/** Beside, in or near a thing one stands as in a place. */
const SPATIAL = new Set([
  "beside",
  "near",
  "in",
  "around",
  "inside",
  "outside",
  "by",
  "into",
  "through",
  "along",
]);
const ROLES = ["obj", "nsubj", "obl", "nmod", "root", "appos", "conj"];
/** In the sentence before, what a clause is about rather than what stands in its phrases. */
const PROMINENT = ["obj", "nsubj", "root"];

/** Finds the issue or agreement that a pronoun stands for: "The resolution was adopted. Kenya had backed it." */
export class Topics {
  constructor(
    private readonly resolved: ResolvedDocument,
    private readonly resolver: EntityResolver,
    private readonly tree: SentenceTree,
    private readonly before: SentenceTree | null,
    private readonly support: SupportVerbs,
  ) {}

  /** What the token stands for; null where it is no such pronoun or nothing fit was spoken of. */
  of(token: number, kind: Kind): ResolvedMention | null {
    const number = PRONOUNS.get(lower(this.tree, token));
    const { upos } = tokenAt(this.tree, token);
    if (number === undefined || (upos !== "PRON" && upos !== "NUM" && upos !== "DET")) return null;
    if (SPATIAL.has(caseOf(this.tree, token) ?? "")) return null;
    const clause = clauseOf(this.tree, token);
    for (let i = token - 1; i >= 0; i--) {
      if (clauseOf(this.tree, i) === clause) continue;
      const found = this.#matter(this.tree, i, number, kind, ROLES);
      if (found !== null) return found;
    }
    if (this.before === null) return null;
    for (const role of PROMINENT) {
      for (let i = this.before.tokens.length - 1; i >= 0; i--) {
        const found = this.#matter(this.before, i, number, kind, [role]);
        if (found !== null) return found;
      }
    }
    return null;
  }

  /** The phrase of a noun that names something to decide on, of the number and in one of the roles asked for. */
  #matter(
    tree: SentenceTree,
    noun: number,
    number: "one" | "several",
    kind: Kind,
    roles: readonly string[],
  ): ResolvedMention | null {
    const token = tokenAt(tree, noun);
    if (token.upos !== "NOUN" && token.upos !== "PROPN") return null;
    if (!roles.includes(relation(token)) || token.xpos.endsWith("S") !== (number === "several")) return null;
    const named = this.resolved.headedBy(tree.position, noun);
    const isAgreement = named?.entities[0]?.type === "Agreement";
    if (!isAgreement && (named !== undefined || !this.support.matters.has(lemma(tree, noun)))) return null;
    const phrase = this.resolver.phrase(this.resolved, tree.position, noun);
    const type = phrase?.entities[0]?.type;
    if (type !== "Agreement" && (type !== "Issue" || kind === "agreement")) return null;
    return phrase;
  }
}

const MAX_CLIMB = 12;

/** The verb of the clause in which a token stands; the token's topmost head where it has none. */
function clauseOf(tree: SentenceTree, index: number): number {
  let node = tokenAt(tree, index).head;
  let top = index;
  for (let steps = 0; node >= 0 && steps < MAX_CLIMB; steps++) {
    const token = tokenAt(tree, node);
    if (token.upos === "VERB") return node;
    top = node;
    node = token.head;
  }
  return top;
}
