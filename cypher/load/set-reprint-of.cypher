// Marks articles as copies of an earlier one.
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
SET a.reprintOf = row.reprintOf
