// title: How one country's stance to another ran by year
// description: For each year, how many events one country directed at another, the balance of conflict (-10) and cooperation (10) on Goldstein's scale, and how many were of either kind. Counts those who act for the countries.
// param from string: ISO code of the acting country
// param to string: ISO code of the country acted upon
:param from => "IRN";
:param to => "AZE";
MATCH (actor:Entity {country: $from})<-[:SUBJECT]-(s:Statement)-[:OBJECT]->(object:Entity {country: $to})
WHERE s.modality = 'actual' AND s.negated = false AND s.date IS NOT NULL AND s.goldstein IS NOT NULL
  AND (actor:Country OR actor:Official OR actor:Organization)
  AND (object:Country OR object:Official OR object:Organization)
WITH left(s.date, 4) AS year, s
RETURN year, count(s) AS statements, floor(avg(s.goldstein) * 100 + 0.5) / 100 AS goldstein,
       count(CASE WHEN s.goldstein > 0 THEN 1 END) AS cooperative, count(CASE WHEN s.goldstein < 0 THEN 1 END) AS conflictive
ORDER BY year
