import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/neo4j-broker.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    coverage: { provider: "v8", include: ["src/**"], exclude: ["src/web/**"] },
  },
});
