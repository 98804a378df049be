/** What is said: statements found by frames over trees, with negation, modality, date, speaker and confidence. */
export { GoldError, type Half, halfOf, readGold } from "./evaluation/gold.js";
export { type Figures, isRight, type ScoredError, type Scores, score } from "./evaluation/score.js";
export type { FoundStatement } from "./sentence-reader.js";
export { StatementReader } from "./statements.js";
