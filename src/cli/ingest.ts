import { Command } from "commander";
import { addSignals, type Extraction, NO_SIGNALS, type Refusal, type Signals } from "../ontology/index.js";
import { type GraphStore, type LoadSummary, stats } from "../store/index.js";
import { EXIT } from "./exit.js";
import { readInput } from "./input.js";
import { jsonOption, minConfidenceOption, storeOption, wholeNumber } from "./options.js";
import { count, many, note, print, refusalLine, seconds } from "./output.js";
import { createReader } from "./reading.js";
import { withStore } from "./store.js";

const EXAMPLES = `
Examples:
  entente ingest article.txt                    one article into .entente/
  entente ingest news/ 'archive/**/*.jsonl'     folders and globs
  cat article.txt | entente ingest -            standard input
  entente ingest news.jsonl --store neo4j://localhost:7687
  entente ingest news/ --json | jq .refused     what was refused and why

Reading an article again changes nothing; a changed article replaces its old statements. A run that was
interrupted is finished by running it again.
Exit code: 0 fine, 1 some input was refused, 2 cannot run.
`;

interface Options {
  store: string;
  minConfidence: number;
  batch: number;
  json?: boolean;
}

/** What an ingest did, as `--json` prints it. */
interface Summary {
  articles: number;
  refused: Refusal[];
  load: Omit<LoadSummary, "entities" | "edges" | "seconds">;
  signals: Signals;
  seconds: number;
}

/** `entente ingest`: articles into the graph. */
export function ingestCommand(): Command {
  return new Command("ingest")
    .description("read articles into the graph")
    .argument("<path...>", "files, folders or globs; - for standard input")
    .addOption(storeOption())
    .addOption(minConfidenceOption())
    .option("--batch <articles>", "articles stored in one transaction", wholeNumber(1), 200)
    .addOption(jsonOption("the summary"))
    .addHelpText("after", EXAMPLES)
    .action((paths: string[], options: Options) =>
      withStore(options.store, (store) => ingest(store, paths, options)),
    );
}

async function ingest(store: GraphStore, paths: string[], options: Options): Promise<void> {
  const summary = await ingestPaths(store, paths, options);
  if (options.json) {
    await print(JSON.stringify(summary));
  } else {
    const held = await stats(store);
    await print(describe(summary));
    await print(
      `The store holds ${many(held.articles, "article")}, ${many(held.statements, "statement")}, ${many(held.entities, "entity", "entities")}, ${many(held.edges, "edge")}.`,
    );
  }
  process.exitCode = summary.refused.length > 0 ? EXIT.refused : EXIT.fine;
}

/** Reads everything the paths name into the store, by batches, each all or nothing. */
export async function ingestPaths(
  store: GraphStore,
  paths: string[],
  { minConfidence, batch: size }: Pick<Options, "minConfidence" | "batch">,
): Promise<Summary> {
  const started = performance.now();
  const read = await createReader(minConfidence);
  const summary: Summary = {
    articles: 0,
    refused: [],
    load: { articles: 0, unchanged: 0, replaced: 0, statements: 0 },
    signals: NO_SIGNALS,
    seconds: 0,
  };
  let batch: Extraction[] = [];
  const flush = async () => {
    if (batch.length > 0) addLoad(summary.load, await store.load(batch));
    batch = [];
  };
  for await (const result of readInput(paths, true)) {
    const extraction = read(result);
    if ("refusal" in extraction) {
      summary.refused.push(extraction.refusal);
      note(refusalLine(extraction.refusal));
      continue;
    }
    summary.articles++;
    summary.signals = addSignals(summary.signals, extraction.signals);
    batch.push(extraction);
    if (batch.length >= size) await flush();
  }
  await flush();
  summary.seconds = seconds(started);
  return summary;
}

function addLoad(sum: Summary["load"], load: LoadSummary): void {
  sum.articles += load.articles;
  sum.unchanged += load.unchanged;
  sum.replaced += load.replaced;
  sum.statements += load.statements;
}

function describe({ articles, refused, load, signals, seconds: took }: Summary): string {
  const fresh = load.articles - load.replaced;
  const rate = took > 0 ? ` (${count(Math.round(articles / took))}/s)` : "";
  return [
    `${many(articles, "article")} read, ${refused.length} refused, ${took} s${rate}`,
    `${count(fresh)} new, ${count(load.replaced)} changed, ${count(load.unchanged)} unchanged; ${many(load.statements, "statement")} stored`,
    `Quality: ${count(signals.silentSentences)} of ${many(signals.sentences, "sentence")} name actors but gave no statement; ` +
      `${many(signals.unresolvedMentions, "mention")} unresolved; ${many(signals.lowConfidence, "statement")} of low confidence`,
  ].join("\n");
}
