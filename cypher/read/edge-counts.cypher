// How many edges leave each entity, by the number of their statements; EDGE stands for all edge types. Empty lists and null let everything through.
MATCH (e:Entity)-[r:EDGE]->(:Entity)
WHERE (size($predicates) = 0 OR r.predicate IN $predicates)
  AND (size($modality) = 0 OR r.modality IN $modality)
  AND ($negated IS NULL OR r.negated = $negated)
  AND r.sources >= $minSources
  AND ($from IS NULL AND $to IS NULL OR any(d IN r.dates WHERE ($from IS NULL OR d >= left($from, size(d))) AND ($to IS NULL OR left(d, size($to)) <= $to)))
  AND (size($sources) = 0 OR any(name IN r.sourceNames WHERE name IN $sources))
RETURN e.id AS id, r.statements AS statements, count(r) AS edges
