import { QueryError } from "../errors.js";

/** Steps of the engine's plans that only read the graph. */
const READING: ReadonlySet<string> = new Set(
  `Return Filter NodeScan Apply Aggregate Expand Discriminant Sort Limit Skip Project LeftJoin ShortestPath Join
  Unwind Empty Distinct Union CallProcedure`.split(/\s+/),
);
const PROCEDURES: ReadonlySet<string> = new Set(["db.labels", "db.relationshipTypes", "db.propertyKeys"]);

/**
 * Refuses a plan with any step that is not known to only read: `LoadCsv` reads files, the others write.
 * @param plan the engine's EXPLAIN: one step a line, its name first
 * @throws QueryError
 */
export function checkPlan(plan: string): void {
  for (const line of plan.split("\n").filter((text) => text.trim())) {
    const step = /^\s*([A-Za-z]+)/.exec(line)?.[1] ?? "";
    if (!READING.has(step)) {
      throw new QueryError(
        "refused",
        "Neo.ClientError.Statement.AccessMode",
        `only queries that read are allowed; this one has the step ${step || line.trim()}`,
      );
    }
    const procedure = /^\s*CallProcedure \((.*)\)/.exec(line)?.[1];
    if (procedure !== undefined && !PROCEDURES.has(procedure)) {
      throw new QueryError(
        "refused",
        "Neo.ClientError.Security.Forbidden",
        `the procedure ${procedure} is not allowed`,
      );
    }
  }
}
