// All statements under an edge whose ends the sentences name.
MATCH (s:Statement {edge: $edge})-[:FROM]->(a:Article)
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
RETURN s.id AS id, s.predicate AS predicate, s.negated AS negated, s.modality AS modality, s.date AS date, s.confidence AS confidence, s.plover AS plover, a.id AS article, a.source AS source, subject.id AS subject, object.id AS object
