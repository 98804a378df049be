// Articles that share one band of their sketch; BAND stands for the band's property.
UNWIND $rows AS row
MATCH (k:Sketch {BAND: row.key})
WHERE k.id <> row.id
RETURN row.id AS id, collect(DISTINCT k.id) AS others
