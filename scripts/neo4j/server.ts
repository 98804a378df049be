import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import neo4j from "neo4j-driver";

/** A Neo4j server for development and tests. */
export interface Neo4jServer {
  uri: string;
  user: string;
  password: string;
  /** The folder with its data, null for a server that somebody else runs. */
  home: string | null;
  /** Stops it as a power cut would and starts it again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** This machine has no server and cannot make one; the message says what to do. */
export class Neo4jUnavailable extends Error {
  override name = "Neo4jUnavailable";
}

const POM = fileURLToPath(new URL("pom.xml", import.meta.url));
const VERSION = /<neo4j\.version>([^<]+)</.exec(readFileSync(POM, "utf8"))?.[1] ?? "";
const CACHE = fileURLToPath(new URL("../../.cache/neo4j/", import.meta.url));
const USER = "neo4j";
const START_TIMEOUT_MS = 300_000;
/** Compiles fast rather than well: a test's server spends its time on starting and on queries that run once. */
const QUICK_START = process.env.NEO4J_FULL_COMPILER ? [] : ["-XX:TieredStopAtLevel=1"];
/** What Neo4j's own start script opens to it on Java 17. */
const OPEN_MODULES = [
  "java.base/java.nio",
  "java.base/java.io",
  "java.base/sun.nio.ch",
  "java.base/java.util.concurrent",
].flatMap((module) => ["--add-opens", `${module}=ALL-UNNAMED`]);

/**
 * The server that `NEO4J_URI` names, else a new Community server made from Maven Central's artifacts, in
 * a temporary folder, on a free port of this machine, with authentication on.
 * @throws Neo4jUnavailable
 */
export async function startNeo4j(): Promise<Neo4jServer> {
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env;
  if (NEO4J_URI) {
    return {
      uri: NEO4J_URI,
      user: NEO4J_USER ?? USER,
      password: NEO4J_PASSWORD ?? "",
      home: null,
      restart: () => Promise.reject(new Error("a server that NEO4J_URI names is not ours to restart")),
      stop: () => Promise.resolve(),
    };
  }
  return startLocal(await neo4jClasspath());
}

/**
 * A new server on a graph that `neo4j-admin database import full` makes of CSV files.
 * @param options of the importer, `--nodes=FILE` and `--relationships=FILE` among them
 * @throws Neo4jUnavailable
 */
export async function startImported(options: readonly string[]): Promise<Neo4jServer> {
  const classpath = await neo4jClasspath();
  return startLocal(classpath, async (home) => {
    const tool = ["-Xmx512m", ...QUICK_START, "-cp", classpath, ...OPEN_MODULES, "org.neo4j.cli.AdminTool"];
    await promisify(execFile)("java", [...tool, "database", "import", "full", "neo4j", ...options], {
      env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") },
      maxBuffer: 64 * 1024 * 1024,
    });
  });
}

async function startLocal(
  classpath: string,
  prepare?: (home: string) => Promise<void>,
): Promise<Neo4jServer> {
  const home = mkdtempSync(join(tmpdir(), "entente-neo4j-"));
  const port = await freePort();
  writeConfiguration(home, port);
  await prepare?.(home);
  const server = new LocalServer(home, classpath, port);
  await server.start();
  await server.setFirstPassword();
  return server;
}

/** The jars of a Community server with its importer, resolved once into `.cache/neo4j`. @throws Neo4jUnavailable */
export async function neo4jClasspath(): Promise<string> {
  await requireCommand("java", ["-version"]);
  const folder = join(CACHE, VERSION);
  const lib = join(folder, "lib");
  if (!existsSync(join(folder, "complete"))) {
    await requireCommand("mvn", ["-v"]);
    mkdirSync(lib, { recursive: true });
    const goal = [
      "-q",
      "-B",
      "-f",
      POM,
      "dependency:copy-dependencies",
      `-DoutputDirectory=${lib}`,
      "-DincludeScope=runtime",
    ];
    try {
      await promisify(execFile)("mvn", goal, { timeout: 600_000 });
    } catch (cause) {
      throw new Neo4jUnavailable(
        `Maven cannot fetch Neo4j ${VERSION}: ${(cause as Error).message.slice(0, 500)}`,
        { cause },
      );
    }
    writeFileSync(join(folder, "complete"), "");
  }
  return `${lib}/*`;
}

async function requireCommand(command: string, args: string[]): Promise<void> {
  try {
    await promisify(execFile)(command, args);
  } catch (cause) {
    throw new Neo4jUnavailable(
      `no Neo4j to talk to: set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD, or install Java 17 and Maven ("${command}" is missing)`,
      { cause },
    );
  }
}

function writeConfiguration(home: string, port: number): void {
  mkdirSync(join(home, "conf"));
  const settings = {
    "server.bolt.listen_address": `127.0.0.1:${port}`,
    "server.bolt.advertised_address": `127.0.0.1:${port}`,
    "server.http.enabled": false,
    "server.https.enabled": false,
    "dbms.security.auth_enabled": true,
    "dbms.usage_report.enabled": false,
    "server.memory.pagecache.size": "64m",
    // A query must not take the server down; see "Out of memory" in the operations manual.
    "dbms.memory.transaction.total.max": "600m",
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  writeFileSync(join(home, "conf", "neo4j.conf"), `${lines.join("\n")}\n`);
}

class LocalServer implements Neo4jServer {
  readonly uri: string;
  readonly user = USER;
  readonly password = randomBytes(12).toString("hex");
  private process: ChildProcess | null = null;

  constructor(
    readonly home: string,
    private readonly classpath: string,
    port: number,
  ) {
    this.uri = `bolt://127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    const log = openSync(join(this.home, "console.log"), "a");
    const java = [
      ...["-Xms256m", "-Xmx1g", "-XX:+UseSerialGC", ...QUICK_START, "-cp", this.classpath],
      ...OPEN_MODULES,
      ...[
        "org.neo4j.server.CommunityEntryPoint",
        `--home-dir=${this.home}`,
        `--config-dir=${this.home}/conf`,
      ],
    ];
    // The shell ends the server when we are gone, however we went.
    const watch =
      'java "$@" & j=$!; trap "kill -9 $j" TERM; while kill -0 $PPID && kill -0 $j; do sleep 1 & wait $!; done 2>/dev/null; kill -9 $j';
    this.process = spawn("sh", ["-c", watch, "sh", ...java], { cwd: this.home, stdio: ["ignore", log, log] });
    closeSync(log);
    await this.untilItAnswers();
  }

  /** A new server has the password "neo4j", with which nothing but changing it is allowed. */
  async setFirstPassword(): Promise<void> {
    const driver = neo4j.driver(this.uri, neo4j.auth.basic(USER, USER));
    const session = driver.session({ database: "system" });
    try {
      await session.run("ALTER CURRENT USER SET PASSWORD FROM $old TO $new", {
        old: USER,
        new: this.password,
      });
    } finally {
      await session.close();
      await driver.close();
    }
  }

  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.home, { recursive: true, force: true });
  }

  private async kill(): Promise<void> {
    const { process } = this;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const ended = new Promise((resolve) => process.once("exit", resolve));
    process.kill("SIGTERM");
    await ended;
  }

  private async untilItAnswers(): Promise<void> {
    const end = Date.now() + START_TIMEOUT_MS;
    const driver = neo4j.driver(this.uri, neo4j.auth.basic(USER, "not yet known"), {
      connectionTimeout: 2_000,
    });
    try {
      for (;;) {
        const error = await driver.getServerInfo().then(
          () => null,
          (e: Error & { code?: string }) => e,
        );
        if (error === null || error.code?.startsWith("Neo.ClientError.Security")) return;
        if (this.process?.exitCode !== null || Date.now() > end) {
          throw new Error(
            `Neo4j did not start: ${readFileSync(join(this.home, "console.log"), "utf8").slice(-2_000)}`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    } finally {
      await driver.close();
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
