// Removes edges of one type that no statement supports any more; PREDICATE stands for it.
UNWIND $rows AS row
MATCH (a:Entity {id: row.source})-[r:PREDICATE {key: row.key}]->(b:Entity {id: row.target})
DELETE r
