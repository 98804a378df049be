// Writes new edges of one type; PREDICATE stands for it.
UNWIND $rows AS row
MATCH (a:Entity {id: row.source})
MATCH (b:Entity {id: row.target})
CREATE (a)-[r:PREDICATE]->(b)
SET r = row.properties, r.confidence = toFloat(row.confidence), r.goldstein = toFloat(row.goldstein)
