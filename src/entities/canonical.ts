import type { Entity } from "../ontology/index.js";
import type { Knowledge } from "./knowledge.js";
import type { NounPhrase } from "./noun-phrases.js";
import { forms, readTable } from "./tables.js";
import { fold, slug } from "./text.js";
import { relation, type SentenceView, token } from "./view.js";

interface KnownIssue {
  id: string;
  words: string[][];
}

interface IssueTables {
  same: Map<string, string>;
  issues: KnownIssue[];
}

let tables: IssueTables | null = null;

function issueTables(): IssueTables {
  if (tables !== null) return tables;
  const same = new Map<string, string>();
  for (const row of readTable("issue-words.tsv", ["word", "same"]))
    for (const other of forms(row.same)) same.set(fold(other), row.word);
  const issues = readTable("issues.tsv", ["id", "name", "words"]).map((row) => ({
    id: row.id,
    words: forms(row.words).map((alternative) => alternative.split(" ")),
  }));
  tables = { same, issues };
  return tables;
}

/** What names an entity inside a phrase, for its canonical form. */
export interface Inside {
  first: number;
  last: number;
  entity: Entity;
}

/** The canonical form of an issue. `bare` where it is one word without an owner: "ruling". */
export interface CanonicalIssue {
  form: string;
  bare: boolean;
}

/**
 * The canonical form of an issue: content words as lemmas, each in its standard word, complements before modifiers
 * before the head, then whose it is. "Any change of borders", "border changes" and "altering the borders" are all
 * `border-change`.
 */
export function canonicalIssue(
  known: Knowledge,
  view: SentenceView,
  phrase: NounPhrase,
  inside: Inside[],
): CanonicalIssue {
  const { same, issues } = issueTables();
  const vague = known.nouns("vague");
  const owners = [...new Set(inside.map((i) => shortId(i.entity)))].sort();
  const covered = (i: number) => inside.some((part) => part.first <= i && i < part.last);
  const wordsOf = (i: number): string[] => {
    const t = token(view, i);
    const word = fold(t.lemma);
    if (
      covered(i) ||
      !/^(?:NOUN|PROPN|ADJ|VERB|NUM)$/.test(t.upos) ||
      word === "" ||
      vague.has(word) ||
      relation(t) === "det"
    )
      return [];
    return [same.get(word) ?? word];
  };
  const complement: string[] = [];
  const before: string[] = [];
  for (let i = phrase.first; i < phrase.last; i++) {
    if (i < phrase.head) before.push(...wordsOf(i));
    else if (i > phrase.head) complement.push(...wordsOf(i));
  }
  const all = [...complement, ...before, ...wordsOf(phrase.head)];
  const bag = new Set([...all, ...inside.flatMap((part) => slug(part.entity.name).split("-"))]);
  const found = issues.find((issue) =>
    issue.words.some((alternative) => alternative.every((word) => bag.has(word))),
  );
  if (found !== undefined) return { form: found.id, bare: false };
  const parts = [...new Set(all)].slice(-6);
  if (parts.length === 0) parts.push(fold(token(view, phrase.head).lemma));
  return { form: [...parts, ...owners].join("-"), bare: parts.length === 1 && owners.length === 0 };
}

/** `irn` for IRN, `nagorno-karabakh` for region/nagorno-karabakh. */
export function shortId(entity: Entity): string {
  return (entity.id.split("/").at(-1) ?? entity.id).toLowerCase();
}
