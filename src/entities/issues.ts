import { makeEntity } from "./entity.js";
import type { Knowledge } from "./knowledge.js";
import type { ResolvedDocument, ResolvedMention } from "./types.js";

export class PhraseReader {
  constructor(_known: Knowledge) {}
  phrase(resolved: ResolvedDocument, sentence: number, head: number): ResolvedMention | null {
    const t = resolved.document.sentences[sentence]?.tokens[head];
    if (t === undefined || t.upos === "PRON") return null;
    return {
      sentence,
      first: head,
      last: head + 1,
      head,
      kind: "name",
      entities: [makeEntity({ id: `issue/${t.lemma}`, type: "Issue", name: t.form, country: null })],
      role: null,
      serves: null,
      rule: "noun phrase",
      antecedent: null,
    };
  }
}
