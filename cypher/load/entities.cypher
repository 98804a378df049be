// Writes entities of one type; LABEL stands for its label.
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e:LABEL, e += row.properties, e.latitude = coalesce(toFloat(row.latitude), e.latitude), e.longitude = coalesce(toFloat(row.longitude), e.longitude)
