// title: Who signed what with whom
// description: Agreements concluded by a group of countries and those who act for them, with each other or as parties to a named agreement, in a span of years, sentence by sentence.
// param countries list<string>: ISO codes of the countries
// param from string: First year, month or day
// param to string: Last year, month or day (a year means all of it)
:param countries => ["IRN", "AZE", "ARM"];
:param from => "2016";
:param to => "2025";
MATCH (s:Statement)-[:SUBJECT]->(actor:Entity)
MATCH (s)-[:OBJECT]->(object:Entity)
MATCH (s)-[:FROM]->(article:Article)
WHERE s.predicate IN ['SIGNED', 'SIGNED_WITH'] AND s.modality = 'actual' AND s.negated = false
  AND (actor.country IN $countries OR object.country IN $countries)
  AND s.date >= left($from, size(s.date)) AND left(s.date, size($to)) <= $to
RETURN s.date AS date, actor.name AS actor, s.predicate AS relation, object.name AS counterpart, s.quote AS quote,
       article.source AS source, article.id AS article
ORDER BY date, actor, counterpart, article
