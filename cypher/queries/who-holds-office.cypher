// title: Who holds which office
// description: Offices as the articles name them, with who held each and when that was written.
// param country string: ISO code of the country; empty for all
:param country => "IRN";
MATCH (official:Official)<-[:SUBJECT]-(s:Statement {predicate: 'HOLDS_OFFICE'})-[:OBJECT]->(served:Entity)
WHERE s.negated = false AND ($country = '' OR official.country = $country)
RETURN official.name AS official, s.role AS office, served.name AS serves, count(s) AS statements, min(s.date) AS first, max(s.date) AS last
ORDER BY official, office, serves
