// The dates that statements under each edge have, what they rest on, and the event that they are put into.
UNWIND $keys AS key
MATCH (s:Statement {edge: key})
WHERE s.date IS NOT NULL
RETURN DISTINCT key, s.date AS date, s.dateBasis AS basis, s.event AS event
