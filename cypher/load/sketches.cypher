// Writes what copies of an article are found by.
UNWIND $rows AS row
CREATE (k:Sketch)
SET k = row
