// Edges with both ends among few entities; EDGE stands for all edge types. Empty lists and null let everything through.
UNWIND $ids AS id
MATCH (e:Entity {id: id})-[r:EDGE]->(other:Entity)
WHERE other.id IN $ids
  AND (size($predicates) = 0 OR r.predicate IN $predicates)
  AND (size($modality) = 0 OR r.modality IN $modality)
  AND ($negated IS NULL OR r.negated = $negated)
RETURN r.key AS key, r.first AS first, r.last AS last, r.dates AS dates, r.statements AS statements, r.direct AS direct, r.articles AS articles, r.sources AS sources, r.sourceNames AS sourceNames, r.confidence AS confidence, r.goldstein AS goldstein, r.plover AS plover, r.quotes AS quotes
