import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type AppOptions, createApp } from "./app.js";
import { isLoopback } from "./security.js";

export interface ServerOptions extends Omit<AppOptions, "loopbackOnly"> {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Serve beyond this machine though no tokens are given. */
  insecure: boolean;
}

export interface RunningServer {
  /** With the port that it got. */
  url: string;
  /** Takes no new requests, waits for those that run (ten seconds at most), then closes the store. */
  stop(): Promise<void>;
}

/** How long running requests may take to end after a stop. */
const GRACE_MS = 10_000;

/** Starts to serve. @throws Error where the host is open to others without tokens, or the port is taken */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const open = !isLoopback(options.host);
  if (open && options.tokens === null && !options.insecure) {
    throw new Error(
      `--host ${options.host} lets other machines read and write the graph: give --tokens FILE (see entente token --help), or --insecure if that is meant`,
    );
  }
  const loopbackOnly = !open && options.tokens === null;
  const server = createServer(createApp({ ...options, loopbackOnly }));
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw new Error(listenProblem(error, options), { cause: error });
  });
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearTimeout(timer);
    await options.store.close();
  };
  return { url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`, stop };
}

function listenProblem(error: NodeJS.ErrnoException, { host, port }: ServerOptions): string {
  if (error.code === "EADDRINUSE") return `port ${port} is taken: give another with --port`;
  if (error.code === "EACCES")
    return `port ${port} needs rights that this user lacks: give one above 1023 with --port`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return `${host} is no address of this machine`;
  return error.message;
}
