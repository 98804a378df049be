import type { Kernel, KernelSizes } from "./kernel.js";

/** The kernel in plain JavaScript, for where WebAssembly SIMD is missing. */
export function plainKernel({ hidden, embedding, shift, bytes }: KernelSizes): Kernel {
  const memory = new ArrayBuffer(bytes);
  const shorts = new Int16Array(memory);
  const longs = new Int32Array(memory);
  const sums = new Int32Array(hidden);
  const half = 1 << (shift - 1);
  return {
    memory,
    embed(from, weights, share) {
      sums.fill(0);
      for (let d = 0; d < embedding; d += 2) {
        const first = shorts[(from >> 1) + d]!;
        const second = shorts[(from >> 1) + d + 1]!;
        const row = (weights >> 1) + d * hidden;
        for (let j = 0; j < hidden; j++) {
          sums[j]! += first * shorts[row + 2 * j]! + second * shorts[row + 2 * j + 1]!;
        }
      }
      for (let j = 0; j < hidden; j++) {
        shorts[(share >> 1) + j] = Math.max(-32768, Math.min(32767, (sums[j]! + half) >> shift));
      }
    },
    sum(rows, count, to) {
      sums.fill(0);
      for (let r = 0; r < count; r++) {
        const row = longs[(rows >> 2) + r]! >> 1;
        for (let j = 0; j < hidden; j++) sums[j]! += shorts[row + j]!;
      }
      for (let j = 0; j < hidden; j++) shorts[(to >> 1) + j] = Math.max(0, (sums[j]! << 16) >> 16);
    },
    best(from, weights, biases, count, skip) {
      let best = -1;
      let highest = 0;
      for (let r = 0; r < count; r++) {
        if (r === skip) continue;
        const row = (weights >> 1) + r * hidden;
        let sum = longs[(biases >> 2) + r]!;
        for (let j = 0; j < hidden; j++) sum = (sum + shorts[(from >> 1) + j]! * shorts[row + j]!) | 0;
        if (best < 0 || sum > highest) {
          best = r;
          highest = sum;
        }
      }
      return best;
    },
  };
}
