/** The graph store, Neo4j or embedded, behind one interface. */
export type * from "./types.js";
