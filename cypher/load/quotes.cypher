// Verbatim quotes of statements.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s.id AS id, s.quote AS quote
