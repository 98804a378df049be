// Entities with a name or alias that holds the search text, which is folded like `search`.
MATCH (e:Entity)
WHERE ($type IS NULL OR $type IN labels(e))
  AND ($q = '' OR any(name IN e.search WHERE name CONTAINS $q))
RETURN e AS entity
