// All statements under each edge, as the sentences name its ends.
UNWIND $keys AS key
MATCH (s:Statement {edge: key})-[:FROM]->(a:Article)
RETURN key, collect([s.id, a.id, a.source, coalesce(a.reprintOf, a.id), s.date, s.confidence, s.goldstein, s.plover]) AS rows
