import { Command } from "commander";
import type { Explanation } from "../extract.js";
import type { Article } from "../ontology/index.js";
import { EXIT } from "./exit.js";
import { readInput } from "./input.js";
import { note, print, refusalLine } from "./output.js";

const EXAMPLES = `
Prints, sentence by sentence: the tokens with part of speech, head and relation; the mentions with the rule that
resolved them; and every statement with its frame, its words of negation and modality, and what its confidence is made of.

Examples:
  entente explain article.txt
  entente explain article.txt --sentence 4
  echo "Iran condemned the attack." | entente explain -

Exit code: 0 fine, 1 some input was refused, 2 cannot run.
`;

/** `entente explain`: how an article was read. */
export function explainCommand(): Command {
  return new Command("explain")
    .description("show trees, mentions, frames and confidence of an article")
    .argument("<path...>", "files, folders or globs; - for standard input")
    .option("--sentence <n>", "only this sentence, counted from 0; -1 for the title", Number)
    .option("--no-trees", "leave the trees out")
    .addHelpText("after", EXAMPLES)
    .action(explain);
}

async function explain(paths: string[], options: { sentence?: number; trees: boolean }): Promise<void> {
  const { createExtractor } = await import("../extract.js");
  const extractor = createExtractor();
  let refused = 0;
  for await (const result of readInput(paths, false)) {
    if ("refusal" in result) {
      refused++;
      note(refusalLine(result.refusal));
      continue;
    }
    const explanation = extractor.explain(result.article);
    await print(render(result.article, explanation, options.sentence, options.trees).join("\n"));
  }
  process.exitCode = refused > 0 ? EXIT.refused : EXIT.fine;
}

function render(
  article: Article,
  { resolved, found }: Explanation,
  only: number | undefined,
  trees: boolean,
): string[] {
  const lines = [`# ${article.id} ${article.publishedAt ?? ""} ${article.title}`];
  for (const [position, sentence] of resolved.document.sentences.entries()) {
    if (only !== undefined && sentence.index !== only) continue;
    const text = sentence.index < 0 ? article.title : article.text;
    lines.push("", `## ${sentence.index} ${text.slice(sentence.start, sentence.end)}`);
    if (trees) lines.push(...sentence.tokens.map((t, i) => tokenLine(t, i, sentence.tokens)));
    for (const mention of resolved.mentions.filter((m) => m.sentence === position)) {
      const words = sentence.tokens.slice(mention.first, mention.last).map((t) => t.form);
      const role = mention.role === null ? "" : `, ${mention.role}`;
      const names = mention.entities.map((e) => `${e.id} (${e.type}${role})`).join(" + ");
      lines.push(`  mention  ${words.join(" ")} = ${names}: ${mention.rule}, ${mention.kind}`);
    }
    for (const f of found.filter((x) => x.statement.evidence.sentence === sentence.index)) {
      const s = f.statement;
      if (s.evidence.start < sentence.start || s.evidence.start >= sentence.end) continue;
      const speaker = s.speaker === null ? "" : `, said by ${s.speaker.name}`;
      lines.push(
        `  says     ${s.subject.name} ${s.negated ? "NOT " : ""}${s.predicate} ${s.object.name}`,
        `           ${s.modality}, ${s.date ?? "undated"} (${s.dateBasis ?? "no basis"})${speaker}, frame ${s.frame}, confidence ${s.confidence}`,
      );
      if (f.why.length > 0) lines.push(`           because of: ${f.why.join(", ")}`);
      const weights = f.features.map(
        ({ name, weight }) => `${name} ${weight >= 0 ? "+" : ""}${weight.toFixed(2)}`,
      );
      if (weights.length > 0) lines.push(`           confidence: ${weights.join(", ")}`);
    }
  }
  return lines;
}

function tokenLine(token: Explained, index: number, all: readonly Explained[]): string {
  const head = all[token.head]?.form ?? "root";
  return `  ${String(index).padStart(3)} ${token.form.padEnd(18)} ${token.lemma.padEnd(16)} ${token.upos.padEnd(6)} ${token.xpos.padEnd(5)} ${token.deprel.padEnd(12)} ${head}`;
}

type Explained = Explanation["resolved"]["document"]["sentences"][number]["tokens"][number];
