import { startNeo4j } from "./server.js";

/** Starts a Neo4j server for development and keeps it until Ctrl-C: `npx tsx scripts/neo4j/start.ts`. */
const server = await startNeo4j();
console.log(`Neo4j answers at ${server.uri}${server.home ? `; its data is in ${server.home} until you press Ctrl-C` : ""}

  export NEO4J_USER=${server.user} NEO4J_PASSWORD=${server.password}
  npm run entente -- serve --store ${server.uri}`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void server.stop().then(() => process.exit(0));
  });
}
setInterval(() => undefined, 60_000);
