import type { GrafeoDB } from "@grafeo-db/js";
import { StoreError } from "../errors.js";

type Engine = typeof GrafeoDB;

/**
 * The embedded store's engine, a native module.
 * @throws StoreError where it has no build for this machine
 */
export async function loadEngine(): Promise<Engine> {
  try {
    const module = (await import("@grafeo-db/js")) as { default?: { GrafeoDB: Engine }; GrafeoDB?: Engine };
    const engine = module.GrafeoDB ?? module.default?.GrafeoDB;
    if (engine) return engine;
    throw new Error("the module has no GrafeoDB");
  } catch (cause) {
    throw new StoreError(
      `the embedded store's engine has no build for ${process.platform}-${process.arch} ` +
        `(${(cause as Error).message.split("\n")[0]}); use Neo4j instead: --store bolt://HOST:7687`,
      { cause },
    );
  }
}
