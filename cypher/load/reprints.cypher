// Links two articles that are copies of one story.
UNWIND $rows AS row
MATCH (a:Article {id: row.a})
MATCH (b:Article {id: row.b})
MERGE (a)-[:REPRINT]->(b)
