// title: Visits and talks of a country
// description: The diplomatic calendar of a country: who met or visited whom, one line for each event however many articles report it.
// param country string: ISO code of the country
// param from string: First year, month or day
// param to string: Last year, month or day (a year means all of it)
:param country => "IRN";
:param from => "2016";
:param to => "2025";
MATCH (s:Statement)-[:SUBJECT]->(actor:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
MATCH (s)-[:FROM]->(article:Article)
WHERE s.predicate IN ['MET_WITH', 'VISITED'] AND s.modality = 'actual' AND s.negated = false AND s.event IS NOT NULL
  AND (actor.country = $country OR object.country = $country)
  AND s.date >= left($from, size(s.date)) AND left(s.date, size($to)) <= $to
RETURN s.event AS event, min(s.date) AS date, min(actor.name) AS actor, s.predicate AS relation, min(object.name) AS object,
       count(DISTINCT article) AS articles, collect(DISTINCT article.source) AS sources
ORDER BY date, event
