// The entities that the articles' statements name.
UNWIND $ids AS id
MATCH (a:Article {id: id})<-[:FROM]-(s:Statement)-[:SUBJECT|OBJECT|SPEAKER]->(e:Entity)
RETURN DISTINCT e.id AS id
