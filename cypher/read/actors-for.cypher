// A country and those who act for it.
MATCH (e:Entity {country: $id})
WHERE e:Country OR e:Official OR e:Organization
RETURN e.id AS id
