// Statements in full, with their ends and their article.
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[:FROM]->(a:Article)
MATCH (s)-[:SUBJECT]->(subject:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (s)-[:SPEAKER]->(speaker:Entity)
RETURN s AS statement, subject, object, speaker, a.id AS id, a.title AS title, a.url AS url, a.source AS source, a.publishedAt AS publishedAt, a.reprintOf AS reprintOf
