// The links among copies.
UNWIND $ids AS id
MATCH (a:Article {id: id})-[:REPRINT]->(b:Article)
RETURN a.id AS a, b.id AS b
