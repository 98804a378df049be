// All statements under an edge between countries whose actors act for them.
MATCH (s:Statement {rollup: $edge})-[:FROM]->(a:Article)
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
RETURN s.id AS id, s.predicate AS predicate, s.negated AS negated, s.modality AS modality, s.date AS date, s.confidence AS confidence, s.plover AS plover, a.id AS article, a.source AS source, subject.id AS subject, object.id AS object
