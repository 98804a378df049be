// Removes the articles' mentions.
UNWIND $ids AS id
MATCH (a:Article {id: id})-[m:MENTIONS]->(:Entity)
DELETE m
