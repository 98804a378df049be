// Removes the articles' statements.
UNWIND $ids AS id
MATCH (a:Article {id: id})<-[:FROM]-(s:Statement)
DETACH DELETE s
