import { join } from "node:path";
import { Command } from "commander";
import { pino } from "pino";
import { PACKAGE_ROOT } from "../package-root.js";
import { ArticleReader, type RunningServer, readTokens, startServer } from "../server/index.js";
import { type GraphStore, openStore, stats } from "../store/index.js";
import { CannotRun, EXIT } from "./exit.js";
import { ingestPaths } from "./ingest.js";
import { minConfidenceOption, storeOption, wholeNumber } from "./options.js";
import { many, note, print } from "./output.js";

const EXAMPLES = `
Examples:
  entente serve                                       .entente/ on http://127.0.0.1:3000
  entente serve --store neo4j://localhost:7687 --port 8080
  entente serve --host 0.0.0.0 --tokens tokens.json   for others; see entente token --help

An embedded store that holds nothing yet gets the sample articles first (not with --no-samples).
`;

interface Options {
  store: string;
  host: string;
  port: number;
  tokens?: string;
  insecure?: boolean;
  cors?: string[];
  rateLimit: number;
  samples: boolean;
  minConfidence: number;
  logLevel: string;
}

/** `entente serve`: the page and the HTTP interface. */
export function serveCommand(): Command {
  return new Command("serve")
    .description("serve the page and the HTTP interface")
    .addOption(storeOption())
    .option("--host <host>", "address to listen on", "127.0.0.1")
    .option("--port <port>", "port to listen on; 0 takes a free one", wholeNumber(0), 3000)
    .option("--tokens <file>", "ask for the tokens in this file (entente token)", process.env.ENTENTE_TOKENS)
    .option("--insecure", "serve other machines without tokens")
    .option(
      "--cors <origin>",
      "let pages of this origin use the API; may be repeated",
      (origin: string, all: string[] = []) => [...all, origin],
    )
    .option("--rate-limit <requests>", "API requests of one address in a minute", wholeNumber(1), 1_200)
    .option("--no-samples", "do not load the samples into an empty embedded store")
    .addOption(minConfidenceOption())
    .option(
      "--log-level <level>",
      "error, warn, info or silent; JSON lines on standard error",
      process.stderr.isTTY ? "warn" : "info",
    )
    .addHelpText("after", EXAMPLES)
    .action(serve);
}

async function serve(options: Options): Promise<void> {
  const tokens = options.tokens === undefined ? null : await readTokens(options.tokens).catch(rethrow);
  const store = await openStore(options.store);
  const running = await begin(store, options, tokens).catch(async (error: unknown) => {
    await store.close();
    return rethrow(error);
  });
  await announce(store, running.url, tokens !== null);
  stopOnSignal(running);
}

type Tokens = Awaited<ReturnType<typeof readTokens>> | null;

async function begin(store: GraphStore, options: Options, tokens: Tokens): Promise<RunningServer> {
  if (options.samples && store.kind === "embedded" && (await stats(store)).articles === 0)
    await loadSamples(store, options.minConfidence);
  const reading = await ArticleReader.start({ minConfidence: options.minConfidence });
  const running = await startServer({
    store,
    extract: (article) => reading.extract(article),
    tokens,
    logger: pino({ level: options.logLevel }, pino.destination(2)),
    host: options.host,
    port: options.port,
    insecure: options.insecure ?? false,
    allowedOrigins: options.cors ?? [],
    requestsPerMinute: options.rateLimit,
  }).catch((error: unknown) => {
    reading.stop();
    throw error;
  });
  const stop = async () => {
    await running.stop();
    reading.stop();
  };
  return { url: running.url, stop };
}

async function loadSamples(store: GraphStore, minConfidence: number): Promise<void> {
  note("The store is empty: loading the sample articles (--no-samples leaves it so).");
  const { articles, refused, load } = await ingestPaths(store, [join(PACKAGE_ROOT, "samples")], {
    minConfidence,
    batch: 200,
  });
  note(
    `${many(articles, "article")} read, ${refused.length} refused, ${many(load.statements, "statement")} stored.`,
  );
}

async function announce(store: GraphStore, url: string, withTokens: boolean): Promise<void> {
  const held = await stats(store);
  const header = withTokens ? ' -H "Authorization: Bearer $TOKEN"' : "";
  await print(`
Entente serves ${many(held.articles, "article")} with ${many(held.statements, "statement")} from ${store.description}

  The page        ${url}/
  The interface   ${url}/api/docs

Try
  curl${header} '${url}/api/graph?focus=IRN,AZE,ARM&hops=0'
  curl${header} '${url}/api/statements?subject=IRN&predicate=OPPOSES'
  curl${header} -H 'Content-Type: text/plain' --data-binary @article.txt '${url}/api/articles?dry=true'
  curl${header} -o caucasus.gexf '${url}/api/export/gexf?focus=IRN,AZE,ARM'

Stop with Ctrl-C.`);
}

/** The first signal lets running requests end; a second one ends at once. */
function stopOnSignal(running: RunningServer): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(EXIT.cannotRun);
    stopping = true;
    note(`${signal}: finishing running requests`);
    running.stop().then(
      () => process.exit(EXIT.fine),
      (error: unknown) => {
        note(error instanceof Error ? error.message : String(error));
        process.exit(EXIT.cannotRun);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function rethrow(error: unknown): never {
  if (error instanceof Error && error.name === "Error") throw new CannotRun(error.message, { cause: error });
  throw error;
}
