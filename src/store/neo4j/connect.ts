import { readFileSync } from "node:fs";
import neo4j, { type Driver, Neo4jError } from "neo4j-driver";
import { StoreError } from "../errors.js";

/** How to reach a Neo4j server; what is left out comes from the environment. */
export interface Neo4jOptions {
  /** Default: `NEO4J_USER` or `NEO4J_USERNAME`, else `neo4j`. */
  user?: string | undefined;
  /** Default: `NEO4J_PASSWORD`. */
  password?: string | undefined;
  /** A file of `NEO4J_USERNAME=…` and `NEO4J_PASSWORD=…` lines, as Aura gives it. Default: `NEO4J_CREDENTIALS_FILE`. */
  credentialsFile?: string | undefined;
  /** Default: `NEO4J_DATABASE`, else `neo4j`. */
  database?: string | undefined;
}

export interface Connection {
  driver: Driver;
  database: string;
  /** `bolt://host:7687/neo4j`, without credentials. */
  description: string;
}

/** How long a server may take to answer before the address is called wrong. */
const CONNECT_TIMEOUT_MS = 15_000;

/**
 * Connects and asks the database a question, so that a wrong setting is told at the start.
 * @throws StoreError that says which of address, credentials or database is wrong
 */
export async function connect(uri: string, options: Neo4jOptions = {}): Promise<Connection> {
  const address = parse(uri);
  const { user, password, database } = settings(options);
  const driver = makeDriver(uri, user, password);
  const description = `${address.protocol}//${address.host}/${database}`;
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  try {
    await session.run("RETURN 1 AS alive", {}, { timeout: CONNECT_TIMEOUT_MS });
    return { driver, database, description };
  } catch (error) {
    await driver.close();
    throw explain(error, { address: `${address.protocol}//${address.host}`, user, database });
  } finally {
    await session.close();
  }
}

function parse(uri: string): URL {
  let url: URL;
  try {
    url = new URL(uri);
  } catch (cause) {
    throw new StoreError(`"${uri}" is no address; expected bolt://HOST:7687 or neo4j://HOST:7687`, { cause });
  }
  if (url.username || url.password) {
    throw new StoreError(
      "the address of the store holds a user or password, which other users of this machine can read in the list of processes; give them as NEO4J_USER and NEO4J_PASSWORD or in a file named by NEO4J_CREDENTIALS_FILE",
    );
  }
  return url;
}

function makeDriver(uri: string, user: string, password: string): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      useBigInt: true,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      connectionAcquisitionTimeout: 2 * CONNECT_TIMEOUT_MS,
      userAgent: "entente",
    });
  } catch (cause) {
    throw new StoreError(`the address of the store is wrong: ${(cause as Error).message}`, { cause });
  }
}

function settings(options: Neo4jOptions): { user: string; password: string; database: string } {
  const { env } = process;
  const path = options.credentialsFile ?? env.NEO4J_CREDENTIALS_FILE;
  const file = path ? readCredentials(path) : new Map<string, string>();
  const password = options.password ?? file.get("NEO4J_PASSWORD") ?? env.NEO4J_PASSWORD;
  if (password === undefined) {
    throw new StoreError(
      "no password for Neo4j: set NEO4J_PASSWORD (and NEO4J_USER where it is not neo4j), or name a file of these by NEO4J_CREDENTIALS_FILE",
    );
  }
  const user =
    options.user ??
    file.get("NEO4J_USERNAME") ??
    file.get("NEO4J_USER") ??
    env.NEO4J_USER ??
    env.NEO4J_USERNAME;
  return {
    user: user || "neo4j",
    password,
    database: options.database ?? file.get("NEO4J_DATABASE") ?? env.NEO4J_DATABASE ?? "neo4j",
  };
}

function readCredentials(path: string): Map<string, string> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new StoreError(`the credentials file ${path} cannot be read: ${(cause as Error).message}`, {
      cause,
    });
  }
  const entries = text.split("\n").flatMap((line) => {
    const match = /^\s*(NEO4J_[A-Z]+)\s*=\s*(.*?)\s*$/.exec(line);
    return match?.[1] ? [[match[1], (match[2] ?? "").replace(/^(["'])(.*)\1$/, "$2")] as const] : [];
  });
  if (entries.length === 0) {
    throw new StoreError(`the credentials file ${path} has no line NEO4J_PASSWORD=…`);
  }
  return new Map(entries);
}

interface Tried {
  address: string;
  user: string;
  database: string;
}

/** Says which setting an error of the first contact comes from. */
function explain(cause: unknown, { address, user, database }: Tried): StoreError {
  const { code = "", message } = cause instanceof Neo4jError ? cause : (cause as Error & { code?: string });
  const say = (text: string) => new StoreError(text, { cause });
  if (code === "Neo.ClientError.Security.Unauthorized") {
    return say(
      `the credentials are wrong: Neo4j at ${address} does not know user "${user}" with this password; check NEO4J_USER and NEO4J_PASSWORD`,
    );
  }
  if (code === "Neo.ClientError.Security.AuthenticationRateLimit") {
    return say(
      `Neo4j at ${address} refuses user "${user}" after too many wrong passwords; wait some seconds and check NEO4J_PASSWORD`,
    );
  }
  if (code === "Neo.ClientError.Security.CredentialsExpired") {
    return say(
      `the password of user "${user}" at ${address} must be changed before its first use: ALTER CURRENT USER SET PASSWORD FROM '…' TO '…'`,
    );
  }
  if (code === "Neo.ClientError.Database.DatabaseNotFound") {
    return say(
      `the database is wrong: Neo4j at ${address} has none named "${database}"; check NEO4J_DATABASE`,
    );
  }
  if (code === "Neo.TransientError.Database.DatabaseUnavailable") {
    return say(`the database "${database}" of Neo4j at ${address} is not online: ${message}`);
  }
  if (["ServiceUnavailable", "SessionExpired"].includes(code) || /routing/i.test(message)) {
    return say(
      `the address is wrong or the server is down: no Neo4j answers at ${address} (${firstLine(message)}); check host, port and scheme (bolt+s:// or neo4j+s:// where the server wants TLS)`,
    );
  }
  return say(`Neo4j at ${address} cannot be used: ${firstLine(message)}`);
}

function firstLine(message: string): string {
  return message.split("\n")[0] ?? "";
}
