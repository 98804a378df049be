// Articles that mention an entity, newest first.
MATCH (e:Entity {id: $id})<-[m:MENTIONS]-(a:Article)
RETURN a.id AS id, a.title AS title, a.url AS url, a.source AS source, a.publishedAt AS publishedAt, a.reprintOf AS reprintOf, m.count AS count
ORDER BY coalesce(a.publishedAt, '') DESC, a.id
LIMIT $limit
