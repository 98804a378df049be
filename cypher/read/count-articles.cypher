// How many articles there are; null lets everything through.
MATCH (a:Article)
WHERE ($q IS NULL OR toLower(a.title) CONTAINS toLower($q))
  AND ($source IS NULL OR a.source = $source)
  AND ($from IS NULL OR a.publishedAt >= left($from, size(a.publishedAt)))
  AND ($to IS NULL OR left(a.publishedAt, size($to)) <= $to)
RETURN count(a) AS total
