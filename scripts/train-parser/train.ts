/**
 * Trains the language model: `npx tsx scripts/train-parser/train.ts [--treebanks FOLDER] [STAGE...]`.
 * README.md tells what the stages do; without any named, all run in their order.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { loadCorpus } from "./corpus.js";
import { exportStage, goldStage, inputStage, trainTaggerStage, type Workplace } from "./stages.js";

const HERE = join(PACKAGE_ROOT, "scripts", "train-parser");
const DIRECTORY = join(PACKAGE_ROOT, ".cache", "train-parser");

/** The teachers: one of them reads from right to left. */
const TEACHERS = [
  { name: "teacher-1", seed: 1, mirror: false },
  { name: "teacher-2", seed: 2, mirror: true },
  { name: "teacher-3", seed: 3, mirror: false },
];
const TEACHER = { epochs: 6, hidden: 192, dropout: 0.2 };
const STUDENT = { seed: 4, epochs: 8, hidden: 192, dropout: 0.25 };
/** Weight of a voted tree's loss beside that of a gold one. */
const SILVER_WEIGHT = 0.6;
/** Voted trees on which the teachers agree less than this are left out. */
const LEAST_AGREEMENT = 0.85;

const file = (name: string) => join(DIRECTORY, name);

function run(program: string, args: string[]): void {
  execFileSync(program, args, { stdio: "inherit" });
}

function trainParser(
  name: string,
  training: string,
  options: { seed: number; epochs: number; hidden: number; dropout: number; mirror?: boolean },
): void {
  run(file("build/train"), [
    ...["--train", file(training), "--out", file(name)],
    ...[
      "--seed",
      String(options.seed),
      "--epochs",
      String(options.epochs),
      "--hidden",
      String(options.hidden),
    ],
    ...["development", "held-diplomatic", "held-news"].flatMap((set) => ["--dev", file(`${set}.txt`)]),
    ...(options.mirror ? ["--mirror"] : []),
  ]);
}

/** Lets the teachers parse the Factbook; silver.txt gets the trees that they agree on. */
function vote(): void {
  const models = TEACHERS.flatMap(({ name }) => ["--model", file(name)]);
  run(file("build/vote"), ["--in", file("raw.txt"), "--out", file("voted.txt"), ...models]);
  const sentences = readFileSync(file("voted.txt"), "utf8").trim().split("\n\n");
  const agreed = sentences.filter(
    (sentence) => Number(/^# agreement (\S+)/.exec(sentence)![1]) >= LEAST_AGREEMENT,
  );
  const silver = agreed.map((sentence) => `# weight ${SILVER_WEIGHT}\n${sentence}\n\n`).join("");
  writeFileSync(file("silver.txt"), silver);
  writeFileSync(file("all.txt"), readFileSync(file("gold.txt"), "utf8") + silver);
  console.log(`${agreed.length} of ${sentences.length} Factbook sentences kept`);
}

const STAGES: Record<string, (workplace: Workplace) => void | Promise<void>> = {
  build: () => run("make", ["--silent", "-C", join(HERE, "cpp"), `BUILD=${file("build")}`]),
  tagger: trainTaggerStage,
  gold: goldStage,
  input: inputStage,
  teachers: () => {
    for (const { name, ...options } of TEACHERS) trainParser(name, "gold.txt", { ...TEACHER, ...options });
  },
  vote,
  student: () => trainParser("student", "all.txt", STUDENT),
  export: exportStage,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { treebanks: { type: "string", default: join(PACKAGE_ROOT, "..", "shared", "treebank") } },
  });
  const unknown = positionals.filter((name) => !Object.hasOwn(STAGES, name));
  if (unknown.length > 0)
    throw new Error(`unknown stage ${unknown[0]}; there are ${Object.keys(STAGES).join(", ")}`);
  mkdirSync(DIRECTORY, { recursive: true });
  const workplace: Workplace = {
    corpus: loadCorpus(values.treebanks, join(HERE, "treebank")),
    shared: values.treebanks,
    directory: DIRECTORY,
    log: console.log,
  };
  for (const [name, stage] of Object.entries(STAGES)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`== ${name}`);
    await stage(workplace);
  }
}

await main();
