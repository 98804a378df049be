// Edges with both ends among few entities; EDGE stands for all edge types. Empty lists and null let everything through.
UNWIND $ids AS id
MATCH (e:Entity {id: id})-[r:EDGE]->(other:Entity)
WHERE other.id IN $ids
  AND (size($predicates) = 0 OR r.predicate IN $predicates)
  AND (size($modality) = 0 OR r.modality IN $modality)
  AND ($negated IS NULL OR r.negated = $negated)
RETURN r AS edge
