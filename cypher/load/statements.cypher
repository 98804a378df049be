// Writes statements with their ends and their article.
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (subject:Entity {id: row.subject})
MATCH (object:Entity {id: row.object})
CREATE (s:Statement)
SET s = row.properties, s.confidence = toFloat(row.confidence), s.goldstein = toFloat(row.goldstein)
CREATE (s)-[:FROM]->(a)
CREATE (s)-[:SUBJECT]->(subject)
CREATE (s)-[:OBJECT]->(object)
