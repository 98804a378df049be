import type { Plan } from "neo4j-driver";
import { QueryError } from "../errors.js";

/**
 * Operators that only read the graph. What is not named here is refused: `LoadCSV` reads files and
 * addresses, `TransactionForeach` writes in transactions of its own, `TerminateTransactions` and the
 * `Show…` commands are administration, yet the server calls each of them read-only.
 */
const READING: ReadonlySet<string> = new Set(
  `AllNodesScan AntiConditionalApply AntiSemiApply Apply Argument AssertSameNode AssertSameRelationship
  AssertingMultiNodeIndexSeek AssertingMultiRelationshipIndexSeek BFSPruningVarExpand BidirectionalRepeat
  CacheProperties CartesianProduct ConditionalApply DirectedAllRelationshipsScan DirectedRelationshipByElementIdSeek
  DirectedRelationshipByIdSeek DirectedRelationshipIndexContainsScan DirectedRelationshipIndexEndsWithScan
  DirectedRelationshipIndexScan DirectedRelationshipIndexSeek DirectedRelationshipIndexSeekByRange
  DirectedRelationshipTypeScan DirectedRelationshipUniqueIndexSeek DirectedUnionRelationshipTypesScan Distinct
  DynamicDirectedRelationshipTypeLookup DynamicLabelNodeLookup DynamicUndirectedRelationshipTypeLookup Eager
  EagerAggregation EmptyResult EmptyRow ErrorPlan ExhaustiveLimit Expand Filter IntersectionNodeByLabelsScan
  LeftOuterHashJoin LetAntiSemiApply LetSelectOrAntiSemiApply LetSelectOrSemiApply LetSemiApply Limit
  MultiNodeIndexSeek NodeByElementIdSeek NodeByIdSeek NodeByLabelScan NodeCountFromCountStore NodeHashJoin
  NodeIndexContainsScan NodeIndexEndsWithScan NodeIndexScan NodeIndexSeek NodeIndexSeekByRange NodeLeftOuterHashJoin
  NodeRightOuterHashJoin NodeUniqueIndexSeek NodeUniqueIndexSeekByRange NonFuseable NonPipelined NonPipelinedStreaming
  NullifyMetadata Optional OptionalExpand OrderedAggregation OrderedDistinct OrderedUnion
  PartialSort PartialTop PreserveOrder ProcedureCall ProduceResults ProjectEndpoints Projection PruningVarExpand
  RelationshipCountFromCountStore Repeat RightOuterHashJoin RollUpApply SelectOrAntiSemiApply SelectOrSemiApply
  SemiApply ShortestPath Skip Sort StatefulShortestPath SubtractionNodeByLabelsScan Top Trail TriadicBuild
  TriadicFilter TriadicSelection UndirectedAllRelationshipsScan UndirectedRelationshipByElementIdSeek
  UndirectedRelationshipByIdSeek UndirectedRelationshipIndexContainsScan UndirectedRelationshipIndexEndsWithScan
  UndirectedRelationshipIndexScan UndirectedRelationshipIndexSeek UndirectedRelationshipIndexSeekByRange
  UndirectedRelationshipTypeScan UndirectedRelationshipUniqueIndexSeek UndirectedUnionRelationshipTypesScan Union
  UnionNodeByLabelsScan Unwind ValueHashJoin VarLengthExpand`.split(/\s+/),
);

/** Procedures that read the graph or tell its shape, and nothing else. */
const PROCEDURES: ReadonlySet<string> = new Set([
  "db.index.fulltext.queryNodes",
  "db.index.fulltext.queryRelationships",
  "db.labels",
  "db.propertyKeys",
  "db.relationshipTypes",
  "db.schema.nodeTypeProperties",
  "db.schema.relTypeProperties",
  "db.schema.visualization",
  "dbms.components",
]);

/**
 * Walks a plan and refuses whatever does more than read.
 * @param userFunctions functions that plugins have added to the server; they may do anything
 * @throws QueryError
 */
export function checkPlan(plan: Plan, userFunctions: readonly string[]): void {
  const operator = plan.operatorType.replace(/[@(].*$/, "");
  if (!READING.has(operator)) {
    throw refused(`this query's plan has the step ${operator}, which is not known to only read the graph`);
  }
  const details = Object.values(plan.arguments).map(String).join("\n");
  if (operator === "ProcedureCall") {
    const name = /^\s*([^\s(]+)\s*\(/.exec(String(plan.arguments.Details ?? ""))?.[1] ?? "";
    if (!PROCEDURES.has(name)) {
      throw refused(
        `the procedure ${name || "called"} is not allowed; allowed are ${[...PROCEDURES].join(", ")}`,
      );
    }
  }
  const used = userFunctions.find((name) => details.includes(name));
  if (used) throw refused(`the function ${used} is not part of Neo4j and may do more than read`);
  for (const child of plan.children) checkPlan(child, userFunctions);
}

/** A query that is well formed but not allowed. */
export function refused(message: string): QueryError {
  return new QueryError("refused", "Neo.ClientError.Security.Forbidden", message);
}
