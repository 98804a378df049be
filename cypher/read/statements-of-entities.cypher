// All statements that name one of the entities in some roles; ROLE stands for them.
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:ROLE]-(s:Statement)
MATCH (s)-[:FROM]->(a:Article)
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
RETURN DISTINCT s.id AS id, s.predicate AS predicate, s.negated AS negated, s.modality AS modality, s.date AS date, s.confidence AS confidence, s.plover AS plover, a.id AS article, a.source AS source, subject.id AS subject, object.id AS object
