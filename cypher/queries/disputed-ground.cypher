// title: Where two countries stand against each other
// description: What one country, or those who act for it, supports and the other opposes.
// param a string: ISO code of one country
// param b string: ISO code of the other
:param a => "AZE";
:param b => "IRN";
MATCH (x:Entity {country: $a})-[p:SUPPORTS|OPPOSES]->(object:Entity)
MATCH (y:Entity {country: $b})-[q:SUPPORTS|OPPOSES]->(object)
WHERE type(p) <> type(q)
RETURN object.name AS object, type(p) AS positionOfA, collect(DISTINCT x.name) AS ofA, type(q) AS positionOfB,
       collect(DISTINCT y.name) AS ofB
ORDER BY object, positionOfA
