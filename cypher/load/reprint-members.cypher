// What decides which of several copies is the first.
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.publishedAt AS publishedAt, a.reprintOf AS reprintOf
