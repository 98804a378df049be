/** The words that every other folder speaks: zod schemas and the types inferred from them. */
export * from "./api.js";
export * from "./article.js";
export * from "./dates.js";
export * from "./entity.js";
export * from "./extraction.js";
export * from "./graph.js";
export * from "./predicate.js";
export * from "./statement.js";
