// One query a line that Neo4j answers and the embedded engine (0.6.0) answers otherwise or not at all.
MATCH (n:Country|Issue) RETURN count(n)
MATCH (n:!Country) RETURN count(n)
MATCH (n:Entity&Country) RETURN count(n)
MATCH (n) WHERE n:Country|Issue RETURN count(n)
MATCH (n)-[r:!SUPPORTS]->(m) RETURN count(r)
MATCH (n:Entity)-[r]->(m) WHERE r:SUPPORTS RETURN count(r)
MATCH (n:Entity)-[r]->(m) RETURN r:SUPPORTS AS x LIMIT 1
MATCH (n:Country) RETURN n.aliases + 'x' AS x
MATCH (n:Country) RETURN 'x' + n.aliases AS x
RETURN $list + 3 AS x
RETURN [1, 2] + 3 AS x
RETURN 0 + [1] AS x
WITH [1] AS l RETURN l + 2 AS x
MATCH (n:Country) WITH collect(n.id) AS ids RETURN ids + 'x' AS x
MATCH ()-[r:SUPPORTS]->() RETURN r.statements + ' statements' AS x
RETURN 1 + 'a' AS x
RETURN 1 + 2 + ' a' AS x
MATCH (n:Nothing) RETURN sum(n.x) AS s
MATCH (n:Country) OPTIONAL MATCH (n)-[r:SUPPORTS]->(m) RETURN sum(r.statements) AS s
MATCH (n:Country) OPTIONAL MATCH (n)-[:SUPPORTS]->(m:Region) RETURN m {.id} AS m
RETURN any(x IN [null, 1] WHERE x = 2) AS x
RETURN all(x IN [1, null] WHERE x = 1) AS x
MATCH (n:Entity) RETURN none(x IN [y IN n.aliases | null] WHERE x = 'a') AS x
RETURN [1, null] = [1, null] AS x
RETURN [1, 2] < [1, 3] AS x
RETURN null IN [] AS x
MATCH (a:Article) WHERE NOT a.reprintOf IN $empty RETURN count(a)
MATCH (a:Article) RETURN a.reprintOf IN $empty AS x LIMIT 1
MATCH (s:Statement) WHERE s.cameo = 120 RETURN count(s)
MATCH (s:Statement) WHERE s.date > 2020 RETURN count(s)
MATCH (s:Statement) WHERE s.cameo IN [120, 130] RETURN count(s)
RETURN round(-1.5) AS x
RETURN round(1.25, 1) AS x
RETURN toString(1.0) AS x
MATCH (s:Statement) RETURN toString(s.confidence) AS x LIMIT 1
MATCH (s:Statement) RETURN 'c ' + s.confidence AS x LIMIT 1
RETURN split('abc', '') AS x
RETURN toInteger('1.9') AS x
RETURN [1, 2, 3][-2..] AS x
RETURN [1, 2, 3][0..-1] AS x
RETURN date('2021-03') AS x
RETURN date('2021-03-01').year AS x
RETURN date({year: 2021, month: 3, day: 1}) AS x
RETURN datetime('2021-03-01T10:00:00Z') AS x
RETURN duration({days: 1}) AS x
RETURN duration.between(date('2021-03-01'), date('2021-03-05')).days AS x
RETURN date.truncate('month', date('2021-03-15')) AS x
RETURN isEmpty('') AS x
RETURN randomUUID() AS x
RETURN point({latitude: 1, longitude: 2}) AS x
RETURN valueType(1) AS x
RETURN COLLECT { MATCH (n:Country) RETURN n.id } AS x
MATCH p = ((a:Country)-[:SUPPORTS]->(b:Country)){1,2} RETURN p LIMIT 1
MATCH (a:Country {id: 'IRN'})-[:SUPPORTS]->{1,2}(b) RETURN count(b)
MATCH p = SHORTEST 1 (a:Country {id: 'IRN'})-->+(c:Country {id: 'ARM'}) RETURN length(p) AS l
MATCH (n:Country) WITH collect(n)[0..2] AS ns RETURN size(ns) AS c
CALL db.index.fulltext.queryNodes('names', 'iran') YIELD node RETURN node.id AS id
CYPHER 5 RETURN 1 AS x
