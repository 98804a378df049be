/** Exit codes of every command. */
export const EXIT = {
  fine: 0,
  /** It ran, but some of the input was refused or not found. */
  refused: 1,
  /** It could not run: bad arguments, no store, a query with an error. */
  cannotRun: 2,
} as const;

/** Ends the command with exit code 2 and this message, which says what to do. */
export class CannotRun extends Error {
  override name = "CannotRun";
}
