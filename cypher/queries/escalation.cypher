// title: Hostile acts by month
// description: Accusations, threats, mobilizations, sanctions, coercion and attacks between two countries and those who act for them, counted by month and class.
// param a string: ISO code of one country
// param b string: ISO code of the other
:param a => "ARM";
:param b => "AZE";
MATCH (x:Entity)<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(y:Entity)
WHERE ((x.country = $a AND y.country = $b) OR (x.country = $b AND y.country = $a))
  AND s.plover IN ['REJECT', 'ACCUSE', 'THREATEN', 'PROTEST', 'MOBILIZE', 'SANCTION', 'COERCE', 'ASSAULT']
  AND s.modality = 'actual' AND s.negated = false AND size(s.date) >= 7
RETURN left(s.date, 7) AS month, x.country AS actor, s.plover AS class, count(s) AS statements, count(DISTINCT s.event) AS events
ORDER BY month, actor, class
