import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Runs a module of ours in a process of its own, compiled or from source as the caller itself is run.
 * The process gets nothing of this one's environment, which may hold a password.
 * @param module the module without extension, beside the caller: `./query-process`
 * @param caller the caller's `import.meta.url`
 * @param memoryMb what its heap may take
 * @param args given as its command line
 */
export function forkModule(
  module: string,
  caller: string,
  memoryMb: number,
  args: readonly string[] = [],
): ChildProcess {
  const fromSource = caller.endsWith(".ts");
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  return fork(fileURLToPath(new URL(`${module}${fromSource ? ".ts" : ".js"}`, caller)), args, {
    env: { PATH, HOME, TMPDIR, SystemRoot },
    execArgv: [...(fromSource ? ["--import", "tsx"] : []), `--max-old-space-size=${memoryMb}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}
