import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinSubjects } from "../../src/language/coordination.js";
import { parseArticle, reparseConllu, type Sentence } from "../../src/language/index.js";
import { loadModel } from "../../src/language/model.js";
import { plainKernel } from "../../src/language/plain-kernel.js";
import { analyse } from "../../src/language/trees.js";
import { wasmKernel } from "../../src/language/wasm-kernel.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";

/** What is wrong with a sentence: roots, cycles, forms that do not stand in the text where they say. */
function faults({ tokens, start, end }: Sentence, text: string): string[] {
  const found: string[] = [];
  if (tokens.filter(({ head }) => head === -1).length !== 1) found.push("not one root");
  const reachesRoot = new Set<number>();
  tokens.forEach((token, i) => {
    if (text.slice(token.start, token.end) !== token.form) found.push(`offsets of ${token.form}`);
    if (!/^\S+$/u.test(token.form)) found.push(`blank in "${token.form}"`);
    if ((token.head === -1) !== (token.deprel === "root")) found.push(`relation of ${token.form}`);
    if (i > 0 && token.start < tokens[i - 1]!.end) found.push(`order of ${token.form}`);
    const path = new Set<number>();
    for (let at = i; at !== -1 && !reachesRoot.has(at); at = tokens[at]!.head) {
      if (path.has(at)) {
        found.push(`cycle at ${token.form}`);
        return;
      }
      path.add(at);
    }
    for (const at of path) reachesRoot.add(at);
  });
  if (start !== tokens[0]?.start || end !== tokens[tokens.length - 1]?.end) found.push("ends");
  return found;
}

const newsPieces = fc.constantFrom(
  ..."Iran rejected the plan . , “ ” ( ) – Mr. U.S. Jan. 1 don't and who said that ministers' 😀 é \n /TASS/ -".split(
    " ",
  ),
);

