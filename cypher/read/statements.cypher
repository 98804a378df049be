// Statements, latest event first; null lets everything through.
MATCH (s:Statement)-[:FROM]->(a:Article)
WHERE ($predicate IS NULL OR s.predicate = $predicate)
  AND ($modality IS NULL OR s.modality = $modality)
  AND ($negated IS NULL OR s.negated = $negated)
  AND ($plover IS NULL OR s.plover = $plover)
  AND ($source IS NULL OR a.source = $source)
  AND ($from IS NULL OR s.date >= left($from, size(s.date)))
  AND ($to IS NULL OR left(s.date, size($to)) <= $to)
  AND s.confidence >= $minConfidence
RETURN s.id AS id, coalesce(s.date, '') AS date, s.confidence AS confidence
ORDER BY date DESC, confidence DESC, id
SKIP $offset
LIMIT $limit
