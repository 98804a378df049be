// All statements.
MATCH (s:Statement)-[:FROM]->(a:Article)
RETURN s.id AS id, s.predicate AS predicate, s.negated AS negated, s.modality AS modality, s.date AS date, s.confidence AS confidence, s.plover AS plover, a.id AS article, a.source AS source
