// How many statements each article makes.
UNWIND $ids AS id
MATCH (a:Article {id: id})<-[:FROM]-(s:Statement)
RETURN id, count(s) AS statements
