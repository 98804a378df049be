// How many edges leave each entity, by the number of their statements; EDGE stands for all edge types. Empty lists and null let everything through.
MATCH (e:Entity)-[r:EDGE]->(:Entity)
WHERE (size($predicates) = 0 OR r.predicate IN $predicates)
  AND (size($modality) = 0 OR r.modality IN $modality)
  AND ($negated IS NULL OR r.negated = $negated)
  AND r.sources >= $minSources
RETURN e.id AS id, r.statements AS statements, count(r) AS edges
