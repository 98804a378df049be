/** One found statement as its features, and whether it was right. */
export interface Example {
  features: readonly string[];
  right: boolean;
}

export interface FitOptions {
  /** Strength of the L2 penalty that keeps rare features near zero. */
  penalty: number;
  /** Passes of gradient descent. */
  passes: number;
  /** Features seen fewer times are left out. */
  leastCount: number;
}

const DEFAULTS: FitOptions = { penalty: 1, passes: 3_000, leastCount: 5 };

/** Fits a logistic model by gradient descent: the weight of each feature. `bias` is not penalized. */
export function fitLogistic(
  examples: readonly Example[],
  options: Partial<FitOptions> = {},
): Map<string, number> {
  const { penalty, passes, leastCount } = { ...DEFAULTS, ...options };
  const names = countedFeatures(examples, leastCount);
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map((e) => ({
    active: e.features.flatMap((f) => index.get(f) ?? []),
    target: e.right ? 1 : 0,
  }));
  const weights = new Float64Array(names.length);
  const gradient = new Float64Array(names.length);
  const bias = index.get("bias") ?? -1;
  const step = 1 / (curvature(rows.map((r) => r.active.length)) + penalty);
  for (let pass = 0; pass < passes; pass++) {
    gradient.fill(0);
    for (const { active, target } of rows) {
      const score = active.reduce((sum, i) => sum + (weights[i] ?? 0), 0);
      const error = target - 1 / (1 + Math.exp(-score));
      for (const i of active) gradient[i] = (gradient[i] ?? 0) + error;
    }
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i] ?? 0;
      const pull = i === bias ? 0 : penalty * weight;
      weights[i] = weight + step * ((gradient[i] ?? 0) - pull);
    }
  }
  return new Map(names.map((name, i) => [name, weights[i] ?? 0]));
}

/** A bound on the curvature of the log-likelihood: steps of its inverse never overshoot. */
function curvature(active: readonly number[]): number {
  return active.reduce((sum, n) => sum + n, 0) / 4;
}

function countedFeatures(examples: readonly Example[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  return [...counts]
    .filter(([, n]) => n >= least)
    .map(([name]) => name)
    .sort();
}
