/** What many articles say, fused: the edge that statements share, the event that they report, copies of one story. */
export { eventDates } from "./events.js";
export { type FusedEdge, type FusionRow, fuse } from "./fusion.js";
export { edgeKey, isEvent, isQualified, parseEdgeKey, statementKeys } from "./keys.js";
export { isReprint, SKETCH_BANDS, sha256, shingles, sketch } from "./reprints.js";
