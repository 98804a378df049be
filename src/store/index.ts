/** The graph store, Neo4j or embedded, behind one interface; and what is commonly read from it. */
export { QueryError, StoreError } from "./errors.js";
export { largeSubgraph } from "./large-subgraph.js";
export { listQueries } from "./library.js";
export { openStore } from "./open.js";
export { article, articles, articleTexts } from "./read/articles.js";
export { entity, searchEntities } from "./read/entities.js";
export { type NodeRecord, type RelationshipRecord, records, selectedStatements } from "./read/export.js";
export { stats, timeline } from "./read/overview.js";
export { type StatementWithArticle, statements } from "./read/statements.js";
export { subgraph } from "./subgraph.js";
export type * from "./types.js";
