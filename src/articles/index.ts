/** Readers: a file, a line or a request becomes an Article, or is refused with a reason. */
export { articleFrom } from "./article.js";
export { findFiles } from "./files.js";
export { nameInHost } from "./hosts.js";
export { type ReadResult, readBytes, readFile } from "./read.js";
export { ArticleRefused } from "./refusal.js";
export { articleFromText } from "./text.js";
