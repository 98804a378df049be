import { isVerbal } from "./arguments/predicates.js";
import type { Frame, FrameLexicon, TriggerKind } from "./frames.js";
import { compoundAt, lemma, lower, type SentenceTree, tokenAt } from "./tree.js";

/** Frames of a trigger's lemma; where there are none, of what its form may be of ("ceded": "cede"). */
export function framesOf(
  tree: SentenceTree,
  index: number,
  kind: TriggerKind,
  lexicon: FrameLexicon,
): readonly Frame[] {
  const word = lemma(tree, index);
  if (kind === "noun" && lexicon.endsCompound(word)) {
    // "A cyber-attack" is no attack.
    const ofCompound = lexicon.of(kind, compoundAt(tree, index) ?? word);
    if (ofCompound.length > 0) return ofCompound;
  }
  const frames = lexicon.of(kind, word);
  if (frames.length > 0 || kind !== "verb") return frames;
  const stem = /^(.{2,}?)(?:ed|ing|es|s)$/.exec(lower(tree, index))?.[1];
  if (stem === undefined) return frames;
  const single = stem.replace(/([bdglmnprt])\1$/, "$1");
  for (const candidate of [stem, `${stem}e`, single]) {
    const found = lexicon.of(kind, candidate);
    if (found.length > 0) return found;
  }
  return frames;
}

/** What kind of frame a word may trigger; null for none. */
export function kindOf(tree: SentenceTree, index: number): TriggerKind | null {
  const token = tokenAt(tree, index);
  switch (token.upos) {
    case "VERB":
      return "verb";
    case "AUX":
      if (token.deprel === "aux") return token.lemma === "must" ? "verb" : null;
      return token.deprel.startsWith("aux") ? null : "verb";
    case "NOUN":
    case "PROPN":
      if (isVerbal(tree, index)) return "verb";
      // "ceasefire agreement", "war crimes": the head says what it is.
      return token.deprel === "compound" ? null : "noun";
    case "ADJ":
      return "adjective";
    default:
      return null;
  }
}
