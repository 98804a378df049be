// Edges that start or end at entities, each once, those with most statements first; EDGE stands for all edge types. Empty lists and null let everything through.
UNWIND $ids AS id
MATCH (:Entity {id: id})-[r:EDGE]-(:Entity)
WHERE (size($predicates) = 0 OR r.predicate IN $predicates)
  AND (size($modality) = 0 OR r.modality IN $modality)
  AND ($negated IS NULL OR r.negated = $negated)
  AND r.sources >= $minSources
  AND ($from IS NULL AND $to IS NULL OR any(d IN r.dates WHERE ($from IS NULL OR d >= left($from, size(d))) AND ($to IS NULL OR left(d, size($to)) <= $to)))
  AND (size($sources) = 0 OR any(name IN r.sourceNames WHERE name IN $sources))
WITH DISTINCT r, r.statements AS n, r.key AS k
ORDER BY n DESC, k
LIMIT $limit
RETURN r.key AS key, r.dates AS dates, r.statements AS statements, r.direct AS direct, r.articles AS articles, r.sources AS sources, r.sourceNames AS sourceNames, r.confidence AS confidence, r.goldstein AS goldstein, r.plover AS plover, r.quotes AS quotes
