// Puts statements under an edge with one date into an event.
UNWIND $rows AS row
MATCH (s:Statement {edge: row.key})
WHERE s.date = row.date
SET s.event = row.event
