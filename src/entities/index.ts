/** Who is meant: mentions of countries, officials, regions, agreements, organizations and issues. */
export { createEntityResolver } from "./resolver.js";
export type { EntityResolver, ResolvedDocument, ResolvedMention } from "./types.js";
