import louvainModule from "graphology-communities-louvain";
import betweennessModule from "graphology-metrics/centrality/betweenness.js";
import pagerankModule from "graphology-metrics/centrality/pagerank.js";

/*
 * These are CommonJS modules whose `module.exports` is the function itself, while their type
 * declarations describe an ES default export; under Node's module resolution TypeScript therefore looks for
 * one `default` too many.
 */
export const louvain = louvainModule as unknown as typeof louvainModule.default;
export const betweenness = betweennessModule as unknown as typeof betweennessModule.default;
export const pagerank = pagerankModule as unknown as typeof pagerankModule.default;
