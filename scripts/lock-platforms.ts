/**
 * Puts the embedded engine's builds for other platforms back into package-lock.json.
 *
 * `npm install` drops them where the registry at hand does not hold them, and `npm ci` then refuses the lock
 * because the engine's package.json names them. As optional entries they cost nothing on this platform.
 * Run after every `npm install`: `npx tsx scripts/lock-platforms.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../src/package-root.js";

interface Lock {
  packages: Record<string, { version?: string; [key: string]: unknown }>;
}

const ENGINE = "node_modules/@grafeo-db/js";
const PLATFORMS: readonly { name: string; os: string; cpu: string; libc?: string }[] = [
  { name: "darwin-arm64", os: "darwin", cpu: "arm64" },
  { name: "darwin-x64", os: "darwin", cpu: "x64" },
  { name: "linux-arm64-gnu", os: "linux", cpu: "arm64", libc: "glibc" },
  { name: "linux-arm64-musl", os: "linux", cpu: "arm64", libc: "musl" },
  { name: "win32-x64-msvc", os: "win32", cpu: "x64" },
];

const file = join(PACKAGE_ROOT, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8")) as Lock;
const version = lock.packages[ENGINE]?.version;
if (version === undefined) throw new Error(`${file} holds no ${ENGINE}: run npm install first`);
for (const { name, os, cpu, libc } of PLATFORMS) {
  lock.packages[`${ENGINE}-${name}`] ??= {
    version,
    cpu: [cpu],
    ...(libc === undefined ? {} : { libc: [libc] }),
    license: "Apache-2.0",
    optional: true,
    os: [os],
    engines: { node: ">= 20" },
  };
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
