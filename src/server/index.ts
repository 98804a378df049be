/** The HTTP interface: Express routes over a GraphStore, and the page. */
export { libraryParameters, ParameterError } from "./library.js";
export { openApi } from "./openapi.js";
export { ArticleReader } from "./reader.js";
export { tableToCsv, tableToGraph } from "./results.js";
export { type RunningServer, startServer } from "./start.js";
export { createToken, readTokens, revokeToken, TOKEN_ROLES, type TokenRole } from "./tokens.js";
