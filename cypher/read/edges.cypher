// All edges, those with most statements first; EDGE stands for all edge types.
MATCH (:Entity)-[r:EDGE]->(:Entity)
WHERE (size($predicates) = 0 OR r.predicate IN $predicates)
  AND (size($modality) = 0 OR r.modality IN $modality)
  AND ($negated IS NULL OR r.negated = $negated)
  AND r.sources >= $minSources
RETURN r AS edge
ORDER BY r.statements DESC, r.key
LIMIT $limit
