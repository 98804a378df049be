// How many statements name each entity as subject or object.
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[:SUBJECT|OBJECT]-(s:Statement)
RETURN id, count(DISTINCT s) AS statements
