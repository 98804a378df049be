// All edges, those with most statements first; EDGE stands for all edge types.
MATCH (:Entity)-[r:EDGE]->(:Entity)
WHERE (size($predicates) = 0 OR r.predicate IN $predicates)
  AND (size($modality) = 0 OR r.modality IN $modality)
  AND ($negated IS NULL OR r.negated = $negated)
  AND r.sources >= $minSources
RETURN r.key AS key, r.first AS first, r.last AS last, r.dates AS dates, r.statements AS statements, r.direct AS direct, r.articles AS articles, r.sources AS sources, r.sourceNames AS sourceNames, r.confidence AS confidence, r.goldstein AS goldstein, r.plover AS plover, r.quotes AS quotes
ORDER BY statements DESC, key
LIMIT $limit
