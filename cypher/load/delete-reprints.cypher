// Removes what links the articles to their copies.
UNWIND $ids AS id
MATCH (a:Article {id: id})-[r:REPRINT]-(:Article)
DELETE r
