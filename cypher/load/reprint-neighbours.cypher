// Articles that are linked to these as copies.
UNWIND $ids AS id
MATCH (a:Article {id: id})-[:REPRINT]-(b:Article)
RETURN DISTINCT b.id AS id
