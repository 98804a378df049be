/** What many articles say, fused: the edge that statements share, the event that they report, copies of one story. */

export { signedPairs, signedTriangles } from "./balance.js";
export { type EdgeList, EdgeTable, type LargeView } from "./edge-table.js";
export { eventDates } from "./events.js";
export { type FusedEdge, type FusionRow, fuse } from "./fusion.js";
export { toGraphology } from "./graphology.js";
export { edgeKey, isEvent, isQualified, parseEdgeKey, statementKeys } from "./keys.js";
export { layout, type Position } from "./layout.js";
export { MEASURES, type Measure, measureColumns } from "./measures.js";
export { isReprint, SKETCH_BANDS, sha256, shingles, sketch } from "./reprints.js";
