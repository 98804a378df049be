/** What is said: statements found by frames over trees, with negation, modality, date, speaker and confidence. */
export { type FoundStatement, StatementReader } from "./statements.js";
