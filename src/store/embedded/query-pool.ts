import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forkModule } from "../../fork-module.js";
import { QueryError, StoreError } from "../errors.js";
import type { QueryLimits, Table } from "../types.js";
import type { QueryAnswer, QueryRequest } from "./protocol.js";

/** Queries that may run at once; each process takes some 300 MB. */
const PROCESSES = 2;
/** A process has read its modules by then even on a busy machine. */
const START_TIMEOUT_MS = 60_000;
/** Answers ad-hoc queries in other processes, from a copy of the graph that is renewed when it has changed. */
export class QueryPool {
  private readonly folder = mkdtempSync(join(tmpdir(), "entente-query-"));
  private readonly processes = new Set<QueryProcess>();
  private readonly waiting: (() => void)[] = [];
  private copy: { path: string; generation: number } | null = null;
  private closed = false;

  /** @param save writes the graph as it is to a new file */
  constructor(private readonly save: (path: string) => void) {}

  /**
   * @param generation grows with every change of the graph
   * @throws QueryError
   */
  async query(
    cypher: string,
    parameters: Record<string, unknown>,
    limits: QueryLimits,
    generation: number,
  ): Promise<Table> {
    const worker = await this.free(limits.signal);
    try {
      await worker.ready;
      if (limits.signal?.aborted) throw cancelled();
      const { maxRows, maxBytes } = limits;
      return await worker.ask(
        { path: this.copyOf(generation), cypher, parameters, limits: { maxRows, maxBytes } },
        limits,
      );
    } finally {
      worker.busy = false;
      if (worker.ended) this.replace(worker);
      this.waiting.shift()?.();
    }
  }

  close(): void {
    this.closed = true;
    for (const worker of this.processes) worker.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A process that has nothing to do, as soon as there is one. */
  private async free(signal: AbortSignal | undefined): Promise<QueryProcess> {
    for (;;) {
      if (signal?.aborted) throw cancelled();
      if (this.closed) throw new StoreError("the store is closed");
      const idle = [...this.processes].find(({ busy, ended }) => !busy && !ended);
      const worker = idle ?? (this.processes.size < PROCESSES ? this.start() : null);
      if (worker) {
        worker.busy = true;
        return worker;
      }
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        signal?.addEventListener("abort", () => resolve(), { once: true });
      });
    }
  }

  private start(): QueryProcess {
    const worker = new QueryProcess();
    this.processes.add(worker);
    return worker;
  }

  /** A process that was ended is replaced at once, so that the next query finds one that is warm. */
  private replace(worker: QueryProcess): void {
    this.processes.delete(worker);
    if (!this.closed) this.start();
  }

  private copyOf(generation: number): string {
    if (this.copy?.generation === generation) return this.copy.path;
    const old = this.copy?.path;
    const path = join(this.folder, `copy-${generation}.grafeo`);
    this.save(path);
    this.copy = { path, generation };
    // A process that still reads the old copy keeps it until it closes it; where a system forbids removing
    // an open file, the folder goes when the store is closed.
    if (old && process.platform !== "win32") rmSync(old, { force: true });
    return path;
  }
}

class QueryProcess {
  busy = false;
  ended = false;
  readonly ready: Promise<void>;
  private readonly child: ChildProcess;

  constructor() {
    this.child = forkModule("./query-process", import.meta.url, 512);
    this.child.stderr?.resume();
    this.child.once("exit", () => {
      this.ended = true;
    });
    this.ready = this.next(START_TIMEOUT_MS).then(() => undefined);
    this.ready.catch(() => this.kill());
    this.rest();
  }

  async ask(request: QueryRequest, { timeoutMs, signal }: QueryLimits): Promise<Table> {
    const answer = this.next(timeoutMs, signal);
    this.child.send(request);
    const reply = await answer;
    if (reply.type === "table") return reply.table;
    if (reply.type === "error") {
      if (reply.kind === "memory") this.kill();
      throw new QueryError(reply.kind, reply.code, reply.message, reply.position);
    }
    throw new StoreError("a query process answered out of turn");
  }

  kill(): void {
    this.ended = true;
    this.child.kill("SIGKILL");
  }

  /** The next message; the process is ended where it does not come in time, or is no longer wanted. */
  private next(timeoutMs: number, signal?: AbortSignal): Promise<QueryAnswer> {
    return new Promise((resolve, reject) => {
      this.work();
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        this.child.off("message", onMessage);
        this.child.off("exit", onExit);
        this.rest();
        finish();
      };
      const stop = (error: QueryError) => {
        this.kill();
        settle(() => reject(error));
      };
      const onMessage = (message: unknown) => settle(() => resolve(message as QueryAnswer));
      const onExit = (code: number | null) => settle(() => reject(crashed(code)));
      const onAbort = () => stop(cancelled());
      const timer = setTimeout(() => stop(timedOut(timeoutMs)), timeoutMs);
      this.child.once("message", onMessage);
      this.child.once("exit", onExit);
      signal?.addEventListener("abort", onAbort, { once: true });
    });
  }

  /** A waiting process does not keep the program alive; one that is asked does. */
  private rest(): void {
    this.child.unref();
    this.child.channel?.unref();
  }

  private work(): void {
    this.child.ref();
    this.child.channel?.ref();
  }
}

function cancelled(): QueryError {
  return new QueryError("cancelled", "Neo.ClientError.Transaction.Cancelled", "the query was cancelled");
}

function crashed(code: number | null): QueryError {
  return new QueryError(
    "memory",
    "Neo.TransientError.General.OutOfMemoryError",
    `the query's process ended (${code ?? "killed"}), most likely for want of memory; narrow the query down`,
  );
}

function timedOut(timeoutMs: number): QueryError {
  return new QueryError(
    "timeout",
    "Neo.ClientError.Transaction.TransactionTimedOut",
    `the query took longer than ${timeoutMs / 1000} s and was stopped; narrow it down, or ask for a longer limit`,
  );
}
