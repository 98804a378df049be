// The copies of an article: those that are marked as its reprints, or as reprints of what it is one of.
MATCH (a:Article {id: $id})
MATCH (b:Article)
WHERE b.id <> a.id AND (b.reprintOf = coalesce(a.reprintOf, a.id) OR b.id = a.reprintOf)
RETURN b.id AS id, b.title AS title, b.url AS url, b.source AS source, b.publishedAt AS publishedAt, b.reprintOf AS reprintOf
ORDER BY coalesce(b.publishedAt, ''), b.id
