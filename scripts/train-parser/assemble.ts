import { readFileSync } from "node:fs";
import wabt from "wabt";

/** Assembles a WebAssembly text file. */
export async function assemble(file: string): Promise<Uint8Array> {
  const { parseWat } = await wabt();
  const module = parseWat(file, readFileSync(file, "utf8"), { simd: true });
  try {
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}
