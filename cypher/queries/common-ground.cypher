// title: Common ground of two countries
// description: What two countries, or those who act for them, both support or both oppose.
// param a string: ISO code of one country
// param b string: ISO code of the other
:param a => "IRN";
:param b => "ARM";
MATCH (x:Entity {country: $a})-[p:SUPPORTS|OPPOSES]->(object:Entity)
MATCH (y:Entity {country: $b})-[q:SUPPORTS|OPPOSES]->(object)
WHERE type(p) = type(q)
RETURN type(p) AS position, object.name AS object, collect(DISTINCT x.name) AS ofA, collect(DISTINCT y.name) AS ofB,
       max(p.last) AS lastOfA, max(q.last) AS lastOfB
ORDER BY position, object
