// title: Facts that rest on one source
// description: Edges stated as facts that only one independent source supports: what to check before it is quoted.
// param country string: ISO code: edges that start or end at this country
// param maxConfidence float: Only edges at most this sure
:param country => "AZE";
:param maxConfidence => 0.7;
MATCH (a:Entity)-[edge]->(b:Entity)
WHERE (a.id = $country OR b.id = $country) AND edge.negated = false AND edge.modality = 'actual'
  AND edge.sources = 1 AND edge.confidence <= $maxConfidence
RETURN a.name AS subject, edge.predicate AS predicate, b.name AS object, edge.confidence AS confidence,
       edge.sourceNames AS source, edge.first AS first, edge.quotes AS quotes, edge.key AS edge
ORDER BY confidence, edge
