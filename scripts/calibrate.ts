/**
 * `npm run calibrate -- GOLD.jsonl…`: fits the weights of confidence on annotated articles and writes
 * data/confidence.tsv. Frames were written against some of these articles and hold better there than elsewhere, so
 * give it articles of both kinds; what it prints is cross-validated: each article's statements are judged by
 * weights that were fitted without it. Articles that nobody has looked at have the last word: `entente evaluate`.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createExtractor } from "../src/extract.js";
import { PACKAGE_ROOT } from "../src/package-root.js";
import { confidenceOf } from "../src/statements/confidence.js";
import { type Example, fitLogistic } from "../src/statements/evaluation/fitting.js";
import { isRight, readGold } from "../src/statements/index.js";

/** Chosen on articles kept aside: weaker penalties trust the articles seen too much, stronger ones tell nothing apart. */
const PENALTY = 5;
const FOLDS = 8;
const BINS = 10;

const HEAD = `# Weights of the logistic model of confidence (src/statements/confidence.ts): how a statement was found, and how much
# that speaks for it. Made by \`npm run calibrate\` from annotated articles, both those that frames were written
# against and others; not to be edited.
feature\tweight
`;

const extractor = createExtractor({ minConfidence: 0 });
const articles: Example[][] = process.argv
  .slice(2)
  .flatMap((file) => readGold(file))
  .map((gold) =>
    extractor
      .explain(gold.article)
      .found.filter(({ features }) => features.length > 0)
      .map(({ statement, features }) => ({
        features: features.map((f) => f.name),
        right: isRight(statement, gold),
      })),
  );
const examples = articles.flat();
if (examples.length === 0)
  throw new Error("no statements to learn from: name JSONL files of annotated articles");
const weights = fitLogistic(examples, { penalty: PENALTY });
const rows = [...weights].map(([feature, weight]) => `${feature}\t${weight.toFixed(3)}`);
writeFileSync(join(PACKAGE_ROOT, "data", "confidence.tsv"), `${HEAD}${rows.join("\n")}\n`);
console.log(
  `${examples.length} statements, ${examples.filter((e) => e.right).length} right, ${weights.size} weights`,
);
for (const line of reliability()) console.log(line);

/** "given 0.83 on average, right 0.81" for each tenth, every article judged by weights fitted on the others. */
function reliability(): string[] {
  const bins = Array.from({ length: BINS }, () => ({ statements: 0, sum: 0, right: 0 }));
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = articles.filter((_, i) => i % FOLDS !== fold).flat();
    const model = fitLogistic(others, { penalty: PENALTY });
    for (const example of articles.filter((_, i) => i % FOLDS === fold).flat()) {
      const confidence = confidenceOf(model, example.features);
      const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
      if (bin === undefined) continue;
      bin.statements++;
      bin.sum += confidence;
      if (example.right) bin.right++;
    }
  }
  return bins.flatMap((bin, i) =>
    bin.statements === 0
      ? []
      : [
          `from ${(i / BINS).toFixed(1)}: ${bin.statements} statements, given ${(bin.sum / bin.statements).toFixed(2)}, right ${(bin.right / bin.statements).toFixed(2)}`,
        ],
  );
}