describe("trees", () => {
  it("are well-formed, with exact offsets, for any text", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc.array(newsPieces, { maxLength: 60 }).map((pieces) => pieces.join(" ")),
    );
    fc.assert(
      fc.property(anyText, anyText, (title, text) => {
        const document = parseArticle({ title, text });
        for (const sentence of document.sentences) {
          expect(faults(sentence, sentence.index < 0 ? title : text)).toEqual([]);
        }
        const covered = document.sentences
          .filter(({ index }) => index >= 0)
          .flatMap(({ tokens }) => tokens.map(({ form }) => form))
          .join("");
        expect(covered).toBe(text.replace(/\s+/gu, ""));
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it("are well-formed for one token and for thousands", () => {
    for (const text of ["Go", "😀", ".", "a ".repeat(400), "said that ".repeat(9_000)]) {
      for (const sentence of parseArticle({ title: "", text }).sentences) {
        expect(faults(sentence, text)).toEqual([]);
      }
    }
  });

  it("say who does what to whom", () => {
    const { sentences } = parseArticle({
      title: "",
      text: "Deputy Foreign Minister Abbas Karimi said on Monday that Iran had rejected the plan.",
    });
    const { tokens } = sentences[0]!;
    const relation = (form: string) => {
      const token = tokens.find((each) => each.form === form)!;
      return [token.deprel, tokens[token.head]?.form];
    };
    expect(relation("Minister")).toEqual(["nmod:desc", "Abbas"]);
    expect(relation("Karimi")).toEqual(["flat", "Abbas"]);
    expect(relation("Abbas")).toEqual(["nsubj", "said"]);
    expect(relation("rejected")).toEqual(["ccomp", "said"]);
    expect(relation("Iran")).toEqual(["nsubj", "rejected"]);
    expect(relation("plan")).toEqual(["obj", "rejected"]);
  });

  it.each([
    ["Turkey jailed the opposition leader.", "jailed", "leader"],
    ["Laos exports electricity to Thailand.", "exports", "electricity"],
    ["Benin patrols its northern border.", "patrols", "border"],
    ["Iran drills unsettle Gulf neighbours", "unsettle", "neighbours"],
    ["Mongolia, which borders Russia, refused the request.", "refused", "request"],
    ["Rebels backed by Rwanda captured the town.", "captured", "town"],
  ])("find the finite verb of %j", (text, verb, object) => {
    const { tokens } = parseArticle({ title: "", text }).sentences[0]!;
    const root = tokens.find(({ head }) => head === -1)!;
    expect([root.form, root.upos]).toEqual([verb, "VERB"]);
    const found = tokens.find(({ deprel, head }) => deprel === "obj" && tokens[head] === root);
    expect(found?.form).toBe(object);
  });

  it("join the subjects of a list, whatever the parser made of it", () => {
    const word = (form: string, upos: string, head: number, deprel: string) => ({
      form,
      lemma: form,
      upos,
      xpos: "",
      head,
      deprel,
    });
    const words = [
      word("Ministers", "NOUN", 7, "nsubj"),
      word("of", "ADP", 2, "case"),
      word("Togo", "PROPN", 0, "nmod"),
      word(",", "PUNCT", 4, "punct"),
      word("Mali", "PROPN", 7, "nsubj"),
      word("and", "CCONJ", 6, "cc"),
      word("Chad", "PROPN", 4, "conj"),
      word("met", "VERB", -1, "root"),
    ];
    joinSubjects(words);
    expect(words[4]).toMatchObject({ head: 2, deprel: "conj" });
    const pair = [
      word("Togo", "PROPN", 3, "nsubj"),
      word("and", "CCONJ", 3, "cc"),
      word("Mali", "PROPN", 3, "nsubj"),
      word("met", "VERB", -1, "root"),
    ];
    joinSubjects(pair);
    expect(pair.map(({ head, deprel }) => `${deprel} ${head}`)).toEqual([
      "nsubj 3",
      "cc 2",
      "conj 0",
      "root -1",
    ]);
  });

  it("are the same with and without WebAssembly", () => {
    const code = readFileSync(join(PACKAGE_ROOT, "data", "model", "kernel.wasm"));
    const fast = loadModel((sizes) => wasmKernel(code, sizes)!);
    const plain = loadModel(plainKernel);
    const words = fc.array(
      fc.oneof(
        newsPieces.filter((piece) => piece.trim() !== ""),
        fc.stringMatching(/^[a-zA-Zé]{1,9}$/),
      ),
      {
        minLength: 1,
        maxLength: 50,
      },
    );
    fc.assert(
      fc.property(words, (forms) => {
        expect(analyse(plain, forms)).toEqual(analyse(fast, forms));
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

describe("lemmas", () => {
  it("take endings off and lower the case, but not of names", () => {
    const { sentences } = parseArticle({
      title: "",
      text: "Ministers were meeting in Yerevan. They said the countries' leaders have gone.",
    });
    const lemmas = sentences.flatMap(({ tokens }) => tokens.map(({ lemma }) => lemma)).join(" ");
    expect(lemmas).toBe("minister be meet in Yerevan . they say the country 's leader have go .");
  });

  it.each([
    ["shelled", "shell"],
    ["fled", "flee"],
    ["patrolled", "patrol"],
    ["ceded", "cede"],
    ["smuggled", "smuggle"],
    ["shot", "shoot"],
  ])("of the past form %s", (form, lemma) => {
    const { tokens } = parseArticle({ title: "", text: `The rebels ${form} it.` }).sentences[0]!;
    expect(tokens[2]!.lemma).toBe(lemma);
  });
});

describe("verbs of the press that the treebanks lack", () => {
  it.each([
    ["Rabat is revoking the licence.", "revoking", "revoke"],
    ["After upbraiding the envoy, Rabat left.", "upbraiding", "upbraid"],
    ["Rabat kept uniting the clans.", "uniting", "unite"],
    ["Rabat was waging war.", "waging", "wage"],
  ])("%s", (text, form, lemma) => {
    const { tokens } = parseArticle({ title: "", text }).sentences[0]!;
    expect(tokens.find((t) => t.form === form)!.lemma).toBe(lemma);
  });

  it.each([
    ["Rabat responded by imposing tariffs on Tunis.", "imposing", "VBG"],
    ["Rabat left an imposing building.", "imposing", "JJ"],
    ["Rabat will no longer back Tunis in the dispute.", "back", "VB"],
    ["Rabat decided to loan Tunis five ships.", "loan", "VB"],
  ])("%s", (text, form, tag) => {
    const { tokens } = parseArticle({ title: "", text }).sentences[0]!;
    expect(tokens.find((t) => t.form === form)!.xpos).toBe(tag);
  });
});

describe("CoNLL-U", () => {
  const row = (n: number, form: string) => `${n}\t${form}\t_\t_\t_\t_\t_\t_\t_\t_`;

  it("keeps words, comments and multiword tokens, and replaces tags and trees", () => {
    const given = [
      "# sent_id = 1",
      "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_",
      row(1, "do"),
      row(2, "n't"),
      row(3, "go"),
      "",
      "",
    ];
    const lines = reparseConllu(given.join("\n"), "x.conllu").split("\n");
    expect(lines.slice(0, 2)).toEqual(given.slice(0, 2));
    expect(lines[2]).toMatch(/^1\tdo\tdo\tAUX\t/);
    expect(lines[4]).toMatch(/^3\tgo\tgo\tVERB\tVB\t_\t0\troot\t/);
  });

  it("refuses what is none, naming file and line", () => {
    expect(() => reparseConllu("# a\n1\tIran\n", "x.conllu")).toThrow("x.conllu:2");
  });
});
