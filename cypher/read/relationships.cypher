// Relationships that start at nodes of one kind; LABEL stands for its label.
UNWIND $ids AS id
MATCH (n:LABEL {id: id})-[r]->(m)
RETURN type(r) AS type, n.id AS source, labels(m) AS labels, m.id AS target, properties(r) AS properties
