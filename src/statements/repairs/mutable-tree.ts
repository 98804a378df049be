import type { Token } from "../../language/index.js";

const NONE: number[] = [];

/** The children of each token, in order of place. */
export function childrenOfEach(tokens: readonly Token[]): (readonly number[])[] {
  // Most tokens have none, and share one empty list.
  const children = new Array<number[]>(tokens.length).fill(NONE);
  for (let i = 0; i < tokens.length; i++) {
    const { head } = tokens[i] as Token;
    const siblings = children[head];
    if (siblings === NONE) children[head] = [i];
    else siblings?.push(i);
  }
  return children;
}

/** Tokens that are copied when they are first changed: the document's own stay as the parser made them. */
export class MutableTree {
  tokens: readonly Token[];
  #copy: Token[] | null = null;
  /** The children of each token, until a head changes. */
  #children: (readonly number[])[] | null = null;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  at(index: number): Token {
    const token = this.tokens[index];
    if (token === undefined) throw new RangeError(`no token ${index}`);
    return token;
  }

  has(index: number): boolean {
    return index >= 0 && index < this.tokens.length;
  }

  change(index: number, fields: Partial<Token>): void {
    if (this.#copy === null) {
      this.#copy = [...this.tokens];
      this.tokens = this.#copy;
    }
    this.#copy[index] = { ...this.at(index), ...fields };
    if (fields.head !== undefined) this.#children = null;
  }

  children(index: number): readonly number[] {
    this.#children ??= childrenOfEach(this.tokens);
    return this.#children[index] ?? NONE;
  }

  childWith(index: number, ...deprels: string[]): number | undefined {
    for (const c of this.children(index)) if (deprels.includes(this.at(c).deprel)) return c;
    return undefined;
  }

  /** Whether a clause has a subject of any kind. */
  hasSubject(index: number): boolean {
    return this.childWith(index, "nsubj", "nsubj:pass", "nsubj:outer", "csubj") !== undefined;
  }

  /** The nearest verb above a token; undefined where there is none. */
  verbAbove(index: number): number | undefined {
    let { head } = this.at(index);
    while (this.has(head) && this.at(head).upos !== "VERB") head = this.at(head).head;
    return this.has(head) ? head : undefined;
  }

  case(index: number): string | null {
    const found = this.childWith(index, "case");
    return found === undefined || this.at(found).xpos === "POS" ? null : this.at(found).form.toLowerCase();
  }

  /** Whether `ancestor` is on the way from `index` to the root. */
  isUnder(index: number, ancestor: number): boolean {
    for (let node = index, steps = 0; node >= 0 && steps < 40; steps++) {
      if (node === ancestor) return true;
      node = this.at(node).head;
    }
    return false;
  }
}
