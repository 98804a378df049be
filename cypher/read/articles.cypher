// Articles, newest first; null lets everything through.
MATCH (a:Article)
WHERE ($q IS NULL OR toLower(a.title) CONTAINS toLower($q))
  AND ($source IS NULL OR a.source = $source)
  AND ($from IS NULL OR a.publishedAt >= left($from, size(a.publishedAt)))
  AND ($to IS NULL OR left(a.publishedAt, size($to)) <= $to)
RETURN a.id AS id, a.title AS title, a.url AS url, a.source AS source, a.publishedAt AS publishedAt, a.reprintOf AS reprintOf
ORDER BY coalesce(a.publishedAt, '') DESC, a.id
SKIP $offset
LIMIT $limit
