import { defineConfig } from "vite";

/** The page: sources in src/web, built to dist/web, which the server serves at `/`. */
export default defineConfig({
  root: "src/web",
  base: "/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "es" },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2023",
    // The content security policy allows files of ours only, so nothing is inlined as data: URL.
    assetsInlineLimit: 0,
    // The Cypher language worker carries Neo4j's own parser; it loads when the Cypher tab opens.
    chunkSizeWarningLimit: 8_000,
  },
  server: { proxy: { "/api": "http://127.0.0.1:3000" } },
});
