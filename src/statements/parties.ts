import type { ResolvedMention } from "../entities/index.js";
import { WEEKDAYS } from "../language/index.js";
import type { Entity, Predicate } from "../ontology/index.js";
import { isOneSide } from "./sides.js";
import { caseOf, childrenOf, lemma, lower, relation, type SentenceTree, tokenAt } from "./tree.js";

/** What an article told of two that met or agreed. */
interface Dealing {
  predicate: Predicate;
  sentence: number;
  /** The word that told of it: several pairs under one are one event. */
  trigger: number;
  ends: readonly [Party, Party];
}

/** A party of an event with the mention that named it. */
export interface Party {
  entity: Entity;
  mention: ResolvedMention;
}

/** Events that a later "the talks", "Monday's meeting" goes back to. */
const MEETINGS: ReadonlySet<Predicate> = new Set(["MET_WITH", "SIGNED_WITH"]);
const DEFINITE = new Set(["the", "this", "these", "those", "that", "both"]);
const EVENTS = new Set(
  "talk negotiation meeting encounter summit discussion conference session round conversation consultation".split(
    " ",
  ),
);
const TIMES = new Set([...WEEKDAYS, "today", "yesterday", "week", "weekend", "month"]);
const REACH = 6;

/** Remembers who dealt with whom, for sentences that tell more of it without naming them: "The talks were mediated by Oman." */
export class Parties {
  readonly #dealings: Dealing[] = [];

  tell(dealing: Dealing): void {
    if (MEETINGS.has(dealing.predicate)) this.#dealings.push(dealing);
  }

  /** Who met in the event that a definite noun goes back to; nobody where the last sentences tell of several. */
  ofMeeting(tree: SentenceTree, noun: number): readonly Party[] {
    if (!isDefinite(tree, noun)) return [];
    const earlier = this.#dealings.filter((d) => d.sentence < tree.position);
    const last = earlier.at(-1);
    if (last === undefined) return [];
    const event = earlier.filter((d) => d.sentence === last.sentence && d.predicate === last.predicate);
    if (event.some((d) => d.trigger !== last.trigger)) return [];
    // Far back, only where it is the one meeting that the article tells of.
    const near = last.sentence >= tree.position - REACH;
    const parties = distinct(event.flatMap((d) => d.ends));
    const others = earlier
      .flatMap((d) => d.ends)
      .filter((e) => !parties.some((p) => isOneSide(p.entity, e.entity)));
    return near || others.length === 0 ? parties : [];
  }
}

/** Whether a noun means a meeting already told of, with no name and no parties of its own. */
function isDefinite(tree: SentenceTree, noun: number): boolean {
  const word = lemma(tree, noun);
  if (!EVENTS.has(word)) return false;
  let definite = tokenAt(tree, noun).xpos === "NNS" && (word === "talk" || word === "negotiation");
  for (const child of childrenOf(tree, noun)) {
    const rel = relation(tokenAt(tree, child));
    if (rel === "compound" && tokenAt(tree, child).upos === "PROPN") return false;
    if (tokenAt(tree, child).deprel === "nmod:poss") definite = TIMES.has(lower(tree, child));
    if (rel === "det") definite = DEFINITE.has(lower(tree, child));
    if (
      rel === "amod" &&
      /^(?:new|further|more|other|earlier|previous|next|future)$/.test(lower(tree, child))
    )
      return false;
    if (rel === "nmod" && /^(?:between|with|among)$/.test(caseOf(tree, child) ?? "")) return false;
  }
  return definite;
}

function distinct(parties: readonly Party[]): Party[] {
  return [...new Map(parties.map((party) => [party.entity.id, party])).values()];
}
