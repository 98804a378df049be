// Writes edges of one type that are there already, and says which were; PREDICATE stands for the type.
UNWIND $rows AS row
MATCH (a:Entity {id: row.source})-[r:PREDICATE {key: row.key}]->(b:Entity {id: row.target})
SET r = row.properties, r.confidence = toFloat(row.confidence), r.goldstein = toFloat(row.goldstein)
RETURN row.key AS key
