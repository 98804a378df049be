// title: Officials who spoke for a country
// description: Who is reported as speaking or acting for a country, in which offices, how often and from when to when.
// param country string: ISO code of the country
:param country => "IRN";
MATCH (official:Official {country: $country})<-[:SUBJECT|SPEAKER]-(s:Statement)
WITH official, count(DISTINCT s) AS statements, min(s.date) AS first, max(s.date) AS last
OPTIONAL MATCH (official)<-[:SUBJECT]-(held:Statement {predicate: 'HOLDS_OFFICE'})
RETURN official.name AS official, collect(DISTINCT held.role) AS offices, statements, first, last
ORDER BY statements DESC, official
