import { forms, readTable } from "./tables.js";
import { childrenBy, preposition, relation, type SentenceView, token, wordAt } from "./view.js";

interface Control {
  /** Before what the object does or is judged for; `to` for an infinitive. */
  before: Set<string>;
  /** Before the object itself; empty where it is a direct one. */
  object: Set<string>;
}

interface Verbs {
  object: Map<string, Control>;
  subject: Set<string>;
  foreign: Set<string>;
}

/** Nouns for others than their owner: who complains "about its neighbour" complains of its own. */
const OTHERS = /^(?:neighbou?r|ally|rival|foe|enemy|partner|friend)$/;

let loaded: Verbs | null = null;

/** data/antecedents.tsv by kind. */
function verbs(): Verbs {
  if (loaded !== null) return loaded;
  const found: Verbs = { object: new Map(), subject: new Set(), foreign: new Set() };
  for (const { verb, kind, prepositions } of readTable("antecedents.tsv", ["verb", "kind", "prepositions"])) {
    const [before = "", object = ""] = prepositions.split("/");
    if (kind === "object")
      found.object.set(verb, { before: new Set(forms(before)), object: new Set(forms(object)) });
    else if (kind === "subject" || kind === "foreign") found[kind].add(verb);
    else throw new Error(`data/antecedents.tsv: no kind "${kind}" (${verb})`);
  }
  loaded = found;
  return found;
}

/**
 * The token that does what the predicate at `at` says, where it has no subject of its own and hangs on a verb with an object that
 * does: Serbia in "urged Serbia to withdraw", "called on Serbia to withdraw", "accused Serbia of withdrawing"; -1 where the subject of the verb does.
 */
export function controller(view: SentenceView, at: number): number {
  const t = token(view, at);
  const governor = t.head;
  if (governor < 0 || !/^(?:xcomp|advcl|ccomp)$/.test(relation(t))) return -1;
  const { lemma, upos } = token(view, governor);
  if (upos !== "VERB" || verbs().subject.has(lemma)) return -1;
  const control = verbs().object.get(lemma);
  const object = objectOf(view, governor, control);
  if (object < 0 || object > at) return -1;
  const marks = childrenBy(view, at, "mark", "case").map((c) => wordAt(view, c));
  if (control !== undefined && marks.some((mark) => control.before.has(mark))) return object;
  const direct = control === undefined || control.object.size === 0;
  return direct && relation(t) === "xcomp" && marks.includes("to") ? object : -1;
}

/** The object of a verb: the direct one, or the one behind its preposition; -1 where there is none. */
function objectOf(view: SentenceView, verb: number, control: Control | undefined): number {
  if (control !== undefined && control.object.size > 0)
    return childrenBy(view, verb, "obl", "obj").find((c) => control.object.has(preposition(view, c))) ?? -1;
  return childrenBy(view, verb, "iobj")[0] ?? childrenBy(view, verb, "obj")[0] ?? -1;
}

/** The token that is judged for the noun that a possessive stands before: Iran in "thanked Iran for its help"; -1 where there is none. */
export function judged(view: SentenceView, possessive: number): number {
  let noun = token(view, possessive).head;
  for (let guard = 0; noun >= 0 && guard < 4 && relation(token(view, noun)) === "nmod"; guard++) {
    if (verbs().object.has(token(view, token(view, noun).head).lemma)) break;
    noun = token(view, noun).head;
  }
  if (noun >= 0 && OTHERS.test(token(view, noun).lemma)) return -1;
  if (noun < 0 || !/^(?:obl|nmod)$/.test(relation(token(view, noun)))) return -1;
  const mark = preposition(view, noun);
  const above = token(view, noun).head;
  // "thanked Iran for its help": the phrase may hang on the object.
  const governor = above >= 0 && token(view, above).upos !== "VERB" ? token(view, above).head : above;
  if (governor < 0) return -1;
  const control = verbs().object.get(token(view, governor).lemma);
  if (control === undefined || mark === "to" || !control.before.has(mark)) return -1;
  const object = objectOf(view, governor, control);
  return object >= 0 && object < possessive ? object : -1;
}

/** Whether the noun that a possessive stands before is what another suffers from the subject: "shelled its towns", "rejects its claim". */
export function isForeign(view: SentenceView, possessive: number): boolean {
  const owned = token(view, possessive).head;
  // "Two of its diplomats": the number is the object.
  const counted = owned >= 0 && relation(token(view, owned)) === "nmod" ? token(view, owned).head : -1;
  const noun = counted >= 0 && token(view, counted).upos === "NUM" ? counted : owned;
  if (noun < 0 || relation(token(view, noun)) !== "obj" || wordAt(view, possessive + 1) === "own")
    return false;
  if (OTHERS.test(token(view, noun).lemma)) return false;
  const verb = token(view, noun).head;
  return verb >= 0 && verbs().foreign.has(token(view, verb).lemma);
}
