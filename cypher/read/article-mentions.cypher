// Where an article mentions which entity.
MATCH (a:Article {id: $id})-[m:MENTIONS]->(e:Entity)
RETURN e AS entity, m.mentions AS mentions
