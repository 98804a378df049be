// Writes who is reported as saying a statement.
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MATCH (speaker:Entity {id: row.speaker})
CREATE (s)-[:SPEAKER]->(speaker)
