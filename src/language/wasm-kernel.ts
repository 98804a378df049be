import type { Kernel, KernelSizes } from "./kernel.js";

/** What kernel.wat exports. */
interface Exports {
  memory: WebAssembly.Memory;
  embed(embedding: number, weights: number, share: number, units: number, pairs: number, shift: number): void;
  sum(rows: number, count: number, hidden: number, units: number): void;
  best(hidden: number, weights: number, biases: number, count: number, skip: number, units: number): number;
}

const PAGE = 65_536;

/** The kernel in WebAssembly SIMD, or undefined where the engine has none. */
export function wasmKernel(code: Uint8Array, sizes: KernelSizes): Kernel | undefined {
  if (!WebAssembly.validate(code as BufferSource)) return undefined;
  const { hidden, embedding, shift, bytes } = sizes;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code as BufferSource));
  const { memory, embed, sum, best } = instance.exports as unknown as Exports;
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
  if (missing > 0) memory.grow(missing);
  return {
    memory: memory.buffer as ArrayBuffer,
    embed: (from, weights, share) => embed(from, weights, share, hidden, embedding / 2, shift),
    sum: (rows, count, to) => sum(rows, count, to, hidden),
    best: (from, weights, biases, count, skip) => best(from, weights, biases, count, skip, hidden),
  };
}
