/**
 * `npm run calibrate -- GOLD.jsonl…`: fits the weights of confidence on the work half of annotated articles and
 * writes data/confidence.tsv. The other half stays aside to check them: `entente evaluate GOLD.jsonl --half check`.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createExtractor } from "../src/extract.js";
import { PACKAGE_ROOT } from "../src/package-root.js";
import { fitLogistic } from "../src/statements/evaluation/fitting.js";
import { halfOf, isRight, readGold } from "../src/statements/index.js";

/** Chosen by the check half: weaker penalties trust the articles seen too much, stronger ones tell nothing apart. */
const PENALTY = 2;

const HEAD = `# Weights of the logistic model of confidence (src/statements/confidence.ts): how a statement was found, and how much
# that speaks for it. Made by \`npm run calibrate\` from the work half of the development articles; not to be edited.
feature\tweight
`;

const extractor = createExtractor({ minConfidence: 0 });
const examples = process.argv
  .slice(2)
  .flatMap((file) => readGold(file))
  .filter(({ article }) => halfOf(article.id) === "work")
  .flatMap((gold) =>
    extractor
      .explain(gold.article)
      .found.filter(({ features }) => features.length > 0)
      .map(({ statement, features }) => ({
        features: features.map((f) => f.name),
        right: isRight(statement, gold),
      })),
  );
if (examples.length === 0)
  throw new Error("no statements to learn from: name JSONL files of annotated articles");
const weights = fitLogistic(examples, { penalty: PENALTY });
const rows = [...weights].map(([feature, weight]) => `${feature}\t${weight.toFixed(3)}`);
writeFileSync(join(PACKAGE_ROOT, "data", "confidence.tsv"), `${HEAD}${rows.join("\n")}\n`);
console.log(
  `${examples.length} statements, ${examples.filter((e) => e.right).length} right, ${weights.size} weights`,
);
