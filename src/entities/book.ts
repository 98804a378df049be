import type { Entity } from "../ontology/index.js";
import type { MentionKind, ResolvedMention } from "./types.js";
import { headOf, type SentenceView } from "./view.js";

/** What a rule says of a mention that it found. */
export interface Draft {
  first: number;
  last: number;
  head?: number;
  kind: MentionKind;
  entities: Entity[];
  rule: string;
  role?: string | null;
  serves?: Entity | null;
  antecedent?: ResolvedMention | null;
}

/** The mentions of a document while they are being found, in order of place. */
export class MentionBook {
  readonly #bySentence: ResolvedMention[][];
  /** The same, those whose heads stand last first, until one comes or goes. */
  readonly #lastFirst: (ResolvedMention[] | null)[] = [];
  /** Mentions of office holders without a name, for whom their states or organizations stand. */
  readonly #offices = new Set<ResolvedMention>();

  constructor(views: SentenceView[]) {
    this.#bySentence = views.map(() => []);
  }

  add(view: SentenceView, draft: Draft): ResolvedMention {
    const mention: ResolvedMention = {
      sentence: view.at,
      first: draft.first,
      last: draft.last,
      head: draft.head ?? headOf(view, draft.first, draft.last),
      kind: draft.kind,
      entities: draft.entities,
      role: draft.role ?? null,
      serves: draft.serves ?? null,
      rule: draft.rule,
      antecedent: draft.antecedent ?? null,
    };
    this.#bySentence[view.at]?.push(mention);
    this.#lastFirst[view.at] = null;
    return mention;
  }

  /** Adds what stands for something named before: tokens [first, i], headed by `i`. */
  refer(
    view: SentenceView,
    first: number,
    i: number,
    entities: Entity[],
    rule: string,
    antecedent: ResolvedMention | null,
  ): ResolvedMention {
    return this.add(view, { first, last: i + 1, head: i, kind: "anaphor", entities, rule, antecedent });
  }

  /** Marks a mention as an office holder's. */
  markOffice(mention: ResolvedMention): void {
    this.#offices.add(mention);
  }

  /** Whether the mention is of an office holder, named or not: somebody whom "he" may mean, and "it" not. */
  isOffice(mention: ResolvedMention): boolean {
    return this.#offices.has(mention);
  }

  of(sentence: number): ResolvedMention[] {
    return this.#bySentence[sentence] ?? [];
  }

  remove(mention: ResolvedMention): void {
    const list = this.of(mention.sentence);
    const at = list.indexOf(mention);
    if (at >= 0) list.splice(at, 1);
    this.#lastFirst[mention.sentence] = null;
  }

  /** The outermost mention over the token. */
  covering(sentence: number, token: number): ResolvedMention | undefined {
    let best: ResolvedMention | undefined;
    for (const mention of this.of(sentence)) {
      if (mention.first > token || token >= mention.last) continue;
      if (best === undefined || mention.last - mention.first > best.last - best.first) best = mention;
    }
    return best;
  }

  /** Mentions that end before the token, nearest first, from this sentence back to `reach` sentences before. */
  *before(sentence: number, token: number, reach: number): Generator<ResolvedMention> {
    for (let s = sentence; s >= 0 && s >= sentence - reach; s--) {
      this.#lastFirst[s] ??= [...this.of(s)].sort((a, b) => b.head - a.head);
      const list = this.#lastFirst[s] as ResolvedMention[];
      for (const mention of list) if (s < sentence || mention.last <= token) yield mention;
    }
  }

  /** All mentions in order of place, outer before inner. */
  all(): ResolvedMention[] {
    return this.#bySentence.flatMap((list) => [...list].sort((a, b) => a.first - b.first || b.last - a.last));
  }
}
