// All statements under each edge between countries whose actors only act for them.
UNWIND $keys AS key
MATCH (s:Statement {rollup: key})-[:FROM]->(a:Article)
RETURN key, collect([s.id, a.id, a.source, coalesce(a.reprintOf, a.id), s.date, s.confidence, s.goldstein, s.plover]) AS rows
